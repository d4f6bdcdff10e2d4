import { sigmoid, softplus } from '../special/sigmoid';

/**
 * The logistic loss ln(1 + e^(−z)) of a margin z = y·f: the binary cross-entropy of the logit f.
 *
 * Domain: all real z. At −∞: ∞; at ∞: 0; NaN propagates. Nats. Relative error below 1e-15 (softplus of −z neither overflows
 * nor loses the digits of a tiny loss).
 *
 * Source: torch.nn.SoftMarginLoss.
 */
export function logisticLoss(margin: number): number {
  return softplus(-margin);
}

/** d/dz = −σ(−z). */
export function logisticLossSlope(margin: number): number {
  return -sigmoid(-margin);
}

/** σ(z) σ(−z). */
export function logisticLossCurvature(margin: number): number {
  return sigmoid(margin) * sigmoid(-margin);
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function logisticLossTerms(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = logisticLoss(score[i] * target[i]);
}

/** Writes scale · ∂loss/∂score = scale · y · slope(y·f) of every element. */
export function logisticLossGradient(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * target[i] * logisticLossSlope(score[i] * target[i]);
}
