import type { Formula, Parameter } from '../formula';
import {
  epsilonInsensitive,
  epsilonInsensitiveGradient,
  epsilonInsensitiveSlope,
  epsilonInsensitiveTerms,
} from '../../numeric/losses/epsilonInsensitive';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';
import { texNumber } from '../tex';

const epsilon: Parameter = {
  name: 'epsilon',
  label: { en: 'Tube ε', 'zh-cn': '不敏感带 ε' },
  symbol: '\\varepsilon',
  kind: 'number',
  default: 0.1,
  minimum: 0,
  slider: { from: 0, to: 2, step: 0.05 },
};

const params = [epsilon];

export const epsilonInsensitiveLoss: Formula = {
  id: 'epsilon-insensitive',
  family: 'regression',
  names: {
    en: [
      'Epsilon-insensitive loss',
      'ε-insensitive loss',
      'epsilon insensitive',
      'EpsilonInsensitiveLoss',
      'SVR loss',
      'Vapnik loss',
    ],
    'zh-cn': ['ε-不敏感损失', 'epsilon 不敏感损失', 'ε 不敏感损失', '不敏感损失', 'SVR 损失'],
  },
  summary: {
    en: 'The absolute error less a tolerance: errors within ε cost nothing.',
    'zh-cn': '绝对误差减去容差：ε 以内的误差不计代价。',
  },
  slots: [predictionSlot, targetSlot],
  params,
  tex: {
    left: 'L_\\varepsilon(y,\\hat y)',
    right: '\\max\\left(0,\\,\\lvert\\hat y-y\\rvert-\\varepsilon\\right)',
  },
  texWith: (given) =>
    `\\max\\left(0,\\,\\lvert\\hat y-y\\rvert-${texNumber(numberOf(given, 'epsilon'))}\\right)`,
  words: {
    en: 'the larger of zero and the absolute residual less epsilon',
    'zh-cn': '零与残差绝对值减 ε 二者中的较大者',
  },
  notations: [
    {
      tex: '\\left[\\lvert y-\\hat y\\rvert-\\varepsilon\\right]_+',
      note: { en: 'With the positive part', 'zh-cn': '正部记号' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 for errors up to ε', 'zh-cn': '[0, ∞)；误差不超过 ε 时为 0' },
  limits: { en: 'ε = 0 is the absolute error.', 'zh-cn': 'ε = 0 时即绝对误差。' },
  robustness: {
    en: 'Robust: constant pull outside the tube, none inside.',
    'zh-cn': '稳健：带外影响恒定，带内没有影响。',
  },
  curvature: { en: 'Convex, piecewise linear, with kinks at ±ε.', 'zh-cn': '凸、分段线性，在 ±ε 处有折点。' },
  use: {
    en: 'Use it for support vector regression, where small errors do not matter and solutions should be sparse.',
    'zh-cn': '用于支持向量回归：小误差无关紧要、且希望解稀疏。',
  },
  avoid: {
    en: 'Avoid it when small errors matter: inside the tube there is no gradient at all.',
    'zh-cn': '小误差也重要时不宜使用：带内完全没有梯度。',
  },
  references: [
    'Vapnik, The Nature of Statistical Learning Theory (1995)',
    'scikit-learn user guide, SVR and SGDRegressor',
  ],
  compute: residualComputation(params, (prediction, target, given) => {
    const epsilon = numberOf(given, 'epsilon');
    return {
      terms: (out, start, end) => epsilonInsensitiveTerms(out, prediction, target, epsilon, start, end),
      gradient: (out, scale) => epsilonInsensitiveGradient(out, prediction, target, epsilon, scale),
    };
  }),
  termTex: (args, index, digits) =>
    `\\max(0,\\,\\lvert ${residualTex(args, index, digits)}\\rvert-${digits(numberOf(args.params, 'epsilon'))})`,
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: (r, given) => epsilonInsensitive(r, numberOf(given, 'epsilon')),
    slope: (r, given) => epsilonInsensitiveSlope(r, numberOf(given, 'epsilon')),
    curvature: () => 0,
  },
};
