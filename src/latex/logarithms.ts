import { mapParts, numberOf, walk, type Expression } from './expression';

/** The bases of the logarithms in an expression: numbers, 'bare' for log without one, 'symbol' for \log_b. */
export function logarithmBases(expression: Expression): ReadonlySet<number | 'bare' | 'symbol'> {
  const bases = new Set<number | 'bare' | 'symbol'>();
  for (const part of walk(expression)) {
    if (part.kind === 'log')
      bases.add(!part.base ? 'bare' : part.base.kind === 'number' ? part.base.value : 'symbol');
    if (part.kind === 'call' && /^log|^softplus$/.test(part.function)) bases.add('bare');
    if (part.kind === 'vector' && part.function !== 'softmax') bases.add('bare');
  }
  return bases;
}

/** Whether the expression speaks of logarithms at all, if only inside a measure. */
export function speaksOfLogarithms(expression: Expression): boolean {
  return logarithmBases(expression).size > 0 || [...walk(expression)].some((part) => part.kind === 'measure');
}

/**
 * The expression with what bases leave open decided: `\log_b` is the natural logarithm up to a constant, and under
 * 2^(…) the bare logarithms and measures are to base 2.
 */
export function withDecidedBases(expression: Expression): Expression {
  return decided(expression, Math.E);
}

function decided(expression: Expression, under: number): Expression {
  switch (expression.kind) {
    case 'log': {
      const argument = decided(expression.argument, under);
      const { base, ...rest } = expression;
      if (base?.kind === 'number') return { ...expression, argument };
      return under === Math.E || base ? { ...rest, argument } : { ...rest, argument, base: numberOf(under) };
    }
    case 'measure':
      return under === Math.E ? expression : quotient(expression, Math.log(under));
    case 'power': {
      const base = expression.base.kind === 'number' ? expression.base.value : undefined;
      const symbolic =
        expression.base.kind === 'variable' && symbolBases(expression.exponent).has(expression.base.name);
      if (symbolic)
        return { kind: 'call', function: 'exp', arguments: [decided(expression.exponent, Math.E)] };
      const open = base === 2 || base === 10;
      return {
        ...expression,
        base: decided(expression.base, under),
        exponent: decided(expression.exponent, open ? base : under),
      };
    }
    default:
      return mapParts(expression, (part) => decided(part, under));
  }
}

function symbolBases(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of walk(expression)) {
    if (part.kind === 'log' && part.base?.kind === 'variable') names.add(part.base.name);
    // b^{H(p)}: the measure is to the base whose power is taken.
    if (part.kind === 'measure') names.add('b');
  }
  return names;
}

function quotient(numerator: Expression, by: number): Expression {
  return { kind: 'divide', numerator, denominator: numberOf(by) };
}

/** The expression with logarithms that name no base to the given one. */
export function withBareBase(expression: Expression, base: number): Expression {
  const changed = mapParts(expression, (part) => withBareBase(part, base));
  return changed.kind === 'log' && !changed.base ? { ...changed, base: numberOf(base) } : changed;
}
