import { createRequire } from 'node:module';
import Module from 'node:module';
import path from 'node:path';
import { readdirSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { Engine } from '../src/engine';

/**
 * What a user waits for: activation, the first card, cards in a document of 100,000 lines, before and after an edit. The
 * bundle that ships is measured, with an editor that does nothing in place of VS Code.
 */
const root = process.cwd();
const requireHere = createRequire(path.join(root, 'bench/'));

/** An object that answers every call and every property with itself: enough of an editor to register features in. */
function nothing(): unknown {
  const answer: unknown = new Proxy(
    function () {
      // Called by whatever registers something.
    },
    {
      get: (_target, name) => (name === Symbol.toPrimitive ? () => 0 : name === 'then' ? undefined : answer),
      apply: () => answer,
      construct: () => answer as object,
    },
  );
  return answer;
}

const loader = Module as unknown as { _load: (id: string, ...rest: unknown[]) => unknown };
const load = loader._load;
loader._load = (id, ...rest) => (id === 'vscode' ? editor() : load(id, ...rest));

function editor(): unknown {
  return {
    env: { language: 'en' },
    workspace: registrars({ textDocuments: [], notebookDocuments: [] }),
    window: registrars(),
    languages: registrars(),
    commands: registrars(),
    Disposable: { from: () => ({ dispose: () => undefined }) },
    EventEmitter: class {
      readonly event = nothing();
    },
    Diagnostic: Object,
    CodeActionKind: { QuickFix: {} },
    DiagnosticSeverity: {},
    l10n: { t: (text: string) => text },
  };
}

function registrars(known: Record<string, unknown> = {}): Record<string, unknown> {
  return new Proxy(known, { get: (target, name) => Reflect.get(target, name) ?? nothing() });
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

const rows: [string, string][] = [];
const row = (name: string, ms: number): number => rows.push([name, `${ms.toFixed(ms < 10 ? 2 : 0)} ms`]);

const loaded = timed(
  () => requireHere(path.join(root, 'dist/extension.js')) as { activate(context: unknown): Engine },
);
row('activation: loading the bundle', loaded.ms);
const activated = timed(() => loaded.value.activate({ subscriptions: [], extensionUri: nothing() }));
row('activation: registering features', activated.ms);
const engine = activated.value;

const look = { theme: 'dark', plot: true, links: { evaluate: 'command:a', open: 'command:b' } } as const;
const small = 'import torch.nn as nn\ncriterion = nn.HuberLoss(delta=1.5)\n';
const hoverIn = (text: string, offset: number): unknown => engine.hover(text, 'python', offset, look);
row('first hover, engine and all', timed(() => hoverIn(small, small.indexOf('Huber'))).ms);
row(
  'warm hover, small file',
  median(Array.from({ length: 50 }, () => timed(() => hoverIn(small, small.indexOf('Huber'))).ms)),
);

const block =
  'def step_{n}(model, x, y):\n    loss = F.smooth_l1_loss(model(x), y, beta=0.5)\n    value = x + {n}\n    return loss, value\n\n';
const long =
  'import torch.nn.functional as F\n\n' +
  Array.from({ length: 20_000 }, (_, n) => block.replaceAll('{n}', String(n))).join('');
const middle = long.indexOf('smooth_l1', long.length >> 1);
row('100,000 lines: first hover', timed(() => hoverIn(long, middle)).ms);
row(
  '100,000 lines: warm hover',
  median(Array.from({ length: 20 }, () => timed(() => hoverIn(long, middle)).ms)),
);
const edited = Array.from(
  { length: 10 },
  (_, n) => `${long.slice(0, middle - 40)}${' '.repeat(n + 1)}${long.slice(middle - 40)}`,
);
row(
  '100,000 lines: hover after an edit',
  median(edited.map((text, n) => timed(() => hoverIn(text, middle + n + 1)).ms)),
);
row('100,000 lines: whole-file detection', timed(() => engine.detect(edited[0], 'python')).ms);

for (const file of readdirSync(path.join(root, 'dist')).filter((name) => /\.m?js$/.test(name))) {
  const { size } = statSync(path.join(root, 'dist', file));
  const packed = gzipSync(readFileSync(path.join(root, 'dist', file))).length;
  rows.push([`size of ${file}`, `${(size / 1e3).toFixed(0)} kB, ${(packed / 1e3).toFixed(0)} kB packed`]);
}

for (const [name, value] of rows) console.log(`${name.padEnd(44)} ${value}`);
