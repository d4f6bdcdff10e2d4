import type { Range } from '../../base/range';
import { partsOf, walk, type Expression } from '../expression';
import type { Scripts } from '../scripts';
import type { Token } from '../tokens';

export interface Spot {
  readonly start?: number;
  readonly end?: number;
  readonly range?: Range;
}

/** A name without its exponent. */
export function core(token: Token, scripts: Scripts): Spot {
  const apart = scripts.exponent !== undefined || scripts.transposed;
  return apart && token.coreEnd !== undefined ? { start: token.start, end: token.coreEnd } : token;
}

/** The range from the first to the last of what has a place. */
export function spanning(...spots: readonly Spot[]): { range?: Range } {
  const ranges = spots
    .map(
      (spot) =>
        spot.range ??
        (spot.start === undefined || spot.start < 0 ? undefined : { start: spot.start, end: spot.end! }),
    )
    .filter((range) => range !== undefined);
  if (ranges.length === 0) return {};
  return {
    range: {
      start: Math.min(...ranges.map((range) => range.start)),
      end: Math.max(...ranges.map((range) => range.end)),
    },
  };
}

export function product(left: Expression, right: Expression): Expression {
  const factors = left.kind === 'multiply' ? [...left.factors, right] : [left, right];
  return { kind: 'multiply', factors, ...spanning(left, right) };
}

export function negated(argument: Expression, sign?: Token): Expression {
  return { kind: 'negate', argument, ...spanning(...(sign ? [sign] : []), argument) };
}

export function positivePart(argument: Expression): Expression {
  return { kind: 'call', function: 'positivePart', arguments: [argument], ...spanning(argument) };
}

/** |x|; of a set, which capital or calligraphic letters name, its size. */
export function absolute(inner: Expression, scripts: Scripts, place: { range?: Range }): Expression {
  const isSet =
    inner.kind === 'variable' &&
    inner.indices.length === 0 &&
    /^(?:[A-DF-Z]|\\mathcal [A-Z])$/.test(inner.name);
  if (isSet && !scripts.exponent) return { kind: 'variable', name: `|${inner.name}|`, indices: [], ...place };
  const ofSets = [...walk(inner)].every(
    (part) => part.kind !== 'variable' || /^(?:[A-Z]|\\hat [A-Z])(?:_|$)/.test(part.name),
  );
  const combined = inner.kind === 'multiply' || (inner.kind === 'add' && inner.terms.length === 3);
  if (ofSets && combined)
    return { kind: 'reduce', operation: 'sum', over: { kind: 'all' }, body: inner, ...place };
  return { kind: 'call', function: 'abs', arguments: [inner], ...place };
}

export function norm(inner: Expression, scripts: Scripts, place: { range?: Range }): Expression {
  const order = scripts.indices[0];
  return { kind: 'norm', argument: inner, ...(order && !/F/.test(nameOf(order)) && { order }), ...place };
}

export function nameOf(expression: Expression): string {
  return expression.kind === 'variable' ? expression.name : '';
}

export function isComparison(operator: string): operator is '=' | '!=' | '<' | '<=' | '>' | '>=' {
  return /^(?:=|!=|<=?|>=?)$/.test(operator);
}

export function isExpectationName(name: string): boolean {
  return /^(?:E|\\mathbb E|\\mathcal E|\\mathbf E|Exp)$/.test(name);
}

export function isIndicatorName(name: string): boolean {
  return /^(?:\\mathbb 1|\\mathbb I|\\chi|𝟙)$/.test(name);
}

export function isSimple(expression: Expression): boolean {
  return ['variable', 'application', 'number', 'divide', 'power'].includes(expression.kind);
}

export function splitList(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0 && token.kind === 'separator' && token.text !== ':') items.push([]);
    else if (token.kind !== 'quad') items.at(-1)!.push(token);
  }
  return items.filter((item) => item.length > 0);
}

/** Names that occur in an expression outside the sums that bind them. */
export function freeNames(expression: Expression): Set<string> {
  const names = new Set<string>();
  const visit = (part: Expression, bound: ReadonlySet<string>): void => {
    if (part.kind === 'variable' && !bound.has(part.name)) names.add(part.name);
    const inner =
      part.kind === 'reduce' && part.over.kind === 'indices'
        ? new Set([...bound, ...part.over.binders.map((binder) => binder.name)])
        : bound;
    for (const child of partsOf(part)) visit(child, inner);
  };
  visit(expression, new Set());
  return names;
}
