/**
 * The pseudo-Huber loss δ²(√(1 + (r/δ)²) − 1): r²/2 near 0, δ|r| far away, smooth between.
 *
 * Domain: all real r, δ > 0. At ±∞: ∞; NaN propagates. Relative error below 1e-15.
 *
 * √(1 + z²) − 1 = z²/(√(1 + z²) + 1) does not cancel for small z; with z = r/δ the loss is r · r/(√(1 + z²) + 1). Where z²
 * would overflow, √(1 + z²) is |z|.
 *
 * Source: scipy.special.pseudo_huber; Charbonnier et al., Deterministic Edge-Preserving Regularization (1997).
 */
export function pseudoHuber(residual: number, delta: number): number {
  const z = residual / delta;
  if (Math.abs(z) > 1e150) return delta * Math.abs(residual);
  return residual * (residual / (Math.sqrt(1 + z * z) + 1));
}

/** r/√(1 + (r/δ)²). */
export function pseudoHuberSlope(residual: number, delta: number): number {
  const z = residual / delta;
  if (Math.abs(z) > 1e150) return delta * Math.sign(residual);
  return residual / Math.sqrt(1 + z * z);
}

/** (1 + (r/δ)²)^(−3/2). */
export function pseudoHuberCurvature(residual: number, delta: number): number {
  const z = residual / delta;
  return (1 + z * z) ** -1.5;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function pseudoHuberTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  delta: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = pseudoHuber(prediction[i] - target[i], delta);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function pseudoHuberGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  delta: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * pseudoHuberSlope(prediction[i] - target[i], delta);
}
