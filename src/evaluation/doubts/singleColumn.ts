import type { Doubt } from '../outcome';
import type { Subject } from './doubt';

/** A softmax over one class is 1 whatever the logit: the loss is always 0. */
export function singleColumn(subject: Subject): Doubt | undefined {
  const logits = subject.arrays['logits'];
  if (subject.record.id !== 'cross-entropy' || logits === undefined) return undefined;
  if (logits.shape.length !== 2 || logits.shape[1] !== 1) return undefined;
  return {
    code: 'ce-single-column',
    severity: 'warning',
    slot: 'logits',
    message: {
      en: 'There is one class only, so the softmax is 1 and the loss 0 whatever the logits; with one output a binary cross-entropy is meant.',
      'zh-cn': '只有一个类别，softmax 恒为 1，损失恒为 0；单个输出应使用二元交叉熵。',
    }[subject.locale],
  };
}
