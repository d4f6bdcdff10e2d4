import { totalVariation as totalVariationOf } from '../../numeric/information/totalVariation';
import type { Formula } from '../formula';
import { ofPair } from './arguments';
import { approximationQ, coverThomas, distributionP } from './shared';

export const totalVariation: Formula = {
  id: 'total-variation',
  family: 'information',
  names: {
    en: [
      'Total variation distance',
      'variational distance',
      'statistical distance',
      'total variation of distributions',
    ],
    'zh-cn': ['全变差距离', '总变差距离', '全变分距离', '变分距离', '统计距离'],
  },
  summary: {
    en: 'The largest difference between the probabilities that two distributions give to one and the same event.',
    'zh-cn': '两个分布对同一事件所给概率的最大差值。',
  },
  slots: [distributionP, { ...approximationQ, label: { en: 'Distribution q', 'zh-cn': '分布 q' } }],
  params: [],
  tex: { left: '\\mathrm{TV}(P,Q)', right: '\\tfrac12\\sum_{i}\\left|p_i-q_i\\right|' },
  words: {
    en: 'half the sum of the absolute differences of p and q',
    'zh-cn': 'p 与 q 之差的绝对值之和的一半',
  },
  notations: [
    {
      tex: '\\delta(P,Q)=\\sup_{A}\\left|P(A)-Q(A)\\right|',
      note: { en: 'over events', 'zh-cn': '对事件取上确界' },
    },
    { tex: '\\tfrac12\\left\\|p-q\\right\\|_1', note: { en: 'as a norm', 'zh-cn': '写成范数' } },
  ],
  role: 'measure',
  range: { en: 'Between 0 (equal) and 1 (disjoint).', 'zh-cn': '介于 0（相同）与 1（不相交）之间。' },
  limits: {
    en: 'Zeros need no care. Pinsker: TV ≤ √(½ D(p‖q)) with D in nats.',
    'zh-cn': '概率为零无需特殊处理。Pinsker 不等式：TV ≤ √(½ D(p‖q))，D 以奈特计。',
  },
  robustness: {
    en: 'Each outcome counts by its absolute difference, rare ones hardly.',
    'zh-cn': '每个结果按绝对差计入，罕见结果影响很小。',
  },
  curvature: { en: 'Jointly convex, with kinks where p = q.', 'zh-cn': '联合凸，在 p = q 处有折点。' },
  use: {
    en: 'Where a bound on the probability of any event is wanted: privacy, mixing of Markov chains, tests.',
    'zh-cn': '用于需要对任意事件概率给出界的场合：隐私、马尔可夫链的混合、检验。',
  },
  avoid: {
    en: 'Not the total variation of a signal or image, which sums differences of neighbours; without the ½ it is the L1 distance.',
    'zh-cn': '它不是信号或图像的全变分（相邻差之和）；不带 ½ 时是 L1 距离。',
  },
  references: [`${coverThomas}, section 11.6`],
  compute: ofPair([], totalVariationOf),
  termTex: (args, index, digits) =>
    `\\tfrac12\\left|${digits(args.arrays.p.values[index])}-${digits(args.arrays.q.values[index])}\\right|`,
};
