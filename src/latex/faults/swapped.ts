import type { Range } from '../../base/range';
import type { Measure } from '../expression';
import type { FormulaText } from '../formulaText';
import { spell } from '../leafNames';
import { predictionNames, targetNames } from '../probes/names';
import type { Recognition } from '../recognition';
import type { FaultCode } from './sentences';

interface Swapped {
  readonly code: FaultCode;
  readonly text: string;
  readonly range?: Range;
}

/** A left side that names its arguments in another order than the right side uses them. */
export function swappedArguments(text: FormulaText, recognition: Recognition): Swapped | undefined {
  if (recognition.formula === 'quantile') return wrongResidual(recognition);
  const left = text.statements
    .flatMap((statement) => statement.sides.slice(0, 1))
    .find((side) => side.expression.kind === 'measure');
  if (left?.expression.kind !== 'measure') return undefined;
  const found =
    swappedDistributions(left.expression, recognition) ?? swappedCondition(left.expression, recognition);
  return found === undefined ? undefined : { code: 'swapped-arguments', text: found, range: left.range };
}

function swappedDistributions(left: Measure, { bindings, formula }: Recognition): string | undefined {
  const { p, q } = bindings;
  const [first, second] = left.arguments.map(spell);
  const ordered = formula === 'kl-divergence' || formula === 'cross-entropy-distribution';
  if (!ordered || p === undefined || q === undefined || first === undefined || second === undefined)
    return undefined;
  const head = (name: string): string => /^\\?[a-zA-Z]+(?: [a-zA-Z])?/.exec(name)?.[0] ?? name;
  if (head(p) !== head(second) || head(q) !== head(first) || head(first) === head(second)) return undefined;
  return formula === 'kl-divergence' ? `D(${second} ‖ ${first})` : `H(${second}, ${first})`;
}

function swappedCondition(left: Measure, { params, formula }: Recognition): string | undefined {
  const of = params?.['of'];
  if (formula !== 'conditional-entropy' || left.given.length !== 1 || left.arguments.length !== 1)
    return undefined;
  const written = `${spell(left.arguments[0]!)}|${spell(left.given[0]!)}`;
  const reversed = `${spell(left.given[0]!)}|${spell(left.arguments[0]!)}`;
  return /^(?:X\|Y|Y\|X)$/.test(written) && of === reversed ? `H(${reversed})` : undefined;
}

/** The pinball loss of prediction minus truth fits the opposite quantile. */
function wrongResidual({ bindings }: Recognition): Swapped | undefined {
  const { prediction, target } = bindings;
  if (prediction === undefined || target === undefined) return undefined;
  const reversed =
    /^\\hat|pred|^f\(/.test(target) && targetNames.test(prediction) && !predictionNames.test(prediction);
  return reversed ? { code: 'quantile-sign', text: '' } : undefined;
}
