const halfLogTwoPi = 0.9189385332046728;

/**
 * The negative log-likelihood of a normal distribution, ½(ln v + r²/v), with v the variance raised to at least ε.
 *
 * Domain: variance ≥ 0, ε ≥ 0. At v = 0 (only if ε is 0): ∞, or −∞ for r = 0; at infinite r: ∞; NaN propagates. Nats.
 * Four roundings. `constant` is added: ½ ln 2π for the whole likelihood, else 0.
 *
 * Source: torch.nn.GaussianNLLLoss (ε = 1e-6, without the constant unless full).
 */
export function gaussianNll(residual: number, variance: number, epsilon: number, constant: number): number {
  const v = variance < epsilon ? epsilon : variance;
  if (v === 0) return residual === 0 ? -Infinity : Infinity;
  return 0.5 * (Math.log(v) + (residual / v) * residual) + constant;
}

/** The constant of the whole likelihood: ½ ln 2π, or 0 where it is left out. */
export function gaussianConstant(full: boolean): number {
  return full ? halfLogTwoPi : 0;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function gaussianNllTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  variance: Float64Array,
  epsilon: number,
  constant: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    out[k] = gaussianNll(prediction[i] - target[i], variance[i], epsilon, constant);
  }
}

/** Writes scale · ∂loss/∂prediction = scale · r/v. */
export function gaussianNllGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  variance: Float64Array,
  epsilon: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    out[i] = (scale * (prediction[i] - target[i])) / Math.max(variance[i], epsilon);
  }
}

/** Writes scale · ∂loss/∂variance = scale · ½(1 − r²/v)/v; 0 where the variance is raised to ε. */
export function gaussianNllVarianceGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  variance: Float64Array,
  epsilon: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    const v = variance[i];
    const residual = prediction[i] - target[i];
    out[i] = v < epsilon ? 0 : (scale * 0.5 * (1 - (residual / v) * residual)) / v;
  }
}
