import { jeffreys as jeffreysOf } from '../../numeric/information/jeffreys';
import type { Formula } from '../formula';
import { ofPair } from './arguments';
import { approximationQ, baseParameter, distributionP } from './shared';
import { logarithmTex, withLogarithm } from './tex';

const params = [baseParameter()];
const right = (log: string): string => `\\sum_{i}(p_i-q_i)${log}\\frac{p_i}{q_i}`;

export const jeffreys: Formula = {
  id: 'jeffreys',
  family: 'information',
  names: {
    en: [
      'Jeffreys divergence',
      'symmetric KL divergence',
      'symmetrised Kullback–Leibler divergence',
      'J-divergence',
      'population stability index',
      'PSI',
    ],
    'zh-cn': ['Jeffreys 散度', '对称 KL 散度', 'J-散度', '杰弗里斯散度', '群体稳定性指标', 'PSI'],
  },
  summary: {
    en: 'Both Kullback–Leibler divergences added up, so that the order of p and q does not matter.',
    'zh-cn': '两个方向的 KL 散度之和，因而与 p、q 的顺序无关。',
  },
  slots: [distributionP, { ...approximationQ, label: { en: 'Distribution q', 'zh-cn': '分布 q' } }],
  params,
  tex: { left: 'J(P,Q)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'the sum of the difference of p and q times the logarithm of p over q',
    'zh-cn': '对各结果求 p 与 q 之差乘以 p 与 q 之比的对数，再求和',
  },
  notations: [
    {
      tex: 'J(P,Q)=D_{\\mathrm{KL}}(P\\|Q)+D_{\\mathrm{KL}}(Q\\|P)',
      note: { en: 'through KL', 'zh-cn': '用 KL 散度表示' },
    },
    {
      tex: '\\mathrm{PSI}=\\sum_i(a_i-e_i)\\ln\\frac{a_i}{e_i}',
      note: { en: 'population stability index', 'zh-cn': '群体稳定性指标' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: { en: 'From 0 (p = q) to +∞.', 'zh-cn': '从 0（p = q）到 +∞。' },
  limits: {
    en: 'Infinite as soon as an outcome is possible under one and impossible under the other.',
    'zh-cn': '只要某个结果在一个分布下可能、在另一个下不可能，其值即为无穷大。',
  },
  robustness: {
    en: 'Sensitive to small probabilities on either side.',
    'zh-cn': '对任一侧的小概率都很敏感。',
  },
  curvature: { en: 'Jointly convex.', 'zh-cn': '联合凸。' },
  use: {
    en: 'To watch binned data for drift (as PSI), or wherever neither distribution is the reference.',
    'zh-cn': '用于监测分箱数据的漂移（即 PSI），或两个分布都不是基准的场合。',
  },
  avoid: {
    en: 'Not with empty bins (it is infinite) and not as a metric; some authors halve it.',
    'zh-cn': '有空箱时不宜使用（值为无穷），也不是度量；有的作者取其一半。',
  },
  references: [
    'H. Jeffreys, An invariant form for the prior probability in estimation problems, Proc. Royal Society A 186 (1946)',
  ],
  compute: ofPair(params, jeffreysOf),
  termTex: (args, index, digits) => {
    const [p, q] = [args.arrays.p.values[index], args.arrays.q.values[index]];
    if (p === q) return '0';
    return `(${digits(p)}-${digits(q)})${logarithmTex(args.params.base)}\\frac{${digits(p)}}{${digits(q)}}`;
  },
};
