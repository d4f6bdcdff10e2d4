import { indexWhere } from '../conventions/tensors';
import type { Doubt } from '../outcome';
import type { Subject } from './doubt';

const formulas: ReadonlySet<string> = new Set(['kl-divergence', 'cross-entropy-distribution']);

/** An outcome that p allows and q rules out: the divergence is infinite, and libraries differ on what they return. */
export function missingSupport(subject: Subject): Doubt | undefined {
  const { p, q } = subject.arrays;
  if (!formulas.has(subject.record.id) || p === undefined || q === undefined) return undefined;
  const index = indexWhere(p.values, (x, i) => x > 0 && q.values[i] === 0);
  if (index < 0) return undefined;
  return {
    code: 'kl-missing-support',
    severity: 'information',
    slot: 'q',
    index,
    message: {
      en: `q is 0 at index ${index}, where p is ${p.values[index]}: the exact value is infinite; Keras clips at 1e−7 and returns a large finite number.`,
      'zh-cn': `在索引 ${index} 处 q 为 0 而 p 为 ${p.values[index]}：精确值为无穷大；Keras 以 1e−7 截断，返回一个很大的有限数。`,
    }[subject.locale],
  };
}
