import { matchingClose } from '../applications';
import { numberOf, type Expression, type VectorFunction } from '../expression';
import { readScripts } from '../scripts';
import type { Token } from '../tokens';
import { isExpectationName, isIndicatorName, isSimple, product, spanning, splitList } from './making';
import { reductions, Reductions } from './reductions';

const elementwise: { readonly [name: string]: Extract<Expression, { kind: 'call' }>['function'] } = {
  exp: 'exp',
  sigmoid: 'sigmoid',
  logsigmoid: 'logSigmoid',
  softplus: 'softplus',
  relu: 'positivePart',
  sign: 'sign',
  abs: 'abs',
  sqrt: 'sqrt',
  cosh: 'cosh',
  sinh: 'sinh',
  tanh: 'tanh',
  sin: 'sin',
  cos: 'cos',
  log1p: 'log1p',
  floor: 'floor',
  ceil: 'ceil',
};

const vectorFunctions: { readonly [name: string]: VectorFunction } = {
  softmax: 'softmax',
  logsoftmax: 'logSoftmax',
  logsumexp: 'logSumExp',
};

/** Functions and what they are applied to. */
export abstract class Functions extends Reductions {
  protected function(token: Extract<Token, { kind: 'function' }>): Expression {
    if (token.lost) this.notice('lost-function', token.name, token);
    if (/^l[ngb]$|^log$/.test(token.name)) return this.logarithm(token);
    if (Object.hasOwn(reductions, token.name)) return this.reduction(token);
    if (token.name === 'max' || token.name === 'min') return this.extremum(token);
    return token.name.startsWith('arg') ? this.argumentOfExtremum(token) : this.call(token);
  }

  protected logarithm(token: Extract<Token, { kind: 'function' }>): Expression {
    const base = this.logarithmBase(token);
    const exponent = token.sup ? this.required(token.sup) : undefined;
    const argument = this.functionArgument(true);
    const log: Expression = { kind: 'log', argument, ...(base && { base }), ...spanning(token, argument) };
    return exponent ? { kind: 'power', base: log, exponent, ...spanning(log) } : log;
  }

  protected logarithmBase(token: Extract<Token, { kind: 'function' }>): Expression | undefined {
    if (token.sub) return this.required(token.sub);
    if (token.name === 'ln') return numberOf(Math.E);
    if (token.name === 'lg') return numberOf(10);
    return token.name === 'lb' ? numberOf(2) : undefined;
  }

  /** What a function is applied to: the bracket behind it, or the product that stands there. */
  protected functionArgument(slash: boolean): Expression {
    const token = this.peek();
    if (token?.kind === 'open' && token.bracket !== '|' && token.bracket !== '‖' && token.bracket !== '⟨') {
      return this.bracketArgument().argument;
    }
    return this.tightProduct(slash);
  }

  protected tightProduct(slash: boolean): Expression {
    let product_ = this.factor();
    if (!isSimple(product_)) return product_;
    while (this.state.reading.productInLogarithm && !this.state.broken) {
      const token = this.peek();
      if (!token || !this.continuesTightly(token)) break;
      product_ = product(product_, this.operand());
    }
    const ahead = this.peek();
    const divides = ahead?.kind === 'binary' && ahead.operator === '/' && this.state.reading.slashInLogarithm;
    if (!slash || !divides || this.peek(1)?.kind === 'function') return product_;
    this.at++;
    const denominator = this.factor();
    return { kind: 'divide', numerator: product_, denominator, ...spanning(product_, denominator) };
  }

  protected continuesTightly(token: Token): boolean {
    if (this.integrals > 0 && this.differentialAhead()) return false;
    if (token.kind === 'words') return false;
    if (token.kind === 'name' && (isExpectationName(token.name) || isIndicatorName(token.name))) return false;
    return (
      token.kind === 'number' || token.kind === 'name' || token.kind === 'fraction' || token.kind === 'accent'
    );
  }

  /** `\\cos(a, b)` is the cosine between two things, a quantity of its own. */
  protected similarity(token: Token): Expression | undefined {
    const close = matchingClose(this.tokens, this.at);
    const items = close < 0 ? [] : splitList(this.tokens.slice(this.at + 1, close));
    if (items.length !== 2) return undefined;
    this.at = close + 1;
    return {
      kind: 'application',
      name: 'cos',
      indices: [],
      arguments: items.map((item) => this.required(item)),
      given: [],
      ...spanning(token, this.tokens[close]!),
    };
  }

  protected call(token: Extract<Token, { kind: 'function' }>): Expression {
    const pair = token.name === 'cos' && this.peek()?.kind === 'open' ? this.similarity(token) : undefined;
    if (pair) return pair;
    const bracketed = this.peek()?.kind === 'open';
    const exponent = token.sup ? this.within(token.sup) : undefined;
    const { argument, close } = bracketed
      ? this.bracketArgument()
      : { argument: this.functionArgument(false), close: undefined };
    const place = spanning(token, close ?? argument);
    const value = { ...this.applied(token, argument, close), ...place };
    const power =
      exponent ?? (close?.sup ? readScripts({ ...close, sub: [] }, this.within).exponent : undefined);
    return power ? { kind: 'power', base: value, exponent: power, ...place } : value;
  }

  private applied(
    token: Extract<Token, { kind: 'function' }>,
    argument: Expression,
    close: Token | undefined,
  ): Expression {
    const vector = vectorFunctions[token.name];
    if (vector) return { kind: 'vector', function: vector, argument, ...this.vectorIndex(token, close) };
    const name = elementwise[token.name];
    return name ? { kind: 'call', function: name, arguments: [argument] } : this.fail();
  }

  protected vectorIndex(token: Token, close: Token | undefined): { index?: Expression } {
    if (close?.sub) return this.elementIndex(close);
    return token.sub ? this.elementIndex(token) : {};
  }

  protected argumentOfExtremum(token: Extract<Token, { kind: 'function' }>): Expression {
    let sub = token.sub;
    if (token.name === 'arg') {
      const next = this.peek();
      if (next?.kind === 'function' && (next.name === 'max' || next.name === 'min')) {
        sub = next.sub;
        this.at++;
      }
    }
    const argument = this.functionArgument(false);
    const index = sub ? this.within(sub) : undefined;
    return {
      kind: 'application',
      name: 'argmax',
      indices: [],
      arguments: index ? [argument, index] : [argument],
      given: [],
      ...spanning(token, argument),
    };
  }
}
