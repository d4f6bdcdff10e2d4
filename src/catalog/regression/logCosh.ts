import type { Formula } from '../formula';
import {
  logCosh,
  logCoshCurvature,
  logCoshGradient,
  logCoshSlope,
  logCoshTerms,
} from '../../numeric/losses/logCosh';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';

export const logCoshLoss: Formula = {
  id: 'log-cosh',
  family: 'regression',
  names: {
    en: [
      'Log-cosh loss',
      'log-cosh',
      'logcosh',
      'LogCosh',
      'log cosh',
      'log hyperbolic cosine loss',
      'logarithm of the hyperbolic cosine',
    ],
    'zh-cn': ['对数双曲余弦损失', 'Log-Cosh 损失', 'log-cosh 损失', 'LogCosh 损失', '双曲余弦对数损失'],
  },
  summary: {
    en: 'The logarithm of the hyperbolic cosine of the residual: squared near zero, absolute far away, smooth throughout.',
    'zh-cn': '残差双曲余弦的对数：近零处如平方，远处如绝对值，处处光滑。',
  },
  slots: [predictionSlot, targetSlot],
  params: [],
  tex: { left: 'L(y,\\hat y)', right: '\\frac{1}{n}\\sum_{i=1}^{n}\\ln\\cosh(\\hat y_i-y_i)' },
  words: {
    en: 'one over n times the sum over i of the natural logarithm of the hyperbolic cosine of y hat i minus y i',
    'zh-cn': 'n 分之一乘以各项残差的双曲余弦的自然对数之和',
  },
  notations: [
    {
      tex: '\\sum_{i}\\log\\left(\\cosh(\\hat y_i-y_i)\\right)',
      note: { en: 'Summed', 'zh-cn': '求和形式' },
    },
    {
      tex: '\\ln\\frac{e^{r}+e^{-r}}{2}',
      note: { en: 'By exponentials, r = ŷ − y', 'zh-cn': '指数形式，r = ŷ − y' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: { en: 'r²/2 near 0, |r| − ln 2 far away.', 'zh-cn': '近 0 处为 r²/2，远处为 |r| − ln 2。' },
  robustness: {
    en: 'Robust: the slope is tanh r, never beyond ±1.',
    'zh-cn': '稳健：斜率为 tanh r，不超过 ±1。',
  },
  curvature: {
    en: 'Strictly convex and smooth; curvature sech² r.',
    'zh-cn': '严格凸且光滑；曲率为 sech² r。',
  },
  use: {
    en: 'Use it as a smooth stand-in for Huber where second derivatives are needed (boosted trees).',
    'zh-cn': '需要二阶导数时（如提升树）可作为 Huber 的光滑替代。',
  },
  avoid: {
    en: 'Avoid it when the scale of ordinary errors is not about 1: it has no threshold to set.',
    'zh-cn': '正常误差的量级不在 1 附近时不宜使用：它没有可调的阈值。',
  },
  references: [
    'keras.losses.LogCosh',
    'Chen et al., Log Hyperbolic Cosine Loss Improves Variational Auto-Encoder (2019)',
  ],
  compute: residualComputation([], (prediction, target) => ({
    terms: (out, start, end) => logCoshTerms(out, prediction, target, start, end),
    gradient: (out, scale) => logCoshGradient(out, prediction, target, scale),
  })),
  termTex: (args, index, digits) => `\\ln\\cosh(${residualTex(args, index, digits)})`,
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: logCosh,
    slope: logCoshSlope,
    curvature: logCoshCurvature,
  },
};
