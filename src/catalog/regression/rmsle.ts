import type { Formula } from '../formula';
import { succeed } from '../../base/result';
import { rootMean } from '../../numeric/losses/rootMean';
import { msle, squaredLogErrors, squaredLogErrorTex } from './msle';

export const rmsle: Formula = {
  id: 'rmsle',
  family: 'regression',
  names: {
    en: ['Root mean squared logarithmic error', 'RMSLE', 'root mean squared log error', 'root MSLE'],
    'zh-cn': ['均方根对数误差', 'RMSLE', '对数均方根误差', '均方对数误差的平方根'],
  },
  summary: {
    en: 'The square root of the mean squared logarithmic error; about the typical relative error while it is small.',
    'zh-cn': '均方对数误差的平方根；较小时约等于典型相对误差。',
  },
  slots: [...msle.slots],
  params: [],
  tex: {
    left: '\\mathrm{RMSLE}(y,\\hat y)',
    right: '\\sqrt{\\frac{1}{n}\\sum_{i=1}^{n}\\left(\\ln(1+\\hat y_i)-\\ln(1+y_i)\\right)^2}',
  },
  words: {
    en: 'the square root of the mean over i of the squared difference of the natural logarithms of one plus y hat i and one plus y i',
    'zh-cn': '各项 ln(1 + 预测值) 与 ln(1 + 真实值) 之差的平方均值，再开平方',
  },
  notations: [
    {
      tex: '\\sqrt{\\mathrm{MSLE}}',
      note: { en: 'By the mean squared logarithmic error', 'zh-cn': '由均方对数误差表示' },
    },
  ],
  role: 'cost',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: { en: 'A value near −1 costs without bound.', 'zh-cn': '值接近 −1 时代价无上界。' },
  robustness: { en: 'Moderate: large values count by their ratio.', 'zh-cn': '中等：大数按比例计入。' },
  curvature: {
    en: 'Not convex in the prediction; a kink where all residuals are 0.',
    'zh-cn': '对预测值非凸；全部残差为 0 处有折点。',
  },
  use: {
    en: 'Use it to report errors of non-negative targets over orders of magnitude.',
    'zh-cn': '用于报告跨数量级的非负目标的误差。',
  },
  avoid: {
    en: 'Avoid it for values below 0, or when over-prediction is the costly side.',
    'zh-cn': '值小于 0，或高估代价更大时不宜使用。',
  },
  references: ['sklearn.metrics.root_mean_squared_log_error'],
  compute: (args) => {
    const squares = squaredLogErrors(args);
    return squares.ok ? succeed(rootMean(squares.value)) : squares;
  },
  finishTex: (reduced) => `\\sqrt{${reduced}}`,
  termTex: squaredLogErrorTex,
};
