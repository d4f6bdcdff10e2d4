import { contentOf } from '../content';
import type { Doubt } from '../outcome';
import { remedy, withInputs, type Subject } from './doubt';

/** 0/1 where the probability belongs and fractions where the label does: target and prediction changed places. */
export function swappedArguments(subject: Subject): Doubt | undefined {
  const { probability, target } = subject.arrays;
  if (subject.record.id !== 'binary-cross-entropy' || probability === undefined || target === undefined) {
    return undefined;
  }
  const [given, labels] = [contentOf(probability), contentOf(target)];
  if (!given.isZeroOne || labels.isZeroOne || !labels.isUnit) return undefined;
  return {
    code: 'loss-argument-order',
    severity: 'warning',
    slot: 'target',
    message: {
      en: 'The probabilities are all 0 or 1 and the targets are fractions: the two look exchanged; PyTorch takes (prediction, target), Keras and scikit-learn (target, prediction).',
      'zh-cn':
        '概率全是 0 或 1，而目标是小数：两者像是放反了；PyTorch 的顺序是（预测，目标），Keras 和 scikit-learn 是（目标，预测）。',
    }[subject.locale],
    ...remedy(
      subject,
      { en: 'Exchanged', 'zh-cn': '交换后' },
      withInputs(subject, { probability: target, target: probability }),
    ),
  };
}
