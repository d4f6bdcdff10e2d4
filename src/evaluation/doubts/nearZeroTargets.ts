import { indexWhere } from '../conventions/tensors';
import { formatNumber } from '../digits';
import type { Doubt } from '../outcome';
import type { Subject } from './doubt';

/** A target this much smaller than the typical one makes its relative error meaningless. */
const smallShare = 1e-3;

/** Relative errors of targets at or near 0 dominate a MAPE. */
export function nearZeroTargets(subject: Subject): Doubt | undefined {
  const { target } = subject.arrays;
  if (subject.record.id !== 'mape' || target === undefined) return undefined;
  const sizes = target.values.slice(0, 100_000).map(Math.abs).sort();
  const typical = sizes[Math.floor(sizes.length / 2)]!;
  const limit = typical * smallShare;
  const index = indexWhere(target.values, (y) => y === 0 || Math.abs(y) < limit);
  if (index < 0) return undefined;
  const found = formatNumber(target.values[index]!);
  return {
    code: 'mape-zero-targets',
    severity: 'warning',
    slot: 'target',
    index,
    message: {
      en: `target is ${found} at index ${index}: its relative error dominates the mean (infinite by the formula, about 1e15 in scikit-learn, 1e9 in Keras for a 0).`,
      'zh-cn': `索引 ${index} 处 target 为 ${found}：它的相对误差左右了平均值（目标为 0 时按公式为无穷大，scikit-learn 约 1e15，Keras 约 1e9）。`,
    }[subject.locale],
  };
}
