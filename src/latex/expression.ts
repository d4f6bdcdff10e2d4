import type { Range } from '../base/range';

/**
 * Mathematics as a tree, whatever it was written in. TeX is parsed into it; expressions of programming languages are
 * translated into it; everything that asks "what does this mean" starts from here.
 *
 * Values are numbers and arrays. Arrays have axes: those that an index names (`y_i`, `p(x)` under a sum over x) bear
 * the index's name, those that no index names (`y` alone, arrays in code) are counted from the last, as broadcasting
 * does. Elementwise operations align axes of the same name.
 */
export type Expression =
  | NumberLiteral
  | Variable
  | Application
  | Negation
  | Sum
  | Product
  | Quotient
  | Power
  | Logarithm
  | ElementwiseCall
  | Reduction
  | Expectation
  | VectorCall
  | Norm
  | InnerProduct
  | Comparison
  | Logic
  | Cases
  | Indicator
  | Measure;

interface Located {
  /** Where it stands in the text it was read from. */
  readonly range?: Range;
}

export interface NumberLiteral extends Located {
  readonly kind: 'number';
  readonly value: number;
}

/** A quantity or an index: `y`, `y_{n,c}`, `\hat y_i`, in code `y_true` or `p[i]`. */
export interface Variable extends Located {
  readonly kind: 'variable';
  /** The name with its accents and labels but without its indices: `\hat y`, `y_{true}`, `y_pred`. */
  readonly name: string;
  readonly indices: readonly Index[];
}

/** One position of an index: an expression, or letters that stand side by side (`ij`) and may be a label after all. */
export type Index = Expression;

/** Functional notation: `f(x_i)`, `p(y \mid x)`, `P(X = x)`. It is an indexed quantity, or a value of its own. */
export interface Application extends Located {
  readonly kind: 'application';
  readonly name: string;
  readonly indices: readonly Index[];
  readonly arguments: readonly Expression[];
  /** What stands behind the bar of a conditional or the semicolon of a parameter. */
  readonly given: readonly Expression[];
}

export interface Negation extends Located {
  readonly kind: 'negate';
  readonly argument: Expression;
}

export interface Sum extends Located {
  readonly kind: 'add';
  readonly terms: readonly Expression[];
}

export interface Product extends Located {
  readonly kind: 'multiply';
  readonly factors: readonly Expression[];
}

export interface Quotient extends Located {
  readonly kind: 'divide';
  readonly numerator: Expression;
  readonly denominator: Expression;
}

export interface Power extends Located {
  readonly kind: 'power';
  readonly base: Expression;
  readonly exponent: Expression;
}

/** A logarithm; without a base it is the bare `log`, natural unless the document says otherwise. */
export interface Logarithm extends Located {
  readonly kind: 'log';
  readonly argument: Expression;
  readonly base?: Expression;
}

export const elementwiseFunctions = [
  'exp',
  'expm1',
  'log1p',
  'abs',
  'sqrt',
  'square',
  'sign',
  'floor',
  'ceil',
  'round',
  'sin',
  'cos',
  'sinh',
  'cosh',
  'tanh',
  'sigmoid',
  'logSigmoid',
  'softplus',
  'positivePart',
  'xlogy',
  'logGamma',
  'maximum',
  'minimum',
] as const;

/** `positivePart` is max(0, x); `maximum` and `minimum` take any number of arguments, `xlogy` two, the others one. */
export type ElementwiseName = (typeof elementwiseFunctions)[number];

export interface ElementwiseCall extends Located {
  readonly kind: 'call';
  readonly function: ElementwiseName;
  readonly arguments: readonly Expression[];
}

/**
 * An index that a reduction runs over. `from` and `to` are the written bounds, `set` is what it is taken from.
 * In `\sum_{j \ne y_i}` the condition leaves elements out.
 */
export interface Binder {
  readonly name: string;
  readonly from?: Expression;
  readonly to?: Expression;
  readonly set?: Expression;
  /** The index bears an index itself: `\\sum_{x_i}`. */
  readonly indexed?: boolean;
  readonly range?: Range;
}

export type ReductionName = 'sum' | 'mean' | 'product' | 'max' | 'min' | 'integral' | 'median';

/** What is reduced: named indices, one unnamed axis (negative: from the last), or whatever is there. */
export type Extent =
  | { readonly kind: 'indices'; readonly binders: readonly Binder[]; readonly condition?: Expression }
  | { readonly kind: 'axis'; readonly axis: number; readonly keep: boolean }
  | { readonly kind: 'all' };

export interface Reduction extends Located {
  readonly kind: 'reduce';
  readonly operation: ReductionName;
  readonly over: Extent;
  readonly body: Expression;
}

/** An expected value: under a distribution that is written (`x \sim p`, `p(x)`), or the mean over what is there. */
export interface Expectation extends Located {
  readonly kind: 'expectation';
  readonly variables: readonly string[];
  readonly distribution?: Expression;
  readonly body: Expression;
}

export type VectorFunction = 'softmax' | 'logSoftmax' | 'logSumExp';

/** A function along an axis: the last unnamed one, or that of an index. */
export interface VectorCall extends Located {
  readonly kind: 'vector';
  readonly function: VectorFunction;
  readonly argument: Expression;
  /** `softmax(z)_j`: the element that is taken. */
  readonly index?: Expression;
  readonly axis?: number;
}

/** The norm over unnamed axes; of a number it is the absolute value. The order is 2 when absent, Infinity allowed. */
export interface Norm extends Located {
  readonly kind: 'norm';
  readonly argument: Expression;
  readonly order?: Expression;
}

/** The inner product over the last unnamed axis: `y^\top \log p`, `\langle a, b\rangle`, `a @ b`. */
export interface InnerProduct extends Located {
  readonly kind: 'inner';
  readonly left: Expression;
  readonly right: Expression;
}

export type ComparisonName = '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface Comparison extends Located {
  readonly kind: 'compare';
  readonly operator: ComparisonName;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Logic extends Located {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or' | 'not';
  readonly arguments: readonly Expression[];
}

export interface Branch {
  readonly value: Expression;
  /** Absent on the branch that holds otherwise. */
  readonly condition?: Expression;
}

/** The first branch whose condition holds; NaN where none does. */
export interface Cases extends Located {
  readonly kind: 'cases';
  readonly branches: readonly Branch[];
}

/** 1 where the condition holds, else 0. */
export interface Indicator extends Located {
  readonly kind: 'indicator';
  readonly condition: Expression;
}

export type MeasureName =
  'entropy' | 'cross-entropy' | 'mutual-information' | 'kl-divergence' | 'js-divergence' | 'binary-entropy';

/**
 * An information measure applied to distributions or to random variables: `H(X)`, `H(p, q)`, `H(Y \mid X)`,
 * `I(X; Y)`, `D_{KL}(p \| q)`. With two random variables `entropy` is that of the pair.
 */
export interface Measure extends Located {
  readonly kind: 'measure';
  readonly measure: MeasureName;
  readonly arguments: readonly Expression[];
  readonly given: readonly Expression[];
  readonly base?: Expression;
}

/** The direct parts of an expression, in reading order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'variable':
      return expression.indices;
    case 'application':
      return [...expression.indices, ...expression.arguments, ...expression.given];
    case 'negate':
      return [expression.argument];
    case 'add':
      return expression.terms;
    case 'multiply':
      return expression.factors;
    case 'divide':
      return [expression.numerator, expression.denominator];
    case 'power':
      return [expression.base, expression.exponent];
    case 'log':
      return expression.base ? [expression.base, expression.argument] : [expression.argument];
    case 'call':
    case 'logic':
      return expression.arguments;
    default:
      return partsOfCompound(expression);
  }
}

function partsOfCompound(
  expression: Exclude<
    Expression,
    | NumberLiteral
    | Variable
    | Application
    | Negation
    | Sum
    | Product
    | Quotient
    | Power
    | Logarithm
    | ElementwiseCall
    | Logic
  >,
): readonly Expression[] {
  switch (expression.kind) {
    case 'reduce':
      return [...extentParts(expression.over), expression.body];
    case 'expectation':
      return expression.distribution ? [expression.distribution, expression.body] : [expression.body];
    case 'vector':
      return expression.index ? [expression.argument, expression.index] : [expression.argument];
    case 'norm':
      return expression.order ? [expression.argument, expression.order] : [expression.argument];
    case 'inner':
    case 'compare':
      return [expression.left, expression.right];
    case 'cases':
      return expression.branches.flatMap((branch) =>
        branch.condition ? [branch.value, branch.condition] : [branch.value],
      );
    case 'indicator':
      return [expression.condition];
    case 'measure':
      return [...expression.arguments, ...expression.given];
  }
}

function extentParts(extent: Extent): readonly Expression[] {
  if (extent.kind !== 'indices') return [];
  const bounds = extent.binders.flatMap((binder) =>
    [binder.from, binder.to, binder.set].filter((part) => part !== undefined),
  );
  return extent.condition ? [...bounds, extent.condition] : bounds;
}

/** The expression and everything in it, outermost first. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* walk(part);
}

/** The expression with every direct part replaced. */
export function mapParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'variable':
      return { ...expression, indices: expression.indices.map(change) };
    case 'application':
      return {
        ...expression,
        indices: expression.indices.map(change),
        arguments: expression.arguments.map(change),
        given: expression.given.map(change),
      };
    case 'negate':
      return { ...expression, argument: change(expression.argument) };
    case 'add':
      return { ...expression, terms: expression.terms.map(change) };
    case 'multiply':
      return { ...expression, factors: expression.factors.map(change) };
    case 'divide':
      return {
        ...expression,
        numerator: change(expression.numerator),
        denominator: change(expression.denominator),
      };
    case 'power':
      return { ...expression, base: change(expression.base), exponent: change(expression.exponent) };
    case 'log':
      return {
        ...expression,
        argument: change(expression.argument),
        ...(expression.base && { base: change(expression.base) }),
      };
    case 'call':
    case 'logic':
      return { ...expression, arguments: expression.arguments.map(change) };
    default:
      return mapCompoundParts(expression, change);
  }
}

function mapCompoundParts(
  expression: Parameters<typeof partsOfCompound>[0],
  change: (part: Expression) => Expression,
): Expression {
  switch (expression.kind) {
    case 'reduce':
      return { ...expression, over: mapExtent(expression.over, change), body: change(expression.body) };
    case 'expectation':
      return {
        ...expression,
        ...(expression.distribution && { distribution: change(expression.distribution) }),
        body: change(expression.body),
      };
    case 'vector':
      return {
        ...expression,
        argument: change(expression.argument),
        ...(expression.index && { index: change(expression.index) }),
      };
    case 'norm':
      return {
        ...expression,
        argument: change(expression.argument),
        ...(expression.order && { order: change(expression.order) }),
      };
    case 'inner':
    case 'compare':
      return { ...expression, left: change(expression.left), right: change(expression.right) };
    case 'cases':
      return {
        ...expression,
        branches: expression.branches.map((branch) => ({
          value: change(branch.value),
          ...(branch.condition && { condition: change(branch.condition) }),
        })),
      };
    case 'indicator':
      return { ...expression, condition: change(expression.condition) };
    case 'measure':
      return {
        ...expression,
        arguments: expression.arguments.map(change),
        given: expression.given.map(change),
      };
  }
}

function mapExtent(extent: Extent, change: (part: Expression) => Expression): Extent {
  if (extent.kind !== 'indices') return extent;
  const binders = extent.binders.map((binder) => ({
    ...binder,
    ...(binder.from && { from: change(binder.from) }),
    ...(binder.to && { to: change(binder.to) }),
    ...(binder.set && { set: change(binder.set) }),
  }));
  return extent.condition
    ? { ...extent, binders, condition: change(extent.condition) }
    : { ...extent, binders };
}

export function numberOf(value: number, range?: Range): NumberLiteral {
  return range ? { kind: 'number', value, range } : { kind: 'number', value };
}

/** The value of a literal, a negated one, or a quotient of literals; else undefined. */
export function literalValue(expression: Expression): number | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'negate': {
      const value = literalValue(expression.argument);
      return value === undefined ? undefined : -value;
    }
    case 'divide': {
      const numerator = literalValue(expression.numerator);
      const denominator = literalValue(expression.denominator);
      return numerator === undefined || denominator === undefined ? undefined : numerator / denominator;
    }
    default:
      return undefined;
  }
}
