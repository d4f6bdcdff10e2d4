/**
 * Numbers on a grid whose axes have names: those of indices (`i`), and `*0`, `*1` … for axes that no index names,
 * counted from the last. Axes of the same name are aligned, so an array of residuals and one of weights meet by their
 * index and not by their position. Row-major.
 */
export interface Grid {
  readonly axes: readonly string[];
  readonly sizes: readonly number[];
  readonly values: Float64Array;
}

/** More cells than this are refused: an outer product nobody meant. */
export const maximalCells = 1 << 24;

export function scalarGrid(value: number): Grid {
  return { axes: [], sizes: [], values: Float64Array.of(value) };
}

export const notANumber: Grid = scalarGrid(NaN);

export function isAnonymous(axis: string): boolean {
  return axis.startsWith('*');
}

/** The grid with a function of one number applied to each cell. */
export function mapGrid(grid: Grid, f: (x: number) => number): Grid {
  const { values } = grid;
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) out[i] = f(values[i]!);
  return { axes: grid.axes, sizes: grid.sizes, values: out };
}

export interface Mismatch {
  readonly axis: string;
  readonly sizes: readonly [number, number];
}

export type Combined =
  { readonly ok: true; readonly grid: Grid } | { readonly ok: false; readonly mismatch?: Mismatch };

/** Combines two grids cell by cell; an axis that only one of them has is repeated for the other. */
export function combine(a: Grid, b: Grid, f: (x: number, y: number) => number): Combined {
  if (b.axes.length === 0) return { ok: true, grid: withRight(a, b.values[0]!, f) };
  if (a.axes.length === 0) return { ok: true, grid: withLeft(a.values[0]!, b, f) };
  if (sameAxes(a, b)) return { ok: true, grid: cellwise(a, b, f) };
  return broadcast(a, b, f);
}

function withRight(a: Grid, y: number, f: (x: number, y: number) => number): Grid {
  const out = new Float64Array(a.values.length);
  for (let i = 0; i < out.length; i++) out[i] = f(a.values[i]!, y);
  return { axes: a.axes, sizes: a.sizes, values: out };
}

function withLeft(x: number, b: Grid, f: (x: number, y: number) => number): Grid {
  const out = new Float64Array(b.values.length);
  for (let i = 0; i < out.length; i++) out[i] = f(x, b.values[i]!);
  return { axes: b.axes, sizes: b.sizes, values: out };
}

function cellwise(a: Grid, b: Grid, f: (x: number, y: number) => number): Grid {
  const out = new Float64Array(a.values.length);
  for (let i = 0; i < out.length; i++) out[i] = f(a.values[i]!, b.values[i]!);
  return { axes: a.axes, sizes: a.sizes, values: out };
}

function sameAxes(a: Grid, b: Grid): boolean {
  return (
    a.axes.length === b.axes.length &&
    a.axes.every((axis, k) => axis === b.axes[k] && a.sizes[k] === b.sizes[k])
  );
}

function broadcast(a: Grid, b: Grid, f: (x: number, y: number) => number): Combined {
  const axes = mergedAxes(a.axes, b.axes);
  const sizes: number[] = [];
  for (const axis of axes) {
    const inA = sizeOf(a, axis);
    const inB = sizeOf(b, axis);
    if (inA !== inB && inA > 1 && inB > 1) return { ok: false, mismatch: { axis, sizes: [inA, inB] } };
    sizes.push(inA === 0 || inB === 0 ? 0 : Math.max(inA, inB));
  }
  const cells = product(sizes);
  if (cells > maximalCells) return { ok: false };
  const out = new Float64Array(cells);
  const stepsA = steps(a, axes);
  const stepsB = steps(b, axes);
  const counter = new Int32Array(axes.length);
  let atA = 0;
  let atB = 0;
  for (let cell = 0; cell < cells; cell++) {
    out[cell] = f(a.values[atA]!, b.values[atB]!);
    for (let k = axes.length - 1; k >= 0; k--) {
      atA += stepsA[k]!;
      atB += stepsB[k]!;
      if (++counter[k]! < sizes[k]!) break;
      atA -= stepsA[k]! * sizes[k]!;
      atB -= stepsB[k]! * sizes[k]!;
      counter[k] = 0;
    }
  }
  return { ok: true, grid: { axes, sizes, values: out } };
}

/** Named axes in order of appearance, then anonymous ones with the last one last. */
function mergedAxes(a: readonly string[], b: readonly string[]): readonly string[] {
  const all = [...new Set([...a, ...b])];
  const named = all.filter((axis) => !isAnonymous(axis));
  const anonymous = all.filter(isAnonymous).sort((x, y) => Number(y.slice(1)) - Number(x.slice(1)));
  return [...named, ...anonymous];
}

function sizeOf(grid: Grid, axis: string): number {
  const at = grid.axes.indexOf(axis);
  return at < 0 ? 1 : grid.sizes[at]!;
}

export function product(sizes: readonly number[]): number {
  let cells = 1;
  for (const size of sizes) cells *= size;
  return cells;
}

/** How far the position in the values moves with each of the given axes; 0 for one that the grid lacks or has once. */
function steps(grid: Grid, axes: readonly string[]): readonly number[] {
  const own: number[] = new Array<number>(grid.axes.length).fill(1);
  for (let k = grid.axes.length - 2; k >= 0; k--) own[k] = own[k + 1]! * grid.sizes[k + 1]!;
  return axes.map((axis) => {
    const at = grid.axes.indexOf(axis);
    return at < 0 || grid.sizes[at] === 1 ? 0 : own[at]!;
  });
}

/** The grid with its axes in the given order, which names all of them. */
export function reordered(grid: Grid, axes: readonly string[]): Grid {
  const sizes = axes.map((axis) => sizeOf(grid, axis));
  const template: Grid = { axes, sizes, values: new Float64Array(product(sizes)) };
  const inOrder = combineInOrder(template, grid);
  return { axes, sizes, values: inOrder };
}

function combineInOrder(template: Grid, grid: Grid): Float64Array {
  const out = template.values;
  const moves = steps(grid, template.axes);
  const counter = new Int32Array(template.axes.length);
  let at = 0;
  for (let cell = 0; cell < out.length; cell++) {
    out[cell] = grid.values[at]!;
    for (let k = template.axes.length - 1; k >= 0; k--) {
      at += moves[k]!;
      if (++counter[k]! < template.sizes[k]!) break;
      at -= moves[k]! * template.sizes[k]!;
      counter[k] = 0;
    }
  }
  return out;
}

/** Reduces the given axes: each remaining cell is `f` of the cells that fall together, in order. */
export function reduceAxes(grid: Grid, reduced: readonly string[], f: (cells: Float64Array) => number): Grid {
  const gone = grid.axes.filter((axis) => reduced.includes(axis));
  if (gone.length === 0) return mapGrid(grid, (x) => f(Float64Array.of(x)));
  const kept = grid.axes.filter((axis) => !reduced.includes(axis));
  const inLast = kept.length === 0 || isSuffix(grid.axes, gone);
  const ordered = inLast ? grid : reordered(grid, [...kept, ...gone]);
  const sizes = kept.map((axis) => sizeOf(grid, axis));
  const count = product(sizes);
  const width = count === 0 ? 0 : ordered.values.length / count;
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) out[i] = f(ordered.values.subarray(i * width, (i + 1) * width));
  return { axes: kept, sizes, values: out };
}

function isSuffix(axes: readonly string[], last: readonly string[]): boolean {
  return axes.slice(axes.length - last.length).every((axis, k) => axis === last[k]);
}

/** An array as a grid: its first axes bear the given names, the others are anonymous. */
export function gridOf(values: Float64Array, shape: readonly number[], names: readonly string[]): Grid {
  const rest = shape.length - names.length;
  const axes = [...names, ...Array.from({ length: Math.max(0, rest) }, (_, k) => `*${rest - 1 - k}`)];
  return { axes, sizes: shape, values };
}

/** The diagonal of a grid in which an axis occurs twice: `a_{ii}`. */
export function diagonal(grid: Grid): Grid {
  const twice = grid.axes.findIndex((axis, k) => grid.axes.indexOf(axis) < k);
  if (twice < 0) return grid;
  const first = grid.axes.indexOf(grid.axes[twice]!);
  const axes = grid.axes.map((axis, k) => (k === twice ? ' ' : axis));
  const renamed: Grid = { ...grid, axes };
  const size = Math.min(grid.sizes[first]!, grid.sizes[twice]!);
  const position: Grid = {
    axes: [axes[first]!],
    sizes: [size],
    values: Float64Array.from({ length: size }, (_, i) => i),
  };
  return diagonal(gather(renamed, ' ', position));
}

/** Takes along an axis the element whose number stands in `position`; NaN where there is none. */
export function gather(grid: Grid, axis: string, position: Grid): Grid {
  const others = grid.axes.filter((each) => each !== axis);
  const ordered = reordered(grid, [...others, axis]);
  const width = sizeOf(grid, axis);
  const rows: Grid = {
    axes: others,
    sizes: others.map((each) => sizeOf(grid, each)),
    values: Float64Array.from({ length: width === 0 ? 0 : ordered.values.length / width }, (_, i) => i),
  };
  const combined = combine(rows, position, (row, at) =>
    Number.isInteger(at) && at >= 0 && at < width ? ordered.values[row * width + at]! : NaN,
  );
  return combined.ok ? combined.grid : notANumber;
}
