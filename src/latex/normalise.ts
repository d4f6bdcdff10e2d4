import {
  mapParts,
  partsOf,
  walk,
  type Application,
  type Binder,
  type Expectation,
  type Expression,
  type Reduction,
} from './expression';
import { nameStem } from './leafNames';

/**
 * The expression in the forms that evaluation knows: expectations become sums over their distribution or means, sums
 * without an index get the index their body speaks of, `y^i` under a sum over i is an index, affine maps are one
 * quantity.
 */
export function normalise(expression: Expression): Expression {
  return inScope(withSets(expression), new Set());
}

function inScope(expression: Expression, bound: ReadonlySet<string>): Expression {
  switch (expression.kind) {
    case 'expectation':
      return inScope(expanded(expression, bound), bound);
    case 'reduce':
      return reduction(expression, bound);
    case 'power':
      return indexedPower(expression, bound) ?? mapParts(expression, (part) => inScope(part, bound));
    case 'inner':
    case 'add':
    case 'multiply':
      return affine(mapParts(expression, (part) => inScope(part, bound)));
    default:
      return mapParts(expression, (part) => inScope(part, bound));
  }
}

// --- sums ------------------------------------------------------------------------------------------------------------

function reduction(expression: Reduction, bound: ReadonlySet<string>): Expression {
  const binders = expression.over.kind === 'all' ? impliedBinders(expression.body, bound) : undefined;
  const over = binders && binders.length > 0 ? ({ kind: 'indices', binders } as const) : expression.over;
  const inner =
    over.kind === 'indices' ? new Set([...bound, ...over.binders.map((binder) => binder.name)]) : bound;
  const scoped = (part: Expression): Expression => inScope(part, inner);
  return mapParts({ ...expression, over }, scoped);
}

const indexName = /^[a-z]$/;

/** Indices that the body of a sum uses and nothing binds. */
function impliedBinders(body: Expression, bound: ReadonlySet<string>): readonly Binder[] {
  const names = new Set<string>();
  let bareQuantities = 0;
  const visit = (part: Expression, inner: ReadonlySet<string>): void => {
    if (part.kind === 'variable') {
      for (const index of part.indices) collect(index, inner);
      if (part.indices.length === 0 && /^[a-zA-Z]|^\\hat/.test(part.name)) bareQuantities++;
    }
    if (part.kind === 'application') {
      for (const argument of part.arguments) {
        if (argument.kind === 'variable') argument.indices.forEach((index) => collect(index, inner));
      }
      return;
    }
    const scope =
      part.kind === 'reduce' && part.over.kind === 'indices'
        ? new Set([...inner, ...part.over.binders.map((binder) => binder.name)])
        : inner;
    for (const child of partsOf(part)) visit(child, scope);
  };
  const collect = (index: Expression, inner: ReadonlySet<string>): void => {
    if (index.kind === 'variable' && indexName.test(index.name) && !inner.has(index.name))
      names.add(index.name);
  };
  visit(body, bound);
  if (names.size === 0 && bareQuantities === 0) return argumentBinders(body, bound);
  return [...names].map((name) => ({ name }));
}

/** `\sum p(x)\log q(x)` sums over x. */
function argumentBinders(body: Expression, bound: ReadonlySet<string>): readonly Binder[] {
  const names = new Set<string>();
  for (const part of walk(body)) {
    if (part.kind !== 'application') continue;
    for (const argument of [...part.arguments, ...part.given]) {
      if (argument.kind === 'variable' && indexName.test(argument.name) && !bound.has(argument.name)) {
        names.add(argument.name);
      }
    }
  }
  return [...names].map((name) => ({ name }));
}

/** `y^i` and `y^{i,j}` where i is an index. */
function indexedPower(
  expression: Extract<Expression, { kind: 'power' }>,
  bound: ReadonlySet<string>,
): Expression | undefined {
  const { base, exponent } = expression;
  if (exponent.kind !== 'variable' || !bound.has(exponent.name) || base.kind !== 'variable') return undefined;
  if (bound.has(base.name)) return undefined;
  return { ...base, indices: [...base.indices, exponent] };
}

// --- expectations ----------------------------------------------------------------------------------------------------

function expanded(expectation: Expectation, bound: ReadonlySet<string>): Expression {
  const { body } = expectation;
  const place = expectation.range ? { range: expectation.range } : {};
  const distribution = distributionOf(expectation, bound);
  const mean: Expression = { kind: 'reduce', operation: 'mean', over: { kind: 'all' }, body, ...place };
  if (!distribution) return meanOver(expectation, mean, body);
  const variables = distribution.variables.filter((name) => !bound.has(name));
  if (variables.some((name) => usedAsValue(body, name))) return mean;
  return {
    kind: 'reduce',
    operation: 'sum',
    over:
      variables.length > 0
        ? { kind: 'indices', binders: variables.map((name) => ({ name })) }
        : { kind: 'all' },
    body: { kind: 'multiply', factors: [distribution.weight, capitalsLowered(body)] },
    ...place,
  };
}

/** Without a distribution the mean runs over the index that is named, if it is one. */
function meanOver(expectation: Expectation, mean: Expression, body: Expression): Expression {
  const indices = expectation.variables.filter((name) => indexName.test(name) && !usedAsValue(body, name));
  if (indices.length === 0 || indices.length < expectation.variables.length) return mean;
  return {
    kind: 'reduce',
    operation: 'mean',
    over: { kind: 'indices', binders: indices.map((name) => ({ name })) },
    body,
    ...(expectation.range && { range: expectation.range }),
  };
}

interface Weight {
  readonly weight: Expression;
  readonly variables: readonly string[];
}

const probabilityName = /^(?:\\hat |\\tilde )?(?:[pPqQ]|\\mathbb P|\\mathrm P|\\rho|\\pi)(?:_\{[^{}]*\})?$/;

function distributionOf(expectation: Expectation, bound: ReadonlySet<string>): Weight | undefined {
  const { distribution, body } = expectation;
  const named = expectation.variables.map((name) => name.toLowerCase());
  if (!distribution) return impliedDistribution(expectation, named);
  if (distribution.kind === 'application') {
    const variables = distribution.arguments.flatMap((argument) =>
      argument.kind === 'variable' ? [argument.name.toLowerCase()] : [],
    );
    return { weight: capitalsLowered(distribution), variables: named.length > 0 ? named : variables };
  }
  if (distribution.kind !== 'variable' || !probabilityName.test(distribution.name)) return undefined;
  const variables = named.length > 0 ? named : argumentsIn(body, bound);
  if (variables.length === 0) return { weight: distribution, variables };
  const weight: Application = {
    kind: 'application',
    name: distribution.name,
    indices: distribution.indices,
    arguments: variables.map((name) => ({ kind: 'variable', name, indices: [] })),
    given: [],
  };
  // E_p[log p_i] keeps to subscripts where the body does.
  return functional(body) || named.length > 0
    ? { weight, variables }
    : { weight: distribution, variables: [] };
}

function functional(body: Expression): boolean {
  return [...walk(body)].some((part) => part.kind === 'application');
}

/** E[-log p(X)] and E_{x,y}[log p(x,y)/…] are under the distribution that they speak of. */
function impliedDistribution(expectation: Expectation, named: readonly string[]): Weight | undefined {
  const heads = [...walk(expectation.body)].filter(
    (part): part is Application => part.kind === 'application' && probabilityName.test(part.name),
  );
  const capitals = heads.flatMap((part) =>
    [...part.arguments, ...part.given].flatMap((argument) =>
      argument.kind === 'variable' && /^[A-Z]$/.test(argument.name) ? [argument.name.toLowerCase()] : [],
    ),
  );
  const variables = [...new Set(named.length > 0 ? named : capitals)];
  const head = heads.find((part) => /p/i.test(part.name)) ?? heads[0];
  if (!head || variables.length === 0) return undefined;
  const stem = nameStem(head.name);
  const weight: Application = {
    kind: 'application',
    name: stem === '' ? head.name : stem,
    indices: [],
    arguments: variables.map((name) => ({ kind: 'variable', name, indices: [] })),
    given: [],
  };
  return { weight, variables };
}

function argumentsIn(body: Expression, bound: ReadonlySet<string>): readonly string[] {
  const names = new Set<string>();
  for (const part of walk(body)) {
    if (part.kind !== 'application') continue;
    for (const argument of part.arguments) {
      if (argument.kind === 'variable' && /^[a-zA-Z]$/.test(argument.name) && !bound.has(argument.name)) {
        names.add(argument.name.toLowerCase());
      }
    }
  }
  return [...names];
}

/** Whether a name occurs as a quantity, outside the arguments and indices of others. */
function usedAsValue(body: Expression, name: string): boolean {
  if (body.kind === 'variable') return body.name === name;
  if (body.kind === 'application' || body.kind === 'measure') return false;
  return partsOf(body).some((part) => usedAsValue(part, name));
}

/** p(X) inside an expectation over X is p at the value x. */
function capitalsLowered(expression: Expression): Expression {
  if (expression.kind !== 'application') return mapParts(expression, capitalsLowered);
  const lowered = (part: Expression): Expression =>
    part.kind === 'variable' && /^[A-Z]$/.test(part.name) ? { ...part, name: part.name.toLowerCase() } : part;
  return {
    ...expression,
    arguments: expression.arguments.map(lowered),
    given: expression.given.map(lowered),
  };
}

// --- quantities ------------------------------------------------------------------------------------------------------

/** The size of a set that the formula also intersects is the sum of its indicator. */
function withSets(expression: Expression): Expression {
  const parts = [...walk(expression)];
  const sets = new Set(
    parts.flatMap((part) => (part.kind === 'variable' && part.indices.length === 0 ? [part.name] : [])),
  );
  const change = (part: Expression): Expression => {
    const set = part.kind === 'variable' ? /^\|(.*)\|$/.exec(part.name)?.[1] : undefined;
    if (set === undefined || !sets.has(set)) return mapParts(part, change);
    return {
      kind: 'reduce',
      operation: 'sum',
      over: { kind: 'all' },
      body: { kind: 'variable', name: set, indices: [] },
      ...(part.range && { range: part.range }),
    };
  };
  return change(expression);
}

const weightName = /^(?:[wWAVU]|\\theta|\\Theta|\\beta|\\omega|h|f)(?:_|$)/;
const inputName = /^(?:[xXhzf]|\\phi|\\mathbf x)(?:_|$)/;
const biasName = /^b(?:_|$)/;

/** `w^\top x_i + b`, `w \cdot x_i`, `W_j x`: what a model computes is one quantity here. */
function affine(expression: Expression): Expression {
  if (expression.kind === 'inner') return modelOutput([expression.left, expression.right]) ?? expression;
  if (expression.kind === 'multiply') return affineProduct(expression);
  if (expression.kind !== 'add') return expression;
  const output = expression.terms.findIndex((term) => term.kind === 'variable' && term.name.includes('⊤'));
  const bias = expression.terms.findIndex((term) => isBias(term));
  if (output < 0 || bias < 0) return expression;
  const merged = modelOutput([expression.terms[output]!, positive(expression.terms[bias]!)], true);
  const rest = expression.terms.filter((_, k) => k !== output && k !== bias);
  if (!merged) return expression;
  return rest.length === 0 ? merged : { ...expression, terms: [merged, ...rest] };
}

function positive(term: Expression): Expression {
  return term.kind === 'negate' ? term.argument : term;
}

function isBias(term: Expression): boolean {
  const inner = positive(term);
  return inner.kind === 'variable' && biasName.test(inner.name);
}

function affineProduct(expression: Extract<Expression, { kind: 'multiply' }>): Expression {
  const at = expression.factors.findIndex((factor, k) => {
    const next = expression.factors[k + 1];
    return (
      factor.kind === 'variable' &&
      /^(?:w|W|\\mathbf w|\\theta)(?:_|$)/.test(factor.name) &&
      next?.kind === 'variable' &&
      inputName.test(next.name)
    );
  });
  const output = at < 0 ? undefined : modelOutput([expression.factors[at]!, expression.factors[at + 1]!]);
  if (!output) return expression;
  const factors = [...expression.factors.slice(0, at), output, ...expression.factors.slice(at + 2)];
  return factors.length === 1 ? output : { ...expression, factors };
}

function modelOutput(parts: readonly Expression[], merged = false): Expression | undefined {
  const variables = parts.map((part) => (part.kind === 'application' ? applied(part) : part));
  if (!variables.every((part) => part.kind === 'variable')) return undefined;
  const names = variables.map((part) => part.name);
  if (!merged && !(weightName.test(names[0]!) || weightName.test(names[1]!))) return undefined;
  if (!merged && !(inputName.test(names[0]!) || inputName.test(names[1]!))) return undefined;
  const indices = variables.flatMap((part) => part.indices);
  const distinct = indices.filter(
    (index, k) =>
      indices.findIndex(
        (each) => each.kind === 'variable' && index.kind === 'variable' && each.name === index.name,
      ) === k || index.kind !== 'variable',
  );
  const ranges = parts.map((part) => part.range).filter((range) => range !== undefined);
  const place =
    ranges.length === 0
      ? {}
      : {
          range: {
            start: Math.min(...ranges.map((range) => range.start)),
            end: Math.max(...ranges.map((range) => range.end)),
          },
        };
  // Sample first, then class: the order of a table of scores.
  const ordered = [...distinct].reverse();
  return {
    kind: 'variable',
    name: merged ? names[0]! : `${names[0]!}⊤${names[1]!}`,
    indices: ordered,
    ...place,
  };
}

function applied(part: Application): Expression {
  const inner = part.arguments[0];
  const indices = inner?.kind === 'variable' ? inner.indices : [];
  return { kind: 'variable', name: part.name, indices: [...part.indices, ...indices] };
}
