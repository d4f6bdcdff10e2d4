import { contentOf } from '../content';
import type { Doubt } from '../outcome';
import { givenSlot, remedy, withInputs, type Subject } from './doubt';

/** Rows of logits that sum to 1 have been through a softmax already; the loss applies it again. */
export function probabilitiesAsLogits(subject: Subject): Doubt | undefined {
  const given = givenSlot(subject, 'logits');
  if (given === undefined || given.slot.name !== 'logits') return undefined;
  const { hasUnitRows, rows, columns, rank } = contentOf(given.tensor);
  if (!hasUnitRows || rank < 2 || rows < 2 || columns < 2) return undefined;
  const { slots } = subject.record;
  const corrected = slots.some(({ name }) => name === 'probabilities')
    ? remedy(
        subject,
        { en: 'As probabilities', 'zh-cn': '按概率计算' },
        withInputs(subject, { logits: undefined, probabilities: given.tensor }),
      )
    : {};
  return {
    code: codeFor(subject),
    severity: 'warning',
    slot: 'logits',
    message: {
      en: 'Every row of the logits lies in [0, 1] and sums to 1: these look like probabilities after a softmax, and the loss applies the softmax a second time.',
      'zh-cn':
        'logits 的每一行都在 [0, 1] 内且和为 1：这像是 softmax 之后的概率，而该损失会再做一次 softmax。',
    }[subject.locale],
    ...corrected,
  };
}

function codeFor({ symbol }: Subject): string {
  if (symbol?.framework === 'tensorflow') return 'tf-softmax-xent-double';
  return symbol?.framework.startsWith('keras') === true ? 'keras-from-logits-activated' : 'ce-softmax-before';
}
