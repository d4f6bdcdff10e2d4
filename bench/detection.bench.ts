/* What detecting costs: a long document as a whole, the mention under the pointer after an edit, a notebook's cell. */
import { createCodeDetector } from '../src/detection/code/code';

const block = (i: number): string => `
def train_epoch${String(i)}(model, loader, optimizer, criterion, device, alpha=0.5):
    """Train for one epoch."""
    model.train()
    total = 0.0
    for step, (images, labels) in enumerate(loader):
        images = images.to(device, non_blocking=True)
        labels = labels.to(device)
        logits = model(images)
        loss = criterion(logits, labels) + alpha * F.smooth_l1_loss(logits, labels, beta=BETA)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * images.size(0)
        if step % 100 == 0:
            print(f"step {step}: loss {loss.item():.4f}")
    return total / len(loader.dataset)

`;

const blocks = Array.from({ length: 5264 }, (_, i) => block(i));
const document = `import torch.nn.functional as F\nBETA = 0.25\n${blocks.join('')}`;

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function report(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  console.log(`${name.padEnd(58)} first ${times[0]!.toFixed(1)} ms, median ${middle.toFixed(1)} ms`);
}

const detector = createCodeDetector();
const lines = document.split('\n').length;

report(
  `whole document, Python, ${String(lines)} lines`,
  Array.from({ length: 7 }, (_, i) => time(() => detector.mentions(document + ' '.repeat(i), 'python'))),
);

let edited = document;
report(
  'mention under the pointer after an edit, same document',
  Array.from({ length: 40 }, (_, i) => {
    const at = edited.indexOf('F.smooth_l1_loss', Math.floor((edited.length * (i + 1)) / 50));
    edited = `${edited.slice(0, at - 150)} ${edited.slice(at - 150)}`;
    return time(() => detector.mentionAt(edited, 'python', at + 4));
  }),
);

const snippet = document.slice(0, 2000);
report(
  'a short file, Python',
  Array.from({ length: 60 }, (_, i) => time(() => detector.mentions(`${snippet}# ${String(i)}`, 'python'))),
);

const hostile = [
  `import torch${'('.repeat(1e6)}`,
  '"'.repeat(1e6),
  `torch.nn.L1Loss${'\\'.repeat(1e6)}`,
  'loss\n'.repeat(2e5),
];
report(
  'a megabyte of hostile text, Python',
  hostile.map((text) => time(() => detector.mentions(text, 'python'))),
);
