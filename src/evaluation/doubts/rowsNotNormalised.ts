import { contentOf } from '../content';
import { normalisedRows } from '../conventions/tensors';
import type { Doubt } from '../outcome';
import { remedy, withInputs, type Subject } from './doubt';

/** Class probabilities whose rows do not sum to 1 although all lie in [0, 1]. */
export function rowsNotNormalised(subject: Subject): Doubt | undefined {
  const tensor = subject.arrays['probabilities'];
  if (tensor === undefined || tensor.shape.length < 2) return undefined;
  const { isUnit, hasUnitRows } = contentOf(tensor);
  // Keras rescales the rows by itself, and says so in its note.
  if (!isUnit || hasUnitRows || subject.symbol?.framework.startsWith('keras') === true) return undefined;
  return {
    code: 'log-loss-rows-not-normalised',
    severity: 'warning',
    slot: 'probabilities',
    message: {
      en: 'Rows of the probabilities do not sum to 1, and nothing is rescaled here.',
      'zh-cn': '概率各行之和不为 1，此处不会自动归一化。',
    }[subject.locale],
    ...remedy(
      subject,
      { en: 'With rows rescaled', 'zh-cn': '每行归一化后' },
      withInputs(subject, { probabilities: normalisedRows(tensor) }),
    ),
  };
}
