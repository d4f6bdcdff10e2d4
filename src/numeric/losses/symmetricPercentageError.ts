/**
 * The absolute error as a fraction of the mean size, 2|p − t| / (|p| + |t|), between 0 and 2.
 *
 * Domain: all real numbers. 0 where both are 0; 2 where the signs differ; NaN for an infinity (∞/∞); NaN propagates. Three roundings.
 *
 * Source: torchmetrics.SymmetricMeanAbsolutePercentageError (whose denominator is at least 1.17e-6).
 */
export function symmetricPercentageError(prediction: number, target: number): number {
  if (prediction === 0 && target === 0) return 0;
  return (2 * Math.abs(prediction - target)) / (Math.abs(prediction) + Math.abs(target));
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function symmetricPercentageErrorTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = symmetricPercentageError(prediction[i], target[i]);
}

/**
 * Writes scale · ∂loss/∂of; the loss is symmetric in its arguments. With a = |of|, b = |other|, s = a + b: for equal signs
 * ∂(2|a − b|/s) = 4b sign(a − b)/s² in a; for opposite signs the loss is 2 and the derivative 0.
 */
export function symmetricPercentageErrorGradient(
  out: Float64Array,
  of: Float64Array,
  other: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    const size = Math.abs(of[i]) + Math.abs(other[i]);
    const sameSign = of[i] * other[i] > 0;
    const slope = (4 * Math.abs(other[i]) * Math.sign(of[i] - other[i])) / size / size;
    out[i] = sameSign || slope !== slope ? scale * slope : 0;
  }
}
