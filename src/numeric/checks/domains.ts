import type { Problem } from '../../base/result';
import type { Text } from '../../base/text';
import type { Tensor } from '../tensor';
import { place } from './place';

/** An interval of admitted numbers; absent ends are infinite. NaN passes every interval, so that it reaches the result. */
export interface Interval {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
}

/** `domain`, naming the first element below or above the interval. */
export function inRange(slot: string, tensor: Tensor, interval: Interval): Problem | undefined {
  const { values } = tensor;
  const { minimum = -Infinity, maximum = Infinity } = interval;
  const openBelow = interval.exclusiveMinimum === true;
  const openAbove = interval.exclusiveMaximum === true;
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    if (x < minimum || x > maximum || (openBelow && x === minimum) || (openAbove && x === maximum)) {
      return outside(slot, tensor, i, intervalText(interval));
    }
  }
  return undefined;
}

/** `domain` unless every element is a probability: 0 ≤ x ≤ 1. NaN passes. */
export function probabilities(slot: string, tensor: Tensor): Problem | undefined {
  const { values } = tensor;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < 0 || values[i] > 1) return outside(slot, tensor, i, probabilityText);
  }
  return undefined;
}

/** `domain` unless every element is ≥ 0: probabilities or counts, not necessarily normalised. NaN passes. */
export function nonNegative(slot: string, tensor: Tensor): Problem | undefined {
  return inRange(slot, tensor, { minimum: 0 });
}

/** `domain` unless every element is −1 or +1. */
export function marginLabels(slot: string, tensor: Tensor): Problem | undefined {
  const { values } = tensor;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== 1 && values[i] !== -1) return outside(slot, tensor, i, marginText);
  }
  return undefined;
}

/** `domain` unless every element is an integer in [0, classes) or the ignored index. */
export function classIndices(
  slot: string,
  tensor: Tensor,
  classes: number,
  ignored: number | null = null,
): Problem | undefined {
  const { values } = tensor;
  for (let i = 0; i < values.length; i++) {
    const index = values[i];
    if (index === ignored || (index >= 0 && index < classes && Number.isInteger(index))) continue;
    return outside(slot, tensor, i, {
      en: `a class index, an integer from 0 to ${classes - 1}`,
      'zh-cn': `应为类别索引，即 0 到 ${classes - 1} 的整数`,
    });
  }
  return undefined;
}

/** What a number in the interval must be, as the predicate of a sentence: "in [0, 1]", "greater than 0". */
export function intervalText(interval: Interval): Text {
  const { minimum, maximum } = interval;
  const below = interval.exclusiveMinimum === true ? '(' : '[';
  const above = interval.exclusiveMaximum === true ? ')' : ']';
  if (minimum !== undefined && maximum !== undefined) {
    const range = `${below}${numberText(minimum)}, ${numberText(maximum)}${above}`;
    return { en: `in ${range}`, 'zh-cn': `应在 ${range} 内` };
  }
  if (minimum !== undefined) {
    return below === '('
      ? { en: `greater than ${numberText(minimum)}`, 'zh-cn': `应大于 ${numberText(minimum)}` }
      : { en: `at least ${numberText(minimum)}`, 'zh-cn': `应不小于 ${numberText(minimum)}` };
  }
  return above === ')'
    ? { en: `less than ${maximum}`, 'zh-cn': `应小于 ${maximum}` }
    : { en: `at most ${maximum}`, 'zh-cn': `应不大于 ${maximum}` };
}

const probabilityText: Text = { en: 'a probability, in [0, 1]', 'zh-cn': '应为概率，在 [0, 1] 内' };
const marginText: Text = {
  en: 'a margin label, −1 or +1 (map 0/1 labels with 2y − 1)',
  'zh-cn': '应为间隔标签 −1 或 +1（0/1 标签可用 2y − 1 换算）',
};

/** The problem of one element that is not what `expected` says: after "must be" in English, a whole predicate in Chinese. */
export function outside(slot: string, tensor: Tensor, index: number, expected: Text): Problem {
  const at = place(slot, tensor.shape, index);
  const found = numberText(tensor.values[index]);
  return {
    code: 'domain',
    slot,
    index,
    message: {
      en: `${at} must be ${expected.en}, but is ${found}.`,
      'zh-cn': `${at} ${expected['zh-cn']}，实际为 ${found}。`,
    },
  };
}

/** A number in a message, with the minus sign that the rest of the sentence uses. */
export function numberText(x: number): string {
  return String(x).replace('Infinity', '∞').replace(/^-/, '−');
}
