import { expandDots, type Chain } from '../dots';
import { numberOf, type Expression } from '../expression';
import type { Token } from '../tokens';
import { meaningOf } from '../vocabulary';
import { maximalDepth, maximalSteps, precedence } from './cursor';
import { isComparison, negated, product, spanning } from './making';
import { Operands } from './operands';

/** A Pratt parser over the tokens of one formula, with the habits of texts on machine learning. */
export class Grammar extends Operands {
  /** An expression whose operators bind at least as tightly as `minimum`. */
  expression(minimum: number = precedence.or): Expression {
    if (++this.state.steps > maximalSteps || this.state.depth > maximalDepth) return this.fail();
    this.state.depth++;
    const expression = this.infix(this.prefix(), minimum);
    this.state.depth--;
    return expression;
  }

  protected prefix(): Expression {
    const token = this.peek();
    if (token?.kind === 'binary' && (token.operator === '-' || token.operator === '+')) {
      this.at++;
      const argument = this.infix(this.prefix(), precedence.product);
      return token.operator === '-' ? { kind: 'negate', argument, ...spanning(token, argument) } : argument;
    }
    return this.operand();
  }

  protected infix(start: Expression, minimum: number): Expression {
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

  protected infixStep(left: Expression, token: Token, minimum: number): Expression | undefined {
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

  protected binary(left: Expression, operator: string, minimum: number): Expression | undefined {
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

  protected factor(): Expression {
    const token = this.peek();
    if (token?.kind === 'binary' && (token.operator === '-' || token.operator === '+')) {
      this.at++;
      const argument = this.factor();
      return token.operator === '-' ? negated(argument) : argument;
    }
    return this.operand();
  }

  protected sumChain(first: Expression): Expression {
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

  protected relation(left: Expression, operator: string): Expression | undefined {
    if (!isComparison(operator)) return undefined;
    this.at++;
    const right = this.expression(precedence.relation + 1);
    const comparison: Expression = { kind: 'compare', operator, left, right, ...spanning(left, right) };
    const next = this.peek();
    if (next?.kind !== 'relation' || !isComparison(next.operator)) return comparison;
    const rest = this.relation(right, next.operator);
    return rest ? { kind: 'logic', operator: 'and', arguments: [comparison, rest] } : comparison;
  }

  /** Things side by side are multiplied, or, behind a transposed one, multiplied and summed. */
  protected juxtaposed(left: Expression): Expression {
    const last = left.kind === 'multiply' ? left.factors.at(-1)! : left;
    const right = this.operand();
    if (!this.transposed.has(last)) return product(left, right);
    const inner: Expression = { kind: 'inner', left: last, right, ...spanning(last, right) };
    return left.kind === 'multiply' ? { ...left, factors: [...left.factors.slice(0, -1), inner] } : inner;
  }

  protected over(tokens: readonly Token[]): Grammar {
    return new Grammar(tokens, this.state);
  }
}
