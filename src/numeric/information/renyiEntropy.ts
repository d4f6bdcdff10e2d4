import type { Computation } from '../computation';
import { excessOverOne, normalized, sumsToOne } from '../distributions/normalization';
import { sum } from '../sums/sum';
import type { Tensor } from '../tensor';
import { entropy } from './entropy';
import { logarithm, type LogarithmBase } from './logarithm';

/** Within this distance from 1 the order is treated by log1p and expm1, without which log(Σ p^α)/(1 − α) is noise. */
const nearOne = 0.1;

/**
 * Rényi's entropy H_α = log(Σ p^α) / (1 − α).
 *
 * - `p`: probabilities ≥ 0 of any shape; nothing is rescaled.
 * - `order`: α ≥ 0. 0 counts the possible outcomes (Hartley's entropy), 1 is Shannon's entropy, 2 the collision entropy,
 *   ∞ the min-entropy −log max p. Decreasing in α; between 0 and log n for normalised p.
 * - terms: p^α per outcome (for α = 1 those of Shannon's entropy, for α = ∞ p itself).
 * - gradient: α/(1 − α) p^(α−1) / Σ p^α · log e.
 * - accuracy: the largest p is factored out, so that p^α neither over- nor underflows; near α = 1 the sum's distance
 *   from 1 is put through log1p.
 *
 * @see A. Rényi, *On Measures of Entropy and Information*, Fourth Berkeley Symposium (1961)
 */
export function renyiEntropy(p: Tensor, order: number, base: LogarithmBase): Computation {
  if (order === 1) return entropy(p, base);
  const { values, shape } = p;
  return {
    shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) {
        out[i - start] = order === Infinity ? values[i] : powerOf(values[i], order);
      }
    },
    value: valueOf(values, order, base),
    gradient: () => ({ p: { values: gradientOf(values, order, base), shape } }),
    normalized: () => sumsToOne(values),
    rescaled: () => renyiEntropy(normalized(p), order, base),
  };
}

/** x^α, with 0^0 = 0: an impossible outcome is not counted. */
function powerOf(x: number, order: number): number {
  return x === 0 ? 0 : x ** order;
}

function valueOf(p: Float64Array, order: number, base: LogarithmBase): number {
  const largest = p.reduce((m, x) => (x > m || x !== x ? x : m), 0);
  if (order === Infinity) return 0 - logarithm(largest, base);
  if (Math.abs(order - 1) < nearOne) return nearShannon(p, order) * base.perNat;
  const scaled = sum(p.map((x) => powerOf(x / largest, order)));
  return (order * logarithm(largest, base) + logarithm(scaled, base)) / (1 - order);
}

/** In nats: Σ p^α − 1 = (Σ p − 1) + Σ p (p^(α−1) − 1). */
function nearShannon(p: Float64Array, order: number): number {
  const excess = sum(p.map((x) => (x === 0 ? 0 : x * Math.expm1((order - 1) * Math.log(x)))));
  return Math.log1p(excessOverOne(p) + excess) / (1 - order);
}

function gradientOf(p: Float64Array, order: number, base: LogarithmBase): Float64Array {
  const largest = p.reduce((m, x) => Math.max(m, x), 0);
  if (order === Infinity) return p.map((x) => (x === largest ? -base.perNat / x : 0));
  const scaled = sum(p.map((x) => powerOf(x / largest, order)));
  const factor = ((order / (1 - order)) * base.perNat) / (largest * scaled);
  return p.map((x) => (x === 0 && order === 0 ? 0 : factor * (x / largest) ** (order - 1)));
}
