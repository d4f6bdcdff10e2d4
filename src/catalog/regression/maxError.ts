import type { Formula } from '../formula';
import { succeed } from '../../base/result';
import { maxError, maxErrorGradient } from '../../numeric/losses/orderStatistics';
import { predictionSlot, targetSlot } from '../slots';
import { residualGradient } from '../residual';
import { absoluteErrors, absoluteErrorTex } from './mae';

export const maximumError: Formula = {
  id: 'max-error',
  family: 'regression',
  names: {
    en: [
      'Maximum error',
      'max error',
      'maximum absolute error',
      'L∞ loss',
      'Chebyshev error',
      'worst-case error',
    ],
    'zh-cn': ['最大误差', '最大绝对误差', 'L∞ 损失', '切比雪夫误差', '最大残差'],
  },
  summary: {
    en: 'The largest absolute error: the worst single prediction.',
    'zh-cn': '最大的绝对误差：最差的那个预测。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: { left: '\\mathrm{MaxErr}(y,\\hat y)', right: '\\max_{1\\le i\\le n}\\lvert\\hat y_i-y_i\\rvert' },
  words: {
    en: 'the largest of the absolute values of y hat i minus y i',
    'zh-cn': '各项残差绝对值中的最大者',
  },
  notations: [
    {
      tex: '\\lVert\\hat{\\mathbf y}-\\mathbf y\\rVert_\\infty',
      note: { en: 'As a norm', 'zh-cn': '范数形式' },
    },
  ],
  role: 'measure',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: {
    en: '∞ for an infinite residual; NaN for any NaN.',
    'zh-cn': '残差无穷时为 ∞；有 NaN 时为 NaN。',
  },
  robustness: { en: 'Not robust at all: one point decides.', 'zh-cn': '毫不稳健：由一个点决定。' },
  curvature: {
    en: 'Convex, piecewise linear, with kinks where two errors tie.',
    'zh-cn': '凸、分段线性，误差并列处有折点。',
  },
  use: {
    en: 'Use it where a guarantee about the worst case is needed.',
    'zh-cn': '需要最坏情况保证时使用。',
  },
  avoid: {
    en: 'Avoid it on noisy data, where it measures the noise of one sample.',
    'zh-cn': '数据有噪声时不宜使用：它量的是单个样本的噪声。',
  },
  references: ['sklearn.metrics.max_error'],
  compute: (args) => {
    const errors = absoluteErrors(args);
    if (!errors.ok) return errors;
    const { prediction, target } = args.arrays;
    const { shape, terms } = errors.value;
    return succeed({
      shape,
      terms,
      reduction: 'mean',
      reducible: false,
      value: maxError(prediction.values, target.values),
      gradient: () =>
        residualGradient(
          { terms, gradient: (out) => maxErrorGradient(out, prediction.values, target.values) },
          prediction,
          1,
        ),
    });
  },
  termTex: absoluteErrorTex,
};
