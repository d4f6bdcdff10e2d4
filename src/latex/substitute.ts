import { mapParts, walk, type Expression } from './expression';

/** The expression with symbols replaced by what they are defined as. */
export function substituted(
  expression: Expression,
  definitions: ReadonlyMap<string, Expression>,
): Expression {
  if (expression.kind === 'variable') return definitions.get(expression.name) ?? expression;
  return mapParts(expression, (part) => substituted(part, definitions));
}

/** Whether a letter stands where an exponent stands: the p of y_i^p may say "predicted". */
export function hasLetterPowers(expression: Expression): boolean {
  return [...walk(expression)].some(isLetterPower);
}

function isLetterPower(part: Expression): boolean {
  return (
    part.kind === 'power' &&
    part.base.kind === 'variable' &&
    part.exponent.kind === 'variable' &&
    part.exponent.indices.length === 0 &&
    /^[a-z]$/.test(part.exponent.name)
  );
}

/** The expression with letters in the place of exponents read as labels. */
export function withLabels(expression: Expression): Expression {
  if (isLetterPower(expression) && expression.kind === 'power' && expression.base.kind === 'variable') {
    const { base, exponent, range } = expression;
    const letter = exponent.kind === 'variable' ? exponent.name : '';
    return { ...base, name: `${base.name}^{${letter}}`, ...(range && { range }) };
  }
  return mapParts(expression, withLabels);
}
