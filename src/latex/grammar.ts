import type { Range } from '../base/range';
import { isApplication, isElement, matchingClose } from './applications';
import { readBinders } from './binders';
import { casesOf } from './casesReader';
import { expandDots, type Chain } from './dots';
import {
  numberOf,
  partsOf,
  walk,
  type Expression,
  type Extent,
  type MeasureName,
  type ReductionName,
  type VectorFunction,
} from './expression';
import { measureNamed, measureOf } from './measureNotation';
import { readScripts, spelled, type Scripts } from './scripts';
import type { Bracket, Token } from './tokens';
import { meaningOf } from './vocabulary';

/** Readings of notation that TeX leaves open; the usual ones are tried first. */
export interface Reading {
  /** `\log p/q` is the logarithm of the quotient. */
  readonly slashInLogarithm: boolean;
  /** `\log a b` is the logarithm of the product. */
  readonly productInLogarithm: boolean;
  /** A sum without an index goes on over terms that speak of the same quantities. */
  readonly sumGoesOn: boolean;
}

export const usualReading: Reading = { slashInLogarithm: true, productInLogarithm: true, sumGoesOn: true };

/** Something about the spelling that a reader should hear of. */
export interface Notice {
  readonly kind: 'lost-function' | 'lost-symbol' | 'unclosed' | 'unopened';
  readonly text: string;
  readonly range: Range;
}

/** What parsers of one formula share. */
export interface ParsingState {
  readonly reading: Reading;
  readonly notices: Notice[];
  /** The letter e is a quantity (an error) and not Euler's number. */
  readonly ownE: boolean;
  steps: number;
  depth: number;
  broken: boolean;
}

const maximalSteps = 20_000;
const maximalDepth = 120;

const precedence = { or: 1, and: 2, relation: 4, sum: 10, product: 20 } as const;

const nothing: Expression = { kind: 'variable', name: '', indices: [] };

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

const reductions: { readonly [name: string]: ReductionName } = {
  sum: 'sum',
  prod: 'product',
  int: 'integral',
  mean: 'mean',
  median: 'median',
};

/** A Pratt parser over the tokens of one formula, with the habits of texts on machine learning. */
export class Grammar {
  private at = 0;
  private readonly bars: Bracket[] = [];
  private readonly transposed = new WeakSet<Expression>();
  /** How many integrals are open; inside them a d before a name ends the integrand. */
  private integrals = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly state: ParsingState,
  ) {}

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
  private readonly within = (tokens: readonly Token[]): Expression | undefined => {
    if (tokens.length === 0 || this.state.broken) return undefined;
    const inner = new Grammar(tokens, this.state);
    const before = this.state.broken;
    const expression = inner.expression();
    if (inner.done && !this.state.broken) return expression;
    this.state.broken = before;
    return undefined;
  };

  private required(tokens: readonly Token[]): Expression {
    const expression = this.within(tokens);
    if (!expression) this.fail();
    return expression ?? nothing;
  }

  private fail(): Expression {
    this.state.broken = true;
    return nothing;
  }

  /** An expression whose operators bind at least as tightly as `minimum`. */
  expression(minimum: number = precedence.or): Expression {
    if (++this.state.steps > maximalSteps || this.state.depth > maximalDepth) return this.fail();
    this.state.depth++;
    const expression = this.infix(this.prefix(), minimum);
    this.state.depth--;
    return expression;
  }

  private prefix(): Expression {
    const token = this.peek();
    if (token?.kind === 'binary' && (token.operator === '-' || token.operator === '+')) {
      this.at++;
      const argument = this.infix(this.prefix(), precedence.product);
      return token.operator === '-' ? { kind: 'negate', argument, ...spanning(token, argument) } : argument;
    }
    return this.operand();
  }

  private infix(start: Expression, minimum: number): Expression {
    let left = start;
    while (!this.state.broken) {
      const token = this.peek();
      if (!token) break;
      const next = this.infixStep(left, token, minimum);
      if (!next) break;
      left = next;
    }
    return left;
  }

  private infixStep(left: Expression, token: Token, minimum: number): Expression | undefined {
    if (token.kind === 'binary') return this.binary(left, token.operator, minimum);
    if (token.kind === 'relation' && minimum <= precedence.relation)
      return this.relation(left, token.operator);
    if (token.kind === 'words') {
      const meaning = meaningOf(token.text);
      const joins = meaning === 'and' || meaning === 'or';
      if (joins && minimum <= precedence[meaning]) {
        this.at++;
        return {
          kind: 'logic',
          operator: meaning,
          arguments: [left, this.expression(precedence[meaning] + 1)],
        };
      }
      if (/^\s*%\s*$/.test(token.text)) {
        this.at++;
        return { kind: 'multiply', factors: [left, numberOf(0.01)] };
      }
    }
    if (minimum <= precedence.product && this.startsOperand(token)) return this.juxtaposed(left);
    return undefined;
  }

  private binary(left: Expression, operator: string, minimum: number): Expression | undefined {
    if (operator === '+' || operator === '-') {
      return minimum <= precedence.sum ? this.sumChain(left) : undefined;
    }
    if (operator === 'and' || operator === 'or') {
      if (minimum > precedence[operator]) return undefined;
      this.at++;
      return { kind: 'logic', operator, arguments: [left, this.expression(precedence[operator] + 1)] };
    }
    if (minimum > precedence.product) return undefined;
    this.at++;
    const right = this.factor();
    switch (operator) {
      case '/':
        return { kind: 'divide', numerator: left, denominator: right, ...spanning(left, right) };
      case '\\cup':
        return { kind: 'add', terms: [left, right, negated(product(left, right))] };
      case '\\setminus':
        return product(left, { kind: 'add', terms: [numberOf(1), negated(right)] });
      default:
        return this.transposed.has(left)
          ? { kind: 'inner', left, right, ...spanning(left, right) }
          : product(left, right);
    }
  }

  private factor(): Expression {
    const token = this.peek();
    if (token?.kind === 'binary' && (token.operator === '-' || token.operator === '+')) {
      this.at++;
      const argument = this.factor();
      return token.operator === '-' ? negated(argument) : argument;
    }
    return this.operand();
  }

  private sumChain(first: Expression): Expression {
    const chain: Chain = { terms: [first], dotsAfter: undefined };
    while (!this.state.broken) {
      const token = this.peek();
      if (token?.kind !== 'binary' || (token.operator !== '+' && token.operator !== '-')) break;
      this.at++;
      if (this.peek()?.kind === 'dots') {
        this.at++;
        chain.dotsAfter = chain.terms.length;
        continue;
      }
      const term = this.expression(precedence.product);
      chain.terms.push(token.operator === '-' ? negated(term, token) : term);
    }
    return expandDots(chain);
  }

  private relation(left: Expression, operator: string): Expression | undefined {
    if (!isComparison(operator)) return undefined;
    this.at++;
    const right = this.expression(precedence.relation + 1);
    const comparison: Expression = { kind: 'compare', operator, left, right, ...spanning(left, right) };
    const next = this.peek();
    if (next?.kind !== 'relation' || !isComparison(next.operator)) return comparison;
    const rest = this.relation(right, next.operator);
    return rest ? { kind: 'logic', operator: 'and', arguments: [comparison, rest] } : comparison;
  }

  private startsOperand(token: Token): boolean {
    if (this.integrals > 0 && this.differentialAhead()) return false;
    switch (token.kind) {
      case 'number':
      case 'name':
      case 'function':
      case 'open':
      case 'fraction':
      case 'root':
      case 'accent':
      case 'group':
      case 'rows':
        return true;
      case 'bar':
        return this.bars.at(-1) !== token.bracket && !this.bars.includes(',' as Bracket);
      case 'words':
        return (
          meaningOf(token.text) === undefined && /^[\s\w.+-]+$/.test(token.text) && !/^\s*$/.test(token.text)
        );
      default:
        return false;
    }
  }

  /** Things side by side are multiplied, or, behind a transposed one, multiplied and summed. */
  private juxtaposed(left: Expression): Expression {
    const last = left.kind === 'multiply' ? left.factors.at(-1)! : left;
    const right = this.operand();
    if (!this.transposed.has(last)) return product(left, right);
    const inner: Expression = { kind: 'inner', left: last, right, ...spanning(last, right) };
    return left.kind === 'multiply' ? { ...left, factors: [...left.factors.slice(0, -1), inner] } : inner;
  }

  // --- operands ----------------------------------------------------------------------------------------------------

  private operand(): Expression {
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

  private fraction(token: Extract<Token, { kind: 'fraction' }>): Expression {
    return {
      kind: 'divide',
      numerator: this.required(token.numerator),
      denominator: this.required(token.denominator),
      ...spanning(token),
    };
  }

  private root(token: Extract<Token, { kind: 'root' }>): Expression {
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
  private accented(token: Extract<Token, { kind: 'accent' }>): Expression {
    const body = this.within(token.body);
    if (token.label === '\\bar' && body) {
      return this.scripted(
        { kind: 'reduce', operation: 'mean', over: { kind: 'all' }, body, ...spanning(token) },
        token,
      );
    }
    return this.named(token, `${token.label} ${spelled(token.body)}`);
  }

  private cases(token: Extract<Token, { kind: 'rows' }>): Expression {
    const cases = casesOf(token.rows, this.within);
    return cases ? { ...cases, ...spanning(token) } : this.fail();
  }

  /** Powers and the like on something that is no name. */
  private scripted(expression: Expression, token: Token): Expression {
    if (!token.sub && !token.sup) return expression;
    const scripts = readScripts(token, this.within);
    return this.powered(scripts.positivePart ? positivePart(expression) : expression, scripts, token);
  }

  private powered(expression: Expression, scripts: Scripts, place: Spot): Expression {
    if (scripts.transposed) this.transposed.add(expression);
    if (!scripts.exponent) return expression;
    return { kind: 'power', base: expression, exponent: scripts.exponent, ...spanning(expression, place) };
  }

  // --- names -------------------------------------------------------------------------------------------------------

  private named(token: Token, name: string): Expression {
    if (token.kind === 'name' && token.lost) this.notice('lost-symbol', token.name, token);
    if (name === 'e' && !this.state.ownE && token.sup && !token.sub) return this.exponential(token);
    const scripts = readScripts(token, this.within);
    const full = name + scripts.label;
    const next = this.peek();
    if (isExpectationName(name) && this.startsExpectation(token)) return this.expectation(token);
    if (isIndicatorName(name) && next?.kind === 'open') return this.indicator(token);
    if (next?.kind === 'open') return this.namedBeforeBracket(token, full, scripts, next);
    if (name === '\\pi' && scripts.indices.length === 0 && !scripts.exponent) return numberOf(Math.PI, token);
    if (name === 'e' && !this.state.ownE && scripts.indices.length === 0) return numberOf(Math.E, token);
    const plain: Expression = {
      kind: 'variable',
      name: full,
      indices: scripts.indices,
      ...spanning(core(token, scripts)),
    };
    return this.powered(scripts.positivePart ? positivePart(plain) : plain, scripts, token);
  }

  private exponential(token: Token): Expression {
    const exponent = this.required(token.sup!);
    return { kind: 'call', function: 'exp', arguments: [exponent], ...spanning(token) };
  }

  private namedBeforeBracket(
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
  private element(token: Token, name: string): Expression {
    const close = matchingClose(this.tokens, this.at);
    const sub = this.tokens.slice(this.at + 1, close);
    const end = this.tokens[close]!;
    this.at = close + 1;
    const { indices } = readScripts({ ...end, sub }, this.within);
    const variable: Expression = { kind: 'variable', name, indices, ...spanning(token, end) };
    return end.sup ? this.powered(variable, readScripts({ ...end, sub: [] }, this.within), end) : variable;
  }

  private sigmoid(token: Token, scripts: Scripts): Expression {
    const { argument, close } = this.bracketArgument();
    const call: Expression = close?.sub
      ? { kind: 'vector', function: 'softmax', argument, ...this.elementIndex(close) }
      : { kind: 'call', function: 'sigmoid', arguments: [argument], ...spanning(token, close ?? token) };
    const power = close?.sup ? readScripts({ ...close, sub: [] }, this.within).exponent : scripts.exponent;
    return power ? { kind: 'power', base: call, exponent: power } : call;
  }

  private elementIndex(close: Token): { index?: Expression } {
    const index = readScripts(close, this.within).indices[0];
    return index ? { index } : {};
  }

  private application(
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
  private argumentList(open: Extract<Token, { kind: 'open' }>, semicolonGives: boolean): ArgumentList {
    const args: Expression[] = [];
    const given: Expression[] = [];
    let target = args;
    let double = false;
    this.bars.push(',' as Bracket);
    while (!this.done && !this.state.broken) {
      const token = this.peek()!;
      if (token.kind === 'close') break;
      if (token.kind === 'separator' || token.kind === 'quad' || token.kind === 'dots') {
        if (token.kind === 'separator' && token.text === ';' && semicolonGives) target = given;
        this.at++;
      } else if (token.kind === 'bar') {
        this.at++;
        const twice = token.bracket === '‖' || this.peek()?.kind === 'bar';
        if (this.peek()?.kind === 'bar') this.at++;
        if (twice) double = true;
        else target = given;
      } else if (token.kind === 'relation' && !isComparison(token.operator)) {
        this.at++;
      } else target.push(this.expression(precedence.relation));
    }
    this.bars.pop();
    const close = this.close(open.bracket, open);
    return { arguments: args, given, double, ...(close && { close }) };
  }

  // --- brackets ----------------------------------------------------------------------------------------------------

  private bracket(bracket: Bracket, open: Token): Expression {
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

  /** The closing bracket, or word that there is none. Square may close round: [0, 1). */
  private close(bracket: Bracket, open: Token): Token | undefined {
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

  private angle(open: Token): Expression {
    const left = this.expression(precedence.sum);
    const separator = this.peek();
    if (separator?.kind === 'separator' || separator?.kind === 'bar') this.at++;
    const right = this.expression(precedence.sum);
    const close = this.close('⟨', open);
    return { kind: 'inner', left, right, ...spanning(open, close ?? open) };
  }

  private barred(open: Extract<Token, { kind: 'bar' }>): Expression {
    return this.fencedBars(open.bracket, open);
  }

  private fencedBars(bracket: '|' | '‖', open: Token): Expression {
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

  // --- functions ---------------------------------------------------------------------------------------------------

  private function(token: Extract<Token, { kind: 'function' }>): Expression {
    if (token.lost) this.notice('lost-function', token.name, token);
    switch (token.name) {
      case 'log':
      case 'ln':
      case 'lg':
      case 'lb':
        return this.logarithm(token);
      case 'sum':
      case 'prod':
      case 'int':
      case 'mean':
      case 'median':
        return this.reduction(token);
      case 'max':
      case 'min':
        return this.extremum(token);
      case 'argmax':
      case 'argmin':
      case 'arg':
        return this.argumentOfExtremum(token);
      default:
        return this.call(token);
    }
  }

  private logarithm(token: Extract<Token, { kind: 'function' }>): Expression {
    const base = this.logarithmBase(token);
    const exponent = token.sup ? this.required(token.sup) : undefined;
    const argument = this.functionArgument(true);
    const log: Expression = { kind: 'log', argument, ...(base && { base }), ...spanning(token, argument) };
    return exponent ? { kind: 'power', base: log, exponent, ...spanning(log) } : log;
  }

  private logarithmBase(token: Extract<Token, { kind: 'function' }>): Expression | undefined {
    if (token.sub) return this.required(token.sub);
    if (token.name === 'ln') return numberOf(Math.E);
    if (token.name === 'lg') return numberOf(10);
    return token.name === 'lb' ? numberOf(2) : undefined;
  }

  /** What a function is applied to: the bracket behind it, or the product that stands there. */
  private functionArgument(slash: boolean): Expression {
    const token = this.peek();
    if (token?.kind === 'open' && token.bracket !== '|' && token.bracket !== '‖' && token.bracket !== '⟨') {
      return this.bracketArgument().argument;
    }
    return this.tightProduct(slash);
  }

  /** The expression in the bracket ahead; a power behind the bracket stays for the caller. */
  private bracketArgument(): { readonly argument: Expression; readonly close?: Token } {
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

  private tightProduct(slash: boolean): Expression {
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

  private differentialAhead(): boolean {
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

  private continuesTightly(token: Token): boolean {
    if (this.integrals > 0 && this.differentialAhead()) return false;
    if (token.kind === 'words') return false;
    if (token.kind === 'name' && (isExpectationName(token.name) || isIndicatorName(token.name))) return false;
    return (
      token.kind === 'number' || token.kind === 'name' || token.kind === 'fraction' || token.kind === 'accent'
    );
  }

  /** `\\cos(a, b)` is the cosine between two things, a quantity of its own. */
  private similarity(token: Token): Expression | undefined {
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

  private call(token: Extract<Token, { kind: 'function' }>): Expression {
    const pair = token.name === 'cos' && this.peek()?.kind === 'open' ? this.similarity(token) : undefined;
    if (pair) return pair;
    const vector = vectorFunctions[token.name];
    const name = elementwise[token.name];
    const bracketed = this.peek()?.kind === 'open';
    const exponent = token.sup ? this.within(token.sup) : undefined;
    const { argument, close } = bracketed
      ? this.bracketArgument()
      : { argument: this.functionArgument(false), close: undefined };
    const place = spanning(token, close ?? argument);
    let value: Expression = vector
      ? { kind: 'vector', function: vector, argument, ...this.vectorIndex(token, close), ...place }
      : { kind: 'call', function: name ?? 'exp', arguments: [argument], ...place };
    if (!vector && !name) value = this.fail();
    const power =
      exponent ?? (close?.sup ? readScripts({ ...close, sub: [] }, this.within).exponent : undefined);
    return power ? { kind: 'power', base: value, exponent: power, ...place } : value;
  }

  private vectorIndex(token: Token, close: Token | undefined): { index?: Expression } {
    if (close?.sub) return this.elementIndex(close);
    return token.sub ? this.elementIndex(token) : {};
  }

  private reduction(token: Extract<Token, { kind: 'function' }>): Expression {
    const operation = reductions[token.name] ?? 'sum';
    const written = token.sub ?? (token.name === 'int' ? [] : undefined);
    let over: Extent = written ? this.extent(written, token.sup) : { kind: 'all' };
    if (operation === 'integral') this.integrals++;
    const body = this.reductionBody(over);
    if (operation === 'integral') this.integrals--;
    if (operation === 'integral') over = this.differential(over);
    return { kind: 'reduce', operation, over, body, ...spanning(token, body) };
  }

  private extent(sub: readonly Token[], sup: readonly Token[] | undefined): Extent {
    const read = readBinders(sub, this.within);
    if (!read || read.binders.length === 0) return { kind: 'all' };
    const to = sup ? this.within(sup) : undefined;
    const [first, ...rest] = read.binders;
    const binders = to ? [{ ...first!, to }, ...rest] : read.binders;
    return { kind: 'indices', binders, ...(read.condition && { condition: read.condition }) };
  }

  /** The `dx` behind an integrand names its variable. */
  private differential(over: Extent): Extent {
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

  private reductionBody(over: Extent): Expression {
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
  private belongs(term: Expression, over: Extent, body: Expression, bracketed: boolean): boolean {
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

  private extremum(token: Extract<Token, { kind: 'function' }>): Expression {
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
  private listAhead(): { readonly items: readonly Expression[]; readonly close: Token } | undefined {
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
  private unclosedList(open: Token): { readonly items: readonly Expression[]; readonly close: Token } {
    this.notice('unclosed', '(', open);
    const items = splitList(this.tokens.slice(this.at + 1)).map((item) => this.required(item));
    this.at = this.tokens.length;
    const last = this.tokens.at(-1)!;
    return { items, close: { kind: 'close', bracket: '(', start: last.start, end: last.end } };
  }

  private argumentOfExtremum(token: Extract<Token, { kind: 'function' }>): Expression {
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

  // --- expectation, indicator --------------------------------------------------------------------------------------

  private startsExpectation(token: Token): boolean {
    const next = this.peek();
    if (token.sub) return next !== undefined && (next.kind === 'open' || this.startsOperand(next));
    const bracketed =
      next?.kind === 'open' && (next.bracket === '[' || next.bracket === '{' || next.bracket === '(');
    return (
      bracketed &&
      (next.bracket !== '(' || token.kind !== 'name' || token.name !== 'E' || this.holdsOperators())
    );
  }

  private holdsOperators(): boolean {
    const close = matchingClose(this.tokens, this.at);
    return this.tokens.slice(this.at, close < 0 ? undefined : close).some((token) => token.kind !== 'name');
  }

  private expectation(token: Token): Expression {
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

  private indicator(token: Token): Expression {
    const { argument, close } = this.bracketArgument();
    const condition = argument;
    return { kind: 'indicator', condition, ...spanning(token, close ?? argument) };
  }

  private notice(kind: Notice['kind'], text: string, token: Token): void {
    this.state.notices.push({ kind, text, range: { start: token.start, end: token.end } });
  }
}

interface ArgumentList {
  readonly arguments: readonly Expression[];
  readonly given: readonly Expression[];
  /** Parted by a double bar. */
  readonly double: boolean;
  readonly close?: Token;
}

// --- small makers ----------------------------------------------------------------------------------------------------

interface Spot {
  readonly start?: number;
  readonly end?: number;
  readonly range?: Range;
}

/** A name without its exponent. */
function core(token: Token, scripts: Scripts): Spot {
  const apart = scripts.exponent !== undefined || scripts.transposed;
  return apart && token.coreEnd !== undefined ? { start: token.start, end: token.coreEnd } : token;
}

/** The range from the first to the last of what has a place. */
function spanning(...spots: readonly Spot[]): { range?: Range } {
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

function product(left: Expression, right: Expression): Expression {
  const factors = left.kind === 'multiply' ? [...left.factors, right] : [left, right];
  return { kind: 'multiply', factors, ...spanning(left, right) };
}

function negated(argument: Expression, sign?: Token): Expression {
  return { kind: 'negate', argument, ...spanning(...(sign ? [sign] : []), argument) };
}

function positivePart(argument: Expression): Expression {
  return { kind: 'call', function: 'positivePart', arguments: [argument], ...spanning(argument) };
}

/** |x|; of a set, which capital or calligraphic letters name, its size. */
function absolute(inner: Expression, scripts: Scripts, place: { range?: Range }): Expression {
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

function norm(inner: Expression, scripts: Scripts, place: { range?: Range }): Expression {
  const order = scripts.indices[0];
  return { kind: 'norm', argument: inner, ...(order && !/F/.test(nameOf(order)) && { order }), ...place };
}

function nameOf(expression: Expression): string {
  return expression.kind === 'variable' ? expression.name : '';
}

function isComparison(operator: string): operator is '=' | '!=' | '<' | '<=' | '>' | '>=' {
  return /^(?:=|!=|<=?|>=?)$/.test(operator);
}

function isExpectationName(name: string): boolean {
  return /^(?:E|\\mathbb E|\\mathcal E|\\mathbf E|Exp)$/.test(name);
}

function isIndicatorName(name: string): boolean {
  return /^(?:\\mathbb 1|\\mathbb I|\\chi|𝟙)$/.test(name);
}

function isSimple(expression: Expression): boolean {
  return ['variable', 'application', 'number', 'divide', 'power'].includes(expression.kind);
}

function splitList(tokens: readonly Token[]): readonly (readonly Token[])[] {
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
