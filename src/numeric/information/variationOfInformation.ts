import type { Computation } from '../computation';
import { marginal, type JointTable } from './jointTable';
import { logarithmOfRatio, type LogarithmBase } from './logarithm';

/**
 * Variation of information H(X|Y) + H(Y|X) = −Σ p(x, y) ( log p(x, y)/p(x) + log p(x, y)/p(y) ): a metric between
 * clusterings.
 *
 * - `table`: rows are X, columns are Y; probabilities taken as they are, or counts with their total.
 * - terms: one a cell, never negative; empty cells contribute 0.
 * - value: 0 if each variable determines the other; at most log n for n samples.
 * - gradient (of probabilities): minus both logarithms; +∞ in empty cells.
 *
 * @see M. Meilă, *Comparing clusterings—an information based distance*, Journal of Multivariate Analysis 98 (2007)
 */
export function variationOfInformation(table: JointTable, base: LogarithmBase): Computation {
  const { values, shape } = table.cells;
  const { total } = table;
  const rows = marginal(table.cells, [0]);
  const columns = marginal(table.cells, [1]);
  const width = columns.length;
  const surprise = (p: number, i: number): number =>
    0 -
    logarithmOfRatio(p, rows[Math.floor(i / width)], base) -
    logarithmOfRatio(p, columns[i % width], base);
  return {
    shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) {
        const p = values[i];
        out[i - start] = p === 0 ? 0 : (p / total) * surprise(p, i);
      }
    },
    ...(total === 1 && {
      gradient: () => ({
        joint: { values: values.map((p, i) => (p === 0 ? Infinity : surprise(p, i))), shape },
      }),
    }),
  };
}
