import type { ShapedLoss } from './softmaxShape';

/**
 * The Poly-1 loss of a true-class probability p with ℓ = −ln p: ℓ + ε(1 − p).
 *
 * Domain: ℓ ≥ 0, all real ε. At ℓ = 0: 0; at ∞: ∞; NaN propagates. Nats. 1 − p is −expm1(−ℓ), which keeps every digit.
 *
 * Source: Leng et al., PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions (2022).
 */
export function poly1(epsilon: number): ShapedLoss {
  return {
    value: (loss) => loss - epsilon * Math.expm1(-loss),
    slope: (loss) => 1 + epsilon * Math.exp(-loss),
  };
}
