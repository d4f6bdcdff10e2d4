/**
 * ln(1 + prediction) − ln(1 + target).
 *
 * Domain: both above −1. At ∞: ±∞ (NaN if both are); NaN propagates. Relative error below 1e-15 of the doubles given.
 *
 * The logarithms of close numbers cancel; the logarithm of the quotient (1 + a)/(1 + b) = 1 + (a − b)/(1 + b) does not,
 * since a − b is exact for close a and b. The larger of the two is taken for a, so that log1p never nears −1.
 */
export function logDifference(prediction: number, target: number): number {
  if (prediction >= target) return Math.log1p((prediction - target) / (1 + target));
  return 0 - Math.log1p((target - prediction) / (1 + prediction));
}

/**
 * Writes the squared logarithmic error (ln(1 + prediction) − ln(1 + target))² of every element of [start, end).
 *
 * Domain: both above −1. At ∞: ∞; NaN propagates. Three roundings beyond `logDifference`.
 *
 * Source: sklearn.metrics.mean_squared_log_error.
 */
export function squaredLogErrorTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    const difference = logDifference(prediction[i], target[i]);
    out[k] = difference * difference;
  }
}

/** Writes scale · ∂/∂of = scale · 2 ln((1 + of)/(1 + other))/(1 + of): the derivative is alike in both arguments. */
export function squaredLogErrorGradient(
  out: Float64Array,
  of: Float64Array,
  other: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = (scale * 2 * logDifference(of[i], other[i])) / (1 + of[i]);
}
