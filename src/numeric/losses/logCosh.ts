/**
 * The log-cosh loss ln cosh r: r²/2 near 0, |r| − ln 2 far away.
 *
 * Domain: all real r. At ±∞: ∞; NaN propagates. Relative error below 1e-15.
 *
 * cosh r = 1 + 2 sinh²(r/2), so near 0 ln cosh r = log1p(2 sinh²(r/2)), which keeps every digit; farther out
 * cosh r = e^|r| (1 + e^(−2|r|)) / 2, so ln cosh r = |r| + log1p(e^(−2|r|)) − ln 2, which does not overflow.
 *
 * Source: Chen et al., Log Hyperbolic Cosine Loss Improves Variational Auto-Encoder (2019); keras.losses.LogCosh.
 */
export function logCosh(residual: number): number {
  const size = Math.abs(residual);
  if (size < 1) {
    const half = Math.sinh(0.5 * size);
    return Math.log1p(2 * half * half);
  }
  return size + Math.log1p(Math.exp(-2 * size)) - Math.LN2;
}

/** tanh r. */
export function logCoshSlope(residual: number): number {
  return Math.tanh(residual);
}

/** sech² r. */
export function logCoshCurvature(residual: number): number {
  const cosh = Math.cosh(residual);
  return 1 / cosh / cosh;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function logCoshTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = logCosh(prediction[i] - target[i]);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function logCoshGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * logCoshSlope(prediction[i] - target[i]);
}
