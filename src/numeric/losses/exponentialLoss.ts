/**
 * The exponential loss e^(−z) of a margin z = y·f.
 *
 * Domain: all real z. At −∞: ∞ (from −709.8 on); at ∞: 0; NaN propagates. Error of `Math.exp`.
 *
 * Source: Freund and Schapire, AdaBoost (1997); sklearn GradientBoostingClassifier(loss="exponential").
 */
export function exponentialLoss(margin: number): number {
  return Math.exp(-margin);
}

/** d/dz = −e^(−z). */
export function exponentialLossSlope(margin: number): number {
  return -Math.exp(-margin);
}

/** e^(−z). */
export function exponentialLossCurvature(margin: number): number {
  return Math.exp(-margin);
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function exponentialLossTerms(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = exponentialLoss(score[i] * target[i]);
}

/** Writes scale · ∂loss/∂score = scale · y · slope(y·f) of every element. */
export function exponentialLossGradient(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++)
    out[i] = scale * target[i] * exponentialLossSlope(score[i] * target[i]);
}
