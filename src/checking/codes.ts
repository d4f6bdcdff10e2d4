import type { Text } from '../base/text';
import type { Severity } from './finding';

/** A kind of finding about notes. */
export interface CheckCode {
  readonly code: string;
  readonly severity: Severity;
  /** What it is about, in a few words. */
  readonly title: Text;
}

/** Every kind of finding about notes, in the order in which settings list them. */
export const checkCodes: readonly CheckCode[] = [
  {
    code: 'stated-number',
    severity: 'warning',
    title: {
      en: 'A stated number does not follow from the numbers it is computed from',
      'zh-cn': '给出的数与算式不符',
    },
  },
  {
    code: 'stated-number-cut',
    severity: 'hint',
    title: { en: 'A stated number is cut off instead of rounded', 'zh-cn': '给出的数被截断而未四舍五入' },
  },
  {
    code: 'log-base-mixed',
    severity: 'warning',
    title: {
      en: 'A number is given in another unit than that of its logarithm',
      'zh-cn': '数值的单位与对数的底不一致',
    },
  },
  {
    code: 'identity',
    severity: 'warning',
    title: { en: 'A stated identity does not hold', 'zh-cn': '给出的恒等式不成立' },
  },
  {
    code: 'formula-convention',
    severity: 'information',
    title: {
      en: 'A formula differs from the one it is named after by a convention',
      'zh-cn': '公式与其名称所指的公式只有约定上的差别',
    },
  },
];
