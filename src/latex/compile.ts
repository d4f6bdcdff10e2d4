import type { Range } from '../base/range';
import { compileMeasure } from './compileMeasure';
import { binaryFunctions, unaryFunctions, zeroSafeProduct } from './elementwise';
import { anonymousAxes, reportProblem } from './environment';
import {
  partsOf,
  walk,
  type Application,
  type Binder,
  type Expression,
  type Reduction,
  type Variable,
  type VectorCall,
} from './expression';
import { diagonal, gridOf, mapGrid, notANumber, reduceAxes, scalarGrid, type Grid } from './grid';
import { spell } from './leafNames';
import { jointProbability } from './jointProbability';
import { normalise } from './normalise';
import { compensatedSum, maximumOf, minimumOf, normOf } from './reducers';
import {
  mapped,
  folded,
  chosen,
  gathered,
  position,
  reduceLast,
  reduceCounted,
  repeated,
  reducers,
  neutral,
  comparisons,
  vectorFunction,
  type Run,
} from './running';

/** A quantity whose numbers come from outside: `\hat y_i`, `p(x)`, `\delta`. */
export interface Leaf {
  /** Name and form: `p(#)`, `y_#`, `\delta`. */
  readonly key: string;
  readonly name: string;
  /** How many axes its indices and arguments name. */
  readonly rank: number;
  readonly functional: boolean;
  /** A count by which nothing is indexed: the N of 1/N. */
  readonly uses: LeafUse[];
}

export interface LeafUse {
  readonly axes: readonly string[];
  /** The variables behind the axes: x for p(x_i), and what they are given. */
  readonly variables: readonly string[];
  readonly given: readonly string[];
  readonly range?: Range;
}

/** An expression ready to be evaluated any number of times. */
export interface Compiled {
  readonly source: Expression;
  readonly leaves: readonly Leaf[];
  /** Symbols that are the size of an index: the N of \sum_{i=1}^N. */
  readonly counts: ReadonlyMap<string, { readonly axis: string; readonly offset: number }>;
  /** Lower-case names of the random variables in measures. */
  readonly randomVariables: ReadonlySet<string>;
  /** Constructs that have no value here. */
  readonly unsupported: readonly string[];
  /** The variable behind an index, where the formula tells: x for the i of p(x_i). */
  readonly variableOfIndex: ReadonlyMap<string, string>;
  /** How many parts it has: what one evaluation costs. */
  readonly size: number;
  readonly run: Run;
}

export function compile(expression: Expression): Compiled {
  const source = normalise(expression);
  const compiler = new Compiler(source);
  const run = compiler.expression(source, new Map());
  return {
    source,
    leaves: compiler.leaves,
    counts: compiler.counts,
    randomVariables: compiler.randomVariables,
    unsupported: compiler.unsupported,
    variableOfIndex: compiler.variableOfIndex,
    size: [...walk(source)].length,
    run,
  };
}

/** Names of indices in scope; the binder says where counting starts. */
export type Scope = ReadonlyMap<string, Binder>;

export class Compiler {
  readonly leaves: Leaf[] = [];
  readonly counts = new Map<string, { axis: string; offset: number }>();
  readonly randomVariables = new Set<string>();
  readonly unsupported: string[] = [];
  readonly variableOfIndex = new Map<string, string>();
  private readonly byKey = new Map<string, number>();
  /** Names that an index runs over somewhere: the z of \sum_j e^{z_j}, whose z_y is an element. */
  private readonly indexed = new Set<string>();

  constructor(root: Expression) {
    this.collectIndexed(root, new Set());
    this.collectCounts(root);
  }

  private collectIndexed(expression: Expression, bound: ReadonlySet<string>): void {
    if (expression.kind === 'variable' || expression.kind === 'application') {
      for (const [k, index] of expression.indices.entries()) {
        const runs = index.kind === 'variable' && bound.has(index.name);
        if (runs) this.indexed.add(`${expression.name}/${k}`);
      }
    }
    const inner =
      expression.kind === 'reduce' && expression.over.kind === 'indices'
        ? new Set([...bound, ...expression.over.binders.map((binder) => binder.name)])
        : bound;
    for (const part of partsOf(expression)) this.collectIndexed(part, inner);
  }

  private collectCounts(root: Expression): void {
    for (const part of walk(root)) {
      if (part.kind !== 'reduce' || part.over.kind !== 'indices') continue;
      for (const binder of part.over.binders) this.collectCount(binder);
    }
  }

  private collectCount({ name, from, to }: Binder): void {
    const start = from?.kind === 'number' ? from.value : 1;
    if (to?.kind === 'variable') this.counts.set(spell(to), { axis: name, offset: start - 1 });
    const last = to && oneMoreThan(to);
    if (last) this.counts.set(spell(last), { axis: name, offset: start });
  }

  expression(expression: Expression, scope: Scope): Run {
    switch (expression.kind) {
      case 'number': {
        const grid = scalarGrid(expression.value);
        return () => grid;
      }
      case 'variable':
        return this.variable(expression, scope);
      case 'application':
        return this.application(expression, scope);
      case 'negate':
        return mapped(this.expression(expression.argument, scope), (x) => -x);
      case 'add':
        return folded(this.all(expression.terms, scope), (x, y) => x + y);
      case 'multiply':
        return folded(
          this.all(expression.factors, scope),
          holdsLogarithm(expression) ? zeroSafeProduct : (x, y) => x * y,
        );
      case 'divide':
        return folded(this.all([expression.numerator, expression.denominator], scope), (x, y) => x / y);
      case 'power':
        return folded(this.all([expression.base, expression.exponent], scope), (x, y) => x ** y);
      case 'log':
        return this.logarithm(expression, scope);
      default:
        return this.compound(expression, scope);
    }
  }

  private compound(expression: Expression, scope: Scope): Run {
    switch (expression.kind) {
      case 'call':
        return this.call(expression, scope);
      case 'reduce':
        return this.reduction(expression, scope);
      case 'vector':
        return this.vector(expression, scope);
      case 'norm':
        return this.norm(expression, scope);
      case 'inner': {
        const product = folded(this.all([expression.left, expression.right], scope), (x, y) => x * y);
        return (environment) => reduceLast(product(environment), compensatedSum);
      }
      case 'compare':
        return this.comparison(expression, scope);
      case 'logic':
        return this.logic(expression, scope);
      case 'indicator':
        return this.expression(expression.condition, scope);
      case 'cases':
        return this.cases(expression, scope);
      case 'measure':
        return compileMeasure(this, expression, scope);
      default:
        return this.refuse(expression.kind);
    }
  }

  private all(expressions: readonly Expression[], scope: Scope): readonly Run[] {
    return expressions.map((part) => this.expression(part, scope));
  }

  refuse(construct: string): Run {
    this.unsupported.push(construct);
    return (environment) => {
      reportProblem(environment, { code: 'unsupported', subject: construct });
      return notANumber;
    };
  }

  // --- quantities --------------------------------------------------------------------------------------------------

  private variable(variable: Variable, scope: Scope): Run {
    const binder =
      variable.indices.length === 0 || scope.get(variable.name)?.indexed
        ? scope.get(variable.name)
        : undefined;
    if (binder) return position(variable.name, binder);
    const count = this.counts.get(spell(variable));
    if (count) return this.count(variable, count);
    const slots = variable.indices.map((index, k) =>
      this.indexSlot(index, scope, this.runsAt(variable.name, k)),
    );
    const labels = slots.filter((slot) => slot.kind === 'label').map((slot) => slot.text);
    const places = slots.filter((slot) => slot.kind !== 'label');
    const label = labels.length > 0 ? `_{${labels.join(',')}}` : '';
    const name = variable.name + label;
    const key = places.length > 0 ? `${name}_${'#'.repeat(places.length)}` : name;
    const axes = places.map((slot, k) => (slot.kind === 'axis' ? slot.axis : ` ${k}`));
    const use: LeafUse = {
      axes,
      variables: axes.map(lower),
      given: [],
      ...(variable.range && { range: variable.range }),
    };
    const read = this.leaf({ key, name, rank: axes.length, functional: false }, use);
    return places.reduce<Run>(
      (run, slot, k) => (slot.kind === 'element' ? gathered(run, ` ${k}`, slot.run) : run),
      read,
    );
  }

  private count(variable: Variable, { axis, offset }: { axis: string; offset: number }): Run {
    const name = spell(variable);
    const known = this.leaf(
      { key: name, name, rank: 0, functional: false },
      { axes: [], variables: [], given: [] },
    );
    return (environment) => {
      const size = environment.sizes.get(axis);
      return size === undefined ? known(environment) : scalarGrid(size + offset);
    };
  }

  /** Whether an index runs at that position of the name somewhere, so that others there pick elements. */
  private runsAt(name: string, position: number): boolean {
    return this.indexed.has(`${name}/${position}`);
  }

  private indexSlot(index: Expression, scope: Scope, elements: boolean): IndexSlot {
    if (index.kind === 'variable' && index.indices.length === 0 && scope.has(index.name)) {
      return { kind: 'axis', axis: index.name };
    }
    const inner = [...walk(index)].some((part) => part.kind === 'variable' && scope.has(part.name));
    const element = inner || (elements && index.kind === 'variable');
    return element
      ? { kind: 'element', run: this.expression(index, scope) }
      : { kind: 'label', text: spell(index) };
  }

  private application(application: Application, scope: Scope): Run {
    if (application.name === 'argmax') return this.argmax(application, scope);
    const args = application.arguments.map((argument) => argumentAxes(argument, scope));
    const given = application.given.map((argument) => argumentAxes(argument, scope));
    const indices = application.indices.map((index, k) =>
      this.indexSlot(index, scope, this.runsAt(application.name, k)),
    );
    const labels = indices.filter((slot) => slot.kind === 'label').map((slot) => slot.text);
    const name = application.name + (labels.length > 0 ? `_{${labels.join(',')}}` : '');
    const placed = indices.filter((slot) => slot.kind !== 'label');
    const inner = [...new Set([...args, ...given].flatMap((each) => each.axes))];
    const axes = [...inner, ...placed.map((slot, k) => (slot.kind === 'axis' ? slot.axis : ` ${k}`))];
    const behind = given.length > 0 ? `|${given.map((each) => each.text).join(',')}` : '';
    const key = `${name}${'_#'.repeat(placed.length)}(${args.map((each) => each.text).join(',')}${behind})`;
    const use: LeafUse = {
      axes,
      variables: args.flatMap((each) => each.variables),
      given: given.flatMap((each) => each.variables),
      ...(application.range && { range: application.range }),
    };
    const read = this.leaf({ key, name, rank: axes.length, functional: true }, use);
    return placed.reduce<Run>(
      (run, slot, k) => (slot.kind === 'element' ? gathered(run, ` ${k}`, slot.run) : run),
      read,
    );
  }

  /** The number of the greatest element along an index, or along the last unnamed axis. */
  private argmax(application: Application, scope: Scope): Run {
    const [argument, index] = application.arguments;
    if (!argument) return this.refuse('argmax');
    const name = index?.kind === 'variable' ? index.name : undefined;
    const inner = name === undefined ? scope : new Map([...scope, [name, { name }]]);
    const run = this.expression(argument, inner);
    const position_ = (cells: Float64Array): number => cells.indexOf(maximumOf(cells));
    return (environment) => {
      const grid = run(environment);
      return name !== undefined && grid.axes.includes(name)
        ? reduceAxes(grid, [name], position_)
        : reduceLast(grid, position_);
    };
  }

  private leaf(leaf: Omit<Leaf, 'uses'>, use: LeafUse): Run {
    const known = this.byKey.get(leaf.key);
    const id = known ?? this.leaves.length;
    if (known === undefined) {
      this.byKey.set(leaf.key, id);
      this.leaves.push({ ...leaf, uses: [] });
    }
    this.leaves[id]!.uses.push(use);
    for (const [k, variable] of [...use.variables, ...use.given].entries()) {
      const axis = use.axes[k];
      if (axis !== undefined && axis !== variable) this.variableOfIndex.set(axis, variable);
    }
    return (environment) => {
      const fromTable =
        environment.joint && jointProbability(environment.joint, leaf.name, this.resolved(use));
      if (fromTable) return fromTable;
      const tensor = environment.leaves[id];
      if (!tensor || tensor.shape.length < use.axes.length) {
        reportProblem(environment, { code: tensor ? 'shape' : 'missing', subject: leaf.key });
        return notANumber;
      }
      return diagonal(gridOf(tensor.values, tensor.shape, use.axes));
    };
  }

  /** p_i speaks of the variable of which another part says x_i. */
  private resolved(use: LeafUse): LeafUse {
    const known = (name: string): string => this.variableOfIndex.get(name) ?? name;
    return { ...use, variables: use.variables.map(known), given: use.given.map(known) };
  }

  // --- functions ---------------------------------------------------------------------------------------------------

  private logarithm(expression: Extract<Expression, { kind: 'log' }>, scope: Scope): Run {
    const argument = this.expression(expression.argument, scope);
    const { base } = expression;
    if (!base || (base.kind === 'number' && base.value === Math.E)) return mapped(argument, Math.log);
    if (base.kind === 'number') {
      if (base.value === 2) return mapped(argument, Math.log2);
      if (base.value === 10) return mapped(argument, Math.log10);
      const scale = 1 / Math.log(base.value);
      return mapped(argument, (x) => Math.log(x) * scale);
    }
    return folded([argument, this.expression(base, scope)], (x, b) => Math.log(x) / Math.log(b));
  }

  private call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): Run {
    const runs = this.all(expression.arguments, scope);
    const name = expression.function;
    if (name === 'maximum' || name === 'minimum' || name === 'xlogy') {
      const only = runs.length === 1 ? runs[0]! : undefined;
      if (!only) return folded(runs, binaryFunctions[name]);
      const extremum = name === 'maximum' ? maximumOf : minimumOf;
      return (environment) => {
        const grid = only(environment);
        return reduceAxes(grid, anonymousAxes(grid), extremum);
      };
    }
    return mapped(runs[0]!, unaryFunctions[name]);
  }

  private vector(expression: VectorCall, scope: Scope): Run {
    const argument = this.expression(expression.argument, scope);
    const { index } = expression;
    const slot = index && this.indexSlot(index, scope, true);
    const along = (grid: Grid): Grid => vectorFunction(expression, grid);
    if (!slot || slot.kind === 'label') return (environment) => along(argument(environment));
    if (slot.kind === 'element')
      return gathered((environment) => along(argument(environment)), '*0', slot.run);
    return (environment) => {
      const grid = along(argument(environment));
      return { ...grid, axes: grid.axes.map((axis) => (axis === '*0' ? slot.axis : axis)) };
    };
  }

  private norm(expression: Extract<Expression, { kind: 'norm' }>, scope: Scope): Run {
    const argument = this.expression(expression.argument, scope);
    const order = expression.order ? this.expression(expression.order, scope) : undefined;
    return (environment) => {
      const grid = argument(environment);
      const p = order ? order(environment).values[0]! : 2;
      return reduceAxes(grid, anonymousAxes(grid), (cells) => normOf(cells, p));
    };
  }

  /** Indices that are compared with classes or with each other count from 0, as classes do. */
  private comparison({ operator, left, right }: Extract<Expression, { kind: 'compare' }>, scope: Scope): Run {
    const numbered = left.kind === 'number' || right.kind === 'number';
    const side = (part: Expression): Run => {
      const binder = part.kind === 'variable' && part.indices.length === 0 ? scope.get(part.name) : undefined;
      return binder && !numbered
        ? position(binder.name, { name: binder.name })
        : this.expression(part, scope);
    };
    return folded([side(left), side(right)], comparisons[operator]);
  }

  private logic(expression: Extract<Expression, { kind: 'logic' }>, scope: Scope): Run {
    const runs = this.all(expression.arguments, scope);
    if (expression.operator === 'not') return mapped(runs[0]!, (x) => 1 - x);
    return folded(runs, expression.operator === 'and' ? (x, y) => x * y : Math.max);
  }

  private cases(expression: Extract<Expression, { kind: 'cases' }>, scope: Scope): Run {
    const branches = expression.branches.map((branch) => ({
      value: this.expression(branch.value, scope),
      condition: branch.condition && this.expression(branch.condition, scope),
    }));
    return branches.reduceRight<Run>(
      (otherwise, { value, condition }) => (condition ? chosen(condition, value, otherwise) : value),
      () => notANumber,
    );
  }

  // --- reductions --------------------------------------------------------------------------------------------------

  private reduction(expression: Reduction, scope: Scope): Run {
    const { over, operation } = expression;
    const f = reducers[operation];
    if (over.kind === 'all') {
      const body = this.expression(expression.body, scope);
      return (environment) => {
        const grid = body(environment);
        return reduceAxes(grid, anonymousAxes(grid), f);
      };
    }
    if (over.kind === 'axis') {
      const body = this.expression(expression.body, scope);
      return (environment) => reduceCounted(body(environment), over.axis, over.keep, f);
    }
    return this.indexReduction(expression, over, scope);
  }

  private indexReduction(
    expression: Reduction,
    over: Extract<Reduction['over'], { kind: 'indices' }>,
    scope: Scope,
  ): Run {
    const inner = new Map([...scope, ...over.binders.map((binder) => [binder.name, binder] as const)]);
    const body = this.expression(expression.body, inner);
    const condition = over.condition && this.expression(over.condition, inner);
    const names = over.binders.map((binder) => binder.name);
    const sizes = over.binders.map((binder) => this.size(binder, scope));
    const f = reducers[expression.operation];
    const left = neutral[expression.operation];
    const masked = condition ? chosen(condition, body, () => scalarGrid(left)) : body;
    return (environment) => {
      const grid = masked(environment);
      const present = names.filter((name) => grid.axes.includes(name));
      if (present.length === names.length) return reduceAxes(grid, names, f);
      const anonymous = anonymousAxes(grid);
      if (present.length === 0 && anonymous.length > 0) return reduceAxes(grid, anonymous, f);
      const reduced = present.length > 0 ? reduceAxes(grid, present, f) : grid;
      return repeated(
        reduced,
        expression.operation,
        sizes.filter((_, k) => !present.includes(names[k]!)),
        environment,
      );
    };
  }

  private size(binder: Binder, scope: Scope): Run {
    const from = binder.from?.kind === 'number' ? binder.from.value : 1;
    const literal = binder.to?.kind === 'number' ? binder.to.value - from + 1 : undefined;
    const to = binder.to ? this.expression(binder.to, scope) : undefined;
    return (environment) => {
      const size = environment.sizes.get(binder.name) ?? literal;
      if (size !== undefined) return scalarGrid(size);
      if (to) return mapGrid(to(environment), (x) => x - from + 1);
      reportProblem(environment, { code: 'missing', subject: binder.name });
      return notANumber;
    };
  }
}

/** The N of N − 1. */
function oneMoreThan(bound: Expression): Variable | undefined {
  if (bound.kind !== 'add' || bound.terms.length !== 2) return undefined;
  const [first, less] = bound.terms;
  const isOne = less?.kind === 'negate' && less.argument.kind === 'number' && less.argument.value === 1;
  return isOne && first?.kind === 'variable' ? first : undefined;
}

type IndexSlot =
  | { readonly kind: 'axis'; readonly axis: string }
  | { readonly kind: 'element'; readonly run: Run }
  | { readonly kind: 'label'; readonly text: string };

interface ArgumentAxes {
  readonly text: string;
  readonly axes: readonly string[];
  readonly variables: readonly string[];
}

/** The axes that an argument of functional notation names; without any it is part of the quantity's name. */
function argumentAxes(argument: Expression, scope: Scope): ArgumentAxes {
  if (argument.kind === 'compare' && argument.operator === '=') {
    const value = argumentAxes(argument.right, scope);
    return value.axes.length > 0 ? value : { ...value, text: spell(argument) };
  }
  if (argument.kind === 'variable') {
    if (scope.has(argument.name))
      return { text: '#', axes: [argument.name], variables: [lower(argument.name)] };
    const axes = argument.indices.flatMap((index) =>
      index.kind === 'variable' && scope.has(index.name) ? [index.name] : [],
    );
    if (axes.length === 1) return { text: '#', axes, variables: [lower(argument.name)] };
  }
  const names = [...walk(argument)].flatMap((part) =>
    part.kind === 'variable' && scope.has(part.name) ? [part.name] : [],
  );
  const axes = [...new Set(names)];
  return {
    text: axes.length > 0 ? '#'.repeat(axes.length) : spell(argument),
    axes,
    variables: axes.map(lower),
  };
}

function lower(name: string): string {
  return name.toLowerCase();
}

function holdsLogarithm(expression: Extract<Expression, { kind: 'multiply' }>): boolean {
  return expression.factors.some((factor) => [...walk(factor)].some((part) => part.kind === 'log'));
}
