import { sum } from '../sums/sum';
import type { Tensor } from '../tensor';

/** How far from 1 a sum of probabilities may be and still pass as rounding. */
const tolerance = 1e-9;

/** Whether the numbers sum to 1 within 1e-9; false when one of them is NaN. */
export function sumsToOne(values: Float64Array): boolean {
  return Math.abs(sum(values) - 1) <= tolerance;
}

/**
 * The numbers divided by their sum, in a new array of the same shape. Numbers whose sum leaves the range of doubles are
 * scaled down beforehand. All zeros give NaN (0/0), as does an infinity (∞/∞).
 */
export function normalized(weights: Tensor): Tensor {
  const { values, shape } = weights;
  const total = sum(values);
  const scale = total === Infinity ? 2 ** -600 : 1;
  const divisor = scale === 1 ? total : sum(values.map((x) => x * scale));
  return { values: values.map((x) => (x * scale) / divisor), shape };
}

/** Σ values − 1, rounded once: also where the sum itself would round to 1. */
export function excessOverOne(values: Float64Array): number {
  const withMinusOne = new Float64Array(values.length + 1);
  withMinusOne.set(values);
  withMinusOne[values.length] = -1;
  return sum(withMinusOne);
}
