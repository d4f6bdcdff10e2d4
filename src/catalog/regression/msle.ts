import type { Formula } from '../formula';
import { inRange } from '../../numeric/checks/domains';
import {
  logDifference,
  squaredLogErrorGradient,
  squaredLogErrorTerms,
} from '../../numeric/losses/squaredLogError';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { bracketed } from '../tex';
import { printed } from '../terms';

const aboveMinusOne = { minimum: -1, exclusiveMinimum: true };
const domain = { en: 'numbers above −1, normally non-negative', 'zh-cn': '大于 −1 的数，通常非负' } as const;

/** One squared logarithmic error with its numbers put in. */
export const squaredLogErrorTex: NonNullable<Formula['termTex']> = (args, index, digits) =>
  `(\\ln(1+${bracketed(printed(args, 'prediction', index, digits))})-\\ln(1+${bracketed(printed(args, 'target', index, digits))}))^2`;

/** The squared logarithmic errors of checked arguments, for whatever is made of them. */
export const squaredLogErrors = residualComputation(
  [],
  (prediction, target) => ({
    terms: (out, start, end) => squaredLogErrorTerms(out, prediction, target, start, end),
    gradient: (out, scale) => squaredLogErrorGradient(out, prediction, target, scale),
    targetGradient: (out, scale) => squaredLogErrorGradient(out, target, prediction, scale),
  }),
  (prediction, target) =>
    inRange('prediction', prediction, aboveMinusOne) ?? inRange('target', target, aboveMinusOne),
);

export const msle: Formula = {
  id: 'msle',
  family: 'regression',
  names: {
    en: [
      'Mean squared logarithmic error',
      'MSLE',
      'mean squared log error',
      'squared logarithmic error',
      'MeanSquaredLogarithmicError',
    ],
    'zh-cn': ['均方对数误差', 'MSLE', '对数均方误差', '平方对数误差', '均方对数损失'],
  },
  summary: {
    en: 'The mean squared error of ln(1 + value): it judges ratios, not differences.',
    'zh-cn': 'ln(1 + 值) 的均方误差：看比例而非差值。',
  },
  slots: [
    { ...predictionSlot, domain },
    { ...targetSlot, domain },
  ],
  params: [],
  tex: {
    left: '\\mathrm{MSLE}(y,\\hat y)',
    right: '\\frac{1}{n}\\sum_{i=1}^{n}\\left(\\ln(1+\\hat y_i)-\\ln(1+y_i)\\right)^2',
  },
  words: {
    en: 'one over n times the sum over i of the natural logarithm of one plus y hat i minus that of one plus y i, squared',
    'zh-cn': 'n 分之一乘以各项 ln(1 + 预测值) 与 ln(1 + 真实值) 之差的平方和',
  },
  notations: [
    {
      tex: '\\frac{1}{n}\\sum_{i=1}^{n}\\left(\\ln\\frac{1+\\hat y_i}{1+y_i}\\right)^2',
      note: { en: 'As the logarithm of a ratio', 'zh-cn': '比值的对数' },
    },
  ],
  role: 'cost',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: {
    en: 'A value near −1 costs without bound; for small values it is the squared error.',
    'zh-cn': '值接近 −1 时代价无上界；值很小时近似平方误差。',
  },
  robustness: {
    en: 'Moderate: large values count by their ratio, so big targets do not dominate.',
    'zh-cn': '中等：大数按比例计入，因此大目标不会主导。',
  },
  curvature: {
    en: 'Not convex in the prediction: the curvature turns negative where it is far too high.',
    'zh-cn': '对预测值非凸：预测远高于目标时曲率为负。',
  },
  use: {
    en: 'Use it for non-negative targets over several orders of magnitude, as counts or prices.',
    'zh-cn': '用于跨越多个数量级的非负目标，如计数或价格。',
  },
  avoid: {
    en: 'Avoid it when too high is as bad as too low: it punishes under-prediction more.',
    'zh-cn': '高估与低估同样糟糕时不宜使用：它对低估惩罚更重。',
  },
  references: ['sklearn.metrics.mean_squared_log_error'],
  compute: squaredLogErrors,
  termTex: squaredLogErrorTex,
  curve: {
    axis: 'prediction',
    label: { en: 'prediction ŷ for the target 0', 'zh-cn': '预测值 ŷ（真实值为 0）' },
    from: -0.9,
    to: 3,
    value: (r) => logDifference(r, 0) ** 2,
    slope: (r) => (2 * Math.log1p(r)) / (1 + r),
    curvature: (r) => (2 * (1 - Math.log1p(r))) / (1 + r) ** 2,
  },
};
