import { literalValue, walk, type Expression } from '../../../latex/expression';
import type { Side } from '../../../latex/formulaText';
import { printedNumber } from './printed';
import { unitAt } from './units';
import type { StatedNumber } from './verdict';

const number =
  /^(?:\s|\{|\\,|\\;|\\ |\\mathbf\{|\\boxed\{|\\underline\{|\$)*([+\-\u2212]?\s*(?:\d+(?:(?:\{,\}|\\,)\d{3})*(?:\.\d*)?|\.\d+))/;
const percent = /^\s*\\?[%％]/;
const power = /^\s*\\(?:times|cdot)\s*10\s*\^\s*(?:\{\s*([+-]?\d+)\s*\}|(\d))/;
const letters =
  /^(?:\s|\\[,;:! ]|~|\\quad|\\(?:text\w*|mathrm|mathit|mathbf|operatorname|rm)\b|[{}])*(?:[A-Za-z\u4e00-\u9fff]|\\mu)/;
const decimalComma = /^(?:,|\{,\})\d/;

/**
 * A side that is nothing but a printed number, perhaps with a percent sign, a power of ten or a unit; offsets count in the
 * document, where the formula's TeX begins at `texStart`.
 */
export function statedIn(side: Side, tex: string, texStart: number): StatedNumber | undefined {
  if (!isNumber(side.expression)) return undefined;
  const from = side.range.start;
  const found = number.exec(tex.slice(from, from + 80));
  const digits = found?.[1];
  if (found === null || digits === undefined) return undefined;
  const end = from + found[0].length;
  const rest = tex.slice(end, end + 40);
  // 0,7219 may be a decimal comma or a list.
  if (decimalComma.test(rest)) return undefined;
  const loose = side.relation === 'approx' || side.relation === '~';
  const printed = printedNumber(digits.replace(/\s/g, ''), scaleOf(rest), loose);
  if (printed === undefined || !agrees(side.expression, printed.value)) return undefined;
  const start = texStart + end - digits.length;
  return { start, end: texStart + end, printed, ...unitBehind(tex, end) };
}

function scaleOf(rest: string): number {
  if (percent.test(rest)) return 0.01;
  const [, braced, single] = power.exec(rest) ?? [];
  const exponent = braced ?? single;
  return exponent === undefined ? 1 : 10 ** Number(exponent);
}

function unitBehind(tex: string, end: number): Pick<StatedNumber, 'unitBase' | 'otherUnit'> {
  const unit = unitAt(tex, end);
  if (unit) return { unitBase: unit.base };
  const behind = tex
    .slice(end, end + 60)
    .replace(percent, '')
    .replace(power, '');
  return letters.test(behind) ? { otherUnit: true } : {};
}

const unitLetters = /^(?:\\\w+ )?[A-Za-z]{2,}$/;

function isNumber(expression: Expression): boolean {
  if (literalValue(expression) !== undefined) return expression.kind !== 'divide';
  if (expression.kind === 'negate') return isNumber(expression.argument);
  if (expression.kind !== 'multiply') return false;
  return expression.factors.every(
    (part, k) => isPlainNumber(part) || (k > 0 && part.kind === 'variable' && unitLetters.test(part.name)),
  );
}

function isPlainNumber(part: Expression): boolean {
  if (part.kind === 'negate') return isPlainNumber(part.argument);
  return (
    part.kind === 'number' || (part.kind === 'power' && part.base.kind === 'number' && part.base.value === 10)
  );
}

/** Whether what was read off the text is what was parsed: `2\,3` or `2 \cdot 3` is not 2. */
function agrees(expression: Expression, value: number): boolean {
  const parsed = numberIn(expression);
  return parsed !== undefined && Math.abs(parsed - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

function numberIn(expression: Expression): number | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'negate': {
      const inner = numberIn(expression.argument);
      return inner === undefined ? undefined : -inner;
    }
    case 'power': {
      const exponent = numberIn(expression.exponent);
      return exponent === undefined ? undefined : 10 ** exponent;
    }
    case 'multiply':
      return expression.factors.reduce<number | undefined>((product, part) => {
        if (part.kind === 'variable') return product;
        const factor = numberIn(part);
        return product === undefined || factor === undefined ? undefined : product * factor;
      }, 1);
    default:
      return undefined;
  }
}

/** Whether the expression holds numbers only: nothing that another place would have to define. */
export function isConstant(expression: Expression): boolean {
  return [...walk(expression)].every((part) => part.kind !== 'variable' && part.kind !== 'application');
}
