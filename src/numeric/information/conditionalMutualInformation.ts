import type { Computation } from '../computation';
import { marginal, type JointTable } from './jointTable';
import { pointwiseInformation } from './mutualInformation';
import type { LogarithmBase } from './logarithm';

/**
 * Conditional mutual information I(X;Y|Z) = Σ p(x, y, z) log( p(z) p(x, y, z) / (p(x, z) p(y, z)) ): what X tells about
 * Y beyond what Z already tells.
 *
 * - `table`: three axes, X, Y and Z in this order; probabilities taken as they are, or counts with their total.
 * - terms: one a cell; empty cells contribute 0.
 * - value: ≥ 0 for normalised tables, 0 only if X and Y are independent given Z.
 * - gradient (of probabilities): the same logarithm; −∞ in empty cells.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 2.5
 */
export function conditionalMutualInformation(table: JointTable, base: LogarithmBase): Computation {
  const { values, shape } = table.cells;
  const { total } = table;
  const [, ys, zs] = shape;
  const xz = marginal(table.cells, [0, 2]);
  const yz = marginal(table.cells, [1, 2]);
  const z = marginal(table.cells, [2]);
  const logarithmAt = (i: number): number => {
    const k = i % zs;
    const j = Math.floor(i / zs) % ys;
    const row = Math.floor(i / (zs * ys));
    return pointwiseInformation(values[i], xz[row * zs + k], yz[j * zs + k], z[k], base);
  };
  return {
    shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) {
        const p = values[i];
        out[i - start] = p === 0 ? 0 : (p / total) * logarithmAt(i);
      }
    },
    ...(total === 1 && {
      gradient: () => ({
        joint: { values: values.map((p, i) => (p === 0 ? -Infinity : logarithmAt(i))), shape },
      }),
    }),
  };
}
