import {
  absoluteError,
  absoluteErrorGradient,
  absoluteErrorSlope,
  absoluteErrorTerms,
} from '../../numeric/losses/absoluteError';
import type { Formula } from '../formula';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';

/** One absolute error with its numbers put in. */
export const absoluteErrorTex: NonNullable<Formula['termTex']> = (args, index, digits) =>
  `\\lvert ${residualTex(args, index, digits)}\\rvert`;

/** The absolute errors of checked arguments, for whatever is made of them. */
export const absoluteErrors = residualComputation([], (prediction, target) => ({
  terms: (out, start, end) => absoluteErrorTerms(out, prediction, target, start, end),
  gradient: (out, scale) => absoluteErrorGradient(out, prediction, target, scale),
}));

export const mae: Formula = {
  id: 'mae',
  family: 'regression',
  names: {
    en: [
      'Mean absolute error',
      'MAE',
      'L1 loss',
      'L1Loss',
      'absolute error',
      'absolute loss',
      'least absolute deviations',
      'mean absolute deviation',
    ],
    'zh-cn': [
      '平均绝对误差',
      'L1 损失',
      'L1损失',
      '绝对值误差',
      '绝对误差',
      '绝对损失',
      '最小绝对偏差',
      'L1 范数损失',
      '绝对值损失',
    ],
  },
  summary: {
    en: 'The average distance between prediction and target; minimised by the median.',
    'zh-cn': '预测值与真实值之差的绝对值的平均；使其最小的常数是中位数。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: { left: '\\mathrm{MAE}(y,\\hat y)', right: '\\frac{1}{n}\\sum_{i=1}^{n}\\lvert\\hat y_i-y_i\\rvert' },
  words: {
    en: 'one over n times the sum over i of the absolute value of y hat i minus y i',
    'zh-cn': 'n 分之一乘以各项预测值减真实值之差的绝对值之和',
  },
  notations: [
    {
      tex: '\\frac{1}{n}\\lVert\\hat{\\mathbf y}-\\mathbf y\\rVert_1',
      note: { en: 'As a norm', 'zh-cn': '范数形式' },
    },
    {
      tex: '\\mathbb{E}\\left[\\lvert y-\\hat y\\rvert\\right]',
      note: { en: 'As an expectation', 'zh-cn': '期望形式' },
    },
  ],
  role: 'cost',
  range: {
    en: '[0, ∞), in the unit of the target; 0 only for perfect predictions',
    'zh-cn': '[0, ∞)，单位与目标相同；仅当预测完全正确时为 0',
  },
  limits: {
    en: 'Grows linearly without bound; an infinite residual gives ∞.',
    'zh-cn': '线性增长、无上界；残差无穷时为 ∞。',
  },
  robustness: {
    en: 'Robust: an outlier pulls no harder than any other point.',
    'zh-cn': '稳健：离群点的影响不超过其他任何点。',
  },
  curvature: {
    en: 'Convex but not strictly; flat on both sides of a kink at 0.',
    'zh-cn': '凸但非严格凸；在 0 处有折点，两侧曲率为零。',
  },
  use: {
    en: 'Use it when errors should count in proportion and outliers should not dominate.',
    'zh-cn': '误差应按比例计入、且不希望离群点主导时使用。',
  },
  avoid: {
    en: 'Avoid it when steps must shrink near the optimum: the gradient keeps its size up to 0.',
    'zh-cn': '需要梯度在最优点附近变小时不宜使用：其梯度大小在到达 0 之前不变。',
  },
  references: ['torch.nn.L1Loss', 'sklearn.metrics.mean_absolute_error'],
  compute: absoluteErrors,
  termTex: absoluteErrorTex,
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: absoluteError,
    slope: absoluteErrorSlope,
    curvature: () => 0,
  },
};
