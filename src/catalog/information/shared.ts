import type { Parameter, Slot } from '../formula';

/** Where most definitions of this family are found. */
export const coverThomas = 'T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd ed., Wiley 2006';

const distributionDomain = {
  en: 'probabilities ≥ 0 that sum to 1; counts are taken as they are',
  'zh-cn': '非负概率，总和为 1；频数按原值代入',
};

/** The distribution that a measure is of, or the reference of a divergence. */
export const distributionP: Slot = {
  name: 'p',
  role: 'distribution',
  label: { en: 'Distribution p', 'zh-cn': '分布 p' },
  symbol: 'p',
  domain: distributionDomain,
  usualNames: [
    'p',
    'pk',
    'px',
    'p_x',
    'prob',
    'probs',
    'probabilities',
    'dist',
    'distribution',
    'pmf',
    'freq',
    '概率',
    '概率分布',
    '分布',
  ],
};

/** The reference of a divergence: the distribution that is averaged over. */
export const referenceP: Slot = {
  ...distributionP,
  label: { en: 'Reference distribution p', 'zh-cn': '真实分布 p' },
  usualNames: [
    'p',
    'pk',
    'p_true',
    'true_dist',
    'target',
    'targets',
    'teacher',
    'posterior',
    'reference',
    'p_dist',
  ],
};

/** The distribution that is compared with the reference. */
export const approximationQ: Slot = {
  name: 'q',
  role: 'distribution',
  label: { en: 'Compared distribution q', 'zh-cn': '近似分布 q' },
  symbol: 'q',
  domain: distributionDomain,
  usualNames: ['q', 'qk', 'q_pred', 'pred_dist', 'model', 'student', 'prior', 'approximation', 'q_dist'],
};

/** The base of the logarithm, which is the unit of the result. */
export function baseParameter(usual: 2 | 'e' = 2): Parameter {
  return {
    name: 'base',
    label: { en: 'Base of the logarithm', 'zh-cn': '对数的底' },
    symbol: 'b',
    kind: 'base',
    default: usual,
    minimum: 0,
    exclusiveMinimum: true,
  };
}
