import type { Tensor } from '../tensor';

/**
 * A joint distribution of two or more variables, one an axis: cell (x, y, …) has probability `cells / total`.
 *
 * `total` is 1 for probabilities, which are taken as they are, and the sum for counts. Counts stay counts: n·N against
 * n_x·n_y is a comparison of integers, so the information between independent columns is 0 and not 1e-17.
 */
export interface JointTable {
  readonly cells: Tensor;
  readonly total: number;
}

/**
 * The sums over all axes but those kept, e.g. [0] for p(x) and [0, 2] for p(x, z); row-major in the order of the axes.
 * Not divided by the total. Every sum is compensated (Neumaier), so a marginal of a million cells is right to the last
 * digit.
 */
export function marginal(cells: Tensor, kept: readonly number[]): Float64Array {
  const { shape, values } = cells;
  const steps = marginalSteps(shape, kept);
  const length = kept.reduce((product, axis) => product * shape[axis], 1);
  const sums = new Float64Array(length);
  const lost = new Float64Array(length);
  const last = shape.length - 1;
  const width = last < 0 ? 1 : shape[last];
  const step = last < 0 ? 0 : steps[last];
  const place = new Array<number>(Math.max(last, 0)).fill(0);
  let row = 0;
  for (let start = 0; start < values.length; start += width) {
    addRow(values, start, width, sums, lost, row, step);
    row = advance(place, shape, steps, row);
  }
  for (let i = 0; i < length; i++) sums[i] = sums[i] + lost[i];
  return sums;
}

/** By how much one step along each axis moves the index into the marginal: 0 for axes that are summed over. */
export function marginalSteps(shape: readonly number[], kept: readonly number[]): readonly number[] {
  const steps = new Array<number>(shape.length).fill(0);
  let stride = 1;
  for (let k = kept.length - 1; k >= 0; k--) {
    steps[kept[k]] = stride;
    stride *= shape[kept[k]];
  }
  return steps;
}

/** Where the cell with the flat index goes in the marginal that has these steps. */
export function marginalIndex(index: number, shape: readonly number[], steps: readonly number[]): number {
  let place = 0;
  let rest = index;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place += steps[axis] * (rest % shape[axis]);
    rest = Math.floor(rest / shape[axis]);
  }
  return place;
}

function addRow(
  values: Float64Array,
  start: number,
  width: number,
  sums: Float64Array,
  lost: Float64Array,
  row: number,
  step: number,
): void {
  let target = row;
  for (let i = start; i < start + width; i++) {
    const x = values[i];
    const sum = sums[target];
    const next = sum + x;
    lost[target] = lost[target] + (sum >= x ? sum - next + x : x - next + sum);
    sums[target] = next;
    target += step;
  }
}

/** Moves an odometer over all axes but the last by one and returns the index into the marginal that belongs to it. */
function advance(place: number[], shape: readonly number[], steps: readonly number[], index: number): number {
  let moved = index;
  for (let axis = place.length - 1; axis >= 0; axis--) {
    place[axis] = place[axis] + 1;
    moved += steps[axis];
    if (place[axis] < shape[axis]) return moved;
    moved -= steps[axis] * shape[axis];
    place[axis] = 0;
  }
  return moved;
}
