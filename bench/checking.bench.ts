import { arraysIn } from '../src/arrays/arrays';
import { createChecker } from '../src/checking/checker';
import { createEvaluator } from '../src/evaluation/evaluator';
import { createRecogniser } from '../src/latex/recognise';

/** How long a note of 5,000 lines is checked: at first, and after an edit in its middle. */
const sections = 358;

/** A chapter's worth of headings, sentences, tables and formulas, none like the other. */
function section(k: number): string {
  const p = 0.05 + (k % 90) / 100;
  const q = 1 - p;
  const entropy = -(p * Math.log2(p) + q * Math.log2(q));
  return `## Entropy, part ${k}

For a coin with $p_{${k}}=${p.toFixed(2)}$ the entropy is the mean of what its outcomes tell us.

$$H_{${k}}(X) = -\\sum_{x} p_{${k}}(x) \\log_2 p_{${k}}(x)$$

With numbers: $-(${p.toFixed(2)}\\log_2 ${p.toFixed(2)}+${q.toFixed(2)}\\log_2 ${q.toFixed(2)})=${entropy.toFixed(3)}$.

| outcome | heads | tails |
|---------|-------|-------|
| p       | ${p.toFixed(2)} | ${q.toFixed(2)} |

由上表，熵为 ${entropy.toFixed(4)} 比特，且 $I(X;Y_{${k}})=H(X)+H(Y_{${k}})-H(X,Y_{${k}})$。

`;
}

const text = Array.from({ length: sections }, (_, k) => section(k)).join('');
const middle = text.indexOf('## ', text.length / 2);
const edited = `${text.slice(0, middle)}A sentence that somebody types.\n\n${text.slice(middle)}`;

const checker = createChecker({
  locale: 'en',
  recogniser: createRecogniser('en'),
  evaluator: createEvaluator('en'),
  readArrays: (part, languageId) => arraysIn(part, languageId),
});

function timed(title: string, work: () => string): void {
  const start = performance.now();
  const outcome = work();
  console.log(`${title.padEnd(34)} ${(performance.now() - start).toFixed(0).padStart(6)} ms   ${outcome}`);
}

console.log(`${text.split('\n').length} lines, ${text.length} characters`);
timed('first check', () => `${checker.check(text, 'markdown').length} findings`);
timed(
  'verified numbers, asked for again',
  () => `${checker.verifiedNumbers(text, 'markdown').length} numbers`,
);
timed('check after an edit', () => `${checker.check(edited, 'markdown').length} findings`);
