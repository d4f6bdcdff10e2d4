import { mapParts, type Expression } from './expression';

/** Terms as they were added up, and where dots stood. */
export interface Chain {
  readonly terms: Expression[];
  /** The number of terms before the dots. */
  dotsAfter: number | undefined;
}

const index: Expression = { kind: 'variable', name: '#', indices: [] };

/**
 * A chain of terms as one expression. `t_1 + t_2 + \cdots + t_n` is the sum of t_i: the first term with its 1 replaced
 * by an index.
 */
export function expandDots(chain: Chain): Expression {
  const { terms, dotsAfter } = chain;
  const range = hull(terms);
  if (dotsAfter === undefined) return terms.length === 1 ? terms[0]! : { kind: 'add', terms, ...range };
  const general = generalised(terms[0]!);
  const binders = [{ name: '#', from: { kind: 'number', value: 1 } as const, ...lastBound(terms.at(-1)!) }];
  return { kind: 'reduce', operation: 'sum', over: { kind: 'indices', binders }, body: general, ...range };
}

function hull(terms: readonly Expression[]): Pick<Expression, 'range'> {
  const ranges = terms.map((term) => term.range).filter((range) => range !== undefined);
  if (ranges.length === 0) return {};
  return {
    range: {
      start: Math.min(...ranges.map((range) => range.start)),
      end: Math.max(...ranges.map((range) => range.end)),
    },
  };
}

/** Replaces 1 where it stands as an index. */
function generalised(expression: Expression): Expression {
  const changed = mapParts(expression, generalised);
  if (changed.kind === 'variable') return { ...changed, indices: changed.indices.map(oneToIndex) };
  if (changed.kind !== 'application') return changed;
  return {
    ...changed,
    indices: changed.indices.map(oneToIndex),
    arguments: changed.arguments.map(oneToIndex),
  };
}

function oneToIndex(expression: Expression): Expression {
  return expression.kind === 'number' && (expression.value === 1 || expression.value === 0)
    ? index
    : expression;
}

/** The index of the last term is the upper bound: the n of `+ t_n`. */
function lastBound(term: Expression): { to?: Expression } {
  let found: Expression | undefined;
  const visit = (part: Expression): Expression => {
    if (part.kind === 'variable') found ??= part.indices.find((each) => each.kind === 'variable');
    return mapParts(part, visit);
  };
  visit(term);
  return found ? { to: found } : {};
}
