import type { ShapedLoss } from './softmaxShape';

/**
 * The generalised cross-entropy of a true-class probability p with ℓ = −ln p: (1 − p^q)/q = −expm1(−qℓ)/q.
 *
 * Domain: ℓ ≥ 0, q in (0, 1]; q → 0 is the cross-entropy, q = 1 is 1 − p. At ℓ = ∞: 1/q; NaN propagates. Relative error
 * below 1e-15.
 *
 * Source: Zhang and Sabuncu, Generalized Cross Entropy Loss for Training Deep Neural Networks with Noisy Labels (2018).
 */
export function generalizedCrossEntropy(q: number): ShapedLoss {
  return {
    value: (loss) => -Math.expm1(-q * loss) / q,
    slope: (loss) => Math.exp(-q * loss),
  };
}

/** Writes (1 − p_y^q)/q of rows [start, end) of probabilities. */
export function generalizedCrossEntropyTerms(
  out: Float64Array,
  probabilities: Float64Array,
  classes: number,
  classIndex: Float64Array,
  q: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    out[k] = -Math.expm1(q * Math.log(probabilities[i * classes + classIndex[i]])) / q;
  }
}

/** Writes scale · ∂/∂p_y = −scale · p_y^(q−1), 0 for the other classes. */
export function generalizedCrossEntropyGradient(
  out: Float64Array,
  probabilities: Float64Array,
  classes: number,
  classIndex: Float64Array,
  q: number,
  scale: number,
): void {
  for (let i = 0; i < classIndex.length; i++) {
    const index = i * classes + classIndex[i];
    out[index] = -scale * probabilities[index] ** (q - 1);
  }
}
