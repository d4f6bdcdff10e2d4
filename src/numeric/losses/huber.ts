import { clip, lesser } from '../special/lesser';

/**
 * The Huber loss: r²/2 for |r| ≤ δ, else δ(|r| − δ/2). Slope δ in its linear part.
 *
 * Domain: all real r, δ > 0 and finite. At ±∞: ∞; NaN propagates. Three roundings.
 *
 * With c = min(|r|, δ) both branches are c(|r| − c/2): r·r/2 for c = |r|, δ(|r| − δ/2) for c = δ.
 *
 * Source: torch.nn.HuberLoss; scipy.special.huber; Huber, Robust Estimation of a Location Parameter (1964).
 */
export function huber(residual: number, delta: number): number {
  const size = Math.abs(residual);
  const clipped = lesser(size, delta);
  return clipped * (size - 0.5 * clipped);
}

/** r clipped to [−δ, δ]. */
export function huberSlope(residual: number, delta: number): number {
  return clip(residual, delta);
}

/** 1 inside δ, 0 outside. */
export function huberCurvature(residual: number, delta: number): number {
  return Math.abs(residual) > delta ? 0 : 1;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function huberTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  delta: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = huber(prediction[i] - target[i], delta);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function huberGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  delta: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * huberSlope(prediction[i] - target[i], delta);
}
