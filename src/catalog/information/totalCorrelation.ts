import { totalCorrelation as totalCorrelationOf } from '../../numeric/information/totalCorrelation';
import type { Formula } from '../formula';
import { ofTable, severalVariables, tableOf } from './jointInput';
import { baseParameter } from './shared';
import { marginalAt } from './tableTex';
import { factorTex, logOfParams, withLogarithm } from './tex';

const params = [baseParameter()];
const right = (log: string): string =>
  `\\sum_{x_1,\\dots,x_n} p(x_1,\\dots,x_n)${log}\\frac{p(x_1,\\dots,x_n)}{p(x_1)\\cdots p(x_n)}`;

export const totalCorrelation: Formula = {
  id: 'total-correlation',
  family: 'information',
  names: {
    en: [
      'Total correlation',
      'multi-information',
      'multiinformation',
      'multivariate mutual information (Watanabe)',
    ],
    'zh-cn': ['总相关', '总相关量', '多元信息', '全相关'],
  },
  summary: {
    en: 'How far several variables are from being independent of each other.',
    'zh-cn': '多个变量偏离相互独立的程度。',
  },
  slots: severalVariables,
  params,
  tex: { left: 'C(X_1,\\dots,X_n)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'the divergence of the joint distribution from the product of its marginals',
    'zh-cn': '联合分布相对于边缘分布乘积的散度',
  },
  notations: [
    {
      tex: 'C(X_1,\\dots,X_n)=\\sum_{i=1}^{n}H(X_i)-H(X_1,\\dots,X_n)',
      note: { en: 'through entropies', 'zh-cn': '用熵表示' },
    },
    { tex: '\\mathrm{TC}(X)', note: { en: 'abbreviated', 'zh-cn': '缩写' } },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'From 0 (independent) to the sum of the entropies less the largest one.',
    'zh-cn': '从 0（相互独立）到各熵之和减去最大的熵。',
  },
  limits: {
    en: 'For two variables it is the mutual information. Empty cells contribute 0.',
    'zh-cn': '两个变量时即互信息。空格贡献为 0。',
  },
  robustness: {
    en: 'From few samples it comes out too large, the more so the more cells the table has.',
    'zh-cn': '样本少时会偏大，格子越多偏差越大。',
  },
  curvature: { en: 'Neither convex nor concave in the table.', 'zh-cn': '关于联合概率表既不凸也不凹。' },
  use: {
    en: 'To measure redundancy in a set of features, or as the independence criterion of ICA and of disentangled codes.',
    'zh-cn': '用于衡量一组特征的冗余，或作为 ICA 与解耦表示的独立性准则。',
  },
  avoid: {
    en: 'It does not say which variables depend on which: look at pairs and conditionals for that.',
    'zh-cn': '它不说明哪些变量相互依赖：此时应考察两两之间及条件下的量。',
  },
  references: [
    'S. Watanabe, Information theoretical analysis of multivariate correlation, IBM Journal 4 (1960)',
  ],
  compute: ofTable(params, undefined, totalCorrelationOf),
  termTex: (args, index, digits) => {
    const table = tableOf(args, undefined);
    if (!table.ok) return '';
    const axes = table.value.cells.shape.map((_, axis) => axis);
    const cell = marginalAt(table.value, index, axes);
    if (cell === 0) return '0';
    const singles = axes.map((axis) => factorTex(marginalAt(table.value, index, [axis]), digits));
    const ratio = `\\frac{${digits(cell)}}{${singles.join('\\times ')}}`;
    return `${factorTex(cell, digits)}${logOfParams(args.params)}${ratio}`;
  },
};
