import type { Formula } from '../formula';
import {
  logisticLoss,
  logisticLossCurvature,
  logisticLossGradient,
  logisticLossSlope,
  logisticLossTerms,
} from '../../numeric/losses/logisticLoss';
import { marginComputation, marginTex } from '../margin';
import { marginLabelSlot, scoreSlot } from '../slots';

export const logisticMargin: Formula = {
  id: 'logistic',
  family: 'classification',
  names: {
    en: [
      'Logistic loss',
      'soft margin loss',
      'SoftMarginLoss',
      'logistic regression loss',
      'log-loss of a margin',
      'deviance loss',
    ],
    'zh-cn': [
      '逻辑斯谛损失',
      'logistic 损失',
      'Logistic损失',
      '逻辑损失',
      '对数几率损失',
      '逻辑回归损失',
      '软间隔损失',
    ],
  },
  summary: {
    en: 'The negative log-probability of the right side of the boundary, for labels −1 and +1.',
    'zh-cn': '标签为 −1/+1 时，样本位于正确一侧的负对数概率。',
  },
  slots: [scoreSlot, marginLabelSlot],
  params: [],
  tex: { left: 'L(y,f)', right: '\\ln\\left(1+e^{-y\\,f}\\right)' },
  words: {
    en: 'the natural logarithm of one plus e to the minus y times f',
    'zh-cn': '1 加 e 的负 y 乘 f 次方的自然对数',
  },
  notations: [
    { tex: '-\\ln\\sigma(y\\,f)', note: { en: 'With the sigmoid', 'zh-cn': '以 sigmoid 表示' } },
    {
      tex: '\\log_2\\left(1+e^{-y\\,f}\\right)',
      note: { en: 'In bits, to pass through 1 at 0', 'zh-cn': '以比特计，在 0 处过 1' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞)', 'zh-cn': '[0, ∞)' },
  limits: {
    en: 'Linear in a wrong margin, exponentially small for a right one.',
    'zh-cn': '对错误间隔线性，对正确间隔指数衰减。',
  },
  robustness: {
    en: 'Moderate: the pull of a mislabelled point never exceeds 1.',
    'zh-cn': '中等：标错点的影响不超过 1。',
  },
  curvature: {
    en: 'Strictly convex and smooth; curvature σ(z)σ(−z).',
    'zh-cn': '严格凸且光滑；曲率为 σ(z)σ(−z)。',
  },
  use: {
    en: 'Use it for binary classification when probabilities are wanted.',
    'zh-cn': '用于需要概率的二分类。',
  },
  avoid: {
    en: 'Avoid feeding it probabilities: it wants scores, and labels −1/+1.',
    'zh-cn': '不要传入概率：它要的是得分，标签为 −1/+1。',
  },
  references: ['torch.nn.SoftMarginLoss'],
  compute: marginComputation((score, target) => ({
    terms: (out, start, end) => logisticLossTerms(out, score, target, start, end),
    gradient: (out, scale) => logisticLossGradient(out, score, target, scale),
  })),
  termTex: (args, index, digits) => `\\ln\\left(1+e^{-${marginTex(args, index, digits)}}\\right)`,
  curve: {
    axis: 'margin',
    from: -2,
    to: 3,
    value: logisticLoss,
    slope: logisticLossSlope,
    curvature: logisticLossCurvature,
  },
};
