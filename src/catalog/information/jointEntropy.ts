import { jointEntropy as jointEntropyOf } from '../../numeric/information/jointEntropy';
import type { Formula } from '../formula';
import { contingencySlot, jointSlot, labelsX, labelsY, ofTable, samplesSlot } from './jointInput';
import { baseParameter, coverThomas } from './shared';
import { cellProbability } from './tableTex';
import { factorTex, logarithmTex, withLogarithm } from './tex';

const params = [baseParameter()];
const right = (log: string): string => `-\\sum_{x}\\sum_{y} p(x,y)${log} p(x,y)`;

export const jointEntropy: Formula = {
  id: 'joint-entropy',
  family: 'information',
  names: {
    en: ['Joint entropy', 'entropy of a joint distribution', 'joint Shannon entropy'],
    'zh-cn': ['联合熵', '联合信息熵', '联合分布的熵'],
  },
  summary: {
    en: 'The uncertainty about two or more variables taken together.',
    'zh-cn': '把两个或多个变量作为整体时的不确定性。',
  },
  slots: [jointSlot, contingencySlot, labelsX, labelsY, samplesSlot],
  params,
  tex: { left: 'H(X,Y)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'minus the sum over all pairs of values of their joint probability times its logarithm',
    'zh-cn': '对所有取值组合求联合概率乘以其对数之和，再取负号',
  },
  notations: [
    {
      tex: 'H(X,Y)=H(X)+H(Y\\mid X)',
      note: { en: 'chain rule', 'zh-cn': '链式法则' },
    },
    {
      tex: 'H(X_1,\\dots,X_n)=-\\sum_{x_1,\\dots,x_n} p(x_1,\\dots,x_n)\\log p(x_1,\\dots,x_n)',
      note: { en: 'of n variables', 'zh-cn': 'n 个变量的情形' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'At least the larger and at most the sum of the single entropies.',
    'zh-cn': '不小于单个熵中的较大者，不大于各单个熵之和。',
  },
  limits: {
    en: 'Equal to the sum exactly for independent variables, to one entropy where one variable determines the rest.',
    'zh-cn': '变量独立时恰等于各熵之和；若一个变量决定其余变量，则等于该变量的熵。',
  },
  robustness: {
    en: 'Tables with many cells and few samples come out too small.',
    'zh-cn': '格子多而样本少时，估计值会偏小。',
  },
  curvature: { en: 'Strictly concave in the table.', 'zh-cn': '关于联合概率表严格凹。' },
  use: {
    en: 'As the total in information diagrams, or for the cost of storing several fields together.',
    'zh-cn': '用作信息图中的总量，或计算多个字段一起存储的代价。',
  },
  avoid: {
    en: 'It cannot be had from the marginals: they leave open how the variables hang together.',
    'zh-cn': '不能由边缘分布求得：边缘分布没有说明变量之间的关系。',
  },
  references: [`${coverThomas}, section 2.2`],
  compute: ofTable(params, undefined, jointEntropyOf),
  termTex: (args, index, digits) => {
    const p = cellProbability(args, index) ?? 0;
    return p === 0
      ? '0'
      : `-${factorTex(p, digits)}${logarithmTex(args.params.base)} ${factorTex(p, digits)}`;
  },
};
