import { renyiEntropy as renyiEntropyOf } from '../../numeric/information/renyiEntropy';
import type { Formula, Parameter } from '../formula';
import { numberOf } from '../params';
import { texNumber } from '../tex';
import { ofDistribution } from './arguments';
import { baseParameter, distributionP } from './shared';
import { factorTex, logOfParams, logarithmTex } from './tex';

/** The order α of Rényi's measures. */
export const orderParameter: Parameter = {
  name: 'order',
  label: { en: 'Order', 'zh-cn': '阶数' },
  symbol: '\\alpha',
  kind: 'number',
  default: 2,
  minimum: 0,
  maximum: Infinity,
  slider: { from: 0, to: 5, step: 0.1 },
};

const params = [orderParameter, baseParameter()];

export const renyiEntropy: Formula = {
  id: 'renyi-entropy',
  family: 'information',
  names: {
    en: [
      'Rényi entropy',
      'Renyi entropy',
      'collision entropy',
      'entropy of order alpha',
      'Hartley entropy (order 0)',
      'min-entropy (order infinity)',
    ],
    'zh-cn': ['Rényi 熵', '雷尼熵', '瑞利熵', '碰撞熵', 'α 阶熵'],
  },
  summary: {
    en: 'A family of entropies: small orders count the outcomes, large orders see only the likeliest.',
    'zh-cn': '一族熵：阶数小时只数结果的个数，阶数大时只看最可能的结果。',
  },
  slots: [distributionP],
  params,
  tex: { left: 'H_\\alpha(X)', right: '\\frac{1}{1-\\alpha}\\log\\sum_{i} p_i^{\\alpha}' },
  texWith: (given) => {
    const log = logOfParams(given);
    const order = numberOf(given, 'order');
    if (order === 1) return `-\\sum_{i} p_i ${log} p_i`;
    if (order === Infinity) return `-${log}\\max_{i} p_i`;
    return `\\frac{1}{1-${texNumber(order)}}${log}\\sum_{i} p_i^{${texNumber(order)}}`;
  },
  words: {
    en: 'the logarithm of the sum of the alpha-th powers of p, divided by one minus alpha',
    'zh-cn': 'p 的 α 次幂之和的对数，除以 1 减 α',
  },
  notations: [
    { tex: 'H_2(X)=-\\log\\sum_i p_i^2', note: { en: 'collision entropy', 'zh-cn': '碰撞熵' } },
    { tex: 'H_\\infty(X)=-\\log\\max_i p_i', note: { en: 'min-entropy', 'zh-cn': '最小熵' } },
    {
      tex: 'H_0(X)=\\log\\left|\\{i:p_i>0\\}\\right|',
      note: { en: 'Hartley’s entropy', 'zh-cn': 'Hartley 熵' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'Between 0 and log n, never increasing in α.',
    'zh-cn': '介于 0 与 log n 之间，关于 α 不增。',
  },
  limits: {
    en: 'α → 1 is Shannon’s entropy, α = ∞ the min-entropy −log max p.',
    'zh-cn': 'α → 1 时为香农熵，α = ∞ 时为最小熵 −log max p。',
  },
  robustness: {
    en: 'Orders above 1 are governed by the common outcomes and easy to estimate, orders below 1 by the rare ones.',
    'zh-cn': '阶数大于 1 时由常见结果决定且易于估计，小于 1 时由罕见结果决定。',
  },
  curvature: {
    en: 'Concave in p for α ≤ 1, neither for larger orders in general.',
    'zh-cn': 'α ≤ 1 时关于 p 凹，更大的阶数一般不凹也不凸。',
  },
  use: {
    en: 'For diversity indices (its exponential is Hill’s number), for key strength (min-entropy), for collision rates.',
    'zh-cn': '用于多样性指数（其指数即 Hill 数）、密钥强度（最小熵）、碰撞概率。',
  },
  avoid: {
    en: 'The chain rule holds only for α = 1: use Shannon’s entropy where information is to add up.',
    'zh-cn': '链式法则仅在 α = 1 时成立：需要信息可加时应使用香农熵。',
  },
  references: ['A. Rényi, On Measures of Entropy and Information, Fourth Berkeley Symposium (1961)'],
  compute: ofDistribution(params, (p, base, given) => renyiEntropyOf(p, numberOf(given, 'order'), base)),
  termTex: (args, index, digits) => {
    const p = args.arrays.p.values[index];
    const order = numberOf(args.params, 'order');
    if (p === 0) return '0';
    const text = factorTex(p, digits);
    return order === 1 ? `-${text}${logarithmTex(args.params.base)} ${text}` : `${text}^{${digits(order)}}`;
  },
  valueTex: (args, digits, sum) => {
    const order = numberOf(args.params, 'order');
    const log = logOfParams(args.params);
    if (order !== Infinity) return `\\frac{1}{1-${digits(order)}}${log}\\left(${sum}\\right)`;
    const largest = args.arrays.p.values.reduce((most, p) => Math.max(most, p), 0);
    return `-${log} ${factorTex(largest, digits)}`;
  },
};
