import { fail, succeed, type ProblemCode, type Result } from '../base/result';
import type { Text } from '../base/text';
import type { Tensor } from '../numeric/tensor';
import { sizesOf } from './assignments';
import { bodies } from './candidates';
import { compile, type Compiled, type Leaf } from './compile';
import type { Environment, EvaluationProblem } from './environment';
import type { Expression } from './expression';
import { readFormula } from './formulaText';
import { reordered, type Grid } from './grid';
import { isProbabilityName } from './jointProbability';
import { logarithmBases, withBareBase, withDecidedBases } from './logarithms';

/** Numbers in nested lists. */
export type NestedNumbers = number | readonly NestedNumbers[];

export interface CalculationOptions {
  readonly macros?: { readonly [command: string]: string };
  /** The base of logarithms that name none; e when absent. */
  readonly base?: number;
}

/** The value of a formula: one number, or one for each value of the indices that nothing sums over. */
export interface Calculation {
  readonly value: number;
  readonly values: Float64Array;
  /** [] where the value is one number. */
  readonly shape: readonly number[];
  /** The base of the logarithms in it, if it has any and only one. */
  readonly base?: number;
}

/**
 * Evaluates TeX on arrays and numbers: `-\sum_i p_i\log_2 p_i` on { p: [0.8, 0.2] }. A symbol is looked up by its name
 * with or without backslash, accents and indices (`\hat y_i` is `y_hat`, `yhat`, `\hat y` or `ŷ`); how far an index runs
 * follows from the arrays; 0·log 0 is 0; the value is IEEE. Probabilities of several variables (`p(x,y)`, `p(x)`) and
 * random variables (`H(X)`) are read off one joint table `joint` or `p`.
 */
export function calculate(
  tex: string,
  values: { readonly [name: string]: NestedNumbers },
  options: CalculationOptions = {},
): Result<Calculation> {
  const read = readFormula(tex, options.macros);
  if (!read.ok) return read;
  const body =
    bodies(read.value)[0] ?? read.value.statements.find((statement) => statement.complete)?.sides.at(-1);
  if (!body) return refuse('unknown', 'the formula could not be read as a whole', '未能完整读懂该公式');
  return calculateExpression(body.expression, values, options);
}

/** Evaluates an expression, wherever it comes from; as `calculate` does. */
export function calculateExpression(
  expression: Expression,
  values: { readonly [name: string]: NestedNumbers },
  options: CalculationOptions = {},
): Result<Calculation> {
  const based = options.base === undefined ? expression : withBareBase(expression, options.base);
  const compiled = compile(withDecidedBases(based));
  const arrays = new Map<string, Tensor>();
  for (const [name, nested] of Object.entries(values)) {
    const tensor = tensorOf(nested);
    if (!tensor)
      return refuse(
        'shape',
        `“${name}” is not a regular array of numbers`,
        `“${name}” 不是规则的数值数组`,
        name,
      );
    arrays.set(plainName(name), tensor);
  }
  const environment = environmentFor(compiled, arrays);
  if ('ok' in environment) return environment;
  const grid = compiled.run(environment);
  if (environment.problem) return sayProblem(environment.problem, compiled);
  return succeed(calculationOf(grid, based));
}

function calculationOf(grid: Grid, expression: Expression): Calculation {
  const ordered = grid.axes.length > 1 ? reordered(grid, grid.axes) : grid;
  const bases = [...logarithmBases(expression)].map((base) => (base === 'bare' ? Math.E : base));
  const base = new Set(bases).size === 1 && typeof bases[0] === 'number' ? bases[0] : undefined;
  return {
    value: ordered.values.length === 1 ? ordered.values[0]! : NaN,
    values: ordered.values,
    shape: ordered.sizes,
    ...(base !== undefined && { base }),
  };
}

// --- quantities ------------------------------------------------------------------------------------------------------

function environmentFor(
  compiled: Compiled,
  arrays: ReadonlyMap<string, Tensor>,
): Environment | Result<never> {
  const joint = jointFor(compiled, arrays);
  const tensors = compiled.leaves.map((leaf) =>
    joint && isOfTable(leaf) ? undefined : lookUp(leaf, arrays),
  );
  const sizes = sizesOf(compiled.leaves, tensors);
  if ('conflict' in sizes) {
    return sayProblem(
      { code: 'shape', subject: sizes.conflict, sizes: sizes.sizes },
      compiled,
    ) as Result<never>;
  }
  const lengths = new Set(tensors.flatMap((tensor) => tensor?.shape ?? []));
  const [only] = lengths;
  // A count that is not given is the one length that there is.
  const completed = tensors.map((tensor, id) => {
    const counts = compiled.leaves[id]!.rank === 0 && /^[NnmMKkCT]$/.test(compiled.leaves[id]!.key);
    return (
      tensor ?? (counts && lengths.size === 1 ? { values: Float64Array.of(only!), shape: [] } : undefined)
    );
  });
  return { leaves: completed, sizes, ...(joint && { joint }) };
}

function lookUp(leaf: Leaf, arrays: ReadonlyMap<string, Tensor>): Tensor | undefined {
  const names = [
    leaf.key.replace(/_#+$|\(#.*\)$/, ''),
    leaf.key,
    leaf.name,
    leaf.name.replace(/_\{.*\}$/, ''),
  ];
  for (const name of names) {
    const found = arrays.get(plainName(name));
    if (found && found.shape.length >= leaf.rank) return found;
  }
  return undefined;
}

/** A name as people type it: without backslashes, braces and blanks; an accent behind its letter. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\u0302/g, '_hat')
    .replace(/\u0303/g, '_tilde')
    .replace(/\\(hat|tilde|bar)\s*\{?\s*(\\?[a-zA-Z]+)\s*\}?/g, '$2_$1')
    .replace(/\\(?:mathbf|mathrm|boldsymbol|text|bm)\b/g, '')
    .replace(/[\\{}\s]/g, '')
    .replace(/^([a-zA-Z])(hat|tilde|bar)$/, '$1_$2')
    .replace(/^var(?=epsilon|phi|theta)/, '');
}

function isOfTable(leaf: Leaf): boolean {
  return leaf.rank > 0 && isProbabilityName(leaf.name);
}

/** The joint table, where the formula speaks of several variables or of random ones. */
function jointFor(compiled: Compiled, arrays: ReadonlyMap<string, Tensor>): Grid | undefined {
  const names = new Set(compiled.randomVariables);
  for (const leaf of compiled.leaves.filter(isOfTable)) {
    for (const use of leaf.uses) {
      for (const name of [...use.variables, ...use.given])
        names.add(compiled.variableOfIndex.get(name) ?? name);
    }
  }
  const variables = [...names].sort();
  if (variables.length < 2 && compiled.randomVariables.size === 0) return undefined;
  const table = [...arrays].find(
    ([name, tensor]) =>
      /^(?:joint|[pP](?:_?(?:xy|XY)|\(x,y.*\))?)$/.test(name) && tensor.shape.length === variables.length,
  )?.[1];
  return table && { axes: variables, sizes: table.shape, values: table.values };
}

function tensorOf(nested: NestedNumbers): Tensor | undefined {
  const shape: number[] = [];
  for (let part = nested; typeof part !== 'number';) {
    if (!Array.isArray(part) || shape.length > 8) return undefined;
    const list: readonly NestedNumbers[] = part;
    shape.push(list.length);
    if (list.length === 0) return undefined;
    part = list[0]!;
  }
  const values: number[] = [];
  return fill(nested, shape, 0, values) ? { values: Float64Array.from(values), shape } : undefined;
}

function fill(nested: NestedNumbers, shape: readonly number[], depth: number, values: number[]): boolean {
  if (typeof nested === 'number') {
    values.push(nested);
    return depth === shape.length;
  }
  return (
    Array.isArray(nested) &&
    depth < shape.length &&
    nested.length === shape[depth] &&
    nested.every((part: NestedNumbers) => fill(part, shape, depth + 1, values))
  );
}

// --- problems --------------------------------------------------------------------------------------------------------

function refuse(code: ProblemCode, en: string, chinese: string, slot?: string): Result<Calculation> {
  const message: Text = { en: `${en[0]!.toUpperCase()}${en.slice(1)}.`, 'zh-cn': `${chinese}。` };
  return fail({ code, message, ...(slot !== undefined && { slot }) });
}

function sayProblem({ code, subject, sizes }: EvaluationProblem, compiled: Compiled): Result<Calculation> {
  switch (code) {
    case 'missing': {
      const name = compiled.leaves.find((leaf) => leaf.key === subject)?.name ?? subject;
      return refuse('missing', `no value is given for ${name}`, `没有给出 ${name} 的值`, name);
    }
    case 'shape':
      return sizes
        ? refuse(
            'shape',
            `arrays that share the index ${axisName(subject)} have the lengths ${sizes[0]} and ${sizes[1]}`,
            `共用下标 ${axisName(subject)} 的数组长度为 ${sizes[0]} 与 ${sizes[1]}，不一致`,
          )
        : refuse(
            'shape',
            `${subject.replace(/_?#+/, '')} has more indices in the formula than its array has axes`,
            `${subject.replace(/_?#+/, '')} 在公式中的下标数多于数组的维数`,
          );
    case 'too-large':
      return refuse(
        'too-large',
        'the arrays would be combined into one that is too large',
        '组合后的数组过大',
      );
    case 'unsupported':
      return refuse(
        'unknown',
        `this part of the formula cannot be evaluated: ${subject}`,
        `公式中的这一部分无法计算：${subject}`,
      );
  }
}

function axisName(axis: string): string {
  return axis.startsWith('*') ? '(…)' : axis;
}

/** The symbols of an expression that need a value, as they are written. */
export function symbolsOf(expression: Expression): readonly string[] {
  const compiled = compile(expression);
  return compiled.leaves.filter((leaf) => !compiled.counts.has(leaf.key)).map((leaf) => leaf.name);
}
