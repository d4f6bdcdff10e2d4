import { mutualInformation as mutualInformationOf } from '../../numeric/information/mutualInformation';
import type { Formula } from '../formula';
import { ofTable, twoVariables } from './jointInput';
import { baseParameter, coverThomas } from './shared';
import { cellNumbers } from './tableTex';
import { factorTex, logarithmTex, withLogarithm } from './tex';

const params = [baseParameter()];
const right = (log: string): string => `\\sum_{x,y} p(x,y)${log}\\frac{p(x,y)}{p(x)\\,p(y)}`;

export const mutualInformation: Formula = {
  id: 'mutual-information',
  family: 'information',
  names: {
    en: ['Mutual information', 'MI', 'transinformation', 'information gain', 'mutual info score'],
    'zh-cn': ['互信息', '互信息量', '信息增益', '交互信息量', '平均互信息'],
  },
  summary: {
    en: 'What one variable tells about the other: by how much knowing it reduces the uncertainty.',
    'zh-cn': '一个变量包含另一个变量的信息量：已知其一后，另一个的不确定性减少多少。',
  },
  slots: twoVariables,
  params,
  tex: { left: 'I(X;Y)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'the sum over all pairs of their joint probability times the logarithm of the joint probability over the product of the single ones',
    'zh-cn': '对所有取值对求联合概率乘以联合概率与边缘概率乘积之比的对数，再求和',
  },
  notations: [
    { tex: 'I(X;Y)=H(X)+H(Y)-H(X,Y)', note: { en: 'through entropies', 'zh-cn': '用熵表示' } },
    {
      tex: 'I(X;Y)=H(X)-H(X\\mid Y)',
      note: { en: 'as a reduction of uncertainty', 'zh-cn': '不确定性的减少量' },
    },
    {
      tex: 'I(X;Y)=D_{\\mathrm{KL}}\\left(p(x,y)\\,\\|\\,p(x)p(y)\\right)',
      note: { en: 'as a divergence from independence', 'zh-cn': '与独立情形的散度' },
    },
    { tex: 'I(X,Y)', note: { en: 'with a comma', 'zh-cn': '用逗号书写' } },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'Between 0 (independent) and the smaller of H(X) and H(Y).',
    'zh-cn': '介于 0（相互独立）与 H(X)、H(Y) 中较小者之间。',
  },
  limits: {
    en: 'Empty cells contribute 0. A copy of X shares all of H(X).',
    'zh-cn': '空格贡献为 0。X 的副本与 X 共享全部 H(X)。',
  },
  robustness: {
    en: 'From few samples it comes out too large, even for independent variables: about (r − 1)(c − 1)/(2N) nats.',
    'zh-cn': '样本少时会偏大，即使变量独立，也约为 (r − 1)(c − 1)/(2N) 奈特。',
  },
  curvature: {
    en: 'Concave in p(x) for fixed p(y|x), convex in p(y|x) for fixed p(x).',
    'zh-cn': 'p(y|x) 固定时关于 p(x) 凹，p(x) 固定时关于 p(y|x) 凸。',
  },
  use: {
    en: 'To rank discrete features, to compare clusterings, or to find any dependence, not only linear.',
    'zh-cn': '用于离散特征排序、比较聚类结果，或发现任意（不限于线性的）依赖关系。',
  },
  avoid: {
    en: 'Not on measurements as if they were labels: every value is then its own class and I = log N.',
    'zh-cn': '不要把连续测量值当作标签：那样每个值自成一类，I = log N。',
  },
  references: [`${coverThomas}, section 2.3`, 'sklearn.metrics.mutual_info_score (from labels, in nats)'],
  compute: ofTable(params, ['X', 'Y'], mutualInformationOf),
  termTex: (args, index, digits) => {
    const numbers = cellNumbers(args, index);
    if (numbers === undefined || numbers.cell === 0) return '0';
    const { cell, row, column } = numbers;
    const product = `${factorTex(row, digits)}\\times ${factorTex(column, digits)}`;
    return `${factorTex(cell, digits)}${logarithmTex(args.params.base)}\\frac{${digits(cell)}}{${product}}`;
  },
};
