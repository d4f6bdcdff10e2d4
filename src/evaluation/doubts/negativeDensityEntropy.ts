import type { Doubt } from '../outcome';
import type { Subject } from './doubt';

/** A density can exceed 1, so its entropy may be negative. */
export function negativeDensityEntropy(subject: Subject): Doubt | undefined {
  if (subject.record.id !== 'differential-entropy') return undefined;
  if (subject.answer === undefined || !(subject.answer.value < 0)) return undefined;
  return {
    code: 'differential-entropy-negative',
    severity: 'hint',
    message: {
      en: 'Negative, and rightly so: a density may exceed 1, and differential entropy depends on the unit of measurement.',
      'zh-cn': '结果为负并无错误：密度可以大于 1，微分熵也取决于计量单位。',
    }[subject.locale],
  };
}
