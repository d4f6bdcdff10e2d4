import { everyValue } from '../conventions/tensors';
import type { Doubt } from '../outcome';
import type { Subject } from './doubt';

/** scikit-learn's log loss infers the classes from the labels, and cannot when only one occurs. */
export function singleClass(subject: Subject): Doubt | undefined {
  if (subject.symbol?.symbol !== 'sklearn.metrics.log_loss') return undefined;
  const labels = subject.arrays['classIndex'] ?? subject.arrays['target'];
  if (labels === undefined || !everyValue(labels, (label) => label === labels.values[0])) return undefined;
  return {
    code: 'log-loss-single-class',
    severity: 'warning',
    slot: subject.arrays['classIndex'] === undefined ? 'target' : 'classIndex',
    message: {
      en: 'Only one label occurs; scikit-learn raises an error here unless labels= names all classes.',
      'zh-cn': '只出现一种标签；除非用 labels= 给出全部类别，否则 scikit-learn 会报错。',
    }[subject.locale],
  };
}
