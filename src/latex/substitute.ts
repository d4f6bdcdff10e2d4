import { mapParts, type Expression } from './expression';

/** The expression with symbols replaced by what they are defined as. */
export function substituted(expression: Expression, definitions: ReadonlyMap<string, Expression>): Expression {
  if (expression.kind === 'variable') return definitions.get(expression.name) ?? expression;
  return mapParts(expression, (part) => substituted(part, definitions));
}
