import { bits, logarithm, logarithmBase } from '../../numeric/information/logarithm';
import { selfInformation as selfInformationOf } from '../../numeric/information/selfInformation';
import type { Curve, Formula, Slot } from '../formula';
import { ofEvents } from './arguments';
import { baseParameter, coverThomas, distributionP } from './shared';
import { factorTex, logarithmTex, withLogarithm } from './tex';

/** Probabilities of events that have nothing to do with each other; they need not sum to 1. */
export const eventProbability: Slot = {
  ...distributionP,
  role: 'probabilities',
  label: { en: 'Probabilities of events', 'zh-cn': '事件概率' },
  domain: { en: 'numbers in [0, 1]', 'zh-cn': '[0, 1] 内的数' },
};

const params = [baseParameter()];
const right = (log: string): string => `-${log} p(x)`;

const curve: Curve = {
  axis: 'probability',
  from: 0.001,
  to: 1,
  value: (p, { base }) => 0 - logarithm(p, logarithmBase(base) ?? bits),
  slope: (p, { base }) => -(logarithmBase(base) ?? bits).perNat / p,
  curvature: (p, { base }) => (logarithmBase(base) ?? bits).perNat / (p * p),
};

export const selfInformation: Formula = {
  id: 'self-information',
  family: 'information',
  names: {
    en: [
      'Self-information',
      'self information',
      'surprisal',
      'information content',
      'Shannon information',
      'surprise of an event',
    ],
    'zh-cn': ['自信息', '信息量', '自信息量', '惊奇度', '香农信息量'],
  },
  summary: {
    en: 'How surprising one event is: the rarer it was, the more its occurrence tells.',
    'zh-cn': '单个事件的意外程度：事件越罕见，其发生带来的信息越多。',
  },
  slots: [eventProbability],
  params,
  tex: { left: 'I(x)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'minus the logarithm of the probability of the event',
    'zh-cn': '事件概率的对数取负号',
  },
  notations: [
    {
      tex: 'I(x)=\\log\\frac{1}{p(x)}',
      note: { en: 'logarithm of the inverse', 'zh-cn': '概率倒数的对数' },
    },
    { tex: 'h(x)=-\\log_2 p(x)', note: { en: 'in bits', 'zh-cn': '以比特为单位' } },
  ],
  unit: 'information',
  role: 'measure',
  range: { en: 'From 0 (certain) to +∞ (impossible).', 'zh-cn': '从 0（必然事件）到 +∞（不可能事件）。' },
  limits: {
    en: '−log 1 = 0; as p → 0 it grows without bound, but only like the number of digits of 1/p.',
    'zh-cn': '−log 1 = 0；p → 0 时无界增长，但增长速度仅与 1/p 的位数相当。',
  },
  robustness: {
    en: 'One event believed impossible makes a sum or mean infinite.',
    'zh-cn': '只要有一个被认为不可能的事件发生，求和或平均就会变为无穷大。',
  },
  curvature: {
    en: 'Convex and decreasing in p; steepest where p is small.',
    'zh-cn': '关于 p 凸且递减；p 越小越陡。',
  },
  use: {
    en: 'To value single outcomes, words or tokens; its average under p is the entropy, over data the negative log-likelihood.',
    'zh-cn': '用于衡量单个结果、词或 token 的信息量；其在 p 下的平均为熵，在数据上的平均为负对数似然。',
  },
  avoid: {
    en: 'Not for densities: −log f(x) is no information and may be negative.',
    'zh-cn': '不适用于概率密度：−log f(x) 不是信息量，且可能为负。',
  },
  references: [`${coverThomas}, section 2.1`, 'C. E. Shannon, A Mathematical Theory of Communication (1948)'],
  compute: ofEvents(params, selfInformationOf),
  termTex: (args, index, digits) =>
    `-${logarithmTex(args.params.base)} ${factorTex(args.arrays.p.values[index], digits)}`,
  curve,
};
