import type { Computation } from '../computation';
import { marginal, type JointTable } from './jointTable';
import { logarithm, logarithmOfRatio, type LogarithmBase } from './logarithm';

/**
 * Total correlation (multi-information) C = Σ p(x, y, …) log( p(x, y, …) / (p(x) p(y) …) ), the sum of the single
 * entropies less the joint one.
 *
 * - `table`: one axis a variable, at least two; probabilities taken as they are, or counts with their total.
 * - terms: one a cell; empty cells contribute 0. For two variables this is the mutual information.
 * - value: ≥ 0 for normalised tables, 0 only for independent variables.
 * - gradient (of probabilities): log of the same ratio less (d − 1) log e, d being the number of variables.
 *
 * @see S. Watanabe, *Information theoretical analysis of multivariate correlation*, IBM Journal 4 (1960)
 */
export function totalCorrelation(table: JointTable, base: LogarithmBase): Computation {
  const { values, shape } = table.cells;
  const { total } = table;
  const margins = shape.map((_, axis) => marginal(table.cells, [axis]));
  return {
    shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) {
        const p = values[i];
        out[i - start] = p === 0 ? 0 : (p / total) * logarithmOfDependence(p, i, shape, margins, total, base);
      }
    },
    ...(total === 1 && {
      gradient: () => {
        const constant = (shape.length - 1) * base.perNat;
        const gradient = values.map((p, i) =>
          p === 0 ? -Infinity : logarithmOfDependence(p, i, shape, margins, 1, base) - constant,
        );
        return { joint: { values: gradient, shape } };
      },
    }),
  };
}

/** log( (p/T) / Π (p_axis/T) ): the ratio by successive division, the logarithms one by one where it leaves the range. */
function logarithmOfDependence(
  p: number,
  index: number,
  shape: readonly number[],
  margins: readonly Float64Array[],
  total: number,
  base: LogarithmBase,
): number {
  let expected = 1;
  let rest = index;
  let logarithms = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const margin = margins[axis][rest % shape[axis]] / total;
    rest = Math.floor(rest / shape[axis]);
    expected *= margin;
    if (expected < 1e-290) {
      logarithms += logarithm(expected, base);
      expected = 1;
    }
  }
  return logarithmOfRatio(p / total, expected, base) - logarithms;
}
