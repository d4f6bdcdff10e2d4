/**
 * The squared error r² of a residual r = prediction − target (L2 loss).
 *
 * Domain: all real r. At ±∞: ∞; overflows to ∞ beyond |r| = 1.3e154; NaN propagates. One rounding.
 *
 * Source: torch.nn.MSELoss; sklearn.metrics.mean_squared_error.
 */
export function squaredError(residual: number): number {
  return residual * residual;
}

/** 2r. */
export function squaredErrorSlope(residual: number): number {
  return 2 * residual;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function squaredErrorTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = squaredError(prediction[i] - target[i]);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function squaredErrorGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * squaredErrorSlope(prediction[i] - target[i]);
}
