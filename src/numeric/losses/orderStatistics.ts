import { absoluteErrorTerms } from './absoluteError';

/**
 * Median of the absolute errors |prediction − target|; of an even number the mean of the middle two.
 *
 * Domain: all real numbers, at least one. NaN if any error is NaN. Exact but for that mean.
 *
 * Source: sklearn.metrics.median_absolute_error.
 */
export function medianAbsoluteError(prediction: Float64Array, target: Float64Array): number {
  const [low, high] = middle(prediction, target);
  return low === high ? low : 0.5 * low + 0.5 * high;
}

/** Writes the derivative by prediction: ½ sign(r) at each of the middle elements, sign(r) at a single one. */
export function medianAbsoluteErrorGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
): void {
  const [low, high] = middle(prediction, target);
  const share = (size: number): void => {
    const index = out.findIndex((slope, i) => slope === 0 && Math.abs(prediction[i] - target[i]) === size);
    if (index >= 0) out[index] = 0.5 * Math.sign(prediction[index] - target[index]);
  };
  share(low);
  if (out.length % 2 === 0) share(high);
  else for (let i = 0; i < out.length; i++) out[i] *= 2;
}

/** The two middle errors in order of size; of an odd number the middle one twice. */
function middle(prediction: Float64Array, target: Float64Array): readonly [number, number] {
  const errors = new Float64Array(prediction.length);
  absoluteErrorTerms(errors, prediction, target, 0, errors.length);
  errors.sort();
  // NaN is sorted behind all numbers.
  if (Number.isNaN(errors[errors.length - 1])) return [NaN, NaN];
  return [errors[(errors.length - 1) >> 1], errors[errors.length >> 1]];
}

/**
 * The largest absolute error, max |prediction − target|.
 *
 * Domain: all real numbers, at least one. NaN if any error is NaN. Exact.
 *
 * Source: sklearn.metrics.max_error.
 */
export function maxError(prediction: Float64Array, target: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < target.length; i++) largest = Math.max(largest, Math.abs(prediction[i] - target[i]));
  return largest;
}

/** Writes the derivative by prediction: sign(r) at the first element of the largest error, else 0. */
export function maxErrorGradient(out: Float64Array, prediction: Float64Array, target: Float64Array): void {
  const largest = maxError(prediction, target);
  const index = out.findIndex((_, i) => Math.abs(prediction[i] - target[i]) === largest);
  if (index >= 0) out[index] = Math.sign(prediction[index] - target[index]);
}
