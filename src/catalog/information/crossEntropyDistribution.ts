import { crossEntropy } from '../../numeric/information/crossEntropy';
import type { Formula } from '../formula';
import { ofPair } from './arguments';
import { approximationQ, baseParameter, coverThomas, referenceP } from './shared';
import { factorTex, logarithmTex, withLogarithm } from './tex';

const params = [baseParameter()];
const right = (log: string): string => `-\\sum_{i} p_i ${log} q_i`;

export const crossEntropyDistribution: Formula = {
  id: 'cross-entropy-distribution',
  family: 'information',
  names: {
    en: [
      'Cross-entropy of distributions',
      'cross entropy of two distributions',
      'cross-entropy H(p, q)',
      'inaccuracy',
    ],
    'zh-cn': ['分布的交叉熵', '交叉熵', '两个分布的交叉熵', '互熵'],
  },
  summary: {
    en: 'The average code length of outcomes of p when the code was made for q.',
    'zh-cn': '用为 q 设计的编码表示服从 p 的结果时的平均码长。',
  },
  slots: [referenceP, approximationQ],
  params,
  tex: { left: 'H(p,q)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'minus the sum over all outcomes of p times the logarithm of q',
    'zh-cn': '对所有结果求 p 乘以 q 的对数之和，再取负号',
  },
  notations: [
    {
      tex: 'H(P,Q)=-\\sum_{x}P(x)\\log Q(x)',
      note: { en: 'of distributions', 'zh-cn': '以分布为自变量' },
    },
    {
      tex: 'H(p,q)=\\mathbb{E}_{x\\sim p}[-\\log q(x)]',
      note: { en: 'as an expectation', 'zh-cn': '写成期望' },
    },
    {
      tex: 'H(p,q)=H(p)+D_{\\mathrm{KL}}(p\\|q)',
      note: { en: 'entropy plus divergence', 'zh-cn': '熵加散度' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'From H(p), reached only for q = p, to +∞.',
    'zh-cn': '从 H(p)（仅当 q = p 时取到）到 +∞。',
  },
  limits: {
    en: 'Infinite as soon as q excludes something that p allows; outcomes with p = 0 contribute 0.',
    'zh-cn': '只要 q 排除了 p 允许的某个结果，结果即为无穷大；p = 0 的结果贡献为 0。',
  },
  robustness: {
    en: 'A confident mistake of q is punished without bound.',
    'zh-cn': 'q 自信的错误会受到无界的惩罚。',
  },
  curvature: { en: 'Linear in p, convex in q.', 'zh-cn': '关于 p 线性，关于 q 凸。' },
  use: {
    en: 'To train q towards given p: for fixed p it differs from KL only by the constant H(p).',
    'zh-cn': '用于让 q 学习给定的 p：p 固定时，它与 KL 散度只相差常数 H(p)。',
  },
  avoid: {
    en: 'Not as a measure of distance: even for q = p it is H(p) and not 0.',
    'zh-cn': '不宜当作距离：即使 q = p，其值也是 H(p) 而不是 0。',
  },
  references: [`${coverThomas}, theorem 5.4.3`],
  compute: ofPair(params, crossEntropy),
  termTex: (args, index, digits) => {
    const p = args.arrays.p.values[index];
    if (p === 0) return '0';
    const q = args.arrays.q.values[index];
    return `-${factorTex(p, digits)}${logarithmTex(args.params.base)} ${factorTex(q, digits)}`;
  },
};
