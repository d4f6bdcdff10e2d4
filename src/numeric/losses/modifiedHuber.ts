/**
 * The modified Huber loss of a margin z = y·f: max(0, 1 − z)² for z ≥ −1, else −4z.
 *
 * Domain: all real z. At −∞: ∞; at ∞: 0; NaN propagates. Two roundings.
 *
 * Source: Zhang, Solving Large Scale Linear Prediction Problems (2004); sklearn SGDClassifier(loss="modified_huber").
 */
export function modifiedHuber(margin: number): number {
  if (margin < -1) return -4 * margin;
  const lack = Math.max(0, 1 - margin);
  return lack * lack;
}

/** d/dz: −4 below −1, then −2 max(0, 1 − z). */
export function modifiedHuberSlope(margin: number): number {
  if (margin < -1) return -4;
  return -2 * Math.max(0, 1 - margin);
}

/** 2 between −1 and 1, else 0. */
export function modifiedHuberCurvature(margin: number): number {
  return margin >= -1 && margin < 1 ? 2 : 0;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function modifiedHuberTerms(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = modifiedHuber(score[i] * target[i]);
}

/** Writes scale · ∂loss/∂score = scale · y · slope(y·f) of every element. */
export function modifiedHuberGradient(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * target[i] * modifiedHuberSlope(score[i] * target[i]);
}
