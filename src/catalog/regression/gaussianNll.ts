import { fail, succeed } from '../../base/result';
import { nonNegative } from '../../numeric/checks/domains';
import { nonEmpty, sameShape } from '../../numeric/checks/shapes';
import {
  gaussianConstant,
  gaussianNll,
  gaussianNllGradient,
  gaussianNllTerms,
  gaussianNllVarianceGradient,
} from '../../numeric/losses/gaussianNll';
import { bind } from '../binding';
import type { Formula, Parameter, Slot } from '../formula';
import { numberOf, paramsProblem } from '../params';
import { meanScale, residualGradient } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';

const full: Parameter = {
  name: 'full',
  label: { en: 'With ½ ln 2π', 'zh-cn': '含 ½ ln 2π' },
  symbol: '\\tfrac12\\ln 2\\pi',
  kind: 'boolean',
  default: false,
};

const epsilon: Parameter = {
  name: 'epsilon',
  label: { en: 'Least variance ε', 'zh-cn': '最小方差 ε' },
  symbol: '\\varepsilon',
  kind: 'number',
  default: 1e-6,
  minimum: 0,
};

const params = [full, epsilon];

const varianceSlot: Slot = {
  name: 'variance',
  role: 'other',
  label: { en: 'Variance', 'zh-cn': '方差' },
  symbol: '\\sigma^2',
  domain: { en: 'non-negative numbers', 'zh-cn': '非负数' },
  usualNames: ['var', 'variance', 'variances', 'sigma2', 'sigma_sq', 'sigma2_pred', '方差'],
};

export const gaussianNllLoss: Formula = {
  id: 'gaussian-nll',
  family: 'regression',
  names: {
    en: [
      'Gaussian negative log-likelihood',
      'Gaussian NLL',
      'GaussianNLLLoss',
      'normal negative log-likelihood',
      'heteroscedastic loss',
    ],
    'zh-cn': [
      '高斯负对数似然',
      '高斯 NLL 损失',
      '高斯负对数似然损失',
      '正态负对数似然',
      '高斯损失',
      '异方差损失',
    ],
  },
  summary: {
    en: 'The negative log-likelihood of targets under normal distributions of predicted mean and variance.',
    'zh-cn': '目标在预测均值与方差的正态分布下的负对数似然。',
  },
  slots: [predictionSlot, targetSlot, varianceSlot],
  params,
  tex: {
    left: 'L(y,\\hat y,\\sigma^2)',
    right: '\\tfrac12\\left(\\ln\\sigma^2+\\frac{(\\hat y-y)^2}{\\sigma^2}\\right)',
  },
  texWith: (given) => `${gaussianNllLoss.tex.right}${given.full === true ? '+\\tfrac12\\ln 2\\pi' : ''}`,
  words: {
    en: 'half the natural logarithm of the variance plus half the squared residual over the variance',
    'zh-cn': '方差自然对数的一半加残差平方除以方差的一半',
  },
  notations: [
    {
      tex: '\\ln\\sigma+\\frac{(y-\\mu)^2}{2\\sigma^2}+\\tfrac12\\ln 2\\pi',
      note: { en: 'By the standard deviation, whole', 'zh-cn': '以标准差表示的完整形式' },
    },
  ],
  role: 'loss',
  range: { en: '(−∞, ∞): a density may exceed 1', 'zh-cn': '(−∞, ∞)：密度可以大于 1' },
  limits: {
    en: 'Variances below ε are raised to it, lest a perfect fit give −∞.',
    'zh-cn': '小于 ε 的方差提升为 ε，以免完美拟合给出 −∞。',
  },
  robustness: {
    en: 'Robust only through the variance, which may grow to excuse outliers.',
    'zh-cn': '仅通过方差获得稳健性：方差可增大以容忍离群点。',
  },
  curvature: {
    en: 'Convex in the mean; not in mean and variance together.',
    'zh-cn': '对均值凸；对均值与方差联合非凸。',
  },
  use: {
    en: 'Use it to learn a mean and its uncertainty together.',
    'zh-cn': '用于同时学习均值及其不确定性。',
  },
  avoid: {
    en: 'Avoid feeding it standard deviations or logarithms: it wants variances.',
    'zh-cn': '不要传入标准差或对数：它要的是方差。',
  },
  references: [
    'torch.nn.GaussianNLLLoss',
    'Nix and Weigend, Estimating the Mean and Variance of the Target Probability Distribution (1994)',
  ],
  compute: (args) => {
    const bound = bind(args, ['prediction', 'target', 'variance']);
    if (!bound.ok) return bound;
    const { prediction, target, variance } = bound.value;
    const problem =
      paramsProblem(params, args.params) ??
      sameShape('prediction', prediction, 'target', target) ??
      sameShape('prediction', prediction, 'variance', variance) ??
      nonEmpty('prediction', prediction) ??
      nonNegative('variance', variance);
    if (problem) return fail(problem);
    const [x, y, v] = [prediction.values, target.values, variance.values];
    const epsilon = numberOf(args.params, 'epsilon');
    const constant = gaussianConstant(args.params.full === true);
    const terms = (out: Float64Array, start: number, end: number): void =>
      gaussianNllTerms(out, x, y, v, epsilon, constant, start, end);
    const gradient = (out: Float64Array, scale: number): void =>
      gaussianNllGradient(out, x, y, v, epsilon, scale);
    return succeed({
      shape: prediction.shape,
      terms,
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => {
        const scale = meanScale(reduction, prediction);
        const values = new Float64Array(v.length);
        gaussianNllVarianceGradient(values, x, y, v, epsilon, scale);
        return {
          ...residualGradient({ terms, gradient }, prediction, scale),
          variance: { values, shape: variance.shape },
        };
      },
    });
  },
  termTex: (args, index, digits) => {
    const epsilon = numberOf(args.params, 'epsilon');
    const v = digits(Math.max(args.arrays.variance.values[index], epsilon));
    const constant = args.params.full === true ? '+\\tfrac12\\ln 2\\pi' : '';
    return `\\tfrac12\\left(\\ln ${v}+\\frac{(${residualTex(args, index, digits)})^2}{${v}}\\right)${constant}`;
  },
  curve: {
    axis: 'residual',
    label: { en: 'residual ŷ − y at variance 1', 'zh-cn': '残差 ŷ − y（方差为 1）' },
    from: -3,
    to: 3,
    value: (r, given) => gaussianNll(r, 1, 0, gaussianConstant(given.full === true)),
    slope: (r) => r,
    curvature: () => 1,
  },
};
