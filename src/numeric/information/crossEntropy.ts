import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import type { Tensor } from '../tensor';
import { logarithm, type LogarithmBase } from './logarithm';

/**
 * Cross-entropy of two distributions H(p, q) = −Σ p log q: the average code length of outcomes of p in a code made for q.
 *
 * - `p`, `q`: probabilities ≥ 0 of the same shape; p is the reference. Nothing is rescaled.
 * - terms: −p log q per outcome; 0·log 0 = 0, and −p·log 0 = +∞ for p > 0. NaN gives NaN.
 * - gradient: −log q by p; −(p/q) log e by q, 0 where p = q = 0.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), theorem 5.4.3
 */
export function crossEntropy(p: Tensor, q: Tensor, base: LogarithmBase): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => crossEntropyTerms(p.values, q.values, base, out, start, end),
    gradient: () => ({
      p: { values: q.values.map((b) => 0 - logarithm(b, base)), shape: p.shape },
      q: { values: q.values.map((b, i) => ratioSlope(p.values[i], b, base)), shape: q.shape },
    }),
    normalized: () => sumsToOne(p.values) && sumsToOne(q.values),
    rescaled: () => crossEntropy(normalized(p), normalized(q), base),
  };
}

/** Writes −p log q of outcomes [start, end) to the front of `out`. */
export function crossEntropyTerms(
  p: Float64Array,
  q: Float64Array,
  base: LogarithmBase,
  out: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const a = p[i];
    const b = q[i];
    out[i - start] = a === 0 ? zeroOrNaN(b) : 0 - a * logarithm(b, base);
  }
}

/** What an outcome with p = 0 contributes: nothing, unless q is NaN, which must not vanish. */
export function zeroOrNaN(q: number): number {
  return q === q ? 0 : NaN;
}

function ratioSlope(p: number, q: number, base: LogarithmBase): number {
  return p === 0 && q === 0 ? 0 : 0 - (p / q) * base.perNat;
}
