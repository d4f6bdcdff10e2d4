/**
 * The absolute error as a fraction of the target, |prediction − target| / |target|.
 *
 * Domain: all real numbers. At target 0: ∞ (NaN for prediction 0 too); at infinite predictions: ∞; NaN propagates. Two
 * roundings; a fraction, not a percentage, and the denominator is not clamped.
 *
 * Source: sklearn.metrics.mean_absolute_percentage_error (which divides by at least 2.2e-16).
 */
export function percentageError(prediction: number, target: number): number {
  return Math.abs(prediction - target) / Math.abs(target);
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function percentageErrorTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = percentageError(prediction[i], target[i]);
}

/** Writes scale · ∂loss/∂prediction = scale · sign(prediction − target)/|target|. */
export function percentageErrorGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    out[i] = (scale * Math.sign(prediction[i] - target[i])) / Math.abs(target[i]);
  }
}

/**
 * Writes scale · ∂loss/∂target. With s = sign(prediction − target), ∂(s(p − t)/|t|)/∂t = −s/|t| − s(p − t)/(t|t|)
 * = −s p/(t|t|), which does not cancel.
 */
export function percentageErrorTargetGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    const t = target[i];
    out[i] = (-scale * Math.sign(prediction[i] - t) * (prediction[i] / t)) / Math.abs(t);
  }
}
