/**
 * The power loss |r|^p (Lq loss): the absolute error for p = 1, the squared error for p = 2.
 *
 * Domain: all real r, p > 0. At ±∞: ∞; NaN propagates. Error of `Math.pow`, below 1e-15.
 *
 * Source: CatBoost loss_function="Lq"; burn::nn::loss::LpLoss.
 */
export function powerError(residual: number, p: number): number {
  return Math.abs(residual) ** p;
}

/** p sign(r)|r|^(p−1); 0 at r = 0. */
export function powerErrorSlope(residual: number, p: number): number {
  return residual === 0 ? 0 : p * Math.sign(residual) * Math.abs(residual) ** (p - 1);
}

/** p(p − 1)|r|^(p−2). */
export function powerErrorCurvature(residual: number, p: number): number {
  return p * (p - 1) * Math.abs(residual) ** (p - 2);
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function powerErrorTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  p: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = powerError(prediction[i] - target[i], p);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function powerErrorGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  p: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * powerErrorSlope(prediction[i] - target[i], p);
}
