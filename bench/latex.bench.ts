import { casesOf } from '../test/latex/fixtures';
import { createRecogniser } from '../src/latex/recognise';

/** Prints how long it takes to read and recognise a formula that was never seen, over the formulas of the tests. */
const formulas = ['meanings.txt', 'holdout.txt', 'decoys.txt', 'wrong.txt']
  .flatMap(casesOf)
  .map((given) => given.tex);

function measure(): readonly number[] {
  const recogniser = createRecogniser('en');
  return formulas
    .map((tex) => {
      const start = performance.now();
      recogniser.recognise(tex);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
}

const first = measure();
const warm = measure();
const at = (times: readonly number[], part: number): string =>
  times[Math.floor((times.length - 1) * part)]!.toFixed(1);
for (const [title, times] of [
  ['first time', first],
  ['warm', warm],
] as const) {
  console.log(
    `${title}: ${formulas.length} formulas, p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, max ${at(times, 1)} ms`,
  );
}
