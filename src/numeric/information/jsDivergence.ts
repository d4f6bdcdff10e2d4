import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import { sum } from '../sums/sum';
import type { Tensor } from '../tensor';
import { logarithmOfRatio, nats, type LogarithmBase } from './logarithm';

/**
 * Jensen–Shannon divergence ½ D(p‖m) + ½ D(q‖m) with m = (p + q)/2, or its square root, the Jensen–Shannon distance.
 *
 * - `p`, `q`: probabilities ≥ 0 of the same shape. Nothing is rescaled. Symmetric in p and q.
 * - terms: those of the divergence, one an outcome, never negative; outcomes impossible under both contribute 0.
 * - value: finite even for disjoint supports, where it is log 2 (1 bit), its maximum. `root` takes the square root, as
 *   `scipy.spatial.distance.jensenshannon` does; only the root is a metric.
 * - gradient: ½ log(p/m) by p, ½ log(q/m) by q (for the root divided by twice its value); 0 where p = q = 0, and
 *   where the root is 0.
 *
 * @see J. Lin, *Divergence Measures Based on the Shannon Entropy*, IEEE Transactions on Information Theory 37 (1991)
 */
export function jsDivergence(p: Tensor, q: Tensor, base: LogarithmBase, root: boolean): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => jsTerms(p.values, q.values, base, out, start, end),
    ...(root && { finish: Math.sqrt }),
    gradient: () => gradientOf(p, q, base, root),
    normalized: () => sumsToOne(p.values) && sumsToOne(q.values),
    rescaled: () => jsDivergence(normalized(p), normalized(q), base, root),
  };
}

/** Writes the contributions of outcomes [start, end) to the front of `out`. */
export function jsTerms(
  p: Float64Array,
  q: Float64Array,
  base: LogarithmBase,
  out: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) out[i - start] = jsTerm(p[i], q[i], base);
}

/**
 * ½ p log(p/m) + ½ q log(q/m).
 *
 * With δ = (p − q)/(p + q), so that p = m(1 + δ) and q = m(1 − δ), this is ½ m (δ ln(p/q) + ln(1 − δ²)): of the order of
 * δ² where both halves of the textbook form are of the order of δ and nearly cancel. For δ near ±1 it is the other way
 * round.
 */
function jsTerm(p: number, q: number, base: LogarithmBase): number {
  if (p === 0 && q === 0) return 0;
  const total = p + q;
  if (total === Infinity) return jsTermOfHuge(p, q, base);
  const delta = (p - q) / total;
  if (delta > -0.8 && delta < 0.8) {
    const nat = delta * logarithmOfRatio(p, q, nats) + Math.log1p(-delta * delta);
    return 0.25 * total * nat * base.perNat;
  }
  return halfTerm(p, total, base) + halfTerm(q, total, base);
}

/** The same where p + q overflows: everything times 2^−60, which is exact. */
function jsTermOfHuge(p: number, q: number, base: LogarithmBase): number {
  if (p === Infinity || q === Infinity) return NaN;
  return jsTerm(p * 2 ** -60, q * 2 ** -60, base) * 2 ** 60;
}

/** ½ x log(x/m), written with p + q = 2m, since the half of the smallest number is 0. */
function halfTerm(x: number, total: number, base: LogarithmBase): number {
  return x === 0 ? 0 : 0.5 * x * logarithmOfRatio(2 * x, total, base);
}

function gradientOf(
  p: Tensor,
  q: Tensor,
  base: LogarithmBase,
  root: boolean,
): { readonly [slot: string]: Tensor } {
  const scale = root ? rootSlope(p.values, q.values, base) : 1;
  const byP = new Float64Array(p.values.length);
  const byQ = new Float64Array(q.values.length);
  for (let i = 0; i < byP.length; i++) {
    const a = p.values[i];
    const b = q.values[i];
    if (a === 0 && b === 0) continue;
    byP[i] = 0.5 * logarithmOfRatio(2 * a, a + b, base) * scale;
    byQ[i] = 0.5 * logarithmOfRatio(2 * b, a + b, base) * scale;
  }
  return { p: { values: byP, shape: p.shape }, q: { values: byQ, shape: q.shape } };
}

/** d√J/dJ = 1/(2√J), 0 at J = 0, where the root has a kink. */
function rootSlope(p: Float64Array, q: Float64Array, base: LogarithmBase): number {
  const terms = new Float64Array(p.length);
  jsTerms(p, q, base, terms, 0, p.length);
  const divergence = sum(terms);
  return divergence > 0 ? 0.5 / Math.sqrt(divergence) : 0;
}
