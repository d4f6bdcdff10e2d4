import type { Tensor } from '../../numeric/tensor';

/** Every element through `f`; the tensor itself when that changes nothing, so that callers can tell. */
export function mapped(tensor: Tensor, f: (x: number) => number): Tensor {
  const { values, shape } = tensor;
  let copy: Float64Array | undefined;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    const y = f(x);
    if (Object.is(x, y)) continue;
    copy ??= values.slice();
    copy[i] = y;
  }
  return copy === undefined ? tensor : { values: copy, shape };
}

/** Elements outside [low, high] are moved to its ends; NaN stays. */
export function clipped(tensor: Tensor, low: number, high: number): Tensor {
  return mapped(tensor, (x) => (x < low ? low : x > high ? high : x));
}

/** How many elements a row along the last axis has; a scalar is a row of one. */
export function rowLength({ shape }: Tensor): number {
  return shape.length === 0 ? 1 : shape[shape.length - 1]!;
}

/** Every row through `f`, which reads `row` and writes `out`. */
export function mapRows(tensor: Tensor, f: (row: Float64Array, out: Float64Array) => void): Tensor {
  const { values, shape } = tensor;
  const width = rowLength(tensor);
  const result = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += width) {
    f(values.subarray(start, start + width), result.subarray(start, start + width));
  }
  return { values: result, shape };
}

/** Every row divided by its sum; the tensor itself when all rows sum to exactly 1. */
export function normalisedRows(tensor: Tensor): Tensor {
  let changed = false;
  const result = mapRows(tensor, (row, out) => {
    const sum = sumOf(row);
    if (sum !== 1) changed = true;
    for (let i = 0; i < row.length; i++) out[i] = row[i]! / sum;
  });
  return changed ? result : tensor;
}

/** The whole table divided by its sum. */
export function normalisedTable(tensor: Tensor): Tensor {
  const flat = normalisedRows({ values: tensor.values, shape: [tensor.values.length] });
  return { values: flat.values, shape: tensor.shape };
}

/** exp(x − max) / Σ exp(x − max) of every row. */
export function softmaxRows(tensor: Tensor): Tensor {
  return mapRows(tensor, (row, out) => {
    const top = row.reduce((most, x) => Math.max(most, x), -Infinity);
    let sum = 0;
    for (let i = 0; i < row.length; i++) sum += out[i] = Math.exp(row[i]! - top);
    for (let i = 0; i < out.length; i++) out[i]! /= sum;
  });
}

/** 1 / (1 + e^(−x)), without overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const grown = Math.exp(x);
  return grown / (1 + grown);
}

/** ln(1 + e^x), without overflow and without losing the small ones. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** The table with rows and columns exchanged. */
export function transposed({ values, shape }: Tensor): Tensor {
  const [rows = 1, columns = 1] = shape;
  const result = new Float64Array(values.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) result[j * rows + i] = values[i * columns + j]!;
  return { values: result, shape: [columns, rows] };
}

export function everyValue({ values }: Tensor, test: (x: number) => boolean): boolean {
  return indexWhere(values, (x) => !test(x)) < 0;
}

/** The first index whose value passes, or −1. A plain loop: the built-in search is several times slower. */
export function indexWhere(values: Float64Array, test: (x: number, index: number) => boolean): number {
  for (let i = 0; i < values.length; i++) if (test(values[i]!, i)) return i;
  return -1;
}

/** The plain sum of values [start, end). */
export function sumOf(values: Float64Array, start = 0, end = values.length): number {
  let total = 0;
  for (let i = start; i < end; i++) total += values[i]!;
  return total;
}
