import type { Formula } from '../formula';
import { succeed } from '../../base/result';
import { weightedPercentageError } from '../../numeric/losses/weightedPercentageError';
import { predictionSlot, targetSlot } from '../slots';
import { absoluteErrors, absoluteErrorTex } from './mae';

export const wmape: Formula = {
  id: 'wmape',
  family: 'regression',
  names: {
    en: [
      'Weighted mean absolute percentage error',
      'WMAPE',
      'WAPE',
      'weighted absolute percentage error',
      'MAD/mean ratio',
    ],
    'zh-cn': ['加权平均绝对百分比误差', 'WMAPE', 'WAPE', '加权 MAPE', '加权绝对百分比误差'],
  },
  summary: {
    en: 'The sum of absolute errors over the sum of absolute targets: a percentage error that small targets cannot spoil.',
    'zh-cn': '绝对误差之和除以真实值绝对值之和：不受小目标干扰的百分比误差。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: {
    left: '\\mathrm{WMAPE}(y,\\hat y)',
    right: '\\frac{\\sum_{i=1}^{n}\\lvert\\hat y_i-y_i\\rvert}{\\sum_{i=1}^{n}\\lvert y_i\\rvert}',
  },
  words: {
    en: 'the sum over i of the absolute residuals over the sum over i of the absolute targets',
    'zh-cn': '残差绝对值之和除以真实值绝对值之和',
  },
  notations: [
    {
      tex: '\\frac{\\lVert\\hat{\\mathbf y}-\\mathbf y\\rVert_1}{\\lVert\\mathbf y\\rVert_1}',
      note: { en: 'By norms', 'zh-cn': '范数形式' },
    },
  ],
  role: 'measure',
  range: { en: '[0, ∞); predicting 0 everywhere gives 1', 'zh-cn': '[0, ∞)；全部预测为 0 时为 1' },
  limits: {
    en: '∞ where all targets are 0, NaN where all predictions are 0 too.',
    'zh-cn': '真实值全为 0 时为 ∞；若预测也全为 0 则为 NaN。',
  },
  robustness: { en: 'Moderate: as the mean absolute error.', 'zh-cn': '中等：与平均绝对误差相同。' },
  curvature: { en: 'Convex in the predictions, piecewise linear.', 'zh-cn': '对预测值凸、分段线性。' },
  use: {
    en: 'Use it for demand forecasts with many zero or small targets.',
    'zh-cn': '用于含大量零值或小值的需求预测。',
  },
  avoid: {
    en: 'Avoid it when small items matter: the large ones outweigh them.',
    'zh-cn': '小项目也重要时不宜使用：大项目权重更大。',
  },
  references: ['torchmetrics.WeightedMeanAbsolutePercentageError'],
  compute: (args) => {
    const errors = absoluteErrors(args);
    return errors.ok ? succeed(weightedPercentageError(errors.value, args.arrays.target)) : errors;
  },
  termTex: absoluteErrorTex,
};
