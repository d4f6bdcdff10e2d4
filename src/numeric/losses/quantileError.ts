import { positivePart } from '../special/lesser';

/**
 * The quantile (pinball) loss of d = target − prediction = −r: q·d for d ≥ 0, (q − 1)·d for d < 0.
 *
 * Domain: all real r, q in [0, 1]. At ±∞: ∞ (q in the open interval); NaN propagates. Two roundings.
 *
 * Source: sklearn.metrics.mean_pinball_loss; Koenker and Bassett, Regression Quantiles (1978).
 */
export function quantileError(residual: number, q: number): number {
  return q * positivePart(-residual) + (1 - q) * positivePart(residual);
}

/** 1 − q above the target, −q below it; 0 at the kink. */
export function quantileErrorSlope(residual: number, q: number): number {
  if (residual === 0) return 0;
  return residual < 0 ? -q : 1 - q + 0 * residual;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function quantileErrorTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  q: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = quantileError(prediction[i] - target[i], q);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function quantileErrorGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  q: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * quantileErrorSlope(prediction[i] - target[i], q);
}
