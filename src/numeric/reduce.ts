import type { CancellationToken } from '../base/cancellation';
import { neverCancelled } from '../base/cancellation';
import type { Computation, Reduction } from './computation';
import { ExactSum } from './sums/exactSum';
import { RunningSum } from './sums/runningSum';
import { exactUpTo } from './sums/sum';

/** Terms computed between two sums: 16 KB, so that they are still in the first cache when they are added. */
const blockLength = 2048;

/** The sum of a computation's terms, and their mean (which is finite even where the sum overflows). */
export interface Reduced {
  readonly sum: number;
  readonly mean: number;
}

/** How long work is watched: asked between blocks whether to go on, told what part of the terms is done. */
export interface Watch {
  readonly token?: CancellationToken;
  progress?(done: number, total: number): void;
}

/** How many terms a computation has. */
export function termCount(computation: Computation): number {
  return computation.shape.reduce((count, length) => count * length, 1);
}

/** All terms, in row-major order. */
export function termsOf(computation: Computation): Float64Array {
  const count = termCount(computation);
  const terms = new Float64Array(count);
  for (let start = 0; start < count; start += blockLength) {
    const end = Math.min(count, start + blockLength);
    computation.terms(terms.subarray(start, end), start, end);
  }
  return terms;
}

/**
 * Sum and mean of the terms: one pass over them, exact in the first 256, within 1e-15 beyond whatever cancels (where the
 * compensated sum cannot promise that, a second pass adds exactly). NaN and infinities as IEEE adds them.
 *
 * Returns undefined when the work was cancelled.
 */
export function reduceTerms(computation: Computation, watch: Watch = {}): Reduced | undefined {
  const count = termCount(computation);
  const divisor = computation.divisor ?? count;
  if (count <= exactUpTo) return exactly(computation, divisor, false, watch);
  const running = new RunningSum();
  if (!eachBlock(computation, watch, (block, length) => running.addBlock(block, length))) return undefined;
  if (Number.isNaN(running.magnitude)) return { sum: NaN, mean: NaN };
  if (running.isTrustworthy) return { sum: running.sum, mean: running.sum / divisor };
  return exactly(computation, divisor, running.magnitude === Infinity, watch);
}

/** The value of a computation reduced as asked; `none` gives the sum, as gradients understand it. */
export function valueOf(
  computation: Computation,
  reduction?: Reduction,
  watch: Watch = {},
): number | undefined {
  if (computation.value !== undefined) return computation.value;
  const reduced = reduceTerms(computation, watch);
  if (reduced === undefined) return undefined;
  const asked = computation.reducible ? (reduction ?? computation.reduction) : computation.reduction;
  const value = asked === 'mean' ? reduced.mean : reduced.sum;
  return computation.finish ? computation.finish(value) : value;
}

function exactly(
  computation: Computation,
  divisor: number,
  scaled: boolean,
  watch: Watch,
): Reduced | undefined {
  const total = new ExactSum(scaled);
  if (!eachBlock(computation, watch, (block, length) => total.addBlock(block, length))) return undefined;
  const reduced = { sum: total.sum, mean: total.quotient(divisor) };
  // Not a number because partial sums overflowed, or truly: on terms scaled down only the latter remains.
  if (Number.isFinite(reduced.sum) || scaled) return reduced;
  return exactly(computation, divisor, true, watch);
}

function eachBlock(
  computation: Computation,
  watch: Watch,
  visit: (block: Float64Array, length: number) => void,
): boolean {
  const count = termCount(computation);
  const token = watch.token ?? neverCancelled;
  const block = new Float64Array(Math.min(blockLength, count));
  for (let start = 0; start < count; start += blockLength) {
    if (token.isCancellationRequested) return false;
    const end = Math.min(count, start + blockLength);
    computation.terms(block, start, end);
    visit(block, end - start);
    watch.progress?.(end, count);
  }
  return true;
}
