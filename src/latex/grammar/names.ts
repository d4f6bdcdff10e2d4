import { isApplication, isElement, matchingClose } from '../applications';
import { readBinders } from '../binders';
import { numberOf, type Expression, type MeasureName } from '../expression';
import { measureNamed, measureOf } from '../measureNotation';
import { readScripts, type Scripts } from '../scripts';
import type { Token } from '../tokens';
import { precedence } from './cursor';
import { Functions } from './functions';
import { core, isComparison, isExpectationName, isIndicatorName, positivePart, spanning } from './making';

interface ArgumentList {
  readonly arguments: readonly Expression[];
  readonly given: readonly Expression[];
  /** Parted by a double bar. */
  readonly double: boolean;
  readonly close?: Token;
}

interface ArgumentBorder {
  readonly means: 'comma' | 'semicolon' | 'given' | 'double';
  readonly width: number;
}

/** Names: quantities, functions of quantities, measures, expectations, indicators. */
export abstract class Names extends Functions {
  protected named(token: Token, name: string): Expression {
    if (token.kind === 'name' && token.lost) this.notice('lost-symbol', token.name, token);
    const isEuler = name === 'e' && !this.state.ownE && !token.sub;
    if (isEuler && token.sup) return this.exponential(token);
    const scripts = readScripts(token, this.within);
    const full = name + scripts.label;
    const next = this.peek();
    if (isExpectationName(name) && this.startsExpectation(token)) return this.expectation(token);
    if (next?.kind === 'open') {
      return isIndicatorName(name)
        ? this.indicator(token)
        : this.namedBeforeBracket(token, full, scripts, next);
    }
    return isEuler ? numberOf(Math.E, token) : this.symbol(token, full, scripts);
  }

  private symbol(token: Token, full: string, scripts: Scripts): Expression {
    if (full === '\\pi' && !token.sub && !token.sup) return numberOf(Math.PI, token);
    const plain: Expression = {
      kind: 'variable',
      name: full,
      indices: scripts.indices,
      ...spanning(core(token, scripts)),
    };
    return this.powered(scripts.positivePart ? positivePart(plain) : plain, scripts, token);
  }

  protected exponential(token: Token): Expression {
    const exponent = this.required(token.sup!);
    return { kind: 'call', function: 'exp', arguments: [exponent], ...spanning(token) };
  }

  protected namedBeforeBracket(
    token: Token,
    full: string,
    scripts: Scripts,
    open: Extract<Token, { kind: 'open' }>,
  ): Expression {
    if (open.bracket === '[' && /^[a-zA-Z]$/.test(full) && isElement(this.tokens, this.at))
      return this.element(token, full);
    const sigmoid = full === '\\sigma' && open.bracket === '(';
    if (sigmoid) return this.sigmoid(token, scripts);
    const measure = measureNamed(full, scripts.indices, open.bracket);
    const applies =
      measure !== undefined ||
      (open.bracket === '(' && isApplication(full, this.tokens, this.at)) ||
      (open.bracket === '[' && /^(?:f|h|[PpQq]|\\Pr)$/.test(full) && matchingClose(this.tokens, this.at) > 0);
    if (!applies || scripts.exponent) {
      const plain: Expression = {
        kind: 'variable',
        name: full,
        indices: scripts.indices,
        ...spanning(core(token, scripts)),
      };
      const late = scripts.exponent && applies ? this.application(token, full, scripts, measure) : plain;
      return this.powered(late, scripts, token);
    }
    return this.application(token, full, scripts, measure);
  }

  /** `x[j]`, as documentation of code writes an element. */
  protected element(token: Token, name: string): Expression {
    const close = matchingClose(this.tokens, this.at);
    const sub = this.tokens.slice(this.at + 1, close);
    const end = this.tokens[close]!;
    this.at = close + 1;
    const { indices } = readScripts({ ...end, sub }, this.within);
    const variable: Expression = { kind: 'variable', name, indices, ...spanning(token, end) };
    return end.sup ? this.powered(variable, readScripts({ ...end, sub: [] }, this.within), end) : variable;
  }

  protected sigmoid(token: Token, scripts: Scripts): Expression {
    const { argument, close } = this.bracketArgument();
    const call: Expression = close?.sub
      ? { kind: 'vector', function: 'softmax', argument, ...this.elementIndex(close) }
      : { kind: 'call', function: 'sigmoid', arguments: [argument], ...spanning(token, close ?? token) };
    const power = close?.sup ? readScripts({ ...close, sub: [] }, this.within).exponent : scripts.exponent;
    return power ? { kind: 'power', base: call, exponent: power } : call;
  }

  protected application(
    token: Token,
    name: string,
    scripts: Scripts,
    measure: MeasureName | undefined,
  ): Expression {
    const open = this.peek() as Extract<Token, { kind: 'open' }>;
    this.at++;
    const list = this.argumentList(open, measure === undefined);
    const place = spanning(token, list.close ?? token);
    const built = measure
      ? measureOf(measure, name, list.arguments, list.given, list.double, place)
      : undefined;
    const expression: Expression = built ?? {
      kind: 'application',
      name,
      indices: [
        ...scripts.indices,
        ...(list.close?.sub ? readScripts({ ...list.close, sup: [] }, this.within).indices : []),
      ],
      arguments: list.arguments,
      given: list.given,
      ...place,
    };
    if (!list.close?.sup) return expression;
    return this.powered(expression, readScripts({ ...list.close, sub: [] }, this.within), place);
  }

  /** Arguments up to the closing bracket, parted by commas; behind a bar or semicolon stands what is given. */
  protected argumentList(open: Extract<Token, { kind: 'open' }>, semicolonGives: boolean): ArgumentList {
    const args: Expression[] = [];
    const given: Expression[] = [];
    let target = args;
    let double = false;
    this.bars.push(',');
    while (!this.done && !this.state.broken) {
      const token = this.peek()!;
      if (token.kind === 'close') break;
      const border = this.argumentBorder(token);
      if (!border) {
        target.push(this.expression(precedence.relation));
        continue;
      }
      this.at += border.width;
      if (border.means === 'double') double = true;
      if (border.means === 'given' || (border.means === 'semicolon' && semicolonGives)) target = given;
    }
    this.bars.pop();
    const close = this.close(open.bracket, open);
    return { arguments: args, given, double, ...(close && { close }) };
  }

  /** What parts arguments here, and how many tokens it is; undefined before an argument. */
  private argumentBorder(token: Token): ArgumentBorder | undefined {
    switch (token.kind) {
      case 'separator':
        return { means: token.text === ';' ? 'semicolon' : 'comma', width: 1 };
      case 'quad':
      case 'dots':
        return { means: 'comma', width: 1 };
      case 'bar': {
        const twice = this.peek(1)?.kind === 'bar';
        return { means: twice || token.bracket === '‖' ? 'double' : 'given', width: twice ? 2 : 1 };
      }
      case 'relation':
        return isComparison(token.operator) ? undefined : { means: 'comma', width: 1 };
      default:
        return undefined;
    }
  }

  protected startsExpectation(token: Token): boolean {
    const next = this.peek();
    if (token.sub) return next !== undefined && (next.kind === 'open' || this.startsOperand(next));
    const bracketed =
      next?.kind === 'open' && (next.bracket === '[' || next.bracket === '{' || next.bracket === '(');
    return (
      bracketed &&
      (next.bracket !== '(' || token.kind !== 'name' || token.name !== 'E' || this.holdsOperators())
    );
  }

  protected holdsOperators(): boolean {
    const close = matchingClose(this.tokens, this.at);
    return this.tokens.slice(this.at, close < 0 ? undefined : close).some((token) => token.kind !== 'name');
  }

  protected expectation(token: Token): Expression {
    const under = token.sub ? readBinders(token.sub, this.within) : undefined;
    const bracketed = this.peek()?.kind === 'open';
    const { argument: body, close } = bracketed
      ? this.bracketArgument()
      : { argument: this.infix(this.prefix(), precedence.product), close: undefined };
    const value: Expression = {
      kind: 'expectation',
      variables:
        under?.binders.filter((binder) => !binder.set || under.sampled).map((binder) => binder.name) ?? [],
      ...(under?.distribution && { distribution: under.distribution }),
      body,
      ...spanning(token, close ?? body),
    };
    return close ? this.scripted(value, close) : value;
  }

  protected indicator(token: Token): Expression {
    const { argument, close } = this.bracketArgument();
    const condition = argument;
    return { kind: 'indicator', condition, ...spanning(token, close ?? argument) };
  }
}
