import type { Computation } from '../computation';
import { valueOf } from '../reduce';
import type { Tensor } from '../tensor';
import { jointEntropy } from './jointEntropy';
import { marginal, type JointTable } from './jointTable';
import { nats } from './logarithm';
import { mutualInformation } from './mutualInformation';

/**
 * Which average of H(X) and H(Y) mutual information is compared with. `x` and `y` divide by one of them alone: with X
 * the true classes and Y the clusters these are homogeneity and completeness.
 */
export type EntropyAverage = 'arithmetic' | 'geometric' | 'min' | 'max' | 'x' | 'y';

/** I(X;Y), H(X) and H(Y) of a table, in nats. */
export interface Agreement {
  readonly information: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Normalised mutual information I(X;Y) / average(H(X), H(Y)).
 *
 * - `table`: rows are X, columns are Y; only proportions matter.
 * - `average`: arithmetic by default, as in scikit-learn since 0.22. `beta` weighs it as the V-measure does,
 *   (H(X) + β H(Y)) / (1 + β).
 * - terms: those of I(X;Y), in nats; the value has no unit.
 * - gradient (of probabilities): (I′ − NMI · average′) / average; none where the value is 1 or 0 by convention.
 * - value: between 0 and 1; 1 if both variables are constant, 0 if nothing is shared.
 *
 * @see N. X. Vinh, J. Epps, J. Bailey, *Information Theoretic Measures for Clusterings Comparison*, JMLR 11 (2010);
 * `sklearn.metrics.normalized_mutual_info_score`
 */
export function normalizedMutualInformation(
  table: JointTable,
  average: EntropyAverage,
  beta: number,
): Computation {
  const agreement = agreementOf(table);
  const { information, first, second } = agreement;
  const divisor = averageOf(agreement, average, beta);
  const perfect = (average === 'x' && first === 0) || (average === 'y' && second === 0);
  const trivial = perfect || (first === 0 && second === 0);
  return {
    ...mutualInformation(table, nats),
    gradient: () =>
      trivial || divisor === 0 || table.total !== 1
        ? {}
        : { joint: slopesOf(table, agreement, average, beta) },
    value: trivial ? 1 : divisor === 0 ? 0 : Math.min(1, information / divisor),
  };
}

/** Of the quotient, by every cell; the entropies' slopes are −ln p − 1. */
function slopesOf(table: JointTable, agreement: Agreement, average: EntropyAverage, beta: number): Tensor {
  const { cells } = table;
  const { information, first, second } = agreement;
  const divisor = averageOf(agreement, average, beta);
  const [byX, byY] = weightsOf(agreement, average, beta, divisor);
  const rows = marginal(cells, [0]);
  const columns = marginal(cells, [1]);
  const byInformation = mutualInformation(table, nats).gradient!('sum')['joint'].values;
  const values = byInformation.map((slope, i) => {
    const ofX = first === 0 ? 0 : -Math.log(rows[Math.floor(i / columns.length)]) - 1;
    const ofY = second === 0 ? 0 : -Math.log(columns[i % columns.length]) - 1;
    return (slope - (information / divisor) * (byX * ofX + byY * ofY)) / divisor;
  });
  return { values, shape: cells.shape };
}

/** The average's derivatives by H(X) and by H(Y). */
function weightsOf(
  { first, second }: Agreement,
  average: EntropyAverage,
  beta: number,
  divisor: number,
): readonly [number, number] {
  switch (average) {
    case 'arithmetic':
      return [1 / (1 + beta), beta / (1 + beta)];
    case 'geometric':
      return [divisor / (2 * first), divisor / (2 * second)];
    case 'min':
      return first <= second ? [1, 0] : [0, 1];
    case 'max':
      return first >= second ? [1, 0] : [0, 1];
    case 'x':
      return [1, 0];
    case 'y':
      return [0, 1];
  }
}

export function agreementOf(table: JointTable): Agreement {
  return {
    // Rounding may leave −1e-17 where nothing is shared.
    information: atLeastZero(valueOf(mutualInformation(table, nats))),
    first: entropyOf(table, 0),
    second: entropyOf(table, 1),
  };
}

export function averageOf(agreement: Agreement, average: EntropyAverage, beta: number): number {
  const { first, second } = agreement;
  switch (average) {
    case 'arithmetic':
      return (first + beta * second) / (1 + beta);
    case 'geometric':
      return Math.sqrt(first * second);
    case 'min':
      return Math.min(first, second);
    case 'max':
      return Math.max(first, second);
    case 'x':
      return first;
    case 'y':
      return second;
  }
}

function entropyOf(table: JointTable, axis: number): number {
  const values = marginal(table.cells, [axis]);
  const margin = { cells: { values, shape: [values.length] }, total: table.total };
  return atLeastZero(valueOf(jointEntropy(margin, nats)));
}

/** NaN stays NaN. */
function atLeastZero(x: number | undefined): number {
  return x !== undefined && x < 0 ? 0 : (x ?? NaN);
}
