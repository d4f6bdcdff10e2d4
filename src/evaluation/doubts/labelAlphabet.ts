import { contentOf } from '../content';
import { mapped } from '../conventions/tensors';
import type { Doubt } from '../outcome';
import { givenSlot, remedy, withInputs, type Subject } from './doubt';

/** Labels 0/1 in a margin loss, −1/+1 in a binary cross-entropy: each is the other's alphabet. */
export function labelAlphabet(subject: Subject): Doubt | undefined {
  return zeroOneInMargin(subject) ?? signedInBinary(subject);
}

function zeroOneInMargin(subject: Subject): Doubt | undefined {
  const given = givenSlot(subject, 'margin-label');
  if (given === undefined || !contentOf(given.tensor).isZeroOne) return undefined;
  const index = given.tensor.values.indexOf(0);
  if (index < 0) return undefined;
  if (subject.answer !== undefined) return conversionNoted(subject, given.slot.name);
  return {
    code: 'margin-labels-zero-one',
    severity: 'warning',
    slot: given.slot.name,
    index,
    message: {
      en: 'The labels are 0 and 1; a margin loss needs −1 and +1, and with 0 every negative sample costs the same whatever its score.',
      'zh-cn': '标签是 0 和 1；间隔损失需要 −1 和 +1，标签为 0 时每个负样本的损失与得分无关。',
    }[subject.locale],
    ...remedy(
      subject,
      { en: 'With 0/1 as −1/+1', 'zh-cn': '把 0/1 换算为 −1/+1' },
      withInputs(subject, { [given.slot.name]: mapped(given.tensor, (label) => 2 * label - 1) }),
    ),
  };
}

/** Libraries that convert the labels give a number, but not that of the printed formula. */
function conversionNoted(subject: Subject, slot: string): Doubt {
  return {
    code: 'keras-hinge-converts-labels',
    severity: 'hint',
    slot,
    message: {
      en: 'The labels 0 and 1 were turned into −1 and +1, as this library does.',
      'zh-cn': '标签 0 和 1 已按该库的做法换算为 −1 和 +1。',
    }[subject.locale],
  };
}

function signedInBinary(subject: Subject): Doubt | undefined {
  if (subject.record.id !== 'binary-cross-entropy' && subject.record.id !== 'focal') return undefined;
  const tensor = subject.arrays['target'];
  if (tensor === undefined || !contentOf(tensor).isSigned) return undefined;
  const index = tensor.values.indexOf(-1);
  if (index < 0) return undefined;
  return {
    code: 'bce-labels-plus-minus-one',
    severity: 'warning',
    slot: 'target',
    index,
    message: {
      en: 'The labels are −1 and +1; binary cross-entropy needs 0 and 1, and with −1 it has no lower bound.',
      'zh-cn': '标签是 −1 和 +1；二元交叉熵需要 0 和 1，标签为 −1 时没有下界。',
    }[subject.locale],
    ...remedy(
      subject,
      { en: 'With −1/+1 as 0/1', 'zh-cn': '把 −1/+1 换算为 0/1' },
      withInputs(subject, { target: mapped(tensor, (label) => (label + 1) / 2) }),
    ),
  };
}
