import type { Formula } from '../formula';
import {
  exponentialLoss,
  exponentialLossCurvature,
  exponentialLossGradient,
  exponentialLossSlope,
  exponentialLossTerms,
} from '../../numeric/losses/exponentialLoss';
import { marginComputation, marginTex } from '../margin';
import { marginLabelSlot, scoreSlot } from '../slots';

export const exponentialMargin: Formula = {
  id: 'exponential',
  family: 'classification',
  names: {
    en: ['Exponential loss', 'AdaBoost loss', 'exp loss', 'exponential margin loss'],
    'zh-cn': ['指数损失', 'AdaBoost 损失', '指数损失函数', '指数间隔损失'],
  },
  summary: {
    en: 'The exponential of the negative margin: the loss that AdaBoost minimises.',
    'zh-cn': '负间隔的指数：AdaBoost 所最小化的损失。',
  },
  slots: [scoreSlot, marginLabelSlot],
  params: [],
  tex: { left: 'L(y,f)', right: 'e^{-y\\,f}' },
  words: { en: 'e to the minus y times f', 'zh-cn': 'e 的负 y 乘 f 次方' },
  notations: [{ tex: '\\exp(-y\\,f(x))', note: { en: 'Written out', 'zh-cn': '展开写法' } }],
  role: 'loss',
  range: { en: '[0, ∞)', 'zh-cn': '[0, ∞)' },
  limits: {
    en: 'Exponential in a wrong margin; overflows to ∞ beyond −709.',
    'zh-cn': '对错误间隔指数增长；超过 −709 溢出为 ∞。',
  },
  robustness: {
    en: 'Least robust of all margin losses: one wrong label can decide.',
    'zh-cn': '间隔损失中最不稳健：一个错误标签就可能决定结果。',
  },
  curvature: { en: 'Strictly convex and smooth.', 'zh-cn': '严格凸且光滑。' },
  use: { en: 'Use it to study boosting.', 'zh-cn': '用于研究提升方法。' },
  avoid: { en: 'Avoid it with noisy labels.', 'zh-cn': '标签有噪声时不宜使用。' },
  references: [
    'Freund and Schapire, A Decision-Theoretic Generalization of On-Line Learning (1997)',
    'sklearn GradientBoostingClassifier(loss="exponential")',
  ],
  compute: marginComputation((score, target) => ({
    terms: (out, start, end) => exponentialLossTerms(out, score, target, start, end),
    gradient: (out, scale) => exponentialLossGradient(out, score, target, scale),
  })),
  termTex: (args, index, digits) => `e^{-${marginTex(args, index, digits)}}`,
  curve: {
    axis: 'margin',
    from: -2,
    to: 3,
    value: exponentialLoss,
    slope: exponentialLossSlope,
    curvature: exponentialLossCurvature,
  },
};
