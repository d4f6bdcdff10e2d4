import { hinge as hingeLoss, hingeGradient, hingeSlope, hingeTerms } from '../../numeric/losses/hinge';
import type { Formula } from '../formula';
import { marginComputation, marginTex } from '../margin';
import { marginLabelSlot, scoreSlot } from '../slots';

export const hinge: Formula = {
  id: 'hinge',
  family: 'classification',
  names: {
    en: ['Hinge loss', 'hinge', 'SVM loss', 'max-margin loss', 'soft-margin hinge'],
    'zh-cn': [
      '合页损失',
      '铰链损失',
      'Hinge 损失',
      'Hinge损失',
      '合页损失函数',
      '折页损失',
      '铰链损失函数',
      'SVM 损失',
      '最大间隔损失',
    ],
  },
  summary: {
    en: 'Nothing for a margin of 1 or more, else what the margin lacks: the loss of support vector machines.',
    'zh-cn': '间隔达到 1 时为零，否则为间隔的欠缺量：支持向量机的损失。',
  },
  slots: [scoreSlot, marginLabelSlot],
  params: [],
  tex: { left: 'L(y,f)', right: '\\max(0,\\,1-y\\,f)' },
  words: { en: 'the larger of zero and one minus y times f', 'zh-cn': '零与一减 y 乘 f 二者中的较大者' },
  notations: [
    { tex: '[1-y\\,f(x)]_+', note: { en: 'With the positive part', 'zh-cn': '正部记号' } },
    {
      tex: '\\max(0,\\,1-y_i(\\mathbf w^{\\top}\\mathbf x_i+b))',
      note: { en: 'Of a linear classifier', 'zh-cn': '线性分类器' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 from margin 1 on', 'zh-cn': '[0, ∞)；间隔不小于 1 时为 0' },
  limits: {
    en: 'Linear in a wrong margin; an infinitely wrong score gives ∞.',
    'zh-cn': '对错误的间隔线性增长；得分无穷错误时为 ∞。',
  },
  robustness: {
    en: 'Moderate: a mislabelled point pulls with constant force, however far it is.',
    'zh-cn': '中等：标错的点无论多远，影响力恒定。',
  },
  curvature: {
    en: 'Convex, piecewise linear, with a kink at margin 1.',
    'zh-cn': '凸、分段线性，在间隔 1 处有折点。',
  },
  use: {
    en: 'Use it for margin classifiers, where only points near or beyond the boundary should matter.',
    'zh-cn': '用于间隔分类器：只有边界附近或越界的点才应起作用。',
  },
  avoid: {
    en: 'Avoid it when probabilities are needed, and never feed it 0/1 labels: they must be −1 and +1.',
    'zh-cn': '需要概率时不宜使用；标签必须为 −1 和 +1，不能是 0/1。',
  },
  references: ['sklearn.metrics.hinge_loss', 'Cortes and Vapnik, Support-Vector Networks (1995)'],
  compute: marginComputation((score, target) => ({
    terms: (out, start, end) => hingeTerms(out, score, target, start, end),
    gradient: (out, scale) => hingeGradient(out, score, target, scale),
  })),
  termTex: (args, index, digits) => `\\max(0,\\,1-${marginTex(args, index, digits)})`,
  curve: { axis: 'margin', from: -2, to: 3, value: hingeLoss, slope: hingeSlope, curvature: () => 0 },
};
