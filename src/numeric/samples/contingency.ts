import type { JointTable } from '../information/jointTable';

/** A table of counts and the labels that its axes stand for, in ascending order. */
export interface Contingency {
  readonly table: JointTable;
  readonly labels: readonly (readonly number[])[];
}

/** More cells than this are refused: labels that take so many values are measurements, not classes. */
export const largestTable = 2 ** 24;

/**
 * Counts how often each combination of labels occurs: one axis a variable, in the order given.
 *
 * - `variables`: label sequences of the same length N ≥ 1; any finite numbers, compared by value.
 * - result: counts with total N, labels ascending along every axis; undefined if the table would have more than 2²⁴ cells.
 */
export function contingency(variables: readonly Float64Array[]): Contingency | undefined {
  const codings = variables.map(codingOf);
  const shape = codings.map(({ labels }) => labels.length);
  const size = shape.reduce((product, length) => product * length, 1);
  if (size > largestTable) return undefined;
  const count = variables[0].length;
  const cells = new Int32Array(count);
  for (const [axis, coding] of codings.entries()) addAxis(cells, variables[axis], coding);
  const counts = new Float64Array(size);
  for (let i = 0; i < count; i++) counts[cells[i]]++;
  return {
    table: { cells: { values: counts, shape }, total: count },
    labels: codings.map(({ labels }) => labels),
  };
}

/** The distinct labels of a variable in ascending order, and how to find a label's place among them. */
type Coding =
  | { readonly labels: readonly number[]; readonly minimum: number; readonly codeOf: Int32Array }
  | { readonly labels: readonly number[]; readonly codes: ReadonlyMap<number, number> };

/** Integer labels in a range of this size are looked up in an array, others in a map. */
const arrayRange = 2 ** 16;

function codingOf(values: Float64Array): Coding {
  let minimum = Infinity;
  let maximum = -Infinity;
  let integers = true;
  const count = values.length;
  for (let i = 0; i < count; i++) {
    const x = values[i];
    minimum = x < minimum ? x : minimum;
    maximum = x > maximum ? x : maximum;
    // Holds for integers of 32 bits; larger ones are left to the map.
    integers = integers && (x | 0) === x;
  }
  return integers && maximum - minimum < arrayRange
    ? codingOfIntegers(values, minimum, maximum)
    : codingOfAny(values);
}

function codingOfIntegers(values: Float64Array, minimum: number, maximum: number): Coding {
  const codeOf = new Int32Array(maximum - minimum + 1);
  const count = values.length;
  for (let i = 0; i < count; i++) codeOf[values[i] - minimum] = 1;
  const labels: number[] = [];
  for (let k = 0; k < codeOf.length; k++) {
    if (codeOf[k] === 0) continue;
    codeOf[k] = labels.length;
    labels.push(k + minimum);
  }
  return { labels, minimum, codeOf };
}

function codingOfAny(values: Float64Array): Coding {
  const labels = Array.from(new Set(values)).sort((a, b) => a - b);
  return { labels, codes: new Map(labels.map((label, code) => [label, code])) };
}

/** Moves each sample's cell on to the next axis: cell · length + code of its label there. */
function addAxis(cells: Int32Array, values: Float64Array, coding: Coding): void {
  const length = coding.labels.length;
  if ('codes' in coding) {
    for (let i = 0; i < cells.length; i++) cells[i] = cells[i] * length + (coding.codes.get(values[i]) ?? 0);
    return;
  }
  const { codeOf, minimum } = coding;
  for (let i = 0; i < cells.length; i++) cells[i] = cells[i] * length + codeOf[values[i] - minimum];
}
