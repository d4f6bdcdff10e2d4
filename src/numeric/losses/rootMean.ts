import type { Computation } from '../computation';
import { valueOf } from '../reduce';

/**
 * The square root of the mean of a computation's terms, √(Σ terms / n): what RMSE is to the squared error.
 *
 * Its gradient is that of the mean over twice the root; 0 where the root is 0 (the kink of a perfect prediction).
 * `root` may take the root another way, where squares have left the range of doubles.
 */
export function rootMean(squares: Computation, root: (mean: number) => number = Math.sqrt): Computation {
  const { shape, terms, gradient } = squares;
  const computation: Computation = { shape, terms, reduction: 'mean', reducible: false, finish: root };
  if (!gradient) return computation;
  return {
    ...computation,
    gradient: () => {
      const twice = 2 * (valueOf(computation) ?? NaN);
      const ofMean = Object.entries(gradient('mean'));
      return Object.fromEntries(
        ofMean.map(([slot, { values, shape: own }]) => [
          slot,
          { values: values.map((slope) => (twice === 0 ? 0 : slope / twice)), shape: own },
        ]),
      );
    },
  };
}

/** Below this the squares' digits, above it the squares themselves are lost. */
const smallest = 1e-290;

/**
 * The root of a mean of squared residuals. Where their squares underflow or overflow, they are taken relative to the
 * largest residual s: √(mean r²) = s √(mean (r/s)²).
 */
export function rootOfMeanSquare(prediction: Float64Array, target: Float64Array, mean: number): number {
  if (mean > smallest && mean < Infinity) return Math.sqrt(mean);
  if (mean !== mean) return NaN;
  let largest = 0;
  for (let i = 0; i < target.length; i++) largest = Math.max(largest, Math.abs(prediction[i] - target[i]));
  if (largest === 0 || largest === Infinity) return largest;
  let squares = 0;
  for (let i = 0; i < target.length; i++) squares += ((prediction[i] - target[i]) / largest) ** 2;
  return largest * Math.sqrt(squares / target.length);
}
