import type { Formula, Parameter } from '../formula';
import {
  squaredEpsilonInsensitive,
  squaredEpsilonInsensitiveCurvature,
  squaredEpsilonInsensitiveGradient,
  squaredEpsilonInsensitiveSlope,
  squaredEpsilonInsensitiveTerms,
} from '../../numeric/losses/squaredEpsilonInsensitive';
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

export const squaredEpsilonInsensitiveLoss: Formula = {
  id: 'squared-epsilon-insensitive',
  family: 'regression',
  names: {
    en: ['Squared epsilon-insensitive loss', 'squared ε-insensitive loss', 'L2 epsilon-insensitive'],
    'zh-cn': ['平方 ε-不敏感损失', '平方epsilon不敏感损失', 'ε-不敏感平方损失', 'L2 不敏感损失'],
  },
  summary: {
    en: 'The square of what an error exceeds the tolerance ε by.',
    'zh-cn': '误差超出容差 ε 部分的平方。',
  },
  slots: [predictionSlot, targetSlot],
  params,
  tex: {
    left: 'L_\\varepsilon(y,\\hat y)',
    right: '\\max\\left(0,\\,\\lvert\\hat y-y\\rvert-\\varepsilon\\right)^2',
  },
  texWith: (given) =>
    `\\max\\left(0,\\,\\lvert\\hat y-y\\rvert-${texNumber(numberOf(given, 'epsilon'))}\\right)^2`,
  words: {
    en: 'the larger of zero and the absolute residual less epsilon, squared',
    'zh-cn': '零与残差绝对值减 ε 二者中的较大者的平方',
  },
  notations: [
    {
      tex: '\\left[\\lvert y-\\hat y\\rvert-\\varepsilon\\right]_+^2',
      note: { en: 'With the positive part', 'zh-cn': '正部记号' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 for errors up to ε', 'zh-cn': '[0, ∞)；误差不超过 ε 时为 0' },
  limits: { en: 'ε = 0 is the squared error.', 'zh-cn': 'ε = 0 时即平方误差。' },
  robustness: {
    en: 'Not robust: beyond the tube it grows quadratically.',
    'zh-cn': '不稳健：带外二次增长。',
  },
  curvature: {
    en: 'Convex with a continuous slope; curvature 2 outside the tube.',
    'zh-cn': '凸，导数连续；带外曲率为 2。',
  },
  use: {
    en: 'Use it for support vector regression where large errors should count more.',
    'zh-cn': '用于希望更重视大误差的支持向量回归。',
  },
  avoid: { en: 'Avoid it with outliers.', 'zh-cn': '有离群点时不宜使用。' },
  references: [
    'Vapnik, The Nature of Statistical Learning Theory (1995)',
    'scikit-learn user guide, SVR and SGDRegressor',
  ],
  compute: residualComputation(params, (prediction, target, given) => {
    const epsilon = numberOf(given, 'epsilon');
    return {
      terms: (out, start, end) =>
        squaredEpsilonInsensitiveTerms(out, prediction, target, epsilon, start, end),
      gradient: (out, scale) => squaredEpsilonInsensitiveGradient(out, prediction, target, epsilon, scale),
    };
  }),
  termTex: (args, index, digits) =>
    `\\max(0,\\,\\lvert ${residualTex(args, index, digits)}\\rvert-${digits(numberOf(args.params, 'epsilon'))})^2`,
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: (r, given) => squaredEpsilonInsensitive(r, numberOf(given, 'epsilon')),
    slope: (r, given) => squaredEpsilonInsensitiveSlope(r, numberOf(given, 'epsilon')),
    curvature: (r, given) => squaredEpsilonInsensitiveCurvature(r, numberOf(given, 'epsilon')),
  },
};
