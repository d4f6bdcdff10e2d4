import {
  squaredError,
  squaredErrorGradient,
  squaredErrorSlope,
  squaredErrorTerms,
} from '../../numeric/losses/squaredError';
import type { Formula } from '../formula';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';

/** The squared errors of checked arguments, for whatever is made of them. */
export const squaredErrors = residualComputation([], (prediction, target) => ({
  terms: (out, start, end) => squaredErrorTerms(out, prediction, target, start, end),
  gradient: (out, scale) => squaredErrorGradient(out, prediction, target, scale),
}));

export const mse: Formula = {
  id: 'mse',
  family: 'regression',
  names: {
    en: [
      'Mean squared error',
      'MSE',
      'L2 loss',
      'MSELoss',
      'squared error',
      'squared loss',
      'quadratic loss',
      'least squares',
      'mean square error',
      'squared L2',
    ],
    'zh-cn': [
      '均方误差',
      'L2 损失',
      'L2损失',
      '平方损失',
      '平方误差',
      '均方差',
      '均方误差损失',
      '二次损失',
      '最小二乘',
      '最小平方误差',
    ],
  },
  summary: {
    en: 'The average squared distance between prediction and target; minimised by the mean.',
    'zh-cn': '预测值与真实值之差的平方的平均；使其最小的常数是均值。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: { left: '\\mathrm{MSE}(y,\\hat y)', right: '\\frac{1}{n}\\sum_{i=1}^{n}(\\hat y_i-y_i)^2' },
  words: {
    en: 'one over n times the sum over i of y hat i minus y i, squared',
    'zh-cn': 'n 分之一乘以各项预测值减真实值之差的平方和',
  },
  notations: [
    {
      tex: '\\frac{1}{n}\\lVert\\hat{\\mathbf y}-\\mathbf y\\rVert_2^2',
      note: { en: 'As a norm', 'zh-cn': '范数形式' },
    },
    {
      tex: '\\mathbb{E}\\left[(y-\\hat y)^2\\right]',
      note: { en: 'As an expectation', 'zh-cn': '期望形式' },
    },
    {
      tex: '\\frac{1}{2n}\\sum_{i=1}^{n}(\\hat y_i-y_i)^2',
      note: {
        en: 'With the factor ½ of textbooks: half the value',
        'zh-cn': '教科书中带 ½ 的写法：数值减半',
      },
    },
  ],
  role: 'cost',
  range: {
    en: '[0, ∞), in the squared unit of the target; 0 only for perfect predictions',
    'zh-cn': '[0, ∞)，单位为目标单位的平方；仅当预测完全正确时为 0',
  },
  limits: {
    en: 'Grows quadratically; squares of residuals beyond 1.3·10¹⁵⁴ overflow to ∞.',
    'zh-cn': '二次增长；残差超过 1.3·10¹⁵⁴ 时平方溢出为 ∞。',
  },
  robustness: {
    en: 'Not robust: a residual ten times as large weighs a hundred times as much.',
    'zh-cn': '不稳健：残差大十倍，权重大一百倍。',
  },
  curvature: {
    en: 'Strictly convex with constant curvature 2 in the prediction.',
    'zh-cn': '严格凸，对预测值的曲率恒为 2。',
  },
  use: {
    en: 'Use it when errors are roughly normal and large ones are truly worse.',
    'zh-cn': '误差近似正态、且大误差确实更严重时使用。',
  },
  avoid: {
    en: 'Avoid it with outliers or heavy tails, where a few points decide everything.',
    'zh-cn': '有离群点或重尾时不宜使用：少数点会决定一切。',
  },
  references: ['torch.nn.MSELoss', 'sklearn.metrics.mean_squared_error'],
  compute: squaredErrors,
  termTex: (args, index, digits) => `(${residualTex(args, index, digits)})^2`,
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: squaredError,
    slope: squaredErrorSlope,
    curvature: () => 2,
  },
};
