import type { Formula } from '../formula';
import { probabilities } from '../../numeric/checks/domains';
import { squaredErrorGradient, squaredErrorTerms } from '../../numeric/losses/squaredError';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';

const probability = { en: 'Probability', 'zh-cn': '概率' } as const;
const unit = { en: 'numbers in [0, 1]', 'zh-cn': '[0, 1] 内的数' } as const;

export const brier: Formula = {
  id: 'brier',
  family: 'classification',
  names: {
    en: ['Brier score', 'Brier loss', 'Brier', 'quadratic probability score', 'brier_score_loss'],
    'zh-cn': ['Brier 分数', '布里尔分数', 'Brier 得分', '布赖尔评分', 'Brier评分', 'Brier 损失'],
  },
  summary: {
    en: 'The mean squared error of predicted probabilities: a proper score of forecasts.',
    'zh-cn': '预测概率的均方误差：预报的恰当评分。',
  },
  slots: [
    { ...predictionSlot, symbol: 'p', label: probability, domain: unit },
    { ...targetSlot, symbol: 'o', domain: unit },
  ],
  params: [],
  tex: { left: '\\mathrm{BS}', right: '\\frac{1}{N}\\sum_{i=1}^{N}(p_i-o_i)^2' },
  words: {
    en: 'one over N times the sum over i of p i minus o i, squared',
    'zh-cn': 'N 分之一乘以各项预测概率减结果的平方和',
  },
  notations: [
    {
      tex: '\\frac{1}{N}\\sum_{i=1}^{N}\\sum_{c=1}^{C}(p_{ic}-o_{ic})^2',
      note: {
        en: 'Brier’s original over classes: twice the value for two classes',
        'zh-cn': 'Brier 原始的多类形式：两类时为两倍',
      },
    },
  ],
  role: 'measure',
  range: { en: '[0, 1]; ¼ for p = ½', 'zh-cn': '[0, 1]；p = ½ 时为 ¼' },
  limits: {
    en: 'Bounded: certainty in the wrong answer costs 1.',
    'zh-cn': '有界：完全确信的错误代价为 1。',
  },
  robustness: { en: 'Robust: no forecast costs more than 1.', 'zh-cn': '稳健：任何预报的代价不超过 1。' },
  curvature: { en: 'Strictly convex in the probability; curvature 2.', 'zh-cn': '对概率严格凸；曲率为 2。' },
  use: {
    en: 'Use it to judge calibration and sharpness of probabilities together.',
    'zh-cn': '用于综合评价概率的校准与锐度。',
  },
  avoid: {
    en: 'Avoid it for rare events, whose absence any small p scores well.',
    'zh-cn': '罕见事件不宜使用：任意小的 p 得分都很好。',
  },
  references: [
    'Brier, Verification of Forecasts Expressed in Terms of Probability (1950)',
    'sklearn.metrics.brier_score_loss',
  ],
  compute: residualComputation(
    [],
    (prediction, target) => ({
      terms: (out, start, end) => squaredErrorTerms(out, prediction, target, start, end),
      gradient: (out, scale) => squaredErrorGradient(out, prediction, target, scale),
    }),
    (prediction, target) => probabilities('prediction', prediction) ?? probabilities('target', target),
  ),
  termTex: (args, index, digits) => `(${residualTex(args, index, digits)})^2`,
  curve: {
    axis: 'probability',
    from: 0,
    to: 1,
    value: (p) => (p - 1) ** 2,
    slope: (p) => 2 * (p - 1),
    curvature: () => 2,
  },
};
