import { compile, type Compiled } from '../../../latex/compile';
import type { Environment } from '../../../latex/environment';
import {
  literalValue,
  mapParts,
  numberOf,
  walk,
  type Expression,
  type NumberLiteral,
} from '../../../latex/expression';
import type { Grid } from '../../../latex/grid';
import { logarithmBases, speaksOfLogarithms } from '../../../latex/logarithms';
import type { Tensor } from '../../../numeric/tensor';
import { plainName, type Vector } from './inputs';

/** What is known of a formula's letters. */
export interface Known {
  readonly scalars: ReadonlyMap<string, number>;
  readonly vectors: readonly Vector[];
}

export const nothingKnown: Known = { scalars: new Map(), vectors: [] };

/** A value of a side, with the base that its open logarithms were read in and whether it can't be another. */
export interface SideValue {
  readonly value: number;
  readonly base?: number;
  /** The inputs left no choice: a number that differs is wrong. */
  readonly certain: boolean;
}

const bases = [Math.E, 2, 10] as const;

/** The values that an expression may have, the likeliest first; none where something is not known. */
export function valuesOf(expression: Expression, known: Known): readonly SideValue[] {
  const open = hasOpenBase(expression);
  const found: SideValue[] = [];
  for (const base of open ? bases : [undefined]) {
    const compiled = compiledOf(base === undefined ? expression : inBase(expression, base));
    if (compiled === undefined) return [];
    for (const { value, certain } of evaluations(compiled, known)) {
      found.push({ value, certain, ...(base === undefined ? {} : { base }) });
    }
  }
  return found;
}

/** Whether a base is left to the reader: `\log`, `H(p)`. */
export function hasOpenBase(expression: Expression): boolean {
  return logarithmBases(expression).has('bare') || holdsMeasure(expression);
}

function holdsMeasure(expression: Expression): boolean {
  return [...walk(expression)].some((part) => part.kind === 'measure');
}

function inBase(expression: Expression, base: number): Expression {
  if (base === Math.E) return expression;
  const inner = mapParts(expression, (part) => inBase(part, base));
  if (inner.kind === 'log' && inner.base === undefined) return { ...inner, base: numberOf(base) };
  return inner.kind === 'measure'
    ? { kind: 'divide', numerator: inner, denominator: numberOf(Math.log(base)) }
    : inner;
}

function compiledOf(expression: Expression): Compiled | undefined {
  const compiled = compile(expression);
  return compiled.unsupported.length > 0 || isMisread(expression) ? undefined : compiled;
}

/**
 * `H(\frac12, \frac12)`: whether the numbers are one distribution or two is not said. `E_r(0.3)` is a function that is
 * called E.
 */
function isMisread(expression: Expression): boolean {
  return [...walk(expression)].some((part) => {
    if (part.kind === 'expectation') return [...walk(part.body)].every((inner) => inner.kind !== 'variable');
    return part.kind === 'measure' && part.measure === 'cross-entropy' && part.arguments.every(isLiteral);
  });
}

function isLiteral(part: Expression): boolean {
  return literalValue(part) !== undefined;
}

// --- evaluating ------------------------------------------------------------------------------------------------------

interface Evaluation {
  readonly value: number;
  readonly certain: boolean;
}

function evaluations(compiled: Compiled, known: Known): readonly Evaluation[] {
  const leaves = assigned(compiled, known.scalars, known.vectors);
  if (leaves === undefined) return [];
  const variables = [...compiled.randomVariables];
  if (variables.length === 0) return evaluated(compiled, leaves, undefined);
  const sized = known.vectors.filter(isDistribution);
  return jointsFor(variables, sized).flatMap((joint) =>
    evaluated(compiled, leaves, joint).map(({ value, certain }) => ({
      value,
      certain: certain && known.vectors.length === 1,
    })),
  );
}

function evaluated(compiled: Compiled, leaves: Assigned, joint: Grid | undefined): readonly Evaluation[] {
  const environment: Environment = { leaves: leaves.tensors, sizes: leaves.sizes, ...(joint && { joint }) };
  const grid = compiled.run(environment);
  const value = grid.values[0];
  const single = grid.axes.length === 0 && grid.values.length === 1;
  return environment.problem || !single || value === undefined || Number.isNaN(value)
    ? []
    : [{ value, certain: leaves.certain }];
}

interface Assigned {
  readonly tensors: readonly Tensor[];
  readonly sizes: ReadonlyMap<string, number>;
  readonly certain: boolean;
}

/** Numbers for every letter; undefined where one is not known. */
function assigned(
  compiled: Compiled,
  scalars: ReadonlyMap<string, number>,
  vectors: readonly Vector[],
): Assigned | undefined {
  const tensors: Tensor[] = [];
  const sizes = new Map<string, number>();
  let certain = true;
  for (const leaf of compiled.leaves) {
    const scalar = leaf.rank === 0 ? scalars.get(leaf.key) : undefined;
    const vector = scalar === undefined ? vectorFor(leaf.name, leaf.rank, compiled, vectors) : undefined;
    if (scalar === undefined && vector === undefined) return undefined;
    const tensor = vector
      ? { values: Float64Array.from(vector.values), shape: vector.shape }
      : scalarTensor(scalar!);
    if (vector && vector.name === undefined) certain &&= vectors.length === 1;
    tensors.push(tensor);
    for (const use of leaf.uses) use.axes.forEach((axis, k) => sizes.set(axis, tensor.shape[k] ?? 1));
  }
  return { tensors, sizes, certain };
}

function scalarTensor(value: number): Tensor {
  return { values: Float64Array.of(value), shape: [] };
}

/** The list of that name; without one, the only list there is for the only letter there is. */
function vectorFor(
  name: string,
  rank: number,
  compiled: Compiled,
  vectors: readonly Vector[],
): Vector | undefined {
  const fitting = vectors.filter((vector) => vector.shape.length >= rank);
  const plain = plainName(name);
  const named = fitting.filter((vector) => vector.name !== undefined && plainName(vector.name) === plain);
  if (named.length > 0) return named.at(-1);
  const only = fitting.length === 1 ? fitting[0] : undefined;
  const fits = only !== undefined && only.name === undefined && isDistribution(only);
  return compiled.leaves.length === 1 && /^[pP]$/.test(plain) && fits ? only : undefined;
}

/** The tables that random variables may be distributed by; both orders of a table's axes. */
function jointsFor(variables: readonly string[], vectors: readonly Vector[]): readonly Grid[] {
  if (variables.length === 1) {
    return vectors.flatMap(({ values, shape }) =>
      shape.length === 1
        ? [{ axes: variables, sizes: shape, values: Float64Array.from(values) }]
        : marginals(variables, shape, values),
    );
  }
  if (variables.length !== 2) return [];
  return vectors.flatMap(({ values, shape }) =>
    shape.length === 2
      ? [variables, [...variables].reverse()].map((axes) => ({
          axes,
          sizes: shape,
          values: Float64Array.from(values),
        }))
      : [],
  );
}

/** A single variable of a joint table: either of the two. */
function marginals(
  axes: readonly string[],
  [rows, columns]: readonly number[],
  values: readonly number[],
): readonly Grid[] {
  if (rows === undefined || columns === undefined) return [];
  const byRow = new Float64Array(rows);
  const byColumn = new Float64Array(columns);
  values.forEach((x, i) => {
    byRow[Math.floor(i / columns)]! += x;
    byColumn[i % columns]! += x;
  });
  return [
    { axes, sizes: [rows], values: byRow },
    { axes, sizes: [columns], values: byColumn },
  ];
}

/** Whether a list may be a distribution; `\{0, 1\}` without a name is what a variable may be. */
export function isDistribution({ name, values }: Vector): boolean {
  return addsToOne(values) && (name !== undefined || !values.every(Number.isInteger));
}

function addsToOne(values: readonly number[]): boolean {
  return values.every((x) => x >= 0) && Math.abs(values.reduce((sum, x) => sum + x, 0) - 1) < 1e-6;
}

// --- what rounded inputs leave open --------------------------------------------------------------------------------

/** How far inputs printed with few digits may carry the value away, and values with 0.33 read as 1/3. */
export function looseValues(
  expression: Expression,
  tex: string,
  known: Known,
): { readonly values: readonly number[]; readonly slack: number } {
  const plain = valuesOf(expression, known);
  const fractions = mapLiterals(expression, (literal) => asFraction(literal, tex));
  const refined = fractions === expression ? [] : valuesOf(fractions, known);
  const slack = Math.max(0, ...plain.map((_, k) => slackOf(expression, tex, known, k)));
  return { values: [...plain, ...refined].map(({ value }) => value), slack };
}

const mostLiterals = 40;

/** Rounding errors of several inputs add up like independent ones; this many deviations are allowed for. */
const deviations = 1.5;

function slackOf(expression: Expression, tex: string, known: Known, variant: number): number {
  const least = speaksOfLogarithms(expression) ? 3 : 2;
  const rounded = [...walk(expression)].filter(
    (part): part is NumberLiteral => part.kind === 'number' && isRounded(part, tex, least),
  );
  if (rounded.length > mostLiterals) return Infinity;
  const centre = valuesOf(expression, known)[variant]?.value ?? NaN;
  let squares = 0;
  for (const literal of rounded) {
    const half = 0.5 * 10 ** -decimalsOf(literal, tex);
    const moved = mapLiterals(expression, (one) => (one === literal ? numberOf(one.value + half) : one));
    const value = valuesOf(moved, known)[variant]?.value ?? NaN;
    squares += (value - centre) ** 2;
  }
  return Number.isNaN(squares) ? Infinity : deviations * Math.sqrt(squares);
}

function isRounded(literal: NumberLiteral, tex: string, least: number): boolean {
  const decimals = decimalsOf(literal, tex);
  // 0.25 and 0.3 are given, 0.32 may have been rounded.
  return decimals >= least && Math.abs(literal.value * 20 - Math.round(literal.value * 20)) > 1e-9;
}

function decimalsOf({ range }: NumberLiteral, tex: string): number {
  return range === undefined
    ? 0
    : (/^[^.]*\.(\d+)/.exec(tex.slice(range.start, range.end))?.[1]!.length ?? 0);
}

/** 0.33, 0.667, 0.143: a third, two thirds, a seventh, as far as they were printed. */
function asFraction(literal: NumberLiteral, tex: string): NumberLiteral {
  const decimals = decimalsOf(literal, tex);
  if (decimals < 2 || literal.value <= 0 || literal.value >= 1) return literal;
  for (const denominator of [3, 6, 7, 9, 11, 12]) {
    const numerator = Math.round(literal.value * denominator);
    const exact = numerator / denominator;
    const terminates = Math.abs(exact * 1_000 - Math.round(exact * 1_000)) < 1e-9;
    if (!terminates && Math.abs(exact - literal.value) <= 10 ** -decimals) return numberOf(exact);
  }
  return literal;
}

function mapLiterals(expression: Expression, change: (literal: NumberLiteral) => NumberLiteral): Expression {
  if (expression.kind === 'number') return change(expression);
  let changed = false;
  const mapped = mapParts(expression, (part) => {
    const next = mapLiterals(part, change);
    changed ||= next !== part;
    return next;
  });
  return changed ? mapped : expression;
}
