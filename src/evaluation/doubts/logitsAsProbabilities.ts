import { indexWhere } from '../conventions/tensors';
import { contentOf } from '../content';
import type { Doubt } from '../outcome';
import { givenSlot, remedy, withInputs, type Subject } from './doubt';

const counterparts: { readonly [slot: string]: string | undefined } = {
  probabilities: 'logits',
  probability: 'logit',
};

/** Scores outside [0, 1] where probabilities belong: the activation was forgotten. */
export function logitsAsProbabilities(subject: Subject): Doubt | undefined {
  const given = givenSlot(subject, 'probabilities');
  const counterpart = given && counterparts[given.slot.name];
  if (given === undefined || counterpart === undefined) return undefined;
  const index = indexWhere(given.tensor.values, (x) => x < 0 || x > 1);
  if (index < 0 || contentOf(given.tensor).hasUnitExponentials) return undefined;
  const isKeras = subject.symbol?.framework.startsWith('keras') === true;
  const isBinary = given.slot.name === 'probability';
  const found = String(given.tensor.values[index]);
  const activation = isBinary ? 'sigmoid' : 'softmax';
  return {
    code: isKeras
      ? 'keras-from-logits-missing'
      : isBinary
        ? 'bce-without-sigmoid'
        : 'logits-as-probabilities',
    severity: 'warning',
    slot: given.slot.name,
    index,
    message: {
      en: `${given.slot.name} holds ${found}, outside [0, 1]: these look like logits before a ${activation}.`,
      'zh-cn': `${given.slot.name} 中有 ${found}，超出 [0, 1]：这像是 ${activation} 之前的 logits。`,
    }[subject.locale],
    ...remedy(
      subject,
      { en: 'As logits', 'zh-cn': '按 logits 计算' },
      withInputs(subject, { [given.slot.name]: undefined, [counterpart]: given.tensor }),
    ),
  };
}
