import { everyValue } from '../conventions/tensors';
import type { Doubt } from '../outcome';
import type { Subject } from './doubt';

/** The ignored class index: every target bears it, or none does although it was asked for. */
export function ignoredTargets(subject: Subject): Doubt | undefined {
  const classIndex = subject.arrays['classIndex'];
  const ignored = subject.answer?.params['ignoreIndex'];
  if (classIndex === undefined || typeof ignored !== 'number') return undefined;
  if (everyValue(classIndex, (index) => index === ignored)) return allIgnored(subject, ignored);
  const isAsked = subject.given.get('ignoreIndex') === ignored;
  if (!isAsked || ignored < 0 || classIndex.values.includes(ignored)) return undefined;
  return {
    code: 'ce-ignore-index-is-value',
    severity: 'hint',
    slot: 'classIndex',
    message: {
      en: `No target equals ignoreIndex ${ignored}: it names a class value, not a position.`,
      'zh-cn': `没有等于 ignoreIndex ${ignored} 的目标：它指的是类别取值，而不是位置。`,
    }[subject.locale],
  };
}

function allIgnored({ locale }: Subject, ignored: number): Doubt {
  return {
    code: 'ce-all-ignored-nan',
    severity: 'warning',
    slot: 'classIndex',
    index: 0,
    message: {
      en: `All targets equal ignoreIndex ${ignored}: nothing is left to average, and the mean is 0/0.`,
      'zh-cn': `所有目标都等于 ignoreIndex ${ignored}：没有可平均的样本，平均值为 0/0。`,
    }[locale],
  };
}
