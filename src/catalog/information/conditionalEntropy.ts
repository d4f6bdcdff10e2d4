import { conditionalEntropy as conditionalEntropyOf } from '../../numeric/information/conditionalEntropy';
import type { Formula, Parameter } from '../formula';
import { ofTable, twoVariables } from './jointInput';
import { baseParameter, coverThomas } from './shared';
import { cellNumbers } from './tableTex';
import { factorTex, logarithmTex, logOfParams } from './tex';

const of: Parameter = {
  name: 'of',
  label: { en: 'Which one', 'zh-cn': '方向' },
  symbol: '',
  kind: 'choice',
  default: 'Y|X',
  choices: [
    { value: 'Y|X', label: { en: 'H(Y|X): Y given X', 'zh-cn': 'H(Y|X)：已知 X 时的 Y' } },
    { value: 'X|Y', label: { en: 'H(X|Y): X given Y', 'zh-cn': 'H(X|Y)：已知 Y 时的 X' } },
  ],
};

const params = [of, baseParameter()];
const right = (log: string, given = 'x'): string => `-\\sum_{x,y} p(x,y)${log}\\frac{p(x,y)}{p(${given})}`;

export const conditionalEntropy: Formula = {
  id: 'conditional-entropy',
  family: 'information',
  names: {
    en: ['Conditional entropy', 'equivocation', 'conditional Shannon entropy'],
    'zh-cn': ['条件熵', '条件信息熵', '疑义度'],
  },
  summary: {
    en: 'What remains unknown of one variable when the other is known.',
    'zh-cn': '已知一个变量后，另一个变量剩余的不确定性。',
  },
  slots: twoVariables,
  params,
  tex: { left: 'H(Y\\mid X)', right: right('\\log') },
  texWith: (given) => right(logOfParams(given), given.of === 'X|Y' ? 'y' : 'x'),
  words: {
    en: 'minus the sum over all pairs of their joint probability times the logarithm of the conditional probability',
    'zh-cn': '对所有取值对求联合概率乘以条件概率的对数之和，再取负号',
  },
  notations: [
    {
      tex: 'H(Y\\mid X)=\\sum_x p(x)H(Y\\mid X=x)',
      note: { en: 'average over the rows', 'zh-cn': '按行平均' },
    },
    { tex: 'H(Y\\mid X)=H(X,Y)-H(X)', note: { en: 'chain rule', 'zh-cn': '链式法则' } },
    {
      tex: 'H(Y\\mid X)=-\\sum_{x,y}p(x,y)\\log p(y\\mid x)',
      note: { en: 'with the conditional probability', 'zh-cn': '用条件概率书写' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'Between 0 (X determines Y) and H(Y) (X tells nothing).',
    'zh-cn': '介于 0（X 决定 Y）与 H(Y)（X 不提供信息）之间。',
  },
  limits: {
    en: 'Empty cells contribute 0. Knowing more never raises it on average.',
    'zh-cn': '空格贡献为 0。平均而言，知道得更多不会使其增大。',
  },
  robustness: {
    en: 'Estimated from few samples a row it comes out too small.',
    'zh-cn': '每行样本很少时，估计值会偏小。',
  },
  curvature: { en: 'Concave in the joint table.', 'zh-cn': '关于联合概率表凹。' },
  use: {
    en: 'To say how well features determine a label, or for the entropy rate of a process.',
    'zh-cn': '用于衡量特征对标签的决定程度，或计算随机过程的熵率。',
  },
  avoid: {
    en: 'Not symmetric: say which variable is known. A minus sign together with log 1/p(y|x) is a mistake.',
    'zh-cn': '不对称：需说明已知的是哪个变量。负号与 log 1/p(y|x) 同时出现是错误的写法。',
  },
  references: [`${coverThomas}, section 2.2`],
  compute: ofTable(params, ['X', 'Y'], (table, base, given) =>
    conditionalEntropyOf(table, given.of === 'X|Y' ? 1 : 0, base),
  ),
  termTex: (args, index, digits) => {
    const numbers = cellNumbers(args, index);
    if (numbers === undefined || numbers.cell === 0) return '0';
    const known = args.params.of === 'X|Y' ? numbers.column : numbers.row;
    const ratio = `\\frac{${digits(numbers.cell)}}{${digits(known)}}`;
    return `-${factorTex(numbers.cell, digits)}${logarithmTex(args.params.base)}${ratio}`;
  },
};
