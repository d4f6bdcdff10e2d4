import { formatNumber } from '../digits';
import type { Doubt } from '../outcome';
import type { Subject } from './doubt';

/** A bias this much smaller than the mean absolute error owes it to cancelling. */
const share = 0.1;

/** A mean bias near 0 does not mean small errors. */
export function cancellingBias(subject: Subject): Doubt | undefined {
  const { prediction, target } = subject.arrays;
  if (subject.record.id !== 'mbe' || prediction === undefined || target === undefined) return undefined;
  if (subject.answer === undefined) return undefined;
  let bias = 0;
  let size = 0;
  for (let i = 0; i < prediction.values.length; i++) {
    const residual = prediction.values[i]! - target.values[i]!;
    bias += residual;
    size += Math.abs(residual);
  }
  if (!(Math.abs(bias) < share * size)) return undefined;
  const mean = formatNumber(size / prediction.values.length);
  return {
    code: 'mbe-sign-and-cancel',
    severity: 'information',
    message: {
      en: `Errors of both signs cancel: the mean absolute error is ${mean}.`,
      'zh-cn': `正负误差相互抵消：平均绝对误差为 ${mean}。`,
    }[subject.locale],
  };
}
