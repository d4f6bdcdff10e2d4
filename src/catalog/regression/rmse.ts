import type { Formula } from '../formula';
import { succeed } from '../../base/result';
import { rootMean, rootOfMeanSquare } from '../../numeric/losses/rootMean';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';
import { squaredErrors } from './mse';

export const rmse: Formula = {
  id: 'rmse',
  family: 'regression',
  names: {
    en: [
      'Root mean squared error',
      'RMSE',
      'root mean square error',
      'root-mean-square deviation',
      'RMSD',
      'root MSE',
    ],
    'zh-cn': ['均方根误差', 'RMSE', '根均方误差', '均方根偏差', '均方误差的平方根', '方均根误差'],
  },
  summary: {
    en: 'The square root of the mean squared error: a typical error in the unit of the target.',
    'zh-cn': '均方误差的平方根：以目标单位表示的典型误差。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: { left: '\\mathrm{RMSE}(y,\\hat y)', right: '\\sqrt{\\frac{1}{n}\\sum_{i=1}^{n}(\\hat y_i-y_i)^2}' },
  words: {
    en: 'the square root of one over n times the sum over i of y hat i minus y i, squared',
    'zh-cn': 'n 分之一乘以各项预测值减真实值之差的平方和，再开平方',
  },
  notations: [
    { tex: '\\sqrt{\\mathrm{MSE}}', note: { en: 'By the mean squared error', 'zh-cn': '由均方误差表示' } },
    {
      tex: '\\frac{1}{\\sqrt n}\\lVert\\hat{\\mathbf y}-\\mathbf y\\rVert_2',
      note: { en: 'As a norm', 'zh-cn': '范数形式' },
    },
  ],
  role: 'cost',
  range: {
    en: '[0, ∞), in the unit of the target; never below the mean absolute error',
    'zh-cn': '[0, ∞)，单位与目标相同；不小于平均绝对误差',
  },
  limits: {
    en: 'Homogeneous: scaling all residuals scales it alike; overflow of single squares is avoided.',
    'zh-cn': '齐次：残差同倍放大，它也同倍放大；避免了单个平方的溢出。',
  },
  robustness: {
    en: 'Not robust: large residuals dominate the mean of squares.',
    'zh-cn': '不稳健：大残差主导平方的均值。',
  },
  curvature: {
    en: 'Convex, a norm of the residuals: it has a kink where all residuals are 0.',
    'zh-cn': '凸，是残差的范数：全部残差为 0 处有折点。',
  },
  use: {
    en: 'Use it to report a typical error in the unit of the target.',
    'zh-cn': '用于以目标单位报告典型误差。',
  },
  avoid: {
    en: 'Avoid averaging it over batches: the mean of roots is not the root of the mean.',
    'zh-cn': '不要在批次间取平均：根的平均不等于平均的根。',
  },
  references: ['sklearn.metrics.root_mean_squared_error'],
  compute: (args) => {
    const squares = squaredErrors(args);
    if (!squares.ok) return squares;
    const { prediction, target } = args.arrays;
    return succeed(
      rootMean(squares.value, (mean) => rootOfMeanSquare(prediction.values, target.values, mean)),
    );
  },
  finishTex: (reduced) => `\\sqrt{${reduced}}`,
  termTex: (args, index, digits) => `(${residualTex(args, index, digits)})^2`,
};
