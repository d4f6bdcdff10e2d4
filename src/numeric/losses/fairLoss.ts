import { xMinusLog1p } from '../special/xMinusLog1p';

/**
 * The Fair loss c²(|r|/c − ln(1 + |r|/c)): r²/2 near 0, c|r| far away less a logarithm.
 *
 * Domain: all real r, c > 0. At ±∞: ∞; NaN propagates. Relative error below 1e-15, near 0 too, where the difference
 * cancels (`xMinusLog1p`).
 *
 * Source: Fair, On the Robust Estimation of Econometric Models (1974); LightGBM objective="fair".
 */
export function fairLoss(residual: number, c: number): number {
  return c * c * xMinusLog1p(Math.abs(residual) / c);
}

/** r/(1 + |r|/c). */
export function fairLossSlope(residual: number, c: number): number {
  return residual / (1 + Math.abs(residual) / c);
}

/** (1 + |r|/c)^(−2). */
export function fairLossCurvature(residual: number, c: number): number {
  return (1 + Math.abs(residual) / c) ** -2;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function fairLossTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  c: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = fairLoss(prediction[i] - target[i], c);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function fairLossGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  c: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * fairLossSlope(prediction[i] - target[i], c);
}
