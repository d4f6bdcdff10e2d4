import { conditionalMutualInformation as conditionalMutualInformationOf } from '../../numeric/information/conditionalMutualInformation';
import type { Formula } from '../formula';
import { contingencySlot, jointSlot, labelsX, labelsY, labelsZ, ofTable, tableOf } from './jointInput';
import { baseParameter, coverThomas } from './shared';
import { marginalAt } from './tableTex';
import { factorTex, logOfParams, withLogarithm } from './tex';

const params = [baseParameter()];
const right = (log: string): string => `\\sum_{x,y,z} p(x,y,z)${log}\\frac{p(z)\\,p(x,y,z)}{p(x,z)\\,p(y,z)}`;

export const conditionalMutualInformation: Formula = {
  id: 'conditional-mutual-information',
  family: 'information',
  names: {
    en: ['Conditional mutual information', 'CMI', 'conditional information'],
    'zh-cn': ['条件互信息', '条件互信息量'],
  },
  summary: {
    en: 'What X tells about Y beyond what Z already tells.',
    'zh-cn': '在 Z 已知的前提下，X 还能提供多少关于 Y 的信息。',
  },
  slots: [
    {
      ...jointSlot,
      label: { en: 'Joint probabilities, axes X, Y, Z', 'zh-cn': '联合概率表，轴依次为 X、Y、Z' },
      symbol: 'p(x,y,z)',
      axes: ['X', 'Y', 'Z'],
    },
    { ...contingencySlot, axes: ['X', 'Y', 'Z'] },
    labelsX,
    labelsY,
    labelsZ,
  ],
  params,
  tex: { left: 'I(X;Y\\mid Z)', right: right('\\log') },
  texWith: withLogarithm(right),
  words: {
    en: 'the sum over all triples of their probability times the logarithm of p of z times p of x, y, z over p of x, z times p of y, z',
    'zh-cn': '对所有取值三元组求其概率乘以 p(z)p(x,y,z) 与 p(x,z)p(y,z) 之比的对数，再求和',
  },
  notations: [
    {
      tex: 'I(X;Y\\mid Z)=H(X\\mid Z)-H(X\\mid Y,Z)',
      note: { en: 'as a reduction of uncertainty', 'zh-cn': '不确定性的减少量' },
    },
    {
      tex: 'I(X;Y\\mid Z)=H(X,Z)+H(Y,Z)-H(X,Y,Z)-H(Z)',
      note: { en: 'through entropies', 'zh-cn': '用熵表示' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'From 0 (independent given Z) to the smaller of H(X|Z) and H(Y|Z).',
    'zh-cn': '从 0（给定 Z 时独立）到 H(X|Z) 与 H(Y|Z) 中的较小者。',
  },
  limits: {
    en: 'May be larger or smaller than I(X;Y): a common effect Z creates dependence, a common cause removes it.',
    'zh-cn': '可大于或小于 I(X;Y)：共同结果 Z 会产生依赖，共同原因 Z 会消除依赖。',
  },
  robustness: {
    en: 'Needs many samples: each value of Z has a table of its own, and bias adds up over them.',
    'zh-cn': '需要大量样本：Z 的每个取值各有一张表，偏差会累加。',
  },
  curvature: { en: 'Neither convex nor concave in the table.', 'zh-cn': '关于联合概率表既不凸也不凹。' },
  use: {
    en: 'For feature selection that avoids redundancy, for tests of conditional independence, for transfer entropy.',
    'zh-cn': '用于避免冗余的特征选择、条件独立性检验、转移熵。',
  },
  avoid: {
    en: 'Not as evidence of a direct cause, and not with a Z of nearly as many values as samples.',
    'zh-cn': '不能作为直接因果的证据；Z 的取值数接近样本数时也不宜使用。',
  },
  references: [`${coverThomas}, section 2.5`],
  compute: ofTable(params, ['X', 'Y', 'Z'], conditionalMutualInformationOf),
  termTex: (args, index, digits) => {
    const table = tableOf(args, ['X', 'Y', 'Z']);
    if (!table.ok) return '';
    const [cell, z, xz, yz] = [[0, 1, 2], [2], [0, 2], [1, 2]].map((kept) =>
      marginalAt(table.value, index, kept),
    );
    if (cell === 0) return '0';
    const [p, given, left, right] = [cell, z, xz, yz].map((x) => factorTex(x, digits));
    return `${p}${logOfParams(args.params)}\\frac{${given}\\times ${p}}{${left}\\times ${right}}`;
  },
};
