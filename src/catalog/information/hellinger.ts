import { hellinger as hellingerOf } from '../../numeric/information/hellinger';
import type { Formula } from '../formula';
import { ofPair } from './arguments';
import { approximationQ, distributionP } from './shared';

export const hellinger: Formula = {
  id: 'hellinger',
  family: 'information',
  names: {
    en: ['Hellinger distance', 'Jeffreys–Matusita distance (up to a factor)', 'Matusita distance'],
    'zh-cn': ['Hellinger 距离', '海林格距离', '赫林格距离'],
  },
  summary: {
    en: 'The Euclidean distance of the square roots of two distributions, scaled to at most 1.',
    'zh-cn': '两个分布取平方根后的欧氏距离，缩放到不大于 1。',
  },
  slots: [distributionP, { ...approximationQ, label: { en: 'Distribution q', 'zh-cn': '分布 q' } }],
  params: [],
  tex: { left: 'H(p,q)', right: '\\sqrt{\\tfrac12\\sum_{i}\\left(\\sqrt{p_i}-\\sqrt{q_i}\\right)^2}' },
  words: {
    en: 'the square root of half the sum of the squared differences of the square roots of p and q',
    'zh-cn': 'p 与 q 平方根之差的平方和的一半，再开平方',
  },
  notations: [
    {
      tex: 'H(p,q)=\\frac{1}{\\sqrt2}\\left\\|\\sqrt p-\\sqrt q\\right\\|_2',
      note: { en: 'as a norm', 'zh-cn': '写成范数' },
    },
    {
      tex: 'H^2(p,q)=1-\\sum_i\\sqrt{p_i q_i}',
      note: { en: 'through the Bhattacharyya coefficient', 'zh-cn': '用巴氏系数表示' },
    },
  ],
  role: 'measure',
  range: { en: 'Between 0 (equal) and 1 (disjoint).', 'zh-cn': '介于 0（相同）与 1（不相交）之间。' },
  limits: {
    en: 'Always finite; some libraries leave out the factor ½ or take it twice.',
    'zh-cn': '总是有限；有的库省略因子 ½ 或乘以 2。',
  },
  robustness: {
    en: 'Bounded; minimum-distance estimates with it resist outliers.',
    'zh-cn': '有界；以其为准则的最小距离估计能抵抗离群点。',
  },
  curvature: { en: 'Its square is jointly convex.', 'zh-cn': '其平方联合凸。' },
  use: {
    en: 'To compare distributions with zeros by a true metric; it brackets total variation: H² ≤ TV ≤ √2 H.',
    'zh-cn': '用于以真正的度量比较含零的分布；并夹住全变差距离：H² ≤ TV ≤ √2 H。',
  },
  avoid: {
    en: 'Not where the positions of outcomes matter: it sees only overlap.',
    'zh-cn': '结果的位置有意义时不宜使用：它只看重叠。',
  },
  references: ['D. Pollard, A User’s Guide to Measure Theoretic Probability (2002), section 3.3'],
  compute: ofPair([], hellingerOf),
  finishTex: (reduced) => `\\sqrt{${reduced}}`,
  termTex: (args, index, digits) =>
    `\\tfrac12\\left(\\sqrt{${digits(args.arrays.p.values[index])}}-\\sqrt{${digits(args.arrays.q.values[index])}}\\right)^2`,
};
