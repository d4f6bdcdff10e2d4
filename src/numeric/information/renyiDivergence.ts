import type { Computation } from '../computation';
import { excessOverOne, normalized, sumsToOne } from '../distributions/normalization';
import { sum } from '../sums/sum';
import type { Tensor } from '../tensor';
import { klDivergence } from './klDivergence';
import { type LogarithmBase, logarithmOfRatio, nats } from './logarithm';

/** Within this distance from 1 the order is treated by log1p and expm1; log(Σ …)/(α − 1) is noise there. */
const nearOne = 0.1;

/**
 * Rényi's divergence D_α(p‖q) = log(Σ p^α q^(1−α)) / (α − 1).
 *
 * - `p`, `q`: probabilities ≥ 0 of the same shape; nothing is rescaled.
 * - `order`: α ≥ 0. 1 is the Kullback–Leibler divergence, ½ twice the Bhattacharyya distance, ∞ the log of the largest
 *   p/q, 0 is −log of the q-probability of what p allows. Increasing in α.
 * - terms: p^α q^(1−α) per outcome (for α = 1 those of KL, for α = ∞ p/q).
 * - value: for α ≥ 1 +∞ as soon as q = 0 < p; for α < 1 only if the supports are disjoint.
 * - gradient: α/(α − 1) (p/q)^(α−1) / S by p and −(p/q)^α / S by q, S being the sum of the terms, times log e. For
 *   α = ∞ of the largest ratio only; for α = 0 not by p, which only says what is allowed.
 * - accuracy: powers are taken through logarithms with the largest factored out; near α = 1 through log1p and expm1.
 *
 * @see T. van Erven, P. Harremoës, *Rényi Divergence and Kullback–Leibler Divergence*, IEEE Trans. Inf. Theory 60 (2014)
 */
export function renyiDivergence(p: Tensor, q: Tensor, order: number, base: LogarithmBase): Computation {
  if (order === 1) return klDivergence(p, q, base);
  const { values, shape } = p;
  return {
    shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) out[i - start] = term(values[i], q.values[i], order);
    },
    value: valueOf(values, q.values, order) * base.perNat,
    gradient: () => {
      const slopes =
        order === Infinity ? slopesOfLargest(values, q.values) : slopesOf(values, q.values, order);
      return {
        p: { values: slopes.p.map((slope) => slope * base.perNat), shape },
        q: { values: slopes.q.map((slope) => slope * base.perNat), shape },
      };
    },
    normalized: () => sumsToOne(values) && sumsToOne(q.values),
    rescaled: () => renyiDivergence(normalized(p), normalized(q), order, base),
  };
}

function term(p: number, q: number, order: number): number {
  if (order === Infinity) return p === 0 ? 0 : p / q;
  return Math.exp(logarithmOfTerm(p, q, order));
}

/** ln(p^α q^(1−α)) = ln p + (α − 1) ln(p/q); −∞ for outcomes that do not count. */
function logarithmOfTerm(p: number, q: number, order: number): number {
  if (p === 0) return q === q ? -Infinity : NaN;
  if (q === 0) return order < 1 ? -Infinity : Infinity;
  return order === 0 ? Math.log(q) : Math.log(p) + (order - 1) * logarithmOfRatio(p, q, nats);
}

/** In nats. */
function valueOf(p: Float64Array, q: Float64Array, order: number): number {
  if (order === Infinity) return largestLogRatio(p, q);
  if (Math.abs(order - 1) < nearOne) return nearKl(p, q, order);
  const logarithms = p.map((x, i) => logarithmOfTerm(x, q[i], order));
  const largest = largestOf(logarithms);
  // Disjoint supports, or an outcome that q excludes: the limit itself.
  if (!Number.isFinite(largest)) return largest / (order - 1);
  return (largest + Math.log(sum(logarithms.map((l) => Math.exp(l - largest))))) / (order - 1);
}

function largestLogRatio(p: Float64Array, q: Float64Array): number {
  return largestOf(p.map((x, i) => (x === 0 ? -Infinity : logarithmOfRatio(x, q[i], nats))));
}

interface Slopes {
  readonly p: Float64Array;
  readonly q: Float64Array;
}

/** In nats. Powers of the ratio over S, all as one exponential. */
function slopesOf(p: Float64Array, q: Float64Array, order: number): Slopes {
  const logarithmOfSum = valueOf(p, q, order) * (order - 1);
  const power = (i: number, exponent: number): number => {
    if (p[i] === 0 && (q[i] === 0 || exponent === 0)) return 0;
    const grown = exponent === 0 ? 0 : exponent * logarithmOfRatio(p[i], q[i], nats);
    return Math.exp(grown - logarithmOfSum);
  };
  const factor = order / (order - 1);
  return {
    p: p.map((_, i) => (order === 0 ? 0 : factor * power(i, order - 1) + 0)),
    q: q.map((_, i) => 0 - power(i, order)),
  };
}

/** Of log(p/q) where that is largest; everything else could move without changing the value. */
function slopesOfLargest(p: Float64Array, q: Float64Array): Slopes {
  const largest = largestLogRatio(p, q);
  const isLargest = (i: number): boolean => p[i] !== 0 && logarithmOfRatio(p[i], q[i], nats) === largest;
  return {
    p: p.map((x, i) => (isLargest(i) ? 1 / x : 0)),
    q: q.map((x, i) => (isLargest(i) ? -1 / x : 0)),
  };
}

function largestOf(values: Float64Array): number {
  return values.reduce((m, x) => (x > m || x !== x ? x : m), -Infinity);
}

/** Σ p^α q^(1−α) − 1 = (Σ p − 1) + Σ p ((p/q)^(α−1) − 1). */
function nearKl(p: Float64Array, q: Float64Array, order: number): number {
  const excess = sum(
    p.map((x, i) => (x === 0 ? 0 : x * Math.expm1((order - 1) * logarithmOfRatio(x, q[i], nats)))),
  );
  return Math.log1p(excessOverOne(p) + excess) / (order - 1);
}
