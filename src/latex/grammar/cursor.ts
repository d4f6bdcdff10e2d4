import { matchingClose } from '../applications';
import type { Expression } from '../expression';
import { readScripts, type Scripts } from '../scripts';
import type { Bracket } from '../symbols';
import type { Token } from '../tokens';
import { meaningOf } from '../vocabulary';
import { positivePart, spanning, type Spot } from './making';
import type { Notice, ParsingState } from './state';

export const maximalSteps = 20_000;
export const maximalDepth = 120;

/** How tightly operators bind. */
export const precedence = { or: 1, and: 2, relation: 4, sum: 10, product: 20 } as const;

/** What stands for an expression where reading failed. */
export const nothing: Expression = { kind: 'variable', name: '', indices: [] };

const operandKinds: ReadonlySet<Token['kind']> = new Set<Token['kind']>([
  'number',
  'name',
  'function',
  'open',
  'fraction',
  'root',
  'accent',
  'group',
  'rows',
]);

/** Tokens being read, and what every part of the grammar does with them. */
export abstract class Cursor {
  protected at = 0;
  /** Open brackets and bars, innermost last; a comma for a list of arguments. */
  protected readonly bars: (Bracket | ',')[] = [];
  protected readonly transposed = new WeakSet<Expression>();
  /** How many integrals are open; inside them a d before a name ends the integrand. */
  protected integrals = 0;

  constructor(
    protected readonly tokens: readonly Token[],
    protected readonly state: ParsingState,
  ) {}

  abstract expression(minimum?: number): Expression;
  protected abstract over(tokens: readonly Token[]): Cursor;
  protected abstract prefix(): Expression;
  protected abstract infix(start: Expression, minimum: number): Expression;
  protected abstract factor(): Expression;
  protected abstract operand(): Expression;

  get position(): number {
    return this.at;
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(offset = 0): Token | undefined {
    return this.tokens[this.at + offset];
  }

  skip(): void {
    this.at++;
  }

  /** Parses other tokens with the same state. */
  protected readonly within = (tokens: readonly Token[]): Expression | undefined => {
    if (tokens.length === 0 || this.state.broken) return undefined;
    const inner = this.over(tokens);
    const before = this.state.broken;
    const expression = inner.expression();
    if (inner.done && !this.state.broken) return expression;
    this.state.broken = before;
    return undefined;
  };

  protected required(tokens: readonly Token[]): Expression {
    const expression = this.within(tokens);
    if (!expression) this.fail();
    return expression ?? nothing;
  }

  protected fail(): Expression {
    this.state.broken = true;
    return nothing;
  }

  /** The expression in the bracket ahead; a power behind the bracket stays for the caller. */
  protected bracketArgument(): { readonly argument: Expression; readonly close?: Token } {
    const open = this.peek() as Extract<Token, { kind: 'open' }>;
    const close = matchingClose(this.tokens, this.at);
    if (close < 0) {
      this.at++;
      this.bars.push('(');
      const argument = this.expression();
      this.bars.pop();
      this.close(open.bracket, open);
      return { argument };
    }
    const inside = this.tokens.slice(this.at + 1, close);
    this.at = close + 1;
    return { argument: this.required(inside), close: this.tokens[close]! };
  }

  /** The closing bracket, or word that there is none. Square may close round: [0, 1). */
  protected close(bracket: Bracket, open: Token): Token | undefined {
    const token = this.peek();
    if (token?.kind === 'close' && (token.bracket === bracket || bracket === '(' || bracket === '[')) {
      this.at++;
      return token;
    }
    if (this.state.broken) return undefined;
    if (token && token.kind !== 'close') this.fail();
    this.notice('unclosed', bracket, open);
    return undefined;
  }

  protected elementIndex(close: Token): { index?: Expression } {
    const index = readScripts(close, this.within).indices[0];
    return index ? { index } : {};
  }

  protected startsOperand(token: Token): boolean {
    if (this.integrals > 0 && this.differentialAhead()) return false;
    if (token.kind === 'bar') return this.bars.at(-1) !== token.bracket && !this.bars.includes(',');
    if (token.kind !== 'words') return operandKinds.has(token.kind);
    return meaningOf(token.text) === undefined && /^\s*[\w.+-][\s\w.+-]*$/.test(token.text);
  }

  protected differentialAhead(): boolean {
    const token = this.peek();
    const next = this.peek(1);
    return (
      token?.kind === 'name' &&
      /^(?:d|\\mathrm d)$/.test(token.name) &&
      !token.sub &&
      next?.kind === 'name' &&
      !next.sup
    );
  }

  /** Powers and the like on something that is no name. */
  protected scripted(expression: Expression, token: Token): Expression {
    if (!token.sub && !token.sup) return expression;
    const scripts = readScripts(token, this.within);
    return this.powered(scripts.positivePart ? positivePart(expression) : expression, scripts, token);
  }

  protected powered(expression: Expression, scripts: Scripts, place: Spot): Expression {
    if (scripts.transposed) this.transposed.add(expression);
    if (!scripts.exponent) return expression;
    return { kind: 'power', base: expression, exponent: scripts.exponent, ...spanning(expression, place) };
  }

  protected notice(kind: Notice['kind'], text: string, token: Token): void {
    this.state.notices.push({ kind, text, range: { start: token.start, end: token.end } });
  }
}
