import type { Problem } from '../base/result';
import { classIndices, inRange, probabilities } from '../numeric/checks/domains';
import { lengthOf, nonEmpty, perClass, perSample, rank, sameShape } from '../numeric/checks/shapes';
import type { Tensor } from '../numeric/tensor';

const rows = ['N', 'C'] as const;

/** A matrix of samples × classes that is not empty. */
export function classMatrixProblem(slot: string, matrix: Tensor): Problem | undefined {
  return nonEmpty(slot, matrix) ?? rank(slot, matrix, rows);
}

/** One admitted class index per row of the matrix. */
export function classIndexProblem(
  matrix: Tensor,
  classIndex: Tensor,
  ignored: number | null = null,
): Problem | undefined {
  const [samples, classes] = matrix.shape;
  return (
    lengthOf('classIndex', classIndex, samples, perSample) ??
    classIndices('classIndex', classIndex, classes, ignored)
  );
}

/** Target probabilities of the matrix's shape. */
export function targetProbabilitiesProblem(
  slot: string,
  matrix: Tensor,
  target: Tensor,
): Problem | undefined {
  return (
    sameShape(slot, matrix, 'targetProbabilities', target) ?? probabilities('targetProbabilities', target)
  );
}

/** One non-negative weight per class, or none. */
export function classWeightProblem(matrix: Tensor, weight: Tensor | undefined): Problem | undefined {
  if (!weight) return undefined;
  return lengthOf('weight', weight, matrix.shape[1], perClass) ?? inRange('weight', weight, { minimum: 0 });
}
