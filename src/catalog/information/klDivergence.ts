import { klDivergence as klDivergenceOf } from '../../numeric/information/klDivergence';
import type { Formula } from '../formula';
import { ofPair } from './arguments';
import { approximationQ, baseParameter, coverThomas, referenceP } from './shared';
import { factorTex, logarithmTex, withLogarithm } from './tex';

const right = (log: string): string => `\\sum_{i} p_i ${log}\\frac{p_i}{q_i}`;

const params = [baseParameter()];

export const klDivergence: Formula = {
  id: 'kl-divergence',
  family: 'information',
  names: {
    en: [
      'Kullback–Leibler divergence',
      'Kullback-Leibler divergence',
      'KL divergence',
      'relative entropy',
      'KL loss',
      'KLD',
      'Kullback–Leibler distance',
      'information divergence',
      'information gain over a prior',
    ],
    'zh-cn': [
      'KL 散度',
      'KL散度',
      '相对熵',
      'Kullback-Leibler 散度',
      'K-L 散度',
      'KL 距离',
      '库尔贝克-莱布勒散度',
      '信息散度',
    ],
  },
  summary: {
    en: 'How many extra bits an outcome of p costs when it is coded as if q were true.',
    'zh-cn': '用按 q 设计的编码来表示服从 p 的结果时，平均多花的比特数。',
  },
  slots: [referenceP, approximationQ],
  params,
  tex: { left: 'D_{\\mathrm{KL}}(P\\,\\|\\,Q)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'the sum over all outcomes of p times the logarithm of p over q',
    'zh-cn': '对所有结果求 p 乘以 p 与 q 之比的对数，再求和',
  },
  notations: [
    {
      tex: 'D_{\\mathrm{KL}}(P\\|Q)=\\sum_{x} P(x)\\log\\frac{P(x)}{Q(x)}',
      note: { en: 'of distributions', 'zh-cn': '以分布为自变量' },
    },
    {
      tex: 'D(p\\|q)=\\sum_i p_i(\\log p_i-\\log q_i)',
      note: { en: 'as a difference of logarithms', 'zh-cn': '写成对数之差' },
    },
    {
      tex: '\\mathrm{KL}(p\\|q)=\\mathbb{E}_{x\\sim p}\\left[\\log\\frac{p(x)}{q(x)}\\right]',
      note: { en: 'as an expectation', 'zh-cn': '写成期望' },
    },
    {
      tex: 'D_{\\mathrm{KL}}(p\\|q)=H(p,q)-H(p)',
      note: { en: 'cross-entropy less entropy', 'zh-cn': '交叉熵减去熵' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'From 0 (only for p = q) to +∞, when both sum to 1; it has no upper bound.',
    'zh-cn': '两者总和均为 1 时，取值从 0（仅当 p = q）到 +∞，没有上界。',
  },
  limits: {
    en: 'Infinite as soon as q gives probability 0 to something that p allows; outcomes with p = 0 contribute 0 whatever q is.',
    'zh-cn': '只要 q 对 p 允许的某个结果给出概率 0，结果即为无穷大；p = 0 的结果无论 q 为何都贡献 0。',
  },
  robustness: {
    en: 'Very sensitive to outcomes that q thinks nearly impossible: one of them can dominate the sum.',
    'zh-cn': '对 q 认为几乎不可能的结果非常敏感：一个这样的结果就可能主导总和。',
  },
  curvature: {
    en: 'Jointly convex in (p, q); near p = q it is half the squared distance in Fisher’s metric.',
    'zh-cn': '关于 (p, q) 联合凸；在 p = q 附近等于 Fisher 度量下距离平方的一半。',
  },
  use: {
    en: 'To fit q to a known p (maximum likelihood, distillation, variational inference) or to say how far a model is from the truth.',
    'zh-cn': '用于让 q 拟合已知的 p（极大似然、知识蒸馏、变分推断），或衡量模型与真实分布的差距。',
  },
  avoid: {
    en: 'Not a distance: D(p‖q) ≠ D(q‖p); with disjoint supports use the Jensen–Shannon divergence or the Wasserstein distance.',
    'zh-cn': '它不是距离：D(p‖q) ≠ D(q‖p)；支撑集不相交时应改用 JS 散度或 Wasserstein 距离。',
  },
  references: [
    `${coverThomas}, section 2.3`,
    'S. Kullback, R. A. Leibler, On Information and Sufficiency, Annals of Mathematical Statistics 22 (1951)',
    'scipy.special.rel_entr',
  ],
  compute: ofPair(params, klDivergenceOf),
  termTex: (args, index, digits) => {
    const p = args.arrays.p!.values[index];
    const q = args.arrays.q!.values[index];
    if (p === 0) return '0';
    return `${factorTex(p, digits)}${logarithmTex(args.params.base)}\\frac{${digits(p)}}{${digits(q)}}`;
  },
};
