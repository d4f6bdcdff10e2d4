import {
  binaryEntropy as binaryEntropyOf,
  binaryEntropyAt,
  binaryEntropySlope,
} from '../../numeric/information/binaryEntropy';
import { bits, logarithmBase } from '../../numeric/information/logarithm';
import type { Curve, Formula } from '../formula';
import { ofEvents } from './arguments';
import { eventProbability } from './selfInformation';
import { baseParameter, coverThomas } from './shared';
import { factorTex, logarithmTex, withLogarithm } from './tex';

const params = [baseParameter()];
const right = (log: string): string => `-p ${log} p-(1-p)${log}(1-p)`;
const curve: Curve = {
  axis: 'probability',
  from: 0,
  to: 1,
  value: (p, { base }) => binaryEntropyAt(p, logarithmBase(base) ?? bits),
  slope: (p, { base }) => binaryEntropySlope(p, logarithmBase(base) ?? bits),
  curvature: (p, { base }) => -(logarithmBase(base) ?? bits).perNat / (p * (1 - p)),
};

export const binaryEntropy: Formula = {
  id: 'binary-entropy',
  family: 'information',
  names: {
    en: ['Binary entropy', 'binary entropy function', 'Bernoulli entropy', 'entropy of a coin'],
    'zh-cn': ['二元熵', '二元熵函数', '二值熵', '伯努利熵', '二进制熵'],
  },
  summary: {
    en: 'The entropy of a coin that shows heads with probability p; largest for a fair one.',
    'zh-cn': '正面概率为 p 的硬币的熵；公平硬币的熵最大。',
  },
  slots: [eventProbability],
  params,
  tex: { left: 'H_b(p)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'minus p times the logarithm of p, minus one minus p times the logarithm of one minus p',
    'zh-cn': '负的 p 乘以 p 的对数，再减去 1 减 p 乘以 1 减 p 的对数',
  },
  notations: [
    {
      tex: 'h(p)=-p\\log_2 p-(1-p)\\log_2(1-p)',
      note: { en: 'in coding theory', 'zh-cn': '编码理论中的写法' },
    },
    {
      tex: 'H(p)=p\\log\\frac1p+(1-p)\\log\\frac{1}{1-p}',
      note: { en: 'with inverses', 'zh-cn': '用倒数书写' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'Between 0 (p = 0 or 1) and log 2, that is 1 bit (p = ½).',
    'zh-cn': '介于 0（p = 0 或 1）与 log 2 即 1 比特（p = ½）之间。',
  },
  limits: {
    en: '0 at both ends, where its slope is infinite.',
    'zh-cn': '在两端为 0，且斜率为无穷大。',
  },
  robustness: {
    en: 'Flat around ½: between 0.4 and 0.6 it changes by 3 %.',
    'zh-cn': '在 ½ 附近很平缓：p 在 0.4 与 0.6 之间时只变化约 3 %。',
  },
  curvature: {
    en: 'Strictly concave and symmetric about ½.',
    'zh-cn': '严格凹，关于 ½ 对称。',
  },
  use: {
    en: 'For yes/no variables: node impurity, the capacity 1 − h(p) of a noisy bit, active learning of binary labels.',
    'zh-cn': '用于是/否型变量：节点不纯度、有噪比特的信道容量 1 − h(p)、二分类的主动学习。',
  },
  avoid: {
    en: 'Not a loss against labels (that is binary cross-entropy) and not for more than two outcomes.',
    'zh-cn': '它不是与标签比较的损失（那是二元交叉熵），也不适用于两种以上的结果。',
  },
  references: [`${coverThomas}, equation (2.5)`, 'torch.distributions.Bernoulli.entropy'],
  compute: ofEvents(params, binaryEntropyOf),
  termTex: (args, index, digits) => {
    const p = args.arrays.p.values[index];
    if (p === 0 || p === 1) return '0';
    const log = logarithmTex(args.params.base);
    const [heads, tails] = [factorTex(p, digits), factorTex(1 - p, digits)];
    return `-${heads}${log} ${heads}-${tails}${log} ${tails}`;
  },
  curve,
};
