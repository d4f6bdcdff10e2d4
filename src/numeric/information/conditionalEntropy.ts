import type { Computation } from '../computation';
import { marginal, type JointTable } from './jointTable';
import { logarithmOfRatio, type LogarithmBase } from './logarithm';

/**
 * Conditional entropy H(Y|X) = −Σ p(x, y) log( p(x, y) / p(x) ): what remains unknown of Y when X is known.
 *
 * - `table`: rows are X, columns are Y; probabilities taken as they are, or counts with their total. Cells ≥ 0.
 * - `given`: the axis of the variable that is known: 0 for H(Y|X), 1 for H(X|Y).
 * - terms: one a cell, never negative; empty cells contribute 0.
 * - gradient (of probabilities): −log( p(x, y) / p(x) ); +∞ in empty cells.
 *
 * Computed from the table itself and not as H(X, Y) − H(X), which cancels where Y is nearly a function of X.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 2.2
 */
export function conditionalEntropy(table: JointTable, given: 0 | 1, base: LogarithmBase): Computation {
  const { values, shape } = table.cells;
  const known = marginal(table.cells, [given]);
  const columns = shape[1];
  const total = table.total;
  return {
    shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) {
        const p = values[i];
        const of = known[given === 0 ? (i / columns) | 0 : i % columns];
        out[i - start] = p === 0 ? 0 : 0 - (p / total) * logarithmOfRatio(p, of, base);
      }
    },
    ...(total === 1 && {
      gradient: () => {
        const gradient = new Float64Array(values.length);
        for (let i = 0; i < values.length; i++) {
          const of = known[given === 0 ? (i / columns) | 0 : i % columns];
          gradient[i] = of === 0 ? 0 : 0 - logarithmOfRatio(values[i], of, base);
        }
        return { joint: { values: gradient, shape } };
      },
    }),
  };
}
