import { biasTerms } from '../../numeric/losses/bias';
import type { Formula } from '../formula';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';

export const mbe: Formula = {
  id: 'mbe',
  family: 'regression',
  names: {
    en: ['Mean bias error', 'MBE', 'mean error', 'bias error', 'mean signed error', 'mean signed deviation'],
    'zh-cn': ['平均偏差误差', '平均偏误', '平均偏差', '偏差误差', '平均误差', '平均偏移误差'],
  },
  summary: {
    en: 'The average of prediction minus target: positive where a model predicts too much on the whole.',
    'zh-cn': '预测值减真实值的平均：整体偏高时为正，偏低时为负。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: { left: '\\mathrm{MBE}(y,\\hat y)', right: '\\frac{1}{n}\\sum_{i=1}^{n}(\\hat y_i-y_i)' },
  words: {
    en: 'one over n times the sum over i of y hat i minus y i',
    'zh-cn': 'n 分之一乘以各项预测值减真实值之差的和',
  },
  notations: [
    {
      tex: '\\frac{1}{n}\\sum_{i=1}^{n}(y_i-\\hat y_i)',
      note: { en: 'Target minus prediction: the opposite sign', 'zh-cn': '真实值减预测值：符号相反' },
    },
  ],
  role: 'measure',
  range: {
    en: '(−∞, ∞), in the unit of the target; 0 means unbiased, not accurate',
    'zh-cn': '(−∞, ∞)，单位与目标相同；0 表示无偏，不表示准确',
  },
  limits: {
    en: 'Linear in every residual; opposite infinite residuals give NaN.',
    'zh-cn': '对每个残差都是线性的；方向相反的无穷残差给出 NaN。',
  },
  robustness: {
    en: 'Not robust: one outlier shifts the mean, and errors of opposite sign cancel.',
    'zh-cn': '不稳健：单个离群点即可使均值偏移，正负误差会相互抵消。',
  },
  curvature: { en: 'Linear: no curvature and no minimum.', 'zh-cn': '线性：没有曲率，也没有最小值。' },
  use: {
    en: 'Use it beside another measure, to see a systematic over- or under-prediction.',
    'zh-cn': '与其他指标并用，以发现系统性的高估或低估。',
  },
  avoid: {
    en: 'Never minimise it: it is unbounded below.',
    'zh-cn': '不要把它当作损失来最小化：它没有下界。',
  },
  references: ['Willmott, Some Comments on the Evaluation of Model Performance (1982)'],
  compute: residualComputation([], (prediction, target) => ({
    terms: (out, start, end) => biasTerms(out, prediction, target, start, end),
    gradient: (out, scale) => {
      out.fill(scale);
    },
  })),
  termTex: (args, index, digits) => residualTex(args, index, digits),
  curve: { axis: 'residual', from: -3, to: 3, value: (r) => r, slope: () => 1, curvature: () => 0 },
};
