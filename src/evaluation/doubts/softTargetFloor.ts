import { indexWhere } from '../conventions/tensors';
import type { Doubt } from '../outcome';
import { remedy, type Subject } from './doubt';

/** The cross-entropy of a distribution with itself is its entropy, not 0. */
export function softTargetFloor(subject: Subject): Doubt | undefined {
  const { p, q } = subject.arrays;
  if (subject.record.id !== 'cross-entropy-distribution' || p === undefined || q === undefined)
    return undefined;
  const isSame = indexWhere(p.values, (x, i) => x !== q.values[i]) < 0;
  if (!isSame || subject.answer === undefined || subject.answer.value === 0) return undefined;
  const { formula: _formula, convention: _convention, symbol: _symbol, ...rest } = subject.request;
  return {
    code: 'ce-soft-target-not-zero',
    severity: 'hint',
    slot: 'q',
    message: {
      en: 'p and q are equal: the cross-entropy is then the entropy of p, its lowest value; only the KL divergence reaches 0.',
      'zh-cn': 'p 与 q 相同：此时交叉熵等于 p 的熵，即其最小值；只有 KL 散度能达到 0。',
    }[subject.locale],
    ...remedy(subject, { en: 'KL divergence', 'zh-cn': 'KL 散度' }, { ...rest, formula: 'kl-divergence' }),
  };
}
