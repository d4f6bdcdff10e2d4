import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import { sum } from '../sums/sum';
import type { Tensor } from '../tensor';

/**
 * Hellinger distance √(½ Σ (√p − √q)²).
 *
 * - `p`, `q`: probabilities ≥ 0 of the same shape; nothing is rescaled.
 * - terms: ½ (√p − √q)² per outcome. The distance is a metric, between 0 and 1 for normalised p and q. No unit.
 * - gradient: ½ (1 − √(q/p)) / (2 H) by p; −∞ at p = 0 < q; 0 where the distance is 0.
 * - accuracy: √p − √q is (p − q)/(√p + √q), which does not cancel for p ≈ q. The form √(1 − Σ√(pq)) would.
 *
 * @see D. Pollard, *A User's Guide to Measure Theoretic Probability* (2002), section 3.3
 */
export function hellinger(p: Tensor, q: Tensor): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => hellingerTerms(p.values, q.values, out, start, end),
    finish: Math.sqrt,
    gradient: () => {
      const terms = new Float64Array(p.values.length);
      hellingerTerms(p.values, q.values, terms, 0, terms.length);
      const distance = Math.sqrt(sum(terms));
      return {
        p: { values: p.values.map((a, i) => slope(a, q.values[i], distance)), shape: p.shape },
        q: { values: q.values.map((b, i) => slope(b, p.values[i], distance)), shape: q.shape },
      };
    },
    normalized: () => sumsToOne(p.values) && sumsToOne(q.values),
    rescaled: () => hellinger(normalized(p), normalized(q)),
  };
}

/** Writes ½ (√p − √q)² of outcomes [start, end) to the front of `out`. */
export function hellingerTerms(
  p: Float64Array,
  q: Float64Array,
  out: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const difference = rootDifference(p[i], q[i]);
    out[i - start] = 0.5 * difference * difference;
  }
}

function rootDifference(a: number, b: number): number {
  return a === b ? 0 : (a - b) / (Math.sqrt(a) + Math.sqrt(b));
}

function slope(a: number, b: number, distance: number): number {
  if (a === b || distance === 0) return 0;
  return (0.25 * rootDifference(a, b)) / (Math.sqrt(a) * distance);
}
