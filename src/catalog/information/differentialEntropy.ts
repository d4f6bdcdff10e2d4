import { fail, succeed, type Problem } from '../../base/result';
import {
  differentialEntropy as differentialEntropyOf,
  type Density,
} from '../../numeric/distributions/differentialEntropy';
import { parameterInRange } from '../../numeric/checks/parameters';
import type { Arguments, Formula, Parameter } from '../formula';
import { numberOf } from '../params';
import { atom, texNumber } from '../tex';
import { withParams } from './arguments';
import { baseParameter, coverThomas } from './shared';
import { logOfParams } from './tex';

const distribution: Parameter = {
  name: 'distribution',
  label: { en: 'Distribution', 'zh-cn': '分布' },
  symbol: '',
  kind: 'choice',
  default: 'normal',
  choices: [
    { value: 'normal', label: { en: 'normal', 'zh-cn': '正态分布' } },
    { value: 'pareto', label: { en: 'Pareto', 'zh-cn': '帕累托分布' } },
    { value: 'uniform', label: { en: 'uniform', 'zh-cn': '均匀分布' } },
    { value: 'exponential', label: { en: 'exponential', 'zh-cn': '指数分布' } },
    { value: 'laplace', label: { en: 'Laplace', 'zh-cn': '拉普拉斯分布' } },
  ],
};

function parameter(
  name: string,
  symbol: string,
  en: string,
  zh: string,
  usual: number,
  slider: Parameter['slider'],
): Parameter {
  return {
    name,
    label: { en, 'zh-cn': zh },
    symbol,
    kind: 'number',
    default: usual,
    ...(slider && { slider }),
  };
}

const upToFive = { from: 0.1, to: 5, step: 0.1 };
const aroundZero = { from: -5, to: 5, step: 0.1 };

const params: readonly Parameter[] = [
  distribution,
  parameter('mu', '\\mu', 'Location (does not matter)', '位置（不影响结果）', 0, aroundZero),
  parameter('sigma', '\\sigma', 'Standard deviation (normal)', '标准差（正态）', 1, upToFive),
  parameter('xm', 'x_m', 'Smallest value (Pareto)', '最小值（帕累托）', 1, upToFive),
  parameter('alpha', '\\alpha', 'Tail index (Pareto)', '尾指数（帕累托）', 2, upToFive),
  parameter('a', 'a', 'Lower end (uniform)', '下界（均匀）', 0, aroundZero),
  parameter(
    'b',
    'b',
    'Upper end (uniform) or scale (Laplace)',
    '上界（均匀）或尺度（拉普拉斯）',
    1,
    aroundZero,
  ),
  parameter('lambda', '\\lambda', 'Rate (exponential)', '速率（指数）', 1, upToFive),
  baseParameter('e'),
];

const positive = { minimum: 0, exclusiveMinimum: true };

/** The parameters that the chosen density has, and what each must be. */
function densityOf(given: Arguments['params']): Density | Problem {
  const number = (name: string): number => numberOf(given, name);
  const check = (...names: string[]): Problem | undefined => {
    for (const name of names) {
      const problem = parameterInRange(name, number(name), positive);
      if (problem) return problem;
    }
    return undefined;
  };
  switch (given.distribution) {
    case 'pareto':
      return check('xm', 'alpha') ?? { distribution: 'pareto', xm: number('xm'), alpha: number('alpha') };
    case 'uniform': {
      const [a, b] = [number('a'), number('b')];
      const above = { minimum: a, exclusiveMinimum: true };
      const problem = parameterInRange('a', a, {}) ?? parameterInRange('b', b, above);
      return problem ?? { distribution: 'uniform', a, b };
    }
    case 'exponential':
      return check('lambda') ?? { distribution: 'exponential', lambda: number('lambda') };
    case 'laplace':
      return check('b') ?? { distribution: 'laplace', b: number('b') };
    default:
      return check('sigma') ?? { distribution: 'normal', sigma: number('sigma') };
  }
}

type Write = (name: string) => string;

/** The closed form of each density; `e` is written where its logarithm is not 1. */
const closedForms: { readonly [distribution: string]: (value: Write, log: string, nat: string) => string } = {
  normal: (v, log) => `\\tfrac12${log}\\left(2\\pi e\\cdot ${v('sigma')}^2\\right)`,
  pareto: (v, log, nat) => {
    const rest = `\\frac{1}{${v('alpha')}}+1`;
    return `${log}\\frac{${v('xm')}}{${v('alpha')}}+${nat === '1' ? rest : `\\left(${rest}\\right)${nat}`}`;
  },
  uniform: (v, log) => `${log}\\left(${v('b')}-${v('a')}\\right)`,
  exponential: (v, log, nat) => `${nat}-${log} ${v('lambda')}`,
  laplace: (v, log, nat) => `${nat}+${log}\\left(2\\cdot ${v('b')}\\right)`,
};

function closedForm(given: Arguments['params']): string {
  const form = closedForms[String(given.distribution)] ?? closedForms.normal;
  const log = logOfParams(given);
  return form((name) => atom(texNumber(numberOf(given, name))), log, log === '\\ln' ? '1' : `${log} e`);
}

export const differentialEntropy: Formula = {
  id: 'differential-entropy',
  family: 'information',
  names: {
    en: [
      'Differential entropy',
      'continuous entropy',
      'entropy of a density',
      'entropy of a normal distribution',
      'Gaussian entropy',
    ],
    'zh-cn': ['微分熵', '连续熵', '差分熵', '连续型随机变量的熵', '概率密度的熵', '高斯分布的熵'],
  },
  summary: {
    en: 'The entropy of a density: how widely it spreads, on a logarithmic scale.',
    'zh-cn': '概率密度的熵：以对数尺度衡量其散布的宽度。',
  },
  slots: [],
  params,
  tex: { left: 'h(X)', right: '-\\int f(x)\\ln f(x)\\,\\mathrm{d}x' },
  texWith: closedForm,
  words: {
    en: 'minus the integral of the density times its logarithm',
    'zh-cn': '密度乘以其对数的积分，再取负号',
  },
  notations: [
    {
      tex: 'h(X)=\\tfrac12\\ln\\left(2\\pi e\\sigma^2\\right)',
      note: { en: 'normal', 'zh-cn': '正态分布' },
    },
    {
      tex: 'h(X)=\\ln\\frac{x_m}{\\alpha}+\\frac1\\alpha+1',
      note: { en: 'Pareto', 'zh-cn': '帕累托分布' },
    },
    { tex: 'h(X)=\\ln(b-a)', note: { en: 'uniform', 'zh-cn': '均匀分布' } },
    { tex: 'h(X)=1-\\ln\\lambda', note: { en: 'exponential', 'zh-cn': '指数分布' } },
    { tex: 'h(X)=1+\\ln(2b)', note: { en: 'Laplace', 'zh-cn': '拉普拉斯分布' } },
    {
      tex: 'H(X)=-\\int p(x)\\log p(x)\\,\\mathrm{d}x',
      note: { en: 'with p and H', 'zh-cn': '用 p 与 H 书写' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'Any real number: negative for densities narrower than the unit of measurement.',
    'zh-cn': '任意实数：密度比计量单位更窄时为负。',
  },
  limits: {
    en: 'Stretching x by c adds ln c. For given variance the normal has the most; a Pareto tail with α → 0 has no bound, because ever larger values keep a share of the probability, yet it stays finite for every α > 0, even where mean and variance do not exist.',
    'zh-cn':
      '将 x 放大 c 倍会增加 ln c。方差给定时正态分布最大；帕累托分布在 α → 0 时无界，因为越来越大的值始终占有一份概率；但对任意 α > 0 它都有限，即使均值与方差不存在。',
  },
  robustness: {
    en: 'A heavy tail raises it only logarithmically: one huge value moves the variance at will, the entropy hardly.',
    'zh-cn': '厚尾只会使其按对数增长：一个极大的值可以任意改变方差，却几乎不改变熵。',
  },
  curvature: { en: 'Concave in the density.', 'zh-cn': '关于密度凹。' },
  use: {
    en: 'To compare spreads of densities on the same scale, for maximum-entropy models, or as policy entropy of continuous actions.',
    'zh-cn': '用于在同一尺度上比较密度的散布、构造最大熵模型，或作为连续动作策略的熵。',
  },
  avoid: {
    en: 'It is no number of bits to store x: it changes with the unit and can be negative. Differences and mutual information are free of that.',
    'zh-cn': '它不是存储 x 所需的比特数：会随单位改变且可能为负。熵差与互信息则不受此影响。',
  },
  references: [`${coverThomas}, chapter 8 and table 17.1`, 'scipy.stats.norm.entropy and the like'],
  compute: withParams(params, (args, base) => {
    const density = densityOf(args.params);
    if ('code' in density) return fail(density);
    const { value, gradient } = differentialEntropyOf(density, base);
    return succeed({
      shape: [],
      reduction: 'sum',
      reducible: false,
      value,
      terms: (out) => out.fill(value, 0, 1),
      gradient: () =>
        Object.fromEntries(
          Object.entries(gradient).map(([name, slope]) => [
            name,
            { values: Float64Array.of(slope), shape: [] },
          ]),
        ),
    });
  }),
};
