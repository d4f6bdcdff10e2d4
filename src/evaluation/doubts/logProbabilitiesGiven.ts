import { mapped } from '../conventions/tensors';
import { contentOf } from '../content';
import type { Doubt } from '../outcome';
import { remedy, withInputs, type Subject } from './doubt';

const codes: { readonly [slot: string]: string } = { p: 'kl-log-target-flag' };

/** Logarithms of probabilities where the probabilities themselves belong. */
export function logProbabilitiesGiven(subject: Subject): Doubt | undefined {
  for (const { name, role } of subject.record.slots) {
    const tensor = subject.arrays[name];
    if (tensor === undefined || (role !== 'distribution' && role !== 'probabilities')) continue;
    const { hasUnitExponentials, columns } = contentOf(tensor);
    if (!hasUnitExponentials || columns < 2) continue;
    return {
      code: codes[name] ?? 'log-probabilities-given',
      severity: 'warning',
      slot: name,
      message: {
        en: `${name} is nowhere above 0 and its exponentials sum to 1: these look like log-probabilities, not probabilities.`,
        'zh-cn': `${name} 处处不大于 0，取指数后和为 1：这像是对数概率，而不是概率。`,
      }[subject.locale],
      ...remedy(
        subject,
        { en: `With the exponential of ${name}`, 'zh-cn': `对 ${name} 取指数` },
        withInputs(subject, { [name]: mapped(tensor, Math.exp) }),
      ),
    };
  }
  return undefined;
}
