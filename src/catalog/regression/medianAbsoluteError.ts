import type { Formula } from '../formula';
import { succeed } from '../../base/result';
import { medianAbsoluteError, medianAbsoluteErrorGradient } from '../../numeric/losses/orderStatistics';
import { predictionSlot, targetSlot } from '../slots';
import { residualGradient } from '../residual';
import { absoluteErrors, absoluteErrorTex } from './mae';

export const medianAbsolute: Formula = {
  id: 'median-absolute-error',
  family: 'regression',
  names: {
    en: ['Median absolute error', 'MedAE', 'MdAE', 'MedianAE'],
    'zh-cn': ['中位数绝对误差', '绝对误差中位数', '中位绝对误差', 'MedAE'],
  },
  summary: {
    en: 'The median of the absolute errors: half of the predictions are at least that good.',
    'zh-cn': '绝对误差的中位数：一半预测至少有这么准。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: {
    left: '\\mathrm{MedAE}(y,\\hat y)',
    right:
      '\\operatorname{median}\\left(\\lvert\\hat y_1-y_1\\rvert,\\dots,\\lvert\\hat y_n-y_n\\rvert\\right)',
  },
  words: { en: 'the median of the absolute values of y hat i minus y i', 'zh-cn': '各项残差绝对值的中位数' },
  notations: [
    { tex: '\\operatorname*{med}_{i}\\lvert y_i-\\hat y_i\\rvert', note: { en: 'Short', 'zh-cn': '简写' } },
  ],
  role: 'measure',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: { en: 'The mean of the middle two for an even number.', 'zh-cn': '偶数个时取中间两个的平均。' },
  robustness: {
    en: 'Very robust: almost half of the points may be arbitrarily wrong.',
    'zh-cn': '非常稳健：近一半的点可以任意错误。',
  },
  curvature: {
    en: 'Not convex; it depends on the middle errors alone.',
    'zh-cn': '非凸；只取决于中间的误差。',
  },
  use: {
    en: 'Use it to report typical errors in the presence of many outliers.',
    'zh-cn': '用于离群点很多时报告典型误差。',
  },
  avoid: {
    en: 'Avoid it as a training loss: its gradient touches one or two samples only.',
    'zh-cn': '不宜作为训练损失：梯度只涉及一两个样本。',
  },
  references: ['sklearn.metrics.median_absolute_error'],
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
      value: medianAbsoluteError(prediction.values, target.values),
      gradient: () =>
        residualGradient(
          { terms, gradient: (out) => medianAbsoluteErrorGradient(out, prediction.values, target.values) },
          prediction,
          1,
        ),
    });
  },
  termTex: absoluteErrorTex,
};
