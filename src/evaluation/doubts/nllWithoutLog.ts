import { contentOf } from '../content';
import type { Doubt, Request } from '../outcome';
import { givenSlot, remedy, withInputs, type Subject } from './doubt';

/** A negative log-likelihood of numbers that are no log-probabilities. */
export function nllWithoutLog(subject: Subject): Doubt | undefined {
  const given = givenSlot(subject, 'log-probabilities');
  if (given === undefined || subject.record.id !== 'nll') return undefined;
  const { hasUnitRows, isNonPositive, hasUnitExponentials } = contentOf(given.tensor);
  if (isNonPositive && hasUnitExponentials) return undefined;
  const actual = hasUnitRows ? 'probabilities' : 'logits';
  const { params = {}, ...rest } = withInputs(subject, {
    logProbabilities: undefined,
    [actual]: given.tensor,
  });
  const { reduction, ignoreIndex } = params;
  const corrected: Request = { ...rest, params: { reduction, ignoreIndex }, formula: 'cross-entropy' };
  const seen = hasUnitRows
    ? { en: 'rows that sum to 1, as probabilities do', 'zh-cn': '每行之和为 1，像是概率' }
    : { en: 'rows whose exponentials do not sum to 1', 'zh-cn': '每行取指数后之和不为 1' };
  return {
    code: 'nll-needs-log-probs',
    severity: 'warning',
    slot: given.slot.name,
    message: {
      en: `logProbabilities has ${seen.en}; this loss takes no logarithm itself and needs the output of a log-softmax.`,
      'zh-cn': `logProbabilities ${seen['zh-cn']}；该损失自身不取对数，需要 log-softmax 的输出。`,
    }[subject.locale],
    ...remedy(
      subject,
      hasUnitRows
        ? { en: 'As probabilities', 'zh-cn': '按概率计算' }
        : { en: 'As logits', 'zh-cn': '按 logits 计算' },
      withoutSymbol(corrected),
    ),
  };
}

/** The corrected formula is another one, which the symbol named does not compute. */
function withoutSymbol({ symbol: _symbol, convention: _convention, ...request }: Request): Request {
  return request;
}
