import type { Computation } from '../computation';
import { sumsToOne } from '../distributions/normalization';
import { valueOf } from '../reduce';
import { sum } from '../sums/sum';
import type { Tensor } from '../tensor';
import { conditionalEntropy } from './conditionalEntropy';
import { conditionalMutualInformation } from './conditionalMutualInformation';
import { jointEntropy } from './jointEntropy';
import { marginal, type JointTable } from './jointTable';
import { interactionInformation } from './interactionInformation';
import type { LogarithmBase } from './logarithm';
import { mutualInformation } from './mutualInformation';

/** The names of the first three axes of a joint table. */
const letters = ['X', 'Y', 'Z'];

/** Names of the variables of a table: X, Y, Z as long as they last, else X1, X2, … */
export function variableNames(count: number): readonly string[] {
  if (count <= letters.length) return letters.slice(0, count);
  return Array.from({ length: count }, (_, k) => `X${k + 1}`);
}

/**
 * A computation on a joint table together with what an information diagram is drawn from (`parts`: the entropies of the
 * single variables, the joint and conditional ones, what is shared), and with the same computation on the table divided
 * by its sum. The parts are always those of the table divided by its sum; they are computed when first asked for.
 */
export function onTable(
  table: JointTable,
  base: LogarithmBase,
  compute: (table: JointTable) => Computation,
): Computation {
  let parts: { readonly [name: string]: number } | undefined;
  return {
    ...compute(table),
    get parts() {
      return (parts ??= tableParts(rescale(table), base));
    },
    normalized: () => table.total !== 1 || sumsToOne(table.cells.values),
    rescaled: () => onTable(rescale(table), base, compute),
  };
}

/**
 * A computation on counts with its gradient by them: (g − Σ p g) / N, where g is the gradient by the probabilities
 * p = n / N. A count also dilutes all others.
 */
export function byCounts(counts: JointTable, compute: (table: JointTable) => Computation): Computation {
  const computation = compute(counts);
  const { cells, total } = counts;
  return {
    ...computation,
    gradient: () => {
      const p = { values: cells.values.map((n) => n / total), shape: cells.shape };
      const byP = compute({ cells: p, total: 1 }).gradient?.('sum')['joint'];
      return byP === undefined ? {} : { contingency: diluted(byP, p.values, total) };
    },
  };
}

function diluted(gradient: Tensor, p: Float64Array, total: number): Tensor {
  const { values, shape } = gradient;
  const mean = sum(values.map((g, i) => (p[i] === 0 ? 0 : p[i] * g)));
  return { values: values.map((g) => (g - mean) / total), shape };
}

function rescale(table: JointTable): JointTable {
  return table.total === 1 ? { cells: table.cells, total: sum(table.cells.values) } : table;
}

/** Entropies and shared information of all groups of variables that a diagram of two or three variables shows. */
function tableParts(table: JointTable, base: LogarithmBase): { readonly [name: string]: number } {
  const rank = table.cells.shape.length;
  const parts: { [name: string]: number } = { ...entropies(table, base) };
  if (rank === 2) {
    parts['H(X|Y)'] = numberOf(conditionalEntropy(table, 1, base));
    parts['H(Y|X)'] = numberOf(conditionalEntropy(table, 0, base));
    parts['I(X;Y)'] = numberOf(mutualInformation(table, base));
  }
  if (rank === 3) {
    parts['I(X;Y)'] = numberOf(mutualInformation(margin(table, [0, 1]), base));
    parts['I(X;Z)'] = numberOf(mutualInformation(margin(table, [0, 2]), base));
    parts['I(Y;Z)'] = numberOf(mutualInformation(margin(table, [1, 2]), base));
    parts['I(X;Y|Z)'] = numberOf(conditionalMutualInformation(table, base));
    parts['I(X;Y;Z)'] = numberOf(interactionInformation(table, 'co-information', base));
  }
  return parts;
}

/** H of the whole table, of single variables and, for three variables, of the pairs. */
function entropies(table: JointTable, base: LogarithmBase): { readonly [name: string]: number } {
  const names = variableNames(table.cells.shape.length);
  const axes = names.map((_, axis) => axis);
  const groups = [axes, ...axes.map((axis) => [axis])];
  if (axes.length === 3) groups.push([0, 1], [0, 2], [1, 2]);
  const named = groups.map((group) => [
    `H(${group.map((axis) => names[axis]).join(',')})`,
    numberOf(jointEntropy(margin(table, group), base)),
  ]);
  return Object.fromEntries(named) as { [name: string]: number };
}

/** The table of some of the variables, the others summed over. */
export function margin(table: JointTable, kept: readonly number[]): JointTable {
  const { cells, total } = table;
  if (kept.length === cells.shape.length) return table;
  return {
    cells: { values: marginal(cells, kept), shape: kept.map((axis) => cells.shape[axis]) },
    total,
  };
}

function numberOf(computation: Computation): number {
  return valueOf(computation) ?? NaN;
}
