import { positivePart } from '../special/lesser';

/**
 * The ε-insensitive loss max(0, |r| − ε): errors inside the tube cost nothing.
 *
 * Domain: all real r, ε ≥ 0. At ±∞: ∞; NaN propagates. One rounding.
 *
 * Source: Vapnik, The Nature of Statistical Learning Theory (1995); scikit-learn user guide, SVR and SGDRegressor.
 */
export function epsilonInsensitive(residual: number, epsilon: number): number {
  return positivePart(Math.abs(residual) - epsilon);
}

/** sign(r) outside the tube, 0 inside and on its border. */
export function epsilonInsensitiveSlope(residual: number, epsilon: number): number {
  return Math.abs(residual) <= epsilon ? 0 : Math.sign(residual);
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function epsilonInsensitiveTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  epsilon: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++)
    out[k] = epsilonInsensitive(prediction[i] - target[i], epsilon);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function epsilonInsensitiveGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  epsilon: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++)
    out[i] = scale * epsilonInsensitiveSlope(prediction[i] - target[i], epsilon);
}
