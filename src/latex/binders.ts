import type { Binder, Expression } from './expression';
import type { Token } from './tokens';

/** What stands under a sum, a maximum or an expectation. */
export interface Binders {
  readonly binders: readonly Binder[];
  readonly condition?: Expression;
  /** `x \sim p`, or a distribution that stands alone. */
  readonly distribution?: Expression;
  readonly sampled: boolean;
}

type Parse = (tokens: readonly Token[]) => Expression | undefined;

interface Draft {
  readonly binders: Binder[];
  readonly conditions: Expression[];
  distribution: Expression | undefined;
  sampled: boolean;
}

/** Reads `i=1`, `x \in X`, `x, y`, `j \ne y_i`, `1 \le i \le n`, `x \sim p(x)`; undefined where nothing is understood. */
export function readBinders(tokens: readonly Token[], parse: Parse): Binders | undefined {
  const draft: Draft = { binders: [], conditions: [], distribution: undefined, sampled: false };
  for (const piece of pieces(tokens)) readPiece(piece, draft, parse);
  if (draft.binders.length === 0 && !draft.distribution) return undefined;
  const [first, ...rest] = draft.conditions;
  return {
    binders: draft.binders,
    sampled: draft.sampled,
    ...(draft.distribution && { distribution: draft.distribution }),
    ...(first && {
      condition: rest.length > 0 ? { kind: 'logic', operator: 'and', arguments: [first, ...rest] } : first,
    }),
  };
}

function pieces(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const all: Token[][] = [[]];
  let depth = 0;
  for (const token of flattened(tokens)) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    const parts =
      token.kind === 'separator' || token.kind === 'newline' || token.kind === 'quad' || token.kind === 'bar';
    if (depth === 0 && parts) all.push([]);
    else all.at(-1)!.push(token);
  }
  return all.filter((piece) => piece.length > 0);
}

/** The lines of \substack as pieces. */
function flattened(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token): readonly Token[] => {
    if (token.kind === 'group' && !token.sub && !token.sup) return flattened(token.body);
    if (token.kind !== 'rows') return [token];
    return token.rows.flatMap((row) => [
      { kind: 'newline' as const, start: -1, end: -1 },
      ...flattened(row.flat()),
    ]);
  });
}

function readPiece(tokens: readonly Token[], draft: Draft, parse: Parse): void {
  const at = tokens.findIndex((token) => token.kind === 'relation');
  if (at < 0) {
    readPlain(tokens, draft, parse);
    return;
  }
  const relation = tokens[at] as Extract<Token, { kind: 'relation' }>;
  const left = tokens.slice(0, at);
  const right = tokens.slice(at + 1);
  switch (relation.operator) {
    case '~':
    case 'to':
      readPlain(left, draft, parse);
      draft.distribution = distributionOf(right, parse);
      draft.sampled = true;
      return;
    case 'in':
      readMembership(left, right, draft, parse);
      return;
    case '=':
      readEquation(left, right, tokens, draft, parse);
      return;
    default:
      readInequality(left, right, tokens, draft, parse);
  }
}

function readPlain(tokens: readonly Token[], draft: Draft, parse: Parse): void {
  const inner = tokens.filter((token) => token.kind === 'name' || token.kind === 'words');
  const isCall = tokens.some((token) => token.kind === 'open') && tokens[0]?.kind === 'name';
  const alone = tokens.length === 1 && tokens[0]!.kind === 'name' && isDistributionName(tokens[0]);
  if (isCall || alone) {
    draft.distribution = distributionOf(tokens, parse);
    return;
  }
  for (const token of inner) {
    if (token.kind === 'name') draft.binders.push(binderOf(token));
  }
}

function isDistributionName(token: Extract<Token, { kind: 'name' }>): boolean {
  return /^(?:[pqPQ]|\\hat [pqPQ]|\\tilde [pqPQ]|\\mathcal [DPQX]|\\mathbb P|\\rho|\\pi|\\mu|\\nu)$/.test(
    token.name,
  );
}

function distributionOf(tokens: readonly Token[], parse: Parse): Expression | undefined {
  return parse(tokens);
}

function binderOf(token: Extract<Token, { kind: 'name' }>): Binder {
  return {
    name: token.name,
    ...(token.start >= 0 && { range: { start: token.start, end: token.end } }),
    ...(token.sub && { indexed: true }),
  };
}

function readMembership(left: readonly Token[], right: readonly Token[], draft: Draft, parse: Parse): void {
  const set = parse(right);
  for (const token of left) {
    if (token.kind === 'name') draft.binders.push({ ...binderOf(token), ...(set && { set }) });
  }
}

/** `i = 1` starts a range; `y_i = 1` behind an index leaves elements out. */
function readEquation(
  left: readonly Token[],
  right: readonly Token[],
  whole: readonly Token[],
  draft: Draft,
  parse: Parse,
): void {
  const only = left.length === 1 ? left[0]! : undefined;
  if (only?.kind === 'name' && !(only.sub && draft.binders.length > 0)) {
    const from = parse(right);
    draft.binders.push({ ...binderOf(only), ...(from && { from }) });
    return;
  }
  // i = j = 1
  const names = left.filter((token) => token.kind === 'name');
  if (names.length > 0 && names.length === left.length) {
    draft.binders.push(...names.map(binderOf));
    return;
  }
  const condition = parse(whole);
  if (condition) draft.conditions.push(condition);
}

function readInequality(
  left: readonly Token[],
  right: readonly Token[],
  whole: readonly Token[],
  draft: Draft,
  parse: Parse,
): void {
  const condition = parse(whole);
  const bound = (name: string): boolean => draft.binders.some((binder) => binder.name === name);
  const second = right.findIndex((token) => token.kind === 'relation');
  if (second > 0) {
    // 1 <= i <= n
    const middle = right[0]!;
    if (middle.kind === 'name') {
      const from = parse(left);
      const to = parse(right.slice(second + 1));
      draft.binders.push({ ...binderOf(middle), ...(from && { from }), ...(to && { to }) });
    }
    return;
  }
  const only = left.length === 1 ? left[0]! : undefined;
  if (only?.kind === 'name' && !only.sub && !bound(only.name)) draft.binders.push(binderOf(only));
  if (condition) draft.conditions.push(condition);
}
