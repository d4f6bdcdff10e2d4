import type { Computation } from '../computation';
import { valueOf } from '../reduce';
import { jointEntropy } from './jointEntropy';
import type { Tensor } from '../tensor';
import { marginal, marginalIndex, marginalSteps, type JointTable } from './jointTable';
import { logarithm, type LogarithmBase } from './logarithm';

/**
 * Interaction information of two or more variables: what all of them share beyond what fewer share, with the sign of
 * McGill, I(X;Y|Z) − I(X;Y) for three; positive is synergy, negative redundancy.
 *
 * - `table`: one axis a variable; probabilities taken as they are, or counts with their total.
 * - `kind`: `co-information` has the sign of the inclusion–exclusion, −Σ (−1)^|S| H(S) over all groups S of variables,
 *   I(X;Y) − I(X;Y|Z) for three; `interaction` is (−1)^n times that. Both are I(X;Y) for two variables.
 * - terms: the signed entropies of the groups, in the order of their bit masks, the first variable being bit 0.
 * - gradient (of probabilities): that of every entropy, −log p_S − log e, with its sign; ±∞ in cells whose groups are empty.
 *
 * @see W. J. McGill, *Multivariate information transmission*, Psychometrika 19 (1954); A. J. Bell, *The co-information
 * lattice* (2003)
 */
export function interactionInformation(
  table: JointTable,
  kind: 'interaction' | 'co-information',
  base: LogarithmBase,
): Computation {
  const variables = table.cells.shape.length;
  const groups = 2 ** variables - 1;
  const terms = new Float64Array(groups);
  for (let mask = 1; mask <= groups; mask++) {
    const { axes, sign } = groupAt(mask - 1, variables, kind);
    terms[mask - 1] = sign * entropyOf(table, axes, base);
  }
  return {
    shape: [groups],
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => out.set(terms.subarray(start, end)),
    ...(table.total === 1 && { gradient: () => ({ joint: gradientOf(table.cells, kind, base) }) }),
  };
}

function gradientOf(cells: Tensor, kind: 'interaction' | 'co-information', base: LogarithmBase): Tensor {
  const { shape } = cells;
  const gradient = new Float64Array(cells.values.length);
  for (let group = 0; group < 2 ** shape.length - 1; group++) {
    const { axes, sign } = groupAt(group, shape.length, kind);
    const slopes = marginal(cells, axes).map((p) => -sign * (logarithm(p, base) + base.perNat));
    const steps = marginalSteps(shape, axes);
    for (let i = 0; i < gradient.length; i++) gradient[i] += slopes[marginalIndex(i, shape, steps)];
  }
  return { values: gradient, shape };
}

/** The variables whose joint entropy is the index-th term, and the sign that it has there. */
export function groupAt(
  index: number,
  variables: number,
  kind: 'interaction' | 'co-information',
): { readonly axes: readonly number[]; readonly sign: 1 | -1 } {
  const axes = axesOf(index + 1, variables);
  const isTurned = kind === 'interaction' && variables % 2 === 1;
  return { axes, sign: (axes.length % 2 === 1) === isTurned ? -1 : 1 };
}

function axesOf(mask: number, variables: number): readonly number[] {
  const axes: number[] = [];
  for (let axis = 0; axis < variables; axis++) if ((mask >> axis) & 1) axes.push(axis);
  return axes;
}

function entropyOf(table: JointTable, axes: readonly number[], base: LogarithmBase): number {
  const { cells, total } = table;
  const whole = axes.length === cells.shape.length;
  const values = whole ? cells.values : marginal(cells, axes);
  const shape = axes.map((axis) => cells.shape[axis]);
  return valueOf(jointEntropy({ cells: { values, shape }, total }, base)) ?? NaN;
}
