import type { Formula } from '../formula';
import {
  percentageErrorGradient,
  percentageErrorTargetGradient,
  percentageErrorTerms,
} from '../../numeric/losses/percentageError';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { printed, residualTex } from '../terms';

export const mape: Formula = {
  id: 'mape',
  family: 'regression',
  names: {
    en: [
      'Mean absolute percentage error',
      'MAPE',
      'mean absolute percentage deviation',
      'MAPD',
      'relative absolute error',
    ],
    'zh-cn': ['平均绝对百分比误差', 'MAPE', '平均绝对百分误差', '平均绝对百分比偏差', '平均绝对相对误差'],
  },
  summary: {
    en: 'The average absolute error as a fraction of the target (0.1 is 10 %).',
    'zh-cn': '绝对误差占真实值的比例的平均（0.1 即 10 %）。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: {
    left: '\\mathrm{MAPE}(y,\\hat y)',
    right: '\\frac{1}{n}\\sum_{i=1}^{n}\\left\\lvert\\frac{\\hat y_i-y_i}{y_i}\\right\\rvert',
  },
  words: {
    en: 'one over n times the sum over i of the absolute value of y hat i minus y i over y i',
    'zh-cn': 'n 分之一乘以各项残差与真实值之比的绝对值之和',
  },
  notations: [
    {
      tex: '\\frac{100\\,\\%}{n}\\sum_{i=1}^{n}\\left\\lvert\\frac{y_i-\\hat y_i}{y_i}\\right\\rvert',
      note: { en: 'In percent', 'zh-cn': '以百分比表示' },
    },
  ],
  role: 'measure',
  range: { en: '[0, ∞); a prediction of 0 costs exactly 1', 'zh-cn': '[0, ∞)；预测为 0 时恰为 1' },
  limits: {
    en: 'A target of 0 gives ∞, and NaN where the prediction is 0 too.',
    'zh-cn': '真实值为 0 时为 ∞；若预测也为 0 则为 NaN。',
  },
  robustness: {
    en: 'Not robust: targets near 0 dominate everything.',
    'zh-cn': '不稳健：接近 0 的真实值会主导一切。',
  },
  curvature: {
    en: 'Convex in the prediction, piecewise linear, with a kink at the target.',
    'zh-cn': '对预测值凸、分段线性，在真实值处有折点。',
  },
  use: {
    en: 'Use it to report relative errors of targets that are all well away from 0.',
    'zh-cn': '用于报告真实值都远离 0 时的相对误差。',
  },
  avoid: {
    en: 'Avoid it with targets at or near 0; minimising it favours predictions that are too low.',
    'zh-cn': '真实值为 0 或接近 0 时不宜使用；最小化它会偏向低估。',
  },
  references: ['sklearn.metrics.mean_absolute_percentage_error'],
  compute: residualComputation([], (prediction, target) => ({
    terms: (out, start, end) => percentageErrorTerms(out, prediction, target, start, end),
    gradient: (out, scale) => percentageErrorGradient(out, prediction, target, scale),
    targetGradient: (out, scale) => percentageErrorTargetGradient(out, prediction, target, scale),
  })),
  termTex: (args, index, digits) =>
    `\\left\\lvert\\frac{${residualTex(args, index, digits)}}{${printed(args, 'target', index, digits)}}\\right\\rvert`,
};
