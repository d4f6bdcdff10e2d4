import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import type { Tensor } from '../tensor';
import { zeroOrNaN } from './crossEntropy';
import { logarithmOfRatio, type LogarithmBase } from './logarithm';

/**
 * Kullback–Leibler divergence D(p‖q) = Σ p log(p/q), the relative entropy of p from q.
 *
 * - `p`, `q`: probabilities ≥ 0 of the same shape; p is the reference over which is averaged. Nothing is rescaled.
 * - `base`: 2 gives bits, e nats, 10 hartleys.
 * - terms: p log(p/q) per outcome; 0·log(0/q) = 0 even for q = 0, and p·log(p/0) = +∞ for p > 0. Single terms may be
 *   negative; the sum is not when both sum to 1. NaN gives NaN.
 * - gradient: log(p/q) + log e by p, −(p/q) log e by q; for p = 0 the former is −∞, for p = q = 0 both are 0.
 * - accuracy: near p = q through log1p of the exact difference; a quotient that overflows is never formed.
 *
 * This is `scipy.special.rel_entr` summed; `scipy.special.kl_div` adds −p + q, `torch.nn.KLDivLoss` takes (log q, p).
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 2.3
 */
export function klDivergence(p: Tensor, q: Tensor, base: LogarithmBase): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => klTerms(p.values, q.values, base, out, start, end),
    gradient: () => klGradient(p, q, base),
    normalized: () => sumsToOne(p.values) && sumsToOne(q.values),
    rescaled: () => klDivergence(normalized(p), normalized(q), base),
  };
}

/** Writes p log(p/q) of outcomes [start, end) to the front of `out`. */
export function klTerms(
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
    out[i - start] = a === 0 ? zeroOrNaN(b) : a * logarithmOfRatio(a, b, base);
  }
}

function klGradient(p: Tensor, q: Tensor, base: LogarithmBase): { readonly [slot: string]: Tensor } {
  const byP = new Float64Array(p.values.length);
  const byQ = new Float64Array(q.values.length);
  for (let i = 0; i < byP.length; i++) {
    const a = p.values[i];
    const b = q.values[i];
    if (a === 0 && b === 0) continue;
    byP[i] = logarithmOfRatio(a, b, base) + base.perNat;
    byQ[i] = 0 - (a / b) * base.perNat;
  }
  return { p: { values: byP, shape: p.shape }, q: { values: byQ, shape: q.shape } };
}
