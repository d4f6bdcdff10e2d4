import type { Formula } from '../formula';
import {
  squaredHinge,
  squaredHingeCurvature,
  squaredHingeGradient,
  squaredHingeSlope,
  squaredHingeTerms,
} from '../../numeric/losses/squaredHinge';
import { marginComputation, marginTex } from '../margin';
import { marginLabelSlot, scoreSlot } from '../slots';

export const squaredHingeLoss: Formula = {
  id: 'squared-hinge',
  family: 'classification',
  names: {
    en: ['Squared hinge loss', 'squared hinge', 'L2-SVM loss', 'quadratic hinge'],
    'zh-cn': ['平方合页损失', '平方铰链损失', '平方 Hinge 损失', '平方hinge损失', 'L2-SVM 损失'],
  },
  summary: { en: 'The square of what a margin lacks to 1.', 'zh-cn': '间隔距 1 的欠缺量的平方。' },
  slots: [scoreSlot, marginLabelSlot],
  params: [],
  tex: { left: 'L(y,f)', right: '\\max(0,\\,1-y\\,f)^2' },
  words: {
    en: 'the larger of zero and one minus y times f, squared',
    'zh-cn': '零与一减 y 乘 f 二者中较大者的平方',
  },
  notations: [{ tex: '[1-y\\,f(x)]_+^2', note: { en: 'With the positive part', 'zh-cn': '正部记号' } }],
  role: 'loss',
  range: { en: '[0, ∞)', 'zh-cn': '[0, ∞)' },
  limits: {
    en: 'Quadratic in a wrong margin; 0 from margin 1 on.',
    'zh-cn': '对错误间隔二次增长；间隔不小于 1 时为 0。',
  },
  robustness: {
    en: 'Not robust: a mislabelled far point dominates.',
    'zh-cn': '不稳健：远处标错的点会主导。',
  },
  curvature: {
    en: 'Convex with a continuous slope; curvature 2 below the margin.',
    'zh-cn': '凸，导数连续；间隔以下曲率为 2。',
  },
  use: {
    en: 'Use it for linear classifiers that want a smooth gradient.',
    'zh-cn': '用于希望梯度连续的线性分类器。',
  },
  avoid: {
    en: 'Avoid it with noisy labels, and with labels 0/1 in place of −1/+1.',
    'zh-cn': '标签有噪声，或标签为 0/1 而非 −1/+1 时不宜使用。',
  },
  references: ['scikit-learn user guide, SGDClassifier and LinearSVC', 'keras.losses.SquaredHinge'],
  compute: marginComputation((score, target) => ({
    terms: (out, start, end) => squaredHingeTerms(out, score, target, start, end),
    gradient: (out, scale) => squaredHingeGradient(out, score, target, scale),
  })),
  termTex: (args, index, digits) => `\\max(0,\\,1-${marginTex(args, index, digits)})^2`,
  curve: {
    axis: 'margin',
    from: -2,
    to: 3,
    value: squaredHinge,
    slope: squaredHingeSlope,
    curvature: squaredHingeCurvature,
  },
};
