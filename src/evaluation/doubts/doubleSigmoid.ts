import { contentOf } from '../content';
import type { Doubt } from '../outcome';
import { givenSlot, remedy, withInputs, type Subject } from './doubt';

/** Fewer numbers than this may lie in [0, 1] by chance. */
const fewest = 3;

/** Logits of a binary loss that all lie in [0, 1] have been through a sigmoid already. */
export function doubleSigmoid(subject: Subject): Doubt | undefined {
  const given = givenSlot(subject, 'logits');
  if (given === undefined || given.slot.name !== 'logit') return undefined;
  const { isUnit, isZeroOne } = contentOf(given.tensor);
  if (!isUnit || isZeroOne || given.tensor.values.length < fewest) return undefined;
  const corrected = subject.record.slots.some(({ name }) => name === 'probability')
    ? remedy(
        subject,
        { en: 'As probabilities', 'zh-cn': '按概率计算' },
        withInputs(subject, { logit: undefined, probability: given.tensor }),
      )
    : {};
  return {
    code: 'bce-double-sigmoid',
    severity: 'warning',
    slot: 'logit',
    message: {
      en: 'All logits lie in [0, 1]: these look like probabilities after a sigmoid, and the loss applies the sigmoid a second time.',
      'zh-cn': '所有 logit 都在 [0, 1] 内：这像是 sigmoid 之后的概率，而该损失会再做一次 sigmoid。',
    }[subject.locale],
    ...corrected,
  };
}
