import type { Expression } from './expression';

/** The name without labels: `p` of `p_{XY}`, `\hat y` of `\hat y_{model}`. */
export function nameStem(name: string): string {
  return name.replace(/(?:_\{[^{}]*\}|\^\{[^{}]*\}|'+)+$/g, '');
}

/** An expression as the short text by which a quantity is known: `x_i`, `y|x`. */
export function spell(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'variable':
      return expression.indices.length === 0
        ? expression.name
        : `${expression.name}_{${expression.indices.map(spell).join(',')}}`;
    case 'application': {
      const given = expression.given.length > 0 ? `|${expression.given.map(spell).join(',')}` : '';
      const indices = expression.indices.length > 0 ? `_{${expression.indices.map(spell).join(',')}}` : '';
      return `${expression.name}${indices}(${expression.arguments.map(spell).join(',')}${given})`;
    }
    case 'negate':
      return `-${spell(expression.argument)}`;
    case 'add':
      return expression.terms.map(spell).join('+');
    case 'multiply':
      return expression.factors.map(spell).join(' ');
    case 'divide':
      return `${spell(expression.numerator)}/${spell(expression.denominator)}`;
    case 'compare':
      return `${spell(expression.left)}${expression.operator}${spell(expression.right)}`;
    default:
      return expression.kind;
  }
}
