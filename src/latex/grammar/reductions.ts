import { matchingClose } from '../applications';
import { readBinders } from '../binders';
import { walk, type Expression, type Extent, type ReductionName } from '../expression';
import type { Token } from '../tokens';
import { Cursor, precedence } from './cursor';
import { freeNames, negated, spanning, splitList } from './making';

/** Names of reductions. */
export const reductions: { readonly [name: string]: ReductionName } = {
  sum: 'sum',
  prod: 'product',
  int: 'integral',
  mean: 'mean',
  median: 'median',
};

/** Sums, products, integrals and extrema: what they run over and how far they reach. */
export abstract class Reductions extends Cursor {
  protected abstract functionArgument(slash: boolean): Expression;

  protected reduction(token: Extract<Token, { kind: 'function' }>): Expression {
    const operation = reductions[token.name] ?? 'sum';
    const written = token.sub ?? (token.name === 'int' ? [] : undefined);
    let over: Extent = written ? this.extent(written, token.sup) : { kind: 'all' };
    if (operation === 'integral') this.integrals++;
    const body = this.reductionBody(over);
    if (operation === 'integral') this.integrals--;
    if (operation === 'integral') over = this.differential(over);
    return { kind: 'reduce', operation, over, body, ...spanning(token, body) };
  }

  protected extent(sub: readonly Token[], sup: readonly Token[] | undefined): Extent {
    const read = readBinders(sub, this.within);
    if (!read || read.binders.length === 0) return { kind: 'all' };
    const to = sup ? this.within(sup) : undefined;
    const [first, ...rest] = read.binders;
    const binders = to ? [{ ...first!, to }, ...rest] : read.binders;
    return { kind: 'indices', binders, ...(read.condition && { condition: read.condition }) };
  }

  /** The `dx` behind an integrand names its variable. */
  protected differential(over: Extent): Extent {
    const names: string[] = [];
    while (!this.done) {
      const next = this.peek(1);
      if (!this.differentialAhead() || next?.kind !== 'name') break;
      names.push(next.name);
      this.at += 2;
    }
    if (names.length === 0) return over;
    return { kind: 'indices', binders: names.map((name) => ({ name })) };
  }

  protected reductionBody(over: Extent): Expression {
    const bracketed = this.peek()?.kind === 'open';
    let body = this.infix(this.prefix(), precedence.product);
    while (!this.state.broken) {
      const token = this.peek();
      if (token?.kind !== 'binary' || (token.operator !== '+' && token.operator !== '-')) break;
      const before = this.at;
      const notices = this.state.notices.length;
      this.at++;
      const term = this.peek()?.kind === 'dots' ? undefined : this.expression(precedence.product);
      if (!term || this.state.broken || !this.belongs(term, over, body, bracketed)) {
        this.at = before;
        this.state.notices.length = notices;
        break;
      }
      body = {
        kind: 'add',
        terms: [body, token.operator === '-' ? negated(term) : term],
        ...spanning(body, term),
      };
    }
    return body;
  }

  /** Whether a further term is still summed: it uses the index, or the same quantities where there is no index. */
  protected belongs(term: Expression, over: Extent, body: Expression, bracketed: boolean): boolean {
    if (over.kind === 'indices') {
      const free = freeNames(term);
      return over.binders.some((binder) => free.has(binder.name));
    }
    if (bracketed || !this.state.reading.sumGoesOn) return false;
    const parts = [...walk(term)];
    if (parts.some((part) => part.kind === 'reduce' || part.kind === 'norm')) return false;
    const spoken = new Set([...walk(body)].flatMap((part) => (part.kind === 'variable' ? [part.name] : [])));
    return parts.some((part) => part.kind === 'variable' && spoken.has(part.name));
  }

  protected extremum(token: Extract<Token, { kind: 'function' }>): Expression {
    const name = token.name as 'max' | 'min';
    const over: Extent = token.sub ? this.extent(token.sub, undefined) : { kind: 'all' };
    const listed = this.listAhead();
    const body: Expression = listed
      ? {
          kind: 'call',
          function: name === 'max' ? 'maximum' : 'minimum',
          arguments: listed.items,
          ...spanning(token, listed.close),
        }
      : this.functionArgument(false);
    const place = spanning(token, body);
    const value: Expression =
      listed && listed.items.length > 1 && over.kind === 'all'
        ? body
        : { kind: 'reduce', operation: name, over, body, ...place };
    return listed ? this.scripted(value, listed.close) : value;
  }

  /** The items of the bracketed list ahead. */
  protected listAhead(): { readonly items: readonly Expression[]; readonly close: Token } | undefined {
    const open = this.peek();
    if (open?.kind !== 'open' || open.bracket === '|' || open.bracket === '‖') return undefined;
    const close = matchingClose(this.tokens, this.at);
    if (close < 0) return this.unclosedList(open);
    const inside = this.tokens.slice(this.at + 1, close);
    const items = splitList(inside).map((item) => this.required(item));
    this.at = close + 1;
    return { items, close: this.tokens[close]! };
  }

  /** A list that nothing closes reaches to the end of the formula. */
  protected unclosedList(open: Token): { readonly items: readonly Expression[]; readonly close: Token } {
    this.notice('unclosed', '(', open);
    const items = splitList(this.tokens.slice(this.at + 1)).map((item) => this.required(item));
    this.at = this.tokens.length;
    const last = this.tokens.at(-1)!;
    return { items, close: { kind: 'close', bracket: '(', start: last.start, end: last.end } };
  }
}
