import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import type { Tensor } from '../tensor';
import { logarithmOfRatio, type LogarithmBase } from './logarithm';

/**
 * Generalised Kullback–Leibler divergence Σ (p log(p/q) − p + q), also I-divergence: for non-negative arrays that need
 * not sum to 1.
 *
 * - `p`, `q`: numbers ≥ 0 of the same shape.
 * - terms: p ln(p/q) − p + q, each ≥ 0 and 0 only for p = q, in nats; another base divides the whole term by ln b.
 *   p = 0 leaves q; q = 0 < p gives +∞.
 * - gradient: log(p/q) by p, (1 − p/q) log e by q; −∞ by p at p = 0 < q.
 * - accuracy: near p = q the term is of second order; it is computed from a series there and not by cancellation.
 *
 * This is `scipy.special.kl_div` summed. Equal to KL where both sums are equal.
 *
 * @see I. Csiszár, *Why Least Squares and Maximum Entropy?*, Annals of Statistics 19 (1991)
 */
export function generalizedKl(p: Tensor, q: Tensor, base: LogarithmBase): Computation {
  const nats = base.perNat;
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: true,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) out[i - start] = generalizedTerm(p.values[i], q.values[i]) * nats;
    },
    gradient: (reduction) => gradientOf(p, q, base, reduction === 'mean' ? p.values.length : 1),
    normalized: () => sumsToOne(p.values) && sumsToOne(q.values),
    rescaled: () => generalizedKl(normalized(p), normalized(q), base),
  };
}

/**
 * p ln(p/q) − p + q = q ((1 + δ) ln(1 + δ) − δ) with δ = (p − q)/q. For small δ the bracket is
 * (1 + δ) (ln(1 + δ) − δ) + δ², whose first difference `log1pMinus` has as a whole.
 */
function generalizedTerm(p: number, q: number): number {
  if (p === 0) return q;
  if (q === 0) return p > 0 ? Infinity : NaN;
  const delta = (p - q) / q;
  if (Math.abs(delta) < 0.25) return q * ((1 + delta) * log1pMinus(delta) + delta * delta);
  const ratio = p / q;
  const logarithm = ratio > 1e-290 && ratio < Infinity ? Math.log(ratio) : Math.log(p) - Math.log(q);
  return p * logarithm - p + q;
}

/** 1/3, 1/5, 1/7 … as far as r² ≤ (1/7)² makes them count. */
const oddInverses = [3, 5, 7, 9, 11, 13, 15, 17, 19].map((k) => 1 / k);

/**
 * ln(1 + x) − x for |x| ≤ ¼. With r = x/(2 + x), ln(1 + x) = 2 artanh r and x − 2r = x r, so that the first-order terms
 * cancel on paper: 2 (r³/3 + r⁵/5 + …) − x r.
 */
export function log1pMinus(x: number): number {
  const r = x / (2 + x);
  const square = r * r;
  let series = 0;
  for (let k = oddInverses.length - 1; k >= 0; k--) series = series * square + oddInverses[k];
  return 2 * r * square * series - x * r;
}

function gradientOf(
  p: Tensor,
  q: Tensor,
  base: LogarithmBase,
  divisor: number,
): { readonly [slot: string]: Tensor } {
  const byP = new Float64Array(p.values.length);
  const byQ = new Float64Array(q.values.length);
  for (let i = 0; i < byP.length; i++) {
    const a = p.values[i];
    const b = q.values[i];
    if (a === b) continue;
    byP[i] = logarithmOfRatio(a, b, base) / divisor;
    byQ[i] = (((b - a) / b) * base.perNat) / divisor;
  }
  return { p: { values: byP, shape: p.shape }, q: { values: byQ, shape: q.shape } };
}
