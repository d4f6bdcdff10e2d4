import type { Computation } from '../computation';
import { sum } from '../sums/sum';
import { marginal, type JointTable } from './jointTable';
import { nats } from './logarithm';
import { mutualInformation } from './mutualInformation';
import { agreementOf, averageOf, type EntropyAverage } from './normalizedMutualInformation';

/**
 * Adjusted mutual information (I − E[I]) / (average(H(X), H(Y)) − E[I]), where E[I] is what two unrelated labellings with
 * the same class sizes share by chance.
 *
 * - `table`: counts (integers) with their total; rows are X, columns are Y.
 * - terms: those of I(X;Y), in nats; the value has no unit.
 * - value: 1 for labellings that determine each other, about 0 for unrelated ones, possibly below 0.
 *
 * @see N. X. Vinh, J. Epps, J. Bailey, *Information Theoretic Measures for Clusterings Comparison*, JMLR 11 (2010);
 * `sklearn.metrics.adjusted_mutual_info_score`
 */
export function adjustedMutualInformation(table: JointTable, average: EntropyAverage): Computation {
  const agreement = agreementOf(table);
  const { information } = agreement;
  const expected = expectedMutualInformation(table);
  const span = averageOf(agreement, average, 1) - expected;
  return {
    ...mutualInformation(table, nats),
    gradient: () => ({}),
    value: isBijection(table) ? 1 : span === 0 ? 0 : (information - expected) / span,
    parts: { 'I(X;Y)': information, 'E[I]': expected, 'H(X)': agreement.first, 'H(Y)': agreement.second },
  };
}

/** Whether every row and every column has exactly one cell that is not empty, or none. */
function isBijection(table: JointTable): boolean {
  const { values, shape } = table.cells;
  const [rows, columns] = [new Int32Array(shape[0]), new Int32Array(shape[1])];
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    const row = Math.floor(i / shape[1]);
    const column = i % shape[1];
    if (++rows[row] > 1 || ++columns[column] > 1) return false;
  }
  return true;
}

/**
 * E[I(X;Y)] in nats over all tables with the given margins: Σ over cells and over n of
 * (n/N) ln(N n / (a b)) · P(n), P being the hypergeometric distribution of a cell's count.
 *
 * P is built from its ratios outwards from its mode and divided by its sum. That needs no factorials, whose logarithms
 * would cost eight digits at N = 10⁷, and it can stop where the tail no longer counts. Classes of equal size are done once.
 */
export function expectedMutualInformation(table: JointTable): number {
  const rows = sizesOf(marginal(table.cells, [0]));
  const columns = sizesOf(marginal(table.cells, [1]));
  const contributions: number[] = [];
  for (const [a, rowsOfSize] of rows) {
    for (const [b, columnsOfSize] of columns) {
      contributions.push(rowsOfSize * columnsOfSize * expectedCell(a, b, table.total));
    }
  }
  return sum(Float64Array.from(contributions));
}

/** How many classes have each size. */
function sizesOf(margin: Float64Array): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const size of margin) if (size > 0) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  return sizes;
}

/** The expected term of a cell whose row has a and whose column has b of N samples. */
function expectedCell(a: number, b: number, n: number): number {
  const lowest = Math.max(0, a + b - n);
  const highest = Math.min(a, b);
  const mode = Math.min(highest, Math.max(lowest, Math.floor(((a + 1) * (b + 1)) / (n + 2))));
  const information = (k: number): number => (k === 0 ? 0 : (k / n) * Math.log((k / a) * (n / b)));
  let mass = 1;
  let total = information(mode);
  for (let k = mode, weight = 1; k < highest && weight > negligible; k++) {
    weight *= ((a - k) / (k + 1)) * ((b - k) / (n - a - b + k + 1));
    mass += weight;
    total += weight * information(k + 1);
  }
  for (let k = mode, weight = 1; k > lowest && weight > negligible; k--) {
    weight *= (k / (a - k + 1)) * ((n - a - b + k) / (b - k + 1));
    mass += weight;
    total += weight * information(k - 1);
  }
  return total / mass;
}

/** Relative to the mode; what follows falls faster than geometrically. */
const negligible = 1e-24;
