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

/** Whether every row along the last axis sums to 1 within 1e-9. */
export function rowsSumToOne(rows: Tensor): boolean {
  return rowsOf(rows).every(sumsToOne);
}

/** Every row along the last axis divided by its sum, as `normalized` does it. */
export function normalizedRows(rows: Tensor): Tensor {
  const values = new Float64Array(rows.values.length);
  let start = 0;
  for (const row of rowsOf(rows)) {
    values.set(normalized({ values: row, shape: [row.length] }).values, start);
    start += row.length;
  }
  return { values, shape: rows.shape };
}

function rowsOf({ values, shape }: Tensor): readonly Float64Array[] {
  const width = shape[shape.length - 1] ?? 1;
  const count = width === 0 ? 0 : values.length / width;
  return Array.from({ length: count }, (_, row) => values.subarray(row * width, (row + 1) * width));
}

/** Σ values − 1, rounded once: also where the sum itself would round to 1. */
export function excessOverOne(values: Float64Array): number {
  const withMinusOne = new Float64Array(values.length + 1);
  withMinusOne.set(values);
  withMinusOne[values.length] = -1;
  return sum(withMinusOne);
}
