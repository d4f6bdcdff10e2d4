import type { Computation } from '../computation';
import { sum } from '../sums/sum';
import type { Tensor } from '../tensor';

/** Points on a line with weights; absent weights are equal. Only the proportions of the weights matter. */
export interface WeightedPoints {
  readonly positions: Tensor;
  readonly weights?: Tensor;
}

/**
 * Wasserstein distance W_p of two distributions on a line: the least cost of moving the mass of one onto the other, where
 * moving a unit by d costs |d|^p.
 *
 * - `u`, `v`: positions of any shape and length ≥ 1, with weights ≥ 0 of the same length (equal weights when absent).
 * - `order`: p ≥ 1; 1 is the earth mover's distance, the area between both distribution functions.
 * - `root`: take the p-th root, which makes it a metric; without, the transport cost W_p^p.
 * - terms: mass × distance^p of each piece of the optimal plan, which moves the masses in their order along the line.
 * - gradient: by the positions, piece by piece; 0 where a piece does not move.
 * - no unit but that of the positions; NaN in a position gives NaN.
 *
 * `scipy.stats.wasserstein_distance` is order 1.
 *
 * @see C. Villani, *Topics in Optimal Transportation* (2003), section 2.2
 */
export function wasserstein1d(
  u: WeightedPoints,
  v: WeightedPoints,
  order: number,
  root: boolean,
): Computation {
  const plan = optimalPlan(u, v);
  const costs = plan.mass.map((mass, k) => mass * Math.abs(distanceAt(plan, u, v, k)) ** order);
  const cost = sum(costs);
  const finish = (total: number): number => (root && order !== 1 ? total ** (1 / order) : total);
  return {
    shape: [costs.length],
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => out.set(costs.subarray(start, end)),
    finish,
    gradient: () => {
      const outer = root && order !== 1 && cost > 0 ? cost ** (1 / order - 1) / order : 1;
      return planGradient(plan, u, v, order, outer);
    },
  };
}

/** One piece of the optimal plan: so much of the mass moves from one position to another. */
export interface Move {
  readonly mass: number;
  readonly from: number;
  readonly to: number;
}

/** The piece of the optimal plan whose cost is the index-th term. */
export function moveAt(u: WeightedPoints, v: WeightedPoints, index: number): Move {
  const plan = optimalPlan(u, v);
  return {
    mass: plan.mass[index],
    from: u.positions.values[plan.from[index]],
    to: v.positions.values[plan.to[index]],
  };
}

/** Piece k moves `mass[k]` from u's point `from[k]` to v's point `to[k]`. */
interface Plan {
  readonly mass: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Walks along both distributions at once; a piece ends where either point's mass is used up. */
function optimalPlan(u: WeightedPoints, v: WeightedPoints): Plan {
  const [a, b] = [sorted(u), sorted(v)];
  const longest = a.order.length + b.order.length;
  const mass = new Float64Array(longest);
  const from = new Int32Array(longest);
  const to = new Int32Array(longest);
  let pieces = 0;
  let done = 0;
  for (let i = 0, j = 0; i < a.order.length && j < b.order.length; ) {
    const next = Math.min(a.cumulative[i], b.cumulative[j]);
    if (next > done) {
      mass[pieces] = next - done;
      from[pieces] = a.order[i];
      to[pieces] = b.order[j];
      pieces++;
      done = next;
    }
    const [endOfA, endOfB] = [a.cumulative[i] <= next, b.cumulative[j] <= next];
    if (endOfA) i++;
    if (endOfB) j++;
  }
  return { mass: mass.slice(0, pieces), from: from.slice(0, pieces), to: to.slice(0, pieces) };
}

/** The points in ascending order, and the share of the mass up to and with each; the last share is exactly 1. */
function sorted(points: WeightedPoints): { readonly order: Int32Array; readonly cumulative: Float64Array } {
  const { values } = points.positions;
  const weights = points.weights?.values;
  const order = Int32Array.from(values, (_, i) => i).sort((i, j) => values[i] - values[j]);
  const cumulative = new Float64Array(order.length);
  const total = weights === undefined ? order.length : sum(weights);
  let running = 0;
  let lost = 0;
  for (let k = 0; k < order.length; k++) {
    const weight = weights === undefined ? 1 : weights[order[k]];
    const next = running + weight;
    lost += running >= weight ? running - next + weight : weight - next + running;
    running = next;
    cumulative[k] = (running + lost) / total;
  }
  cumulative[order.length - 1] = 1;
  return { order, cumulative };
}

function distanceAt(plan: Plan, u: WeightedPoints, v: WeightedPoints, piece: number): number {
  return u.positions.values[plan.from[piece]] - v.positions.values[plan.to[piece]];
}

function planGradient(
  plan: Plan,
  u: WeightedPoints,
  v: WeightedPoints,
  order: number,
  outer: number,
): { readonly [slot: string]: Tensor } {
  const byU = new Float64Array(u.positions.values.length);
  const byV = new Float64Array(v.positions.values.length);
  for (let k = 0; k < plan.mass.length; k++) {
    const d = distanceAt(plan, u, v, k);
    const slope = d === 0 ? 0 : outer * plan.mass[k] * order * Math.sign(d) * Math.abs(d) ** (order - 1);
    byU[plan.from[k]] += slope;
    byV[plan.to[k]] -= slope;
  }
  return {
    u: { values: byU, shape: u.positions.shape },
    v: { values: byV, shape: v.positions.shape },
  };
}
