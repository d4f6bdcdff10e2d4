import { contentOf } from '../content';
import type { Doubt } from '../outcome';
import { givenSlot, type Subject } from './doubt';

const formulas: ReadonlySet<string> = new Set(['binary-cross-entropy', 'cross-entropy', 'focal']);
const fewest = 3;

/** Probabilities of exactly 0 or 1: hard predictions, or a wrong certainty whose cost each library caps differently. */
export function certainProbabilities(subject: Subject): Doubt | undefined {
  const given = givenSlot(subject, 'probabilities');
  if (given === undefined || given.slot.name.startsWith('target') || !formulas.has(subject.record.id)) {
    return undefined;
  }
  if (contentOf(given.tensor).isZeroOne && given.tensor.values.length >= fewest) {
    return hardPredictions(subject, given.slot.name);
  }
  if (subject.answer?.value !== Infinity) return undefined;
  return {
    code: 'bce-exact-zero-or-one',
    severity: 'information',
    slot: given.slot.name,
    message: {
      en: 'A probability of exactly 0 was given to what happened: the exact loss is infinite; PyTorch caps a binary term at 100, scikit-learn at about 36, Keras at about 16.',
      'zh-cn':
        '实际发生的类别被赋予了恰为 0 的概率：精确损失为无穷大；PyTorch 的二元项上限为 100，scikit-learn 约 36，Keras 约 16。',
    }[subject.locale],
  };
}

function hardPredictions({ locale }: Subject, slot: string): Doubt {
  return {
    code: 'log-loss-hard-labels',
    severity: 'warning',
    slot,
    message: {
      en: 'All probabilities are 0 or 1, like decided labels; a logarithmic loss needs the probabilities themselves.',
      'zh-cn': '所有概率都是 0 或 1，像是已判定的标签；对数损失需要概率本身。',
    }[locale],
  };
}
