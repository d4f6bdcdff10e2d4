import type { Problem } from '../../base/result';
import { intervalText, numberText } from './domains';
import type { Interval } from './domains';

/** `domain` unless the parameter is in the interval and finite; ∞ passes where the interval names it as its end. */
export function parameterInRange(name: string, value: number, interval: Interval): Problem | undefined {
  const { minimum = -Infinity, maximum = Infinity } = interval;
  const aboveMinimum = interval.exclusiveMinimum === true ? value > minimum : value >= minimum;
  const belowMaximum = interval.exclusiveMaximum === true ? value < maximum : value <= maximum;
  const isAdmitted = Number.isFinite(value) || value === interval.minimum || value === interval.maximum;
  if (aboveMinimum && belowMaximum && isAdmitted) return undefined;
  const bounded = interval.minimum !== undefined || interval.maximum !== undefined;
  const expected = bounded ? intervalText(interval) : { en: 'a finite number', 'zh-cn': '应为有限的数' };
  return {
    code: 'domain',
    slot: name,
    message: {
      en: `${name} must be ${expected.en}, but is ${numberText(value)}.`,
      'zh-cn': `${name} ${expected['zh-cn']}，实际为 ${numberText(value)}。`,
    },
  };
}
