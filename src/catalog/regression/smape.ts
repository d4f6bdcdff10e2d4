import type { Formula } from '../formula';
import {
  symmetricPercentageErrorGradient,
  symmetricPercentageErrorTerms,
} from '../../numeric/losses/symmetricPercentageError';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { printed, residualTex } from '../terms';

export const smape: Formula = {
  id: 'smape',
  family: 'regression',
  names: {
    en: ['Symmetric mean absolute percentage error', 'SMAPE', 'sMAPE', 'symmetric MAPE'],
    'zh-cn': ['对称平均绝对百分比误差', 'SMAPE', 'sMAPE', '对称 MAPE', '对称平均绝对百分误差'],
  },
  summary: {
    en: 'The average absolute error as a fraction of the mean of both sizes, between 0 and 2.',
    'zh-cn': '绝对误差占预测值与真实值平均大小的比例的平均，介于 0 与 2。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: {
    left: '\\mathrm{SMAPE}(y,\\hat y)',
    right:
      '\\frac{1}{n}\\sum_{i=1}^{n}\\frac{2\\,\\lvert\\hat y_i-y_i\\rvert}{\\lvert\\hat y_i\\rvert+\\lvert y_i\\rvert}',
  },
  words: {
    en: 'one over n times the sum over i of twice the absolute residual over the sum of the absolute values',
    'zh-cn': 'n 分之一乘以各项残差绝对值的两倍除以二者绝对值之和',
  },
  notations: [
    {
      tex: '\\frac{100\\,\\%}{n}\\sum_{i=1}^{n}\\frac{\\lvert\\hat y_i-y_i\\rvert}{(\\lvert y_i\\rvert+\\lvert\\hat y_i\\rvert)/2}',
      note: { en: 'In percent', 'zh-cn': '以百分比表示' },
    },
  ],
  role: 'measure',
  range: {
    en: '[0, 2]; 2 where the signs differ or one of the two is 0',
    'zh-cn': '[0, 2]；符号相反或其一为 0 时为 2',
  },
  limits: { en: '0 where both are 0.', 'zh-cn': '二者均为 0 时为 0。' },
  robustness: { en: 'Bounded: no point costs more than 2.', 'zh-cn': '有界：任何点的代价不超过 2。' },
  curvature: { en: 'Not convex in the prediction.', 'zh-cn': '对预测值非凸。' },
  use: {
    en: 'Use it to compare forecasts across series of different sizes.',
    'zh-cn': '用于比较不同量级序列的预测。',
  },
  avoid: {
    en: 'Avoid it for values near 0, where it jumps to 2, and mind that sources define it with and without the 2.',
    'zh-cn': '值接近 0 时会跳到 2，不宜使用；并注意不同文献是否含系数 2。',
  },
  references: ['Makridakis, Accuracy Measures (1993)', 'torchmetrics.SymmetricMeanAbsolutePercentageError'],
  compute: residualComputation([], (prediction, target) => ({
    terms: (out, start, end) => symmetricPercentageErrorTerms(out, prediction, target, start, end),
    gradient: (out, scale) => symmetricPercentageErrorGradient(out, prediction, target, scale),
    targetGradient: (out, scale) => symmetricPercentageErrorGradient(out, target, prediction, scale),
  })),
  termTex: (args, index, digits) =>
    `\\frac{2\\,\\lvert ${residualTex(args, index, digits)}\\rvert}{\\lvert ${printed(args, 'prediction', index, digits)}\\rvert+\\lvert ${printed(args, 'target', index, digits)}\\rvert}`,
};
