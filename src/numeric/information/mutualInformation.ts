import type { Computation } from '../computation';
import { marginal, type JointTable } from './jointTable';
import { logarithm, logarithmOfRatio, type LogarithmBase } from './logarithm';

/**
 * Mutual information I(X;Y) = Σ p(x, y) log( p(x, y) / (p(x) p(y)) ): what one variable tells about the other.
 *
 * - `table`: rows are X, columns are Y; probabilities taken as they are, or counts with their total. Cells ≥ 0.
 * - terms: one a cell; a cell that is rarer than under independence has a negative one. Empty cells contribute 0.
 * - gradient (of probabilities): log( p(x, y) / (p(x) p(y)) ) − log e; −∞ in empty cells.
 * - accuracy: near independence through log1p of p(x, y) − p(x) p(y); exactly 0 for independent counts. The textbook's
 *   H(X) + H(Y) − H(X, Y) would leave 1e-16 of rounding where the information is 1e-11.
 *
 * In nats and from counts this is `sklearn.metrics.mutual_info_score`.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 2.3
 */
export function mutualInformation(table: JointTable, base: LogarithmBase): Computation {
  const { values, shape } = table.cells;
  const rows = marginal(table.cells, [0]);
  const columns = marginal(table.cells, [1]);
  const width = columns.length;
  const total = table.total;
  return {
    shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      let row = (start / width) | 0;
      let column = start % width;
      for (let i = start; i < end; i++) {
        const p = values[i];
        out[i - start] =
          p === 0 ? 0 : (p / total) * pointwiseInformation(p, rows[row], columns[column], total, base);
        column++;
        if (column === width) {
          column = 0;
          row++;
        }
      }
    },
    ...(total === 1 && {
      gradient: () => {
        const gradient = new Float64Array(values.length);
        for (let i = 0; i < values.length; i++) {
          const row = rows[(i / width) | 0];
          const column = columns[i % width];
          const p = values[i];
          const empty = row === 0 || column === 0;
          gradient[i] = empty ? 0 : pointwiseInformation(p, row, column, 1, base) - base.perNat;
        }
        return { joint: { values: gradient, shape } };
      },
    }),
  };
}

/**
 * log( p·total / (row·column) ), the pointwise mutual information of a cell of weight p; −∞ for an empty cell.
 * Where the products leave the range of doubles the logarithms are added up instead.
 */
export function pointwiseInformation(
  p: number,
  row: number,
  column: number,
  total: number,
  base: LogarithmBase,
): number {
  const product = row * column;
  const scaled = p * total;
  if (product > 1e-290 && product < Infinity && scaled < Infinity)
    return logarithmOfRatio(scaled, product, base);
  return logarithm(p, base) + logarithm(total, base) - logarithm(row, base) - logarithm(column, base);
}
