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
  const coded = variables.map(encode);
  const shape = coded.map((variable) => variable.labels.length);
  const size = shape.reduce((product, length) => product * length, 1);
  if (size > largestTable) return undefined;
  const counts = new Float64Array(size);
  const count = variables[0].length;
  const cells = new Int32Array(count);
  for (const [axis, variable] of coded.entries()) {
    const length = shape[axis];
    const codes = variable.codes;
    for (let i = 0; i < count; i++) cells[i] = cells[i] * length + codes[i];
  }
  for (let i = 0; i < count; i++) counts[cells[i]]++;
  return {
    table: { cells: { values: counts, shape }, total: count },
    labels: coded.map((variable) => variable.labels),
  };
}

interface Encoded {
  readonly labels: readonly number[];
  readonly codes: Int32Array;
}

/** Integer labels in a range of this size are looked up in an array, others in a map. */
const arrayRange = 2 ** 16;

/** The distinct labels in ascending order and, for every sample, the index of its label. */
function encode(values: Float64Array): Encoded {
  let minimum = Infinity;
  let maximum = -Infinity;
  let integers = true;
  for (const x of values) {
    if (x < minimum) minimum = x;
    if (x > maximum) maximum = x;
    integers = integers && Number.isInteger(x);
  }
  return integers && maximum - minimum < arrayRange
    ? encodeIntegers(values, minimum, maximum)
    : encodeAny(values);
}

function encodeIntegers(values: Float64Array, minimum: number, maximum: number): Encoded {
  const codeOf = new Int32Array(maximum - minimum + 1);
  for (const x of values) codeOf[x - minimum] = 1;
  const labels: number[] = [];
  for (let k = 0; k < codeOf.length; k++) {
    if (codeOf[k] === 0) continue;
    codeOf[k] = labels.length;
    labels.push(k + minimum);
  }
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) codes[i] = codeOf[values[i] - minimum];
  return { labels, codes };
}

function encodeAny(values: Float64Array): Encoded {
  const labels = Array.from(new Set(values)).sort((a, b) => a - b);
  const codeOf = new Map(labels.map((label, code) => [label, code]));
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) codes[i] = codeOf.get(values[i]) ?? 0;
  return { labels, codes };
}
