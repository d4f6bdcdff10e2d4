import type { Formula } from '../formula';
import {
  modifiedHuber,
  modifiedHuberCurvature,
  modifiedHuberGradient,
  modifiedHuberSlope,
  modifiedHuberTerms,
} from '../../numeric/losses/modifiedHuber';
import { marginComputation, marginTex } from '../margin';
import { marginLabelSlot, scoreSlot } from '../slots';

export const modifiedHuberLoss: Formula = {
  id: 'modified-huber',
  family: 'classification',
  names: {
    en: ['Modified Huber loss', 'modified huber', 'quadratically smoothed hinge'],
    'zh-cn': ['修正 Huber 损失', '修正的Huber损失', '改进的 Huber 损失', 'modified Huber 损失'],
  },
  summary: {
    en: 'The squared hinge loss made linear for margins below −1.',
    'zh-cn': '间隔低于 −1 时改为线性的平方合页损失。',
  },
  slots: [scoreSlot, marginLabelSlot],
  params: [],
  tex: {
    left: 'L(y,f)',
    right:
      '\\begin{cases}\\max(0,\\,1-y\\,f)^2 & \\text{if } y\\,f\\ge-1\\\\[2pt] -4\\,y\\,f & \\text{otherwise}\\end{cases}',
  },
  words: {
    en: 'the squared hinge where y times f is at least minus one, else minus four times y times f',
    'zh-cn': 'y 乘 f 不小于 −1 时为平方合页，否则为 −4 乘 y 乘 f',
  },
  notations: [
    {
      tex: '[1-z]_+^2\\ (z\\ge-1),\\quad -4z\\ (z<-1)',
      note: { en: 'By the margin z', 'zh-cn': '以间隔 z 表示' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞)', 'zh-cn': '[0, ∞)' },
  limits: { en: 'Linear in a wrong margin below −1.', 'zh-cn': '间隔低于 −1 时线性。' },
  robustness: { en: 'Robust: the pull never exceeds 4.', 'zh-cn': '稳健：影响不超过 4。' },
  curvature: { en: 'Convex with a continuous slope.', 'zh-cn': '凸，导数连续。' },
  use: {
    en: 'Use it for classification with outliers when probability estimates are wanted.',
    'zh-cn': '用于含离群点且需要概率估计的分类。',
  },
  avoid: {
    en: 'Avoid mixing it up with the Huber loss of regression.',
    'zh-cn': '不要与回归的 Huber 损失混淆。',
  },
  references: ['sklearn SGDClassifier(loss="modified_huber")'],
  compute: marginComputation((score, target) => ({
    terms: (out, start, end) => modifiedHuberTerms(out, score, target, start, end),
    gradient: (out, scale) => modifiedHuberGradient(out, score, target, scale),
  })),
  termTex: (args, index, digits) => {
    const z = args.arrays.score.values[index] * args.arrays.target.values[index];
    const product = marginTex(args, index, digits);
    return z < -1 ? `-4\\cdot ${product}` : `\\max(0,\\,1-${product})^2`;
  },
  curve: {
    axis: 'margin',
    from: -2,
    to: 3,
    value: modifiedHuber,
    slope: modifiedHuberSlope,
    curvature: modifiedHuberCurvature,
  },
};
