/**
 * The absolute error |r| of a residual r = prediction − target (L1 loss).
 *
 * Domain: all real r. At ±∞: ∞; NaN propagates. Exact.
 *
 * Source: torch.nn.L1Loss; sklearn.metrics.mean_absolute_error.
 */
export function absoluteError(residual: number): number {
  return Math.abs(residual);
}

/** sign(r); 0 at the kink r = 0, as PyTorch has it. */
export function absoluteErrorSlope(residual: number): number {
  return Math.sign(residual);
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function absoluteErrorTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = absoluteError(prediction[i] - target[i]);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function absoluteErrorGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * absoluteErrorSlope(prediction[i] - target[i]);
}
