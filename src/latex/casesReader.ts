import type { Branch, Cases, Expression } from './expression';
import type { Token } from './tokens';
import { isFiller, meaningOf } from './vocabulary';

type Parse = (tokens: readonly Token[]) => Expression | undefined;

/** Rows of alternatives as cases; undefined where a row is not a value with a condition. */
export function casesOf(rows: readonly (readonly (readonly Token[])[])[], parse: Parse): Cases | undefined {
  const branches = rows.map((row) => branchOf(row, parse));
  if (branches.length === 0 || !branches.every((branch) => branch !== undefined)) return undefined;
  const conditional = branches.filter((branch) => branch.condition !== undefined).length;
  return conditional > 0 && conditional >= branches.length - 1 ? { kind: 'cases', branches } : undefined;
}

function branchOf(row: readonly (readonly Token[])[], parse: Parse): Branch | undefined {
  const [valueTokens, conditionTokens] = divided(row.map(ungrouped));
  const value = parse(trimmed(valueTokens));
  if (!value) return undefined;
  const condition = conditionOf(conditionTokens, parse);
  if (condition === undefined) return undefined;
  return condition === 'otherwise' ? { value } : { value, condition };
}

function ungrouped(cell: readonly Token[]): readonly Token[] {
  return cell.flatMap((token): readonly Token[] =>
    token.kind === 'group' && !token.sub && !token.sup ? ungrouped(token.body) : [token],
  );
}

/** The value and its condition: two cells, or one cell in which a word or a gap parts them. */
function divided(cells: readonly (readonly Token[])[]): readonly [readonly Token[], readonly Token[]] {
  const filled = cells.filter((cell) => cell.length > 0);
  const [first = [], ...rest] = filled;
  const at = firstDivision(first);
  if (rest.length > 0 && at < 0) return [first, rest.flat()];
  return at < 0 ? [first, []] : [first.slice(0, at), [...first.slice(at), ...rest.flat()]];
}

function firstDivision(tokens: readonly Token[]): number {
  let depth = 0;
  return tokens.findIndex((token) => {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth > 0) return false;
    const words = token.kind === 'words' && meaningOf(token.text) !== undefined;
    return words || token.kind === 'quad' || token.kind === 'separator';
  });
}

function trimmed(tokens: readonly Token[]): readonly Token[] {
  const droppable = (token: Token | undefined): boolean =>
    token !== undefined &&
    (token.kind === 'separator' ||
      token.kind === 'quad' ||
      (token.kind === 'words' && isFillerWord(token.text)));
  let start = 0;
  let end = tokens.length;
  while (start < end && droppable(tokens[start])) start++;
  while (end > start && droppable(tokens[end - 1])) end--;
  return tokens.slice(start, end);
}

function isFillerWord(text: string): boolean {
  return isFiller(text) || meaningOf(text) === 'if';
}

/** An empty condition is the remaining case; `undefined` is one that is not understood. */
function conditionOf(tokens: readonly Token[], parse: Parse): Expression | 'otherwise' | undefined {
  const plain = trimmed(tokens);
  if (plain.length === 0) return 'otherwise';
  if (plain.some((token) => token.kind === 'words' && meaningOf(token.text) === 'otherwise'))
    return 'otherwise';
  const joined = plain.filter((token) => token.kind !== 'words' || !isFillerWord(token.text));
  const conjunction = joined.map((token): Token =>
    token.kind === 'separator' ? { kind: 'words', text: 'and', start: token.start, end: token.end } : token,
  );
  const condition = parse(conjunction);
  return condition &&
    (condition.kind === 'compare' || condition.kind === 'logic' || condition.kind === 'indicator')
    ? condition
    : undefined;
}
