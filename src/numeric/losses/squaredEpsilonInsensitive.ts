import { positivePart } from '../special/lesser';

/**
 * The squared ε-insensitive loss max(0, |r| − ε)².
 *
 * Domain: all real r, ε ≥ 0. At ±∞: ∞; NaN propagates. Two roundings.
 *
 * Source: scikit-learn user guide, LinearSVR and SGDRegressor.
 */
export function squaredEpsilonInsensitive(residual: number, epsilon: number): number {
  const excess = positivePart(Math.abs(residual) - epsilon);
  return excess * excess;
}

/** 2 sign(r) max(0, |r| − ε). */
export function squaredEpsilonInsensitiveSlope(residual: number, epsilon: number): number {
  return 2 * Math.sign(residual) * positivePart(Math.abs(residual) - epsilon);
}

/** 2 outside the tube, 0 inside. */
export function squaredEpsilonInsensitiveCurvature(residual: number, epsilon: number): number {
  return Math.abs(residual) <= epsilon ? 0 : 2;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function squaredEpsilonInsensitiveTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  epsilon: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++)
    out[k] = squaredEpsilonInsensitive(prediction[i] - target[i], epsilon);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function squaredEpsilonInsensitiveGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  epsilon: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++)
    out[i] = scale * squaredEpsilonInsensitiveSlope(prediction[i] - target[i], epsilon);
}
