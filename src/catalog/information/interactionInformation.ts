import { fail, succeed } from '../../base/result';
import {
  groupAt,
  interactionInformation as interactionInformationOf,
} from '../../numeric/information/interactionInformation';
import { onTable, variableNames } from '../../numeric/information/tableInformation';
import type { Arguments, Formula, Parameter } from '../formula';
import { withParams } from './arguments';
import { severalVariables, tableOf } from './jointInput';
import { baseParameter } from './shared';

const kind: Parameter = {
  name: 'kind',
  label: { en: 'Sign', 'zh-cn': '符号约定' },
  symbol: '',
  kind: 'choice',
  default: 'interaction',
  choices: [
    {
      value: 'interaction',
      label: { en: 'interaction: synergy is positive', 'zh-cn': '交互信息：协同为正' },
    },
    {
      value: 'co-information',
      label: { en: 'co-information: redundancy is positive', 'zh-cn': '共信息：冗余为正' },
    },
  ],
};

const params = [kind, baseParameter()];

/** 2^20 groups of variables are as many as there is any use for; a table of rank 20 has at least as many cells. */
const mostVariables = 20;

export const interactionInformation: Formula = {
  id: 'interaction-information',
  family: 'information',
  names: {
    en: ['Interaction information', 'co-information', 'multivariate mutual information (McGill)', 'synergy'],
    'zh-cn': ['交互信息', '交互作用信息', '共信息', '多变量互信息'],
  },
  summary: {
    en: 'What several variables share only as a whole: whether a third one creates or explains the dependence of two.',
    'zh-cn': '多个变量作为整体才共有的信息：第三个变量是产生还是解释了另外两个的依赖。',
  },
  slots: severalVariables,
  params,
  tex: { left: 'I(X;Y;Z)', right: 'I(X;Y\\mid Z)-I(X;Y)' },
  texWith: (given) => (given.kind === 'co-information' ? 'I(X;Y)-I(X;Y\\mid Z)' : 'I(X;Y\\mid Z)-I(X;Y)'),
  words: {
    en: 'the mutual information of X and Y given Z less their mutual information',
    'zh-cn': '给定 Z 时 X 与 Y 的互信息减去 X 与 Y 的互信息',
  },
  notations: [
    {
      tex: 'I(X;Y;Z)=I(X;Y)-I(X;Y\\mid Z)',
      note: { en: 'co-information, the opposite sign', 'zh-cn': '共信息，符号相反' },
    },
    {
      tex: 'I(X_1;\\dots;X_n)=-\\sum_{\\emptyset\\ne S}(-1)^{n-|S|}H(X_S)',
      note: { en: 'of n variables', 'zh-cn': 'n 个变量的情形' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'Either sign: ±1 bit for three fair bits (one the exclusive or of the others, or all equal).',
    'zh-cn': '可正可负：三个公平比特时为 ±1 比特（其一为另两者的异或，或三者相等）。',
  },
  limits: {
    en: '0 as soon as one variable is independent of all others together.',
    'zh-cn': '只要有一个变量与其余全体独立，其值即为 0。',
  },
  robustness: {
    en: 'A difference of estimates, hence noisy with few samples.',
    'zh-cn': '是若干估计量之差，样本少时噪声较大。',
  },
  curvature: { en: 'Neither convex nor concave.', 'zh-cn': '既不凸也不凹。' },
  use: {
    en: 'To tell synergy (an exclusive or) from redundancy (copies) among three variables.',
    'zh-cn': '用于区分三个变量之间的协同（如异或）与冗余（如副本）。',
  },
  avoid: {
    en: 'Synergy and redundancy can cancel, so 0 does not mean neither; authors disagree on the sign.',
    'zh-cn': '协同与冗余可能相互抵消，因此 0 不代表两者都不存在；不同作者的符号约定也不同。',
  },
  references: ['W. J. McGill, Multivariate information transmission, Psychometrika 19 (1954)'],
  compute: withParams(params, (args, base) => {
    const table = tableOf(args, undefined);
    if (!table.ok) return table;
    const variables = table.value.cells.shape.length;
    if (variables > mostVariables) return fail(tooManyVariables(variables));
    const sign = kindOf(args.params);
    return succeed(onTable(table.value, base, (rescaled) => interactionInformationOf(rescaled, sign, base)));
  }),
  termTex: (args, index) => {
    const table = tableOf(args, undefined);
    if (!table.ok) return '';
    const names = variableNames(table.value.cells.shape.length);
    const { axes, sign } = groupAt(index, names.length, kindOf(args.params));
    const group = axes.map((axis) => names[axis].replace(/\d+/, '_{$&}')).join(',');
    return `${sign < 0 ? '-' : ''}H(${group})`;
  },
};

function kindOf(given: Arguments['params']): 'interaction' | 'co-information' {
  return given.kind === 'co-information' ? 'co-information' : 'interaction';
}

function tooManyVariables(found: number) {
  return {
    code: 'too-large',
    message: {
      en: `Interaction information needs the entropies of all groups of variables; ${found} variables are too many, ${mostVariables} the most.`,
      'zh-cn': `交互信息需要所有变量组合的熵；${found} 个变量过多，最多 ${mostVariables} 个。`,
    },
  } as const;
}
