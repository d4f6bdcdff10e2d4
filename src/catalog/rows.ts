import type { Computation, Reduction } from '../numeric/computation';
import type { ShapedLoss } from '../numeric/losses/softmaxShape';
import { shapedSoftmaxGradient, shapedSoftmaxTerms } from '../numeric/losses/softmaxShape';
import type { Tensor } from '../numeric/tensor';

/** A loss with one term per row of a matrix. */
export interface RowKernel {
  terms(out: Float64Array, start: number, end: number): void;
  /** Writes scale · ∂term/∂element of the whole matrix into zeros. */
  gradient(out: Float64Array, scale: number): void;
}

/** The computation of a loss per row of the slot's matrix; the mean divides by the number of rows, or by `divisor`. */
export function rowComputation(
  slot: string,
  matrix: Tensor,
  kernel: RowKernel,
  divisor?: number,
): Computation {
  const rows = matrix.shape[0];
  return {
    shape: [rows],
    terms: kernel.terms,
    ...(divisor === undefined ? {} : { divisor }),
    reduction: 'mean',
    reducible: true,
    gradient: (reduction) => {
      const values = new Float64Array(matrix.values.length);
      kernel.gradient(values, rowScale(reduction, divisor ?? rows));
      return { [slot]: { values, shape: matrix.shape } };
    },
  };
}

/** What a mean over so many terms multiplies each term's derivative by. */
export function rowScale(reduction: Reduction, divisor: number): number {
  return reduction === 'mean' ? 1 / divisor : 1;
}

/** The computation of a loss of the true class's softmax probability. */
export function shapedComputation(logits: Tensor, classIndex: Tensor, shape: ShapedLoss): Computation {
  const [values, index, classes] = [logits.values, classIndex.values, logits.shape[1]];
  return rowComputation('logits', logits, {
    terms: (out, start, end) => shapedSoftmaxTerms(out, values, classes, index, shape, start, end),
    gradient: (out, scale) => shapedSoftmaxGradient(out, values, classes, index, shape, scale),
  });
}
