import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import type { Tensor } from '../tensor';
import { logarithm, type LogarithmBase } from './logarithm';

/**
 * Shannon's entropy H = −Σ p log p of a table of any shape; a joint table gives the joint entropy H(X, Y, …).
 *
 * - `p`: probabilities ≥ 0 of any shape. Nothing is rescaled: numbers that do not sum to 1 give the plain sum.
 * - `base`: 2 gives bits, e nats, 10 hartleys.
 * - terms: −p log p per outcome; 0·log 0 = 0, its limit; p = ∞ gives −∞, NaN gives NaN.
 * - gradient: −log p − log e; +∞ at p = 0, the one-sided limit.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 2.1
 */
export function entropy(p: Tensor, base: LogarithmBase): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => entropyTerms(p.values, base, out, start, end),
    gradient: () => ({ p: { values: entropyGradient(p.values, base), shape: p.shape } }),
    normalized: () => sumsToOne(p.values),
    rescaled: () => entropy(normalized(p), base),
  };
}

/** Writes −p log p of outcomes [start, end) to the front of `out`. */
export function entropyTerms(
  p: Float64Array,
  base: LogarithmBase,
  out: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const x = p[i];
    // Subtracting from 0 keeps a certain outcome's term 0 rather than −0.
    out[i - start] = x === 0 ? 0 : 0 - x * logarithm(x, base);
  }
}

/** d(−Σ p log p)/dp = −log p − log e. */
export function entropyGradient(p: Float64Array, base: LogarithmBase): Float64Array {
  const gradient = new Float64Array(p.length);
  for (let i = 0; i < p.length; i++) gradient[i] = -logarithm(p[i], base) - base.perNat;
  return gradient;
}
