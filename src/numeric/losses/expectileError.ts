/**
 * The expectile loss of d = target − prediction = −r: α·d² for d ≥ 0, (1 − α)·d² for d < 0; α = ½ is half the squared error.
 *
 * Domain: all real r, α in [0, 1]. At ±∞: ∞ (α in the open interval); NaN propagates. Three roundings.
 *
 * Source: Newey and Powell, Asymmetric Least Squares Estimation and Testing (1987); XGBoost reg:expectileerror.
 */
export function expectileError(residual: number, alpha: number): number {
  return (residual <= 0 ? alpha : 1 - alpha) * residual * residual;
}

/** 2αr below the target, 2(1 − α)r above it. */
export function expectileErrorSlope(residual: number, alpha: number): number {
  return 2 * (residual <= 0 ? alpha : 1 - alpha) * residual;
}

/** 2α below the target, 2(1 − α) above it. */
export function expectileErrorCurvature(residual: number, alpha: number): number {
  return 2 * (residual <= 0 ? alpha : 1 - alpha);
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function expectileErrorTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  alpha: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = expectileError(prediction[i] - target[i], alpha);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function expectileErrorGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  alpha: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * expectileErrorSlope(prediction[i] - target[i], alpha);
}
