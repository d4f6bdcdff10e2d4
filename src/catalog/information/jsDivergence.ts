import { jsDivergence as jsDivergenceOf } from '../../numeric/information/jsDivergence';
import type { Formula, Parameter, Slot } from '../formula';
import { ofPair } from './arguments';
import { approximationQ, baseParameter, distributionP } from './shared';
import { factorTex, logarithmTex, logOfParams } from './tex';

const sqrt: Parameter = {
  name: 'sqrt',
  label: { en: 'Square root (distance)', 'zh-cn': '取平方根（距离）' },
  symbol: '',
  kind: 'boolean',
  default: false,
};

const params = [baseParameter(), sqrt];

const inner = (log: string): string =>
  `\\tfrac12\\sum_{i} p_i ${log}\\frac{p_i}{m_i}+\\tfrac12\\sum_{i} q_i ${log}\\frac{q_i}{m_i},\\quad m_i=\\frac{p_i+q_i}{2}`;
const rooted = (log: string): string =>
  `\\sqrt{\\tfrac12\\sum_{i} p_i ${log}\\frac{p_i}{m_i}+\\tfrac12\\sum_{i} q_i ${log}\\frac{q_i}{m_i}},\\quad m_i=\\frac{p_i+q_i}{2}`;

const second: Slot = {
  ...approximationQ,
  label: { en: 'Distribution q', 'zh-cn': '分布 q' },
};

export const jsDivergence: Formula = {
  id: 'js-divergence',
  family: 'information',
  names: {
    en: [
      'Jensen–Shannon divergence',
      'Jensen-Shannon divergence',
      'JS divergence',
      'JSD',
      'Jensen–Shannon distance',
      'information radius',
      'total divergence to the average',
    ],
    'zh-cn': ['JS 散度', 'JS散度', 'Jensen-Shannon 散度', '詹森-香农散度', 'JS 距离'],
  },
  summary: {
    en: 'How far two distributions are from their average: the symmetric, always finite relative of KL.',
    'zh-cn': '两个分布与其平均分布的差异：KL 散度的对称且总是有限的版本。',
  },
  slots: [distributionP, second],
  params,
  tex: { left: '\\mathrm{JSD}(P\\,\\|\\,Q)', right: inner('\\log') },
  texWith: (given) => (given.sqrt === true ? rooted : inner)(logOfParams(given)),
  words: {
    en: 'half the divergence of p from the average m of p and q plus half the divergence of q from m',
    'zh-cn': 'p 相对于平均分布 m 的散度的一半，加上 q 相对于 m 的散度的一半',
  },
  notations: [
    {
      tex: '\\mathrm{JS}(P\\|Q)=\\tfrac12 D_{\\mathrm{KL}}(P\\|M)+\\tfrac12 D_{\\mathrm{KL}}(Q\\|M)',
      note: { en: 'through KL', 'zh-cn': '用 KL 散度表示' },
    },
    {
      tex: '\\mathrm{JSD}=H\\left(\\tfrac{p+q}{2}\\right)-\\tfrac12 H(p)-\\tfrac12 H(q)',
      note: { en: 'through entropies', 'zh-cn': '用熵表示' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'Between 0 (p = q) and log 2, that is 1 bit (disjoint supports).',
    'zh-cn': '介于 0（p = q）与 log 2 即 1 比特（支撑集不相交）之间。',
  },
  limits: {
    en: 'Finite whatever is impossible under either; outcomes impossible under both contribute 0.',
    'zh-cn': '无论哪个分布含有概率为 0 的结果，其值都有限；两者都不可能的结果贡献为 0。',
  },
  robustness: {
    en: 'Bounded, so that no single outcome can dominate it.',
    'zh-cn': '有界，任何单个结果都不会主导总值。',
  },
  curvature: {
    en: 'Jointly convex; for disjoint supports it is flat, so gradients vanish there.',
    'zh-cn': '联合凸；支撑集不相交时取常数，梯度消失。',
  },
  use: {
    en: 'To compare histograms, topics or model outputs symmetrically; its square root is a metric and may be clustered on.',
    'zh-cn': '用于对称地比较直方图、主题或模型输出；其平方根是度量，可用于聚类。',
  },
  avoid: {
    en: 'Not for fitting far-off distributions by gradient: use the Wasserstein distance there.',
    'zh-cn': '不宜用梯度去拟合相距很远的分布：此时应使用 Wasserstein 距离。',
  },
  references: [
    'J. Lin, Divergence Measures Based on the Shannon Entropy, IEEE Transactions on Information Theory 37 (1991)',
    'scipy.spatial.distance.jensenshannon (the square root)',
  ],
  compute: ofPair(params, (p, q, base, given) => jsDivergenceOf(p, q, base, given.sqrt === true)),
  finishTex: (reduced) => `\\sqrt{${reduced}}`,
  termTex: (args, index, digits) => {
    const p = args.arrays.p.values[index];
    const q = args.arrays.q.values[index];
    const log = logarithmTex(args.params.base);
    const halves = [p, q]
      .filter((x) => x !== 0)
      .map(
        (x) => `\\tfrac12\\cdot ${factorTex(x, digits)}${log}\\frac{${digits(x)}}{${digits((p + q) / 2)}}`,
      );
    return halves.length === 0 ? '0' : halves.join('+');
  },
};
