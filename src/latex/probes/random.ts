import type { Tensor } from '../../numeric/tensor';

/** A small deterministic generator: the same probes in every run. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761 + 12345) >>> 0;
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.state = (Math.imul(1664525, this.state) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }
}

export function vector(length: number, f: (i: number) => number): Tensor {
  return { values: Float64Array.from({ length }, (_, i) => f(i)), shape: [length] };
}

export function matrix(rows: number, columns: number, f: (row: number, column: number) => number): Tensor {
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < values.length; i++) values[i] = f(Math.floor(i / columns), i % columns);
  return { values, shape: [rows, columns] };
}

export function scalar(value: number): Tensor {
  return { values: Float64Array.of(value), shape: [] };
}

/** A tensor computed cell by cell from others of the same shape. */
export function derived(f: (...cells: number[]) => number, ...tensors: readonly Tensor[]): Tensor {
  const [first] = tensors;
  const values = first!.values.map((_, i) => f(...tensors.map((tensor) => tensor.values[i]!)));
  return { values, shape: first!.shape };
}

/** Positive numbers that add up to 1, none of them tiny. */
export function distribution(random: Random, length: number): Tensor {
  const weights = Float64Array.from({ length }, () => random.between(0.15, 1));
  const total = weights.reduce((sum, x) => sum + x, 0);
  return { values: weights.map((x) => x / total), shape: [length] };
}

/** Rows that are distributions. */
export function distributions(random: Random, rows: number, columns: number): Tensor {
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) values.set(distribution(random, columns).values, row * columns);
  return { values, shape: [rows, columns] };
}

/** Softmax along the last axis. */
export function softmaxRows(logits: Tensor): Tensor {
  const width = logits.shape.at(-1)!;
  const values = logits.values.map(Math.exp);
  for (let start = 0; start < values.length; start += width) {
    const row = values.subarray(start, start + width);
    const total = row.reduce((sum, x) => sum + x, 0);
    for (let i = 0; i < width; i++) row[i]! /= total;
  }
  return { values, shape: logits.shape };
}
