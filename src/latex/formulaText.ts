import { fail, succeed, type Result } from '../base/result';
import type { Range } from '../base/range';
import type { Expression } from './expression';
import { Grammar } from './grammar/grammar';
import { usualReading, type Notice, type ParsingState, type Reading } from './grammar/state';
import { parseTex, type TexTree } from './katexTree';
import { mend, sourceRange, type Mended } from './mend';
import { tokensOf, type Token } from './tokens';
import { meaningOf } from './vocabulary';

/** One member of a chain of equalities. */
export interface Side {
  readonly expression: Expression;
  /** Where it stands in the TeX that was given. */
  readonly range: Range;
  /** The relation before it; absent on the first. */
  readonly relation?: string;
}

/** `a = b = c`, or an expression alone. */
export interface Statement {
  readonly sides: readonly Side[];
  /** False where a part of it could not be read. */
  readonly complete: boolean;
}

/** A formula as it was read: every offset counts in the TeX that was given. */
export interface FormulaText {
  readonly tex: string;
  readonly statements: readonly Statement[];
  readonly notices: readonly Notice[];
}

/** Longer texts are no formulas that a person reads at once. */
const maximalLength = 8_000;
const maximalTokens = 3_000;

/** Reads TeX mathematics, mended where notes bend it; `macros` are those of the document, `\name` to expansion. */
export function readFormula(
  tex: string,
  macros: { readonly [command: string]: string } = {},
  reading: Reading = usualReading,
): Result<FormulaText> {
  if (tex.length > maximalLength) return unreadable('too-large', 'the formula is too long', '公式过长');
  const mended = mend(tex);
  const tree = parsed(balanced(mended.text), macros);
  if (!tree.ok)
    return unreadable(
      'unknown',
      `the TeX cannot be read: ${tree.message}`,
      `无法读取该 TeX：${tree.message}`,
    );
  const tokens = tokensOf(tree.nodes).map((token) => inSource(token, mended));
  if (tokens.length > maximalTokens) return unreadable('too-large', 'the formula is too long', '公式过长');
  const state: ParsingState = {
    reading,
    notices: [],
    ownE: standsAlone('e', tokens),
    steps: 0,
    depth: 0,
    broken: false,
  };
  const statements = segments(tokens)
    .map((segment) => statementOf(segment, state, tex))
    .filter((statement) => statement !== undefined);
  return succeed({ tex, statements, notices: state.notices });
}

/** Fences that do not match are read as plain brackets, so that the grammar can say which one is alone. */
function parsed(text: string, macros: { readonly [command: string]: string }): TexTree {
  const tree = parseTex(text, macros);
  if (tree.ok || !/\\(?:left|right)(?![a-zA-Z])/.test(text)) return tree;
  const plain = text.replace(/\\(?:left|right)(?![a-zA-Z])\s*\.?/g, (fence) => ' '.repeat(fence.length));
  return parseTex(plain, macros);
}

/** Whether the letter occurs without scripts, and no \pi beside which it would be Euler's number. */
function standsAlone(letter: string, tokens: readonly Token[]): boolean {
  const all = [...everyToken(tokens)];
  const names = all.filter((token) => token.kind === 'name');
  return (
    names.some((token) => token.name === letter && !token.sub && !token.sup) &&
    !names.some((token) => token.name === '\\pi')
  );
}

function* everyToken(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    if (token.kind === 'fraction') yield* everyToken([...token.numerator, ...token.denominator]);
    if (token.kind === 'root' || token.kind === 'accent' || token.kind === 'group')
      yield* everyToken(token.body);
    if (token.kind === 'rows') yield* everyToken(token.rows.flat(2));
    yield* everyToken([...(token.sub ?? []), ...(token.sup ?? [])]);
  }
}

function unreadable(code: 'unknown' | 'too-large', en: string, chinese: string): Result<FormulaText> {
  return fail({ code, message: { en: `${en}.`, 'zh-cn': `${chinese}。` } });
}

/** Braces that nothing closes are closed at the end, so that what stands there can be read. */
function balanced(text: string): string {
  let open = 0;
  for (const [token] of text.matchAll(/\\.|[{}]/gs)) {
    if (token === '{') open++;
    else if (token === '}') open--;
  }
  return open > 0 && open < 8 ? text + '}'.repeat(open) : text;
}

/** The token, and those in it, with places in the source. */
function inSource(token: Token, mended: Mended): Token {
  const all = (tokens: readonly Token[]): readonly Token[] => tokens.map((each) => inSource(each, mended));
  const known = token.start >= 0 && token.end <= mended.text.length;
  const place = known ? sourceRange(mended, token) : { start: -1, end: -1 };
  const core = known && token.coreEnd !== undefined && token.coreEnd > token.start;
  const scripts = {
    ...(core && { coreEnd: sourceRange(mended, { start: token.start, end: token.coreEnd! }).end }),
    ...(token.sub && { sub: all(token.sub) }),
    ...(token.sup && { sup: all(token.sup) }),
  };
  switch (token.kind) {
    case 'fraction':
      return {
        ...token,
        ...place,
        ...scripts,
        numerator: all(token.numerator),
        denominator: all(token.denominator),
      };
    case 'root':
      return {
        ...token,
        ...place,
        ...scripts,
        body: all(token.body),
        ...(token.index && { index: all(token.index) }),
      };
    case 'accent':
    case 'group':
      return { ...token, ...place, ...scripts, body: all(token.body) };
    case 'rows':
      return { ...token, ...place, ...scripts, rows: token.rows.map((row) => row.map(all)) };
    default:
      return { ...token, ...place, ...scripts };
  }
}

// --- statements ------------------------------------------------------------------------------------------------------

/** The parts of a formula between commas, gaps, line ends and words such as "where". */
function segments(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const all: Token[][] = [[]];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (isSpacing(tokens, i, depth)) continue;
    if (depth === 0 && isBorder(token)) all.push([]);
    else all.at(-1)!.push(token);
  }
  return all.filter((segment) => segment.length > 0);
}

/** Line ends and gaps inside an expression, and the colon of `:=`, mean nothing. */
function isSpacing(tokens: readonly Token[], at: number, depth: number): boolean {
  const token = tokens[at]!;
  if (token.kind === 'newline' || token.kind === 'quad') return depth > 0 || goesOn(tokens, at);
  const next = tokens[at + 1];
  return isColon(token) && next?.kind === 'relation' && next.operator === '=';
}

function isColon(token: Token): boolean {
  return token.kind === 'separator' && token.text === ':';
}

function isBorder(token: Token): boolean {
  if (token.kind === 'words') return meaningOf(token.text) === 'where';
  return token.kind === 'separator' || token.kind === 'newline' || token.kind === 'quad';
}

/** Whether a line end stands inside an expression. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const continues = (token: Token | undefined): boolean =>
    token?.kind === 'binary' || token?.kind === 'relation';
  return (
    continues(tokens[at + 1]) || continues(tokens[at - 1]) || (tokens[at + 1]?.kind === 'rows' && at > 0)
  );
}

const chaining: ReadonlySet<string> = new Set([
  '=',
  '~',
  'approx',
  'proportional',
  '<=',
  '>=',
  '<',
  '>',
  '!=',
]);

function statementOf(segment: readonly Token[], state: ParsingState, tex: string): Statement | undefined {
  const tokens = withoutPreamble(segment);
  if (tokens.length === 0) return undefined;
  state.broken = false;
  const grammar = new Grammar(tokens, state);
  const sides: Side[] = [];
  let relation: string | undefined;
  let complete = true;
  while (!grammar.done) {
    const from = grammar.position;
    const expression = grammar.expression(5);
    if (state.broken) {
      complete = false;
      state.broken = false;
      skipToRelation(grammar);
    } else {
      const range = covering(tokens.slice(from, grammar.position), tex);
      sides.push({ expression, range, ...(relation !== undefined && { relation }) });
    }
    const next = grammar.peek();
    if (!next) break;
    if (next.kind !== 'relation' || !chaining.has(next.operator)) {
      const last = grammar.position === tokens.length - 1;
      complete &&= isTail(next, last, state);
      break;
    }
    relation = next.operator;
    grammar.skip();
    if (grammar.done) complete = false;
  }
  return sides.length > 0 || !complete ? { sides, complete } : undefined;
}

/** Words before a formula: 信息熵 H(X) = …; connectives. */
function withoutPreamble(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  while (start < tokens.length) {
    const token = tokens[start]!;
    const next = tokens[start + 1];
    const connective = token.kind === 'words' && meaningOf(token.text) !== undefined;
    const prose =
      token.kind === 'words' && next !== undefined && next.kind !== 'relation' && /[^ -~]/.test(token.text);
    const implies = token.kind === 'relation' || token.kind === 'dots';
    if (!connective && !prose && !implies) break;
    start++;
  }
  return tokens.slice(start);
}

function skipToRelation(grammar: Grammar): void {
  for (let depth = 0; !grammar.done; grammar.skip()) {
    const token = grammar.peek()!;
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth <= 0 && token.kind === 'relation' && token.operator === '=') return;
  }
}

/** What may stand behind an expression without being part of it: words, units, `\in`, dots. */
function isTail(token: Token, last: boolean, state: ParsingState): boolean {
  if (token.kind === 'close') {
    state.notices.push({
      kind: 'unopened',
      text: token.bracket,
      range: { start: token.start, end: token.end },
    });
    return last;
  }
  return token.kind === 'words' || token.kind === 'relation' || token.kind === 'dots';
}

function covering(tokens: readonly Token[], tex: string): Range {
  const placed = tokens.filter((token) => token.start >= 0);
  if (placed.length === 0) return { start: 0, end: tex.length };
  return {
    start: Math.min(...placed.map((token) => token.start)),
    end: Math.max(...placed.map((token) => token.end)),
  };
}
