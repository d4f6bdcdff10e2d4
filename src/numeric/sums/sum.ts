import { ExactSum } from './exactSum';
import { RunningSum } from './runningSum';

/** So many terms are always added exactly: it takes microseconds, and people check such sums by hand. */
export const exactUpTo = 256;

const blockLength = 2048;

/**
 * Σ values[i] over [start, end).
 *
 * Up to 256 terms the sum is correctly rounded; above, the relative error stays below 1e-15 whatever cancels (where the
 * compensated sum cannot promise that, the terms are added exactly). IEEE outside the finite numbers: NaN if there is
 * one, or infinities of both signs; an infinity gives itself; a result beyond the largest double is ±Infinity. Empty: 0.
 */
export function sum(values: Float64Array, start = 0, end = values.length): number {
  if (end - start <= exactUpTo) return exactly(values, start, end, false);
  const running = new RunningSum();
  for (let i = start; i < end; i += blockLength) {
    const block = values.subarray(i, Math.min(end, i + blockLength));
    running.addBlock(block, block.length);
  }
  if (running.isTrustworthy) return running.sum;
  return exactly(values, start, end, running.magnitude === Infinity);
}

/**
 * Σ values[start + i · stride] for i in [0, count): a column's or a diagonal's sum. Error and limits as for `sum`.
 */
export function sumStrided(values: Float64Array, start: number, count: number, stride: number): number {
  const column = new Float64Array(count);
  for (let i = 0, k = start; i < count; i++, k += stride) column[i] = values[k];
  return sum(column);
}

/** Up to 256 terms the intermediate sums may leave the range only if a term is within 2^−8 of its end. */
function exactly(values: Float64Array, start: number, end: number, scaled: boolean): number {
  const total = new ExactSum(scaled);
  for (let i = start; i < end; i++) total.add(values[i]);
  const result = total.sum;
  if (Number.isFinite(result) || scaled) return result;
  return exactly(values, start, end, true);
}
