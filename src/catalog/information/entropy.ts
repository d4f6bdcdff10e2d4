import { entropy as entropyOf } from '../../numeric/information/entropy';
import type { Formula } from '../formula';
import { ofDistribution } from './arguments';
import { baseParameter, coverThomas, distributionP } from './shared';
import { factorTex, logarithmTex, withLogarithm } from './tex';

const right = (log: string): string => `-\\sum_{i} p_i ${log} p_i`;

const params = [baseParameter()];

export const entropy: Formula = {
  id: 'entropy',
  family: 'information',
  names: {
    en: [
      'Entropy',
      'Shannon entropy',
      'information entropy',
      'entropy of a distribution',
      'average information',
      'expected surprisal',
    ],
    'zh-cn': ['信息熵', '香农熵', '熵', '信源熵', '平均信息量', '平均自信息'],
  },
  summary: {
    en: 'The average surprise of an outcome: how many bits it takes, on average, to say which outcome occurred.',
    'zh-cn': '结果的平均意外程度：平均需要多少比特才能说明发生的是哪个结果。',
  },
  slots: [distributionP],
  params,
  tex: { left: 'H(X)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'minus the sum over all outcomes of p times the logarithm of p',
    'zh-cn': '对所有结果求 p 乘以 p 的对数之和，再取负号',
  },
  notations: [
    { tex: 'H(p)=-\\sum_i p_i\\log p_i', note: { en: 'of a distribution', 'zh-cn': '以分布为自变量' } },
    {
      tex: 'H(X)=-\\sum_{x\\in\\mathcal X} p(x)\\log p(x)',
      note: { en: 'of a random variable', 'zh-cn': '以随机变量为自变量' },
    },
    {
      tex: 'H(X)=\\sum_x p(x)\\log\\frac{1}{p(x)}',
      note: { en: 'average of log 1/p', 'zh-cn': 'log 1/p 的平均' },
    },
    {
      tex: 'H(X)=\\mathbb{E}_{x\\sim p}\\left[-\\log p(x)\\right]',
      note: { en: 'expected self-information', 'zh-cn': '自信息的期望' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'Between 0 (one outcome is certain) and log n (all n outcomes equally likely).',
    'zh-cn': '介于 0（某个结果必然发生）与 log n（n 个结果等可能）之间。',
  },
  limits: {
    en: 'An impossible outcome contributes 0, since p log p → 0 as p → 0; weights that do not sum to 1 are not rescaled and can give a negative number.',
    'zh-cn':
      '不可能的结果贡献为 0，因为 p → 0 时 p log p → 0；总和不为 1 的权重不会自动归一化，结果可能为负。',
  },
  robustness: {
    en: 'Rare outcomes count little each, but a long tail of them adds up, and estimates from few samples come out too small.',
    'zh-cn': '单个罕见结果影响很小，但长尾累加起来可观；由少量样本估计的熵会偏小。',
  },
  curvature: {
    en: 'Strictly concave in p: mixing distributions never lowers the entropy.',
    'zh-cn': '关于 p 严格凹：混合分布不会使熵减小。',
  },
  use: {
    en: 'To say how uncertain or how compressible something is, to choose splits in decision trees, or as a bonus that keeps a policy exploring.',
    'zh-cn': '用于衡量不确定性或可压缩程度、决策树的划分选择，或作为鼓励策略探索的正则项。',
  },
  avoid: {
    en: 'Not for comparing two distributions (use KL or JS divergence) and not for densities, where it depends on the unit of measurement.',
    'zh-cn': '不宜用来比较两个分布（应使用 KL 或 JS 散度），也不适用于概率密度，那时结果依赖于计量单位。',
  },
  references: [
    `${coverThomas}, section 2.1`,
    'C. E. Shannon, A Mathematical Theory of Communication, Bell System Technical Journal 27 (1948)',
    'scipy.stats.entropy',
  ],
  compute: ofDistribution(params, entropyOf),
  termTex: (args, index, digits) => {
    const p = args.arrays.p!.values[index];
    return p === 0
      ? '0'
      : `-${factorTex(p, digits)}${logarithmTex(args.params.base)} ${factorTex(p, digits)}`;
  },
};
