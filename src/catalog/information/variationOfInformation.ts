import { variationOfInformation as variationOfInformationOf } from '../../numeric/information/variationOfInformation';
import type { Formula } from '../formula';
import { ofTable, twoVariables } from './jointInput';
import { baseParameter } from './shared';
import { cellNumbers } from './tableTex';
import { factorTex, logarithmTex, withLogarithm } from './tex';

const params = [baseParameter()];
const right = (log: string): string =>
  `-\\sum_{x,y} p(x,y)\\left(${log}\\frac{p(x,y)}{p(x)}+${log}\\frac{p(x,y)}{p(y)}\\right)`;

export const variationOfInformation: Formula = {
  id: 'variation-of-information',
  family: 'information',
  names: {
    en: ['Variation of information', 'shared information distance', 'VI'],
    'zh-cn': ['信息变差', '信息变异', '信息差异度', 'VI 距离'],
  },
  summary: {
    en: 'What two variables do not share: the uncertainty of each given the other, added up.',
    'zh-cn': '两个变量不共有的信息：各自在已知对方时的不确定性之和。',
  },
  slots: twoVariables,
  params,
  tex: { left: '\\mathrm{VI}(X,Y)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'the conditional entropy of X given Y plus that of Y given X',
    'zh-cn': '已知 Y 时 X 的条件熵，加上已知 X 时 Y 的条件熵',
  },
  notations: [
    {
      tex: '\\mathrm{VI}(X,Y)=H(X\\mid Y)+H(Y\\mid X)',
      note: { en: 'through conditional entropies', 'zh-cn': '用条件熵表示' },
    },
    { tex: 'd(X,Y)=H(X,Y)-I(X;Y)', note: { en: 'what is not shared', 'zh-cn': '不共有的部分' } },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'From 0 (each determines the other) to H(X, Y); at most log N for N samples.',
    'zh-cn': '从 0（相互决定）到 H(X, Y)；N 个样本时不超过 log N。',
  },
  limits: { en: 'Empty cells contribute 0.', 'zh-cn': '空格贡献为 0。' },
  robustness: {
    en: 'Splitting a large cluster costs more than splitting a small one.',
    'zh-cn': '拆分大簇的代价高于拆分小簇。',
  },
  curvature: { en: 'Concave in the joint table.', 'zh-cn': '关于联合概率表凹。' },
  use: {
    en: 'To compare clusterings with a true metric that obeys the triangle inequality.',
    'zh-cn': '用于以满足三角不等式的真正度量比较聚类结果。',
  },
  avoid: {
    en: 'Not across data sets of different size without dividing by log N or H(X, Y).',
    'zh-cn': '数据规模不同时，不宜未除以 log N 或 H(X, Y) 就直接比较。',
  },
  references: [
    'M. Meilă, Comparing clusterings—an information based distance, Journal of Multivariate Analysis 98 (2007)',
  ],
  compute: ofTable(params, ['X', 'Y'], variationOfInformationOf),
  termTex: (args, index, digits) => {
    const numbers = cellNumbers(args, index);
    if (numbers === undefined || numbers.cell === 0) return '0';
    const log = logarithmTex(args.params.base);
    const [p, px, py] = [numbers.cell, numbers.row, numbers.column].map(digits);
    return `-${factorTex(numbers.cell, digits)}\\left(${log}\\frac{${p}}{${px}}+${log}\\frac{${p}}{${py}}\\right)`;
  },
};
