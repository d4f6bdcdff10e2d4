import { contentOf } from '../content';
import type { Doubt } from '../outcome';
import { givenSlot, type Subject } from './doubt';

/** Log-probabilities given as logits: the softmax leaves them as they are. */
export function logProbabilitiesAsLogits(subject: Subject): Doubt | undefined {
  const given = givenSlot(subject, 'logits');
  if (given === undefined || given.slot.name !== 'logits') return undefined;
  const { hasUnitExponentials, rank, rows, columns } = contentOf(given.tensor);
  if (!hasUnitExponentials || rank < 2 || rows < 2 || columns < 2) return undefined;
  return {
    code: 'ce-log-softmax-redundant',
    severity: 'hint',
    slot: 'logits',
    message: {
      en: 'The logits are log-probabilities already (the exponentials of every row sum to 1); the second log-softmax changes nothing.',
      'zh-cn': 'logits 已经是对数概率（每行取指数后和为 1）；再做一次 log-softmax 不会改变结果。',
    }[subject.locale],
  };
}
