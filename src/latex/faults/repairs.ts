import type { Range } from '../../base/range';
import {
  mapParts,
  numberOf,
  partsOf,
  walk,
  type Branch,
  type Cases,
  type Comparison,
  type Expression,
  type Reduction,
} from '../expression';
import { spell } from '../leafNames';
import type { FaultCode, fixTitles } from './sentences';

/** A change that may turn what is written into what was meant. */
export interface Repair {
  readonly code: FaultCode;
  readonly repaired: Expression;
  readonly range?: Range;
  /** What the sentence speaks of. */
  readonly text?: string;
  readonly fix?: Fix;
  /** Only formulas that the document names may be meant. */
  readonly namedOnly: boolean;
}

export interface Fix {
  readonly title: keyof typeof fixTitles;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Possible repairs, the most telling first. */
export function repairsOf(expression: Expression, tex: string): readonly Repair[] {
  return [
    ...indexRepairs(expression),
    ...branchRepairs(expression, tex),
    ...weightRepairs(expression, tex),
    ...baseRepairs(expression),
    ...signRepairs(expression, tex),
    ...halfRepairs(expression),
  ];
}

/** The whole with one node replaced. */
function replaced(whole: Expression, node: Expression, by: Expression): Expression {
  return whole === node ? by : mapParts(whole, (part) => replaced(part, node, by));
}

const placed = (expression: Expression): { range?: Range } =>
  expression.range ? { range: expression.range } : {};

// --- indices ---------------------------------------------------------------------------------------------------------

interface FreeIndex {
  readonly name: string;
  readonly range?: Range;
}

/** Indices of the quantities in a body that nothing binds. */
export function freeIndices(body: Expression, bound: ReadonlySet<string>): readonly FreeIndex[] {
  const found: FreeIndex[] = [];
  const visit = (part: Expression, inner: ReadonlySet<string>): void => {
    const indices = part.kind === 'variable' ? part.indices : [];
    for (const index of indices) {
      const free = index.kind === 'variable' && /^[a-z]$/.test(index.name) && !inner.has(index.name);
      if (free) found.push({ name: index.name, ...placed(index) });
    }
    const scope =
      part.kind === 'reduce' && part.over.kind === 'indices'
        ? new Set([...inner, ...part.over.binders.map((binder) => binder.name)])
        : inner;
    for (const child of partsOf(part)) visit(child, scope);
  };
  visit(body, bound);
  return found;
}

/** `\sum_{i} p_j`: the free index is the one of the sum. */
function indexRepairs(whole: Expression): readonly Repair[] {
  return indexSums(whole).flatMap((reduction) => {
    const { over, body } = reduction;
    const [binder] = over.binders;
    if (!binder || over.binders.length > 1) return [];
    const free = freeIndices(body, new Set([binder.name]));
    const names = [...new Set(free.map((index) => index.name))];
    if (names.length !== 1) return [];
    const first = free[0]!;
    const repaired = replaced(whole, reduction, {
      ...reduction,
      body: renamed(body, first.name, binder.name),
    });
    return [
      {
        code: 'unbound-index' as const,
        repaired,
        text: first.name,
        namedOnly: false,
        ...(first.range && {
          range: first.range,
          fix: { title: 'renameIndex' as const, ...first.range, newText: binder.name },
        }),
      },
    ];
  });
}

type IndexSum = Reduction & { readonly over: Extract<Reduction['over'], { kind: 'indices' }> };

export function indexSums(whole: Expression): readonly IndexSum[] {
  return [...walk(whole)].filter(
    (part): part is IndexSum => part.kind === 'reduce' && part.over.kind === 'indices',
  );
}

function renamed(expression: Expression, from: string, to: string): Expression {
  if (expression.kind === 'variable' && expression.name === from && expression.indices.length === 0) {
    return { ...expression, name: to };
  }
  return mapParts(expression, (part) => renamed(part, from, to));
}

// --- branches --------------------------------------------------------------------------------------------------------

function branchRepairs(whole: Expression, tex: string): readonly Repair[] {
  const cases = [...walk(whole)].find((part): part is Cases => part.kind === 'cases');
  const [first, second, ...others] = cases?.branches ?? [];
  if (!cases || !first || !second || others.length > 0) return [];
  const withBranches = (branches: readonly Branch[]): Expression =>
    replaced(whole, cases, { ...cases, branches });
  const swapped = withBranches([
    { ...first, value: second.value },
    { ...second, value: first.value },
  ]);
  return [
    {
      code: 'swapped-branches',
      repaired: swapped,
      namedOnly: false,
      ...placed(cases),
      ...exchange(first, second, tex),
    },
    ...thresholdRepairs(first, second, withBranches),
  ];
}

function exchange(first: Branch, second: Branch, tex: string): { fix?: Fix } {
  const a = first.value.range;
  const b = second.value.range;
  if (!a || !b || a.end > b.start) return {};
  const newText = tex.slice(b.start, b.end) + tex.slice(a.end, b.start) + tex.slice(a.start, a.end);
  return { fix: { title: 'exchange', start: a.start, end: b.end, newText } };
}

/** Repairs of a quadratic branch within a threshold and a linear one beyond it. */
function thresholdRepairs(
  first: Branch,
  second: Branch,
  withBranches: (branches: readonly Branch[]) => Expression,
): readonly Repair[] {
  const within = threshold(first.condition);
  if (!within) return [];
  const { limit, size } = within;
  const changedFirst = (value: Expression): Expression => withBranches([{ ...first, value }, second]);
  const linear = (slope: Expression | undefined): Expression => {
    const half: Expression = product(numberOf(0.5), limit);
    const above: Expression = { kind: 'add', terms: [size, { kind: 'negate', argument: half }] };
    return withBranches([first, { ...second, value: slope ? product(slope, above) : above }]);
  };
  const place = placed(first.value);
  const beyond = placed(second.value);
  return [
    {
      code: 'missing-half',
      repaired: changedFirst(product(numberOf(0.5), first.value)),
      namedOnly: false,
      ...place,
      ...insertion(place.range),
    },
    {
      code: 'smooth-l1-missing-beta',
      repaired: changedFirst({ kind: 'divide', numerator: first.value, denominator: limit }),
      namedOnly: false,
      ...place,
    },
    { code: 'branches-do-not-meet', repaired: linear(limit), namedOnly: false, ...beyond },
    { code: 'branches-do-not-meet', repaired: linear(undefined), namedOnly: false, ...beyond },
  ];
}

function insertion(range: Range | undefined): { fix?: Fix } {
  return range
    ? { fix: { title: 'insertHalf', start: range.start, end: range.start, newText: '\\frac{1}{2}' } }
    : {};
}

/** |a| < limit. */
function threshold(
  condition: Expression | undefined,
): { readonly limit: Expression; readonly size: Expression } | undefined {
  if (condition?.kind !== 'compare') return undefined;
  const { operator, left, right }: Comparison = condition;
  const small = operator === '<' || operator === '<=';
  if (small && left.kind === 'call' && left.function === 'abs') return { limit: right, size: left };
  const large = operator === '>' || operator === '>=';
  return large && right.kind === 'call' && right.function === 'abs'
    ? { limit: left, size: right }
    : undefined;
}

function product(left: Expression, right: Expression): Expression {
  return { kind: 'multiply', factors: [left, right] };
}

// --- weights ---------------------------------------------------------------------------------------------------------

/** `\sum \log(p/q)` without the p in front. */
function weightRepairs(whole: Expression, tex: string): readonly Repair[] {
  const sums = [...walk(whole)].filter(
    (part): part is Reduction => part.kind === 'reduce' && part.operation === 'sum',
  );
  return sums.flatMap((sum) => {
    const bare = withoutSign(sum.body);
    if (bare.kind !== 'log') return [];
    const quotient = bare.argument.kind === 'divide';
    const weights = [...walk(bare.argument)].filter(
      (part) => part.kind === 'variable' || part.kind === 'application',
    );
    return weights
      .filter(
        (weight, k) =>
          isProbability(weight) && weights.findIndex((each) => spell(each) === spell(weight)) === k,
      )
      .slice(0, 3)
      .map((weight) => ({
        code: 'missing-weight' as const,
        repaired: replaced(whole, sum, { ...sum, body: product(weight, sum.body) }),
        text: textOf(weight, tex),
        namedOnly: !quotient,
        ...placed(bare),
        ...(bare.range && {
          fix: {
            title: 'insertWeight' as const,
            start: bare.range.start,
            end: bare.range.start,
            newText: `${textOf(weight, tex)} `,
          },
        }),
      }));
  });
}

function isProbability(part: Expression): boolean {
  return (part.kind === 'variable' || part.kind === 'application') && !/^[a-z]$/.test(part.name)
    ? true
    : part.kind === 'application' || /^(?:[pqry])$/.test((part as { name: string }).name);
}

function withoutSign(expression: Expression): Expression {
  return expression.kind === 'negate' ? expression.argument : expression;
}

function textOf(expression: Expression, tex: string): string {
  const { range } = expression;
  return range ? tex.slice(range.start, range.end) : spell(expression);
}

// --- bases -----------------------------------------------------------------------------------------------------------

/** Powers and logarithms to different bases. */
function baseRepairs(whole: Expression): readonly Repair[] {
  const logs = [...walk(whole)].filter((part) => part.kind === 'log');
  const bases = new Set(logs.map((log) => (log.base?.kind === 'number' ? log.base.value : Math.E)));
  const power = [...walk(whole)].find(
    (part) => part.kind === 'power' && part.base.kind === 'number' && part.base.value === 2,
  );
  const exponential = [...walk(whole)].find((part) => part.kind === 'call' && part.function === 'exp');
  if (logs.length === 0) return [];
  const repairs: Repair[] = [];
  if (power && !bases.has(2)) {
    repairs.push({
      code: 'perplexity-base-and-input',
      repaired: withBase(whole, 2),
      namedOnly: false,
      ...placed(power),
    });
  }
  if (exponential && (bases.has(2) || bases.has(10))) {
    repairs.push({
      code: 'perplexity-base-and-input',
      repaired: withBase(whole, Math.E),
      namedOnly: false,
      ...placed(exponential),
    });
  }
  if (bases.size > 1) {
    const second = logs.find(
      (log) => (log.base?.kind === 'number' ? log.base.value : Math.E) !== [...bases][0],
    )!;
    repairs.push({
      code: 'log-base-mixed',
      repaired: withBase(whole, Math.E),
      namedOnly: false,
      ...placed(second),
    });
  }
  return repairs;
}

function withBase(expression: Expression, base: number): Expression {
  const changed = mapParts(expression, (part) => withBase(part, base));
  return changed.kind === 'log' ? { ...changed, base: numberOf(base) } : changed;
}

// --- signs and halves ------------------------------------------------------------------------------------------------

const maximalSigns = 16;

/** Every term with the other sign. */
function signRepairs(whole: Expression, tex: string): readonly Repair[] {
  const repairs: Repair[] = [];
  for (const part of walk(whole)) {
    if (repairs.length >= maximalSigns) break;
    if (part.kind === 'negate') {
      const minus = part.range && tex[part.range.start] === '-' ? part.range.start : undefined;
      repairs.push({
        code: 'wrong-term-sign',
        repaired: replaced(whole, part, part.argument),
        namedOnly: true,
        ...placed(part),
        ...(minus !== undefined && {
          fix: { title: 'removeMinus', start: minus, end: minus + 1, newText: '' },
        }),
      });
    }
    const terms = part.kind === 'add' ? part.terms : isExponential(part) ? part.arguments : [];
    for (const term of terms) {
      if (term.kind === 'negate' || term.kind === 'number') continue;
      repairs.push({
        code: 'wrong-term-sign',
        repaired: replaced(whole, term, { kind: 'negate', argument: term }),
        namedOnly: true,
        ...placed(term),
      });
    }
  }
  return repairs;
}

function isExponential(part: Expression): part is Extract<Expression, { kind: 'call' }> {
  return part.kind === 'call' && part.function === 'exp';
}

/** Every term with a factor one half. */
function halfRepairs(whole: Expression): readonly Repair[] {
  const terms = [...walk(whole)].flatMap((part) => (part.kind === 'add' ? part.terms : []));
  return terms.slice(0, 8).map((term) => ({
    code: 'missing-half' as const,
    repaired: replaced(whole, term, product(numberOf(0.5), term)),
    namedOnly: true,
    ...placed(term),
    ...insertion(term.range),
  }));
}
