import { casesOf } from '../casesReader';
import { numberOf, type Expression } from '../expression';
import { readScripts, spelled } from '../scripts';
import type { Bracket } from '../symbols';
import type { Token } from '../tokens';
import { maximalSteps, precedence } from './cursor';
import { absolute, norm, positivePart, spanning } from './making';
import { Names } from './names';

/** Whatever stands between operators. */
export abstract class Operands extends Names {
  protected operand(): Expression {
    const token = this.peek();
    if (!token || ++this.state.steps > maximalSteps) return this.fail();
    this.at++;
    switch (token.kind) {
      case 'number':
        return this.scripted(numberOf(token.value, token), token);
      case 'name':
        return this.named(token, token.name);
      case 'function':
        return this.function(token);
      case 'words':
        return this.named(token, token.text.trim());
      case 'open':
        return this.bracket(token.bracket, token);
      case 'bar':
        return this.barred(token);
      case 'fraction':
        return this.scripted(this.fraction(token), token);
      case 'root':
        return this.scripted(this.root(token), token);
      case 'accent':
        return this.accented(token);
      case 'group':
        return this.scripted(this.required(token.body), token);
      case 'rows':
        return this.cases(token);
      default:
        return this.fail();
    }
  }

  protected fraction(token: Extract<Token, { kind: 'fraction' }>): Expression {
    return {
      kind: 'divide',
      numerator: this.required(token.numerator),
      denominator: this.required(token.denominator),
      ...spanning(token),
    };
  }

  protected root(token: Extract<Token, { kind: 'root' }>): Expression {
    const body = this.required(token.body);
    if (!token.index) return { kind: 'call', function: 'sqrt', arguments: [body], ...spanning(token) };
    const exponent: Expression = {
      kind: 'divide',
      numerator: numberOf(1),
      denominator: this.required(token.index),
    };
    return { kind: 'power', base: body, exponent, ...spanning(token) };
  }

  /** A bar over an expression is its mean; other accents over expressions make a name of it. */
  protected accented(token: Extract<Token, { kind: 'accent' }>): Expression {
    const body = this.within(token.body);
    if (token.label === '\\bar' && body) {
      return this.scripted(
        { kind: 'reduce', operation: 'mean', over: { kind: 'all' }, body, ...spanning(token) },
        token,
      );
    }
    return this.named(token, `${token.label} ${spelled(token.body)}`);
  }

  protected cases(token: Extract<Token, { kind: 'rows' }>): Expression {
    const cases = casesOf(token.rows, this.within);
    return cases ? { ...cases, ...spanning(token) } : this.fail();
  }

  protected bracket(bracket: Bracket, open: Token): Expression {
    if (bracket === '|' || bracket === '‖') return this.fencedBars(bracket, open);
    if (bracket === '⟨') return this.angle(open);
    this.bars.push('(');
    const inner = this.expression();
    const more = this.peek();
    // A set or an interval where a number was expected is beyond what is understood.
    if (more?.kind === 'separator') this.fail();
    this.bars.pop();
    const close = this.close(bracket, open);
    const end = close ?? open;
    const whole = { ...inner, ...spanning(open, end) } as Expression;
    if (this.transposed.has(inner)) this.transposed.add(whole);
    // Iverson's bracket: [y = c] is 1 where the condition holds.
    if (inner.kind === 'compare' || inner.kind === 'logic') {
      return { kind: 'indicator', condition: inner, ...spanning(open, end) };
    }
    const rounded = bracket === '⌊' || bracket === '⌈';
    const value: Expression = rounded
      ? {
          kind: 'call',
          function: bracket === '⌊' ? 'floor' : 'ceil',
          arguments: [inner],
          ...spanning(open, end),
        }
      : whole;
    return close ? this.scripted(value, close) : value;
  }

  protected angle(open: Token): Expression {
    const left = this.expression(precedence.sum);
    const separator = this.peek();
    if (separator?.kind === 'separator' || separator?.kind === 'bar') this.at++;
    const right = this.expression(precedence.sum);
    const close = this.close('⟨', open);
    return { kind: 'inner', left, right, ...spanning(open, close ?? open) };
  }

  protected barred(open: Extract<Token, { kind: 'bar' }>): Expression {
    return this.fencedBars(open.bracket, open);
  }

  protected fencedBars(bracket: '|' | '‖', open: Token): Expression {
    this.bars.push(bracket);
    const inner = this.expression();
    this.bars.pop();
    const close = this.peek();
    const closes = (close?.kind === 'bar' || close?.kind === 'close') && close.bracket === bracket;
    if (!closes) {
      if (!this.state.broken) this.notice('unclosed', bracket, open);
      return this.fail();
    }
    this.at++;
    const place = spanning(open, close);
    const scripts = readScripts(close, this.within);
    const value = bracket === '|' ? absolute(inner, scripts, place) : norm(inner, scripts, place);
    return this.powered(scripts.positivePart ? positivePart(value) : value, scripts, place);
  }
}
