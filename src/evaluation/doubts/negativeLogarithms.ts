import { indexWhere } from '../conventions/tensors';
import { formatNumber } from '../digits';
import type { Doubt } from '../outcome';
import type { Subject } from './doubt';

const formulas: ReadonlySet<string> = new Set(['msle', 'rmsle']);

/** Squared logarithmic errors are meant for values that are not negative; below −1 they do not exist. */
export function negativeLogarithms(subject: Subject): Doubt | undefined {
  if (!formulas.has(subject.record.id)) return undefined;
  for (const slot of ['prediction', 'target'] as const) {
    const tensor = subject.arrays[slot];
    if (tensor === undefined) continue;
    const index = indexWhere(tensor.values, (x) => x < 0);
    if (index < 0) continue;
    const found = formatNumber(tensor.values[index]!);
    return {
      code: 'msle-negative-values',
      severity: 'warning',
      slot,
      index,
      message: {
        en: `${slot} is ${found} at index ${index}: logarithmic errors are meant for values of 0 and above; Keras silently takes 0 instead.`,
        'zh-cn': `索引 ${index} 处 ${slot} 为 ${found}：对数误差针对不小于 0 的值；Keras 会悄悄按 0 处理。`,
      }[subject.locale],
    };
  }
  return undefined;
}
