import { contentOf } from '../content';
import type { Doubt } from '../outcome';
import { givenSlot, type Subject } from './doubt';

const fewest = 3;
const formulas: ReadonlySet<string> = new Set(['hinge', 'squared-hinge', 'multiclass-hinge']);

/** Scores of a margin loss that all lie in [0, 1] are probabilities, which can never reach the margin. */
export function probabilitiesAsScores(subject: Subject): Doubt | undefined {
  const given = givenSlot(subject, 'margin-score', 'logits');
  if (given === undefined || !formulas.has(subject.record.id)) return undefined;
  const { isUnit } = contentOf(given.tensor);
  if (!isUnit || given.tensor.values.length < fewest) return undefined;
  return {
    code: 'hinge-needs-scores',
    severity: 'information',
    slot: given.slot.name,
    message: {
      en: 'All scores lie in [0, 1], like probabilities; a hinge loss is made for scores of both signs and costs something here even when every sample is right.',
      'zh-cn': '所有得分都在 [0, 1] 内，像是概率；合页损失针对有正有负的得分，这里即使全部分对也有损失。',
    }[subject.locale],
  };
}
