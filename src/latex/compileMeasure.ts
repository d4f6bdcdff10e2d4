import type { Compiler, Scope } from './compile';
import type { Run } from './running';
import { anonymousAxes, marginal, reportProblem, type Environment } from './environment';
import { partsOf, type Expression, type Measure } from './expression';
import { combine, mapGrid, notANumber, reduceAxes, type Grid } from './grid';
import { isRandomVariable } from './measureNotation';
import { compensatedSum } from './reducers';

/** A measure of distributions that are written out, or of random variables under the joint table. */
export function compileMeasure(compiler: Compiler, measure: Measure, scope: Scope): Run {
  const all = [...measure.arguments, ...measure.given];
  if (all.every(isRandomVariable)) return ofRandomVariables(compiler, measure, scope);
  if (measure.given.length > 0) return compiler.refuse('conditional measure of distributions');
  return ofDistributions(compiler, measure, scope);
}

// --- distributions ---------------------------------------------------------------------------------------------------

const xlogx = (x: number): number => (x === 0 ? 0 : x * Math.log(x));
const relative = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));
const crossed = (p: number, q: number): number => (p === 0 ? 0 : -p * Math.log(q));
const middle = (p: number, q: number): number => {
  const m = (p + q) / 2;
  return (relative(p, m) + relative(q, m)) / 2;
};

function ofDistributions(compiler: Compiler, measure: Measure, scope: Scope): Run {
  const own = [...ownVariables(measure, scope)];
  const inner = new Map([...scope, ...own.map((name) => [name, { name }] as const)]);
  const runs = measure.arguments.map((argument) => compiler.expression(argument, inner));
  const reduced = (grid: Grid): Grid => reduceAxes(grid, [...own, ...anonymousAxes(grid)], compensatedSum);
  if (measure.measure === 'binary-entropy')
    return (environment) => mapGrid(runs[0]!(environment), binaryEntropy);
  if (measure.measure === 'entropy') return (environment) => entropyOf(runs, environment, reduced);
  const f = ({ 'cross-entropy': crossed, 'kl-divergence': relative, 'js-divergence': middle } as const)[
    measure.measure as 'kl-divergence'
  ];
  const [p, q] = runs;
  if (!p || !q) return compiler.refuse(measure.measure);
  return (environment) => {
    const combined = combine(p(environment), q(environment), f);
    return combined.ok ? reduced(combined.grid) : notANumber;
  };
}

function entropyOf(runs: readonly Run[], environment: Environment, reduced: (grid: Grid) => Grid): Grid {
  const grids = runs.map((run) => run(environment));
  const [first] = grids;
  if (grids.length === 1 && first) {
    if (first.axes.length === 0) return mapGrid(first, binaryEntropy);
    return mapGrid(reduced(mapGrid(first, xlogx)), (x) => -x);
  }
  return grids
    .map((grid) => mapGrid(reduced(mapGrid(grid, xlogx)), (x) => -x))
    .reduce((sum, grid) => {
      const combined = combine(sum, grid, (x, y) => x + y);
      return combined.ok ? combined.grid : notANumber;
    });
}

function binaryEntropy(p: number): number {
  return -xlogx(p) - xlogx(1 - p);
}

/** The variables that a measure sums over: those that its distributions are functions of and nothing outside binds. */
function ownVariables(measure: Measure, scope: Scope): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === 'application') {
      // What is given is fixed, unless it is a variable of another factor.
      for (const argument of part.arguments) {
        if (argument.kind === 'variable' && /^[a-zA-Z]$/.test(argument.name) && !scope.has(argument.name)) {
          names.add(argument.name);
        }
      }
    }
    for (const child of partsOf(part)) visit(child);
  };
  measure.arguments.forEach(visit);
  return names;
}

// --- random variables ------------------------------------------------------------------------------------------------

function ofRandomVariables(compiler: Compiler, measure: Measure, scope: Scope): Run {
  const given = measure.given.flatMap(namesOf);
  const groups = measure.arguments.map(namesOf);
  for (const name of [...groups.flat(), ...given]) compiler.randomVariables.add(name);
  const fixed = measure.given.flatMap((each) => fixedBy(compiler, each, scope));
  if (fixed.length > 0 || measure.given.some((each) => each.kind === 'compare')) {
    return fixed.length === given.length && measure.measure === 'entropy'
      ? entropyAt(groups.flat(), fixed)
      : compiler.refuse('conditioning on a value');
  }
  switch (measure.measure) {
    case 'entropy':
      return onTable((joint) => entropy(joint, [...groups.flat(), ...given]) - entropy(joint, given));
    case 'mutual-information':
      return onTable((joint) => information(joint, groups[0]!, groups[1]!, given));
    default:
      return compiler.refuse(`${measure.measure} of random variables`);
  }
}

function namesOf(expression: Expression): readonly string[] {
  if (expression.kind === 'variable') return [expression.name.toLowerCase()];
  if (expression.kind === 'compare') return namesOf(expression.left);
  return expression.kind === 'multiply' ? expression.factors.flatMap(namesOf) : [];
}

interface Fixed {
  readonly variable: string;
  readonly axis: string;
}

function fixedBy(compiler: Compiler, expression: Expression, scope: Scope): readonly Fixed[] {
  if (expression.kind !== 'compare' || expression.right.kind !== 'variable') return [];
  const { left, right } = expression;
  const axis = scope.has(right.name)
    ? right.name
    : right.indices.flatMap((index) =>
        index.kind === 'variable' && scope.has(index.name) ? [index.name] : [],
      )[0];
  const [name] = namesOf(left);
  if (axis !== undefined && name !== undefined && axis !== name) compiler.variableOfIndex.set(axis, name);
  return axis === undefined ? [] : namesOf(left).map((variable) => ({ variable, axis }));
}

function onTable(f: (joint: Grid) => number): Run {
  return (environment) => {
    const { joint } = environment;
    if (!joint) {
      reportProblem(environment, { code: 'missing', subject: 'joint distribution' });
      return notANumber;
    }
    return { axes: [], sizes: [], values: Float64Array.of(f(joint)) };
  };
}

function entropy(joint: Grid, variables: readonly string[]): number {
  if (!variables.every((name) => joint.axes.includes(name))) return NaN;
  const table = marginal(joint, variables);
  return variables.length === 0 ? 0 : -compensatedSum(table.values.map(xlogx));
}

function information(
  joint: Grid,
  a: readonly string[],
  b: readonly string[],
  given: readonly string[],
): number {
  return (
    entropy(joint, [...a, ...given]) +
    entropy(joint, [...b, ...given]) -
    entropy(joint, [...a, ...b, ...given]) -
    entropy(joint, given)
  );
}

/** H(Y | X = x) for every x. */
function entropyAt(variables: readonly string[], fixed: readonly Fixed[]): Run {
  return (environment) => {
    const { joint } = environment;
    if (!joint) {
      reportProblem(environment, { code: 'missing', subject: 'joint distribution' });
      return notANumber;
    }
    const given = fixed.map((each) => each.variable);
    const table = marginal(joint, [...variables, ...given]);
    const divided = combine(table, marginal(table, given), (p, q) => xlogx(p / q));
    if (!divided.ok) return notANumber;
    const value = mapGrid(reduceAxes(divided.grid, variables, compensatedSum), (x) => -x);
    const axes = value.axes.map((axis) => fixed.find((each) => each.variable === axis)?.axis ?? axis);
    return { ...value, axes };
  };
}
