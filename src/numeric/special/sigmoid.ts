import { positivePart } from './lesser';

/**
 * ln(1 + e^x), the softplus.
 *
 * Domain: all real x. At −∞: 0; at ∞: ∞; NaN propagates. Nats. Relative error below 1e-15: max(x, 0) + log1p(e^(−|x|))
 * neither overflows for large x nor loses the digits of e^x for very negative x.
 */
export function softplus(x: number): number {
  return positivePart(x) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * The logistic sigmoid 1/(1 + e^(−x)).
 *
 * Domain: all real x. At −∞: 0; at ∞: 1; NaN propagates. Relative error below 1e-15, for very negative x too, where the
 * form e^x/(1 + e^x) does not overflow.
 */
export function sigmoid(x: number): number {
  const small = Math.exp(-Math.abs(x));
  return (x < 0 ? small : 1) / (1 + small);
}
