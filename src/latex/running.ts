import { anonymousAxes, reportProblem, type Environment } from './environment';
import type { Binder, Reduction, VectorCall } from './expression';
import { combine, gather, isAnonymous, mapGrid, notANumber, reduceAxes, type Grid } from './grid';
import { compensatedSum, logSumExp, maximumOf, meanOf, medianOf, minimumOf, productOf } from './reducers';

/** A part of an expression ready to be evaluated. */
export type Run = (environment: Environment) => Grid;

export function mapped(run: Run, f: (x: number) => number): Run {
  return (environment) => mapGrid(run(environment), f);
}

export function folded(runs: readonly Run[], f: (x: number, y: number) => number): Run {
  return (environment) => {
    let result: Grid | undefined;
    for (const run of runs) {
      const grid = run(environment);
      result = result ? together(result, grid, f, environment) : grid;
    }
    return result ?? notANumber;
  };
}

export function together(
  a: Grid,
  b: Grid,
  f: (x: number, y: number) => number,
  environment: Environment,
): Grid {
  const combined = combine(a, b, f);
  if (combined.ok) return combined.grid;
  const { mismatch } = combined;
  reportProblem(
    environment,
    mismatch
      ? { code: 'shape', subject: mismatch.axis, sizes: mismatch.sizes }
      : { code: 'too-large', subject: '' },
  );
  return notANumber;
}

export function chosen(condition: Run, value: Run, otherwise: Run): Run {
  return (environment) => {
    const holds = condition(environment);
    const yes = together(holds, value(environment), (c, x) => (c ? x : 0), environment);
    const no = together(holds, otherwise(environment), (c, x) => (c ? 0 : x), environment);
    const known = together(yes, no, (x, y) => x + y, environment);
    return together(known, holds, (x, c) => (Number.isNaN(c) ? NaN : x), environment);
  };
}

export function gathered(run: Run, axis: string, at: Run): Run {
  return (environment) => gather(run(environment), axis, at(environment));
}

/** The numbers an index runs through: from its first value on; classes are counted from 0. */
export function position(axis: string, binder: Binder): Run {
  const from = binder.from?.kind === 'number' ? binder.from.value : 0;
  const to = binder.to?.kind === 'number' ? binder.to.value : undefined;
  return (environment) => {
    const size = environment.sizes.get(axis) ?? (to === undefined ? undefined : to - from + 1);
    if (size === undefined) {
      reportProblem(environment, { code: 'missing', subject: axis });
      return notANumber;
    }
    return { axes: [axis], sizes: [size], values: Float64Array.from({ length: size }, (_, i) => i + from) };
  };
}

export function reduceLast(grid: Grid, f: (cells: Float64Array) => number): Grid {
  if (grid.axes.includes('*0')) return reduceAxes(grid, ['*0'], f);
  return grid;
}

/** Reduces an axis that is counted as in code; unless it is kept the axes before it move up. */
export function reduceCounted(
  grid: Grid,
  axis: number,
  keep: boolean,
  f: (cells: Float64Array) => number,
): Grid {
  const rank = anonymousAxes(grid).length;
  const number = axis < 0 ? -axis - 1 : rank - 1 - axis;
  const reduced = reduceAxes(grid, [`*${number}`], f);
  if (keep) return reduced;
  const axes = reduced.axes.map((name) =>
    isAnonymous(name) && Number(name.slice(1)) > number ? `*${Number(name.slice(1)) - 1}` : name,
  );
  return { ...reduced, axes };
}

/** What a reduction makes of a body that does not depend on its index. */
export function repeated(
  grid: Grid,
  operation: Reduction['operation'],
  sizes: readonly Run[],
  environment: Environment,
): Grid {
  if (operation !== 'sum' && operation !== 'product') return grid;
  const times = sizes.reduce((count, size) => count * size(environment).values[0]!, 1);
  return mapGrid(grid, operation === 'sum' ? (x) => x * times : (x) => x ** times);
}

export const reducers: { readonly [operation in Reduction['operation']]: (cells: Float64Array) => number } = {
  sum: compensatedSum,
  integral: compensatedSum,
  mean: meanOf,
  product: productOf,
  max: maximumOf,
  min: minimumOf,
  median: medianOf,
};

export const neutral: { readonly [operation in Reduction['operation']]: number } = {
  sum: 0,
  integral: 0,
  mean: 0,
  product: 1,
  max: -Infinity,
  min: Infinity,
  median: NaN,
};

export const comparisons: { readonly [operator: string]: (x: number, y: number) => number } = {
  '=': (x, y) => Number(x === y),
  '!=': (x, y) => Number(x !== y),
  '<': (x, y) => Number(x < y),
  '<=': (x, y) => Number(x <= y),
  '>': (x, y) => Number(x > y),
  '>=': (x, y) => Number(x >= y),
};

export function vectorFunction(expression: VectorCall, grid: Grid): Grid {
  const anonymous = anonymousAxes(grid);
  const counted = expression.axis;
  const last =
    counted === undefined
      ? (anonymous.at(-1) ?? grid.axes.at(-1))
      : `*${counted < 0 ? -counted - 1 : anonymous.length - 1 - counted}`;
  if (last === undefined) return expression.function === 'logSumExp' ? grid : mapGrid(grid, () => NaN);
  const total = reduceAxes(grid, [last], logSumExp);
  if (expression.function === 'logSumExp') return total;
  const f =
    expression.function === 'softmax'
      ? (z: number, t: number) => Math.exp(z - t)
      : (z: number, t: number) => z - t;
  const combined = combine(grid, total, f);
  return combined.ok ? combined.grid : notANumber;
}
