import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import type { Tensor } from '../tensor';
import { logarithmOfRatio, type LogarithmBase } from './logarithm';

/**
 * Jeffreys' divergence D(p‖q) + D(q‖p) = Σ (p − q) log(p/q), the symmetric sum of both Kullback–Leibler divergences.
 *
 * - `p`, `q`: probabilities ≥ 0 of the same shape; nothing is rescaled.
 * - terms: (p − q) log(p/q) per outcome, each ≥ 0: both factors change sign together, so nothing cancels. 0 where p = q,
 *   also where both are 0; +∞ where exactly one is 0.
 * - gradient: log(p/q) + (1 − q/p) log e by p and likewise by q.
 *
 * @see H. Jeffreys, *An invariant form for the prior probability in estimation problems*, Proc. Royal Society A 186 (1946)
 */
export function jeffreys(p: Tensor, q: Tensor, base: LogarithmBase): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) {
        const a = p.values[i];
        const b = q.values[i];
        out[i - start] = a === b ? 0 : (a - b) * logarithmOfRatio(a, b, base);
      }
    },
    gradient: () => ({
      p: { values: p.values.map((a, i) => slope(a, q.values[i], base)), shape: p.shape },
      q: { values: q.values.map((b, i) => slope(b, p.values[i], base)), shape: q.shape },
    }),
    normalized: () => sumsToOne(p.values) && sumsToOne(q.values),
    rescaled: () => jeffreys(normalized(p), normalized(q), base),
  };
}

function slope(a: number, b: number, base: LogarithmBase): number {
  return a === b ? 0 : logarithmOfRatio(a, b, base) + ((a - b) / a) * base.perNat;
}
