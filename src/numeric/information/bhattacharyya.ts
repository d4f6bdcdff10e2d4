import type { Computation } from '../computation';
import { excessOverOne, normalized, sumsToOne } from '../distributions/normalization';
import { sum } from '../sums/sum';
import type { Tensor } from '../tensor';
import { hellingerTerms } from './hellinger';
import { logarithm, type LogarithmBase } from './logarithm';

/**
 * Bhattacharyya distance −log Σ √(p q), or the coefficient Σ √(p q) itself.
 *
 * - `p`, `q`: probabilities ≥ 0 of the same shape; nothing is rescaled.
 * - terms: √(p q) per outcome, the overlap. The coefficient lies between 0 (disjoint) and 1 (equal) for normalised p, q;
 *   the distance is 0 for p = q and +∞ for disjoint supports.
 * - gradient of the coefficient: ½ √(q/p) by p; of the distance: that times −log e over the coefficient.
 * - accuracy: near p = q the coefficient is (Σp + Σq)/2 less the squared Hellinger distance, and its distance from 1 is
 *   put through log1p.
 *
 * @see A. Bhattacharyya, Bulletin of the Calcutta Mathematical Society 35 (1943); `Distances.BhattacharyyaDist` in Julia
 */
export function bhattacharyya(
  p: Tensor,
  q: Tensor,
  kind: 'distance' | 'coefficient',
  base: LogarithmBase,
): Computation {
  const coefficient = overlap(p.values, q.values);
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => overlapTerms(p.values, q.values, out, start, end),
    value: kind === 'coefficient' ? coefficient : distanceOf(p.values, q.values, coefficient, base),
    gradient: () => {
      const scale = kind === 'coefficient' ? 0.5 : (-0.5 * base.perNat) / coefficient;
      return {
        p: { values: p.values.map((a, i) => scale * Math.sqrt(q.values[i] / a)), shape: p.shape },
        q: { values: q.values.map((b, i) => scale * Math.sqrt(p.values[i] / b)), shape: q.shape },
      };
    },
    parts: { coefficient },
    normalized: () => sumsToOne(p.values) && sumsToOne(q.values),
    rescaled: () => bhattacharyya(normalized(p), normalized(q), kind, base),
  };
}

function overlapTerms(p: Float64Array, q: Float64Array, out: Float64Array, start: number, end: number): void {
  // The product of the roots, since the product of the probabilities may underflow.
  for (let i = start; i < end; i++) out[i - start] = Math.sqrt(p[i]) * Math.sqrt(q[i]);
}

function overlap(p: Float64Array, q: Float64Array): number {
  const terms = new Float64Array(p.length);
  overlapTerms(p, q, terms, 0, terms.length);
  return sum(terms);
}

function distanceOf(p: Float64Array, q: Float64Array, coefficient: number, base: LogarithmBase): number {
  if (!(Math.abs(coefficient - 1) < 0.25)) return 0 - logarithm(coefficient, base);
  const squares = new Float64Array(p.length);
  hellingerTerms(p, q, squares, 0, squares.length);
  const excess = (excessOverOne(p) + excessOverOne(q)) / 2 - sum(squares);
  return 0 - Math.log1p(excess) * base.perNat;
}
