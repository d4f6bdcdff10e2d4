import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import type { Tensor } from '../tensor';

/**
 * Total variation distance ½ Σ |p − q|: the largest difference between the probabilities that p and q give to one event.
 *
 * - `p`, `q`: probabilities ≥ 0 of the same shape; nothing is rescaled.
 * - terms: ½ |p − q| per outcome. Between 0 and 1 for normalised p and q, 1 for disjoint supports. No unit.
 * - gradient: ±½; 0 at p = q, where there is a kink.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 11.6
 */
export function totalVariation(p: Tensor, q: Tensor): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) out[i - start] = 0.5 * Math.abs(p.values[i] - q.values[i]);
    },
    gradient: () => ({
      p: { values: p.values.map((a, i) => 0.5 * Math.sign(a - q.values[i])), shape: p.shape },
      q: { values: q.values.map((b, i) => 0.5 * Math.sign(b - p.values[i])), shape: q.shape },
    }),
    normalized: () => sumsToOne(p.values) && sumsToOne(q.values),
    rescaled: () => totalVariation(normalized(p), normalized(q)),
  };
}
