import type { Formula, Parameter } from '../formula';
import { numberOf } from '../params';
import { texNumber } from '../tex';
import { crossEntropy } from './crossEntropy';
import { crossEntropyComputation, ignoreIndex } from './crossEntropyComputation';
import { crossEntropyTermTex } from './crossEntropyTerm';

const smoothing: Parameter = {
  name: 'labelSmoothing',
  label: { en: 'Label smoothing ε', 'zh-cn': '标签平滑 ε' },
  symbol: '\\varepsilon',
  kind: 'number',
  default: 0.1,
  minimum: 0,
  maximum: 1,
  slider: { from: 0, to: 0.5, step: 0.01 },
};

const params = [smoothing, ignoreIndex];

function right(kept: string, spread: string): string {
  return `-${kept}\\ln p_y-\\frac{${spread}}{C}\\sum_{c=1}^{C}\\ln p_c`;
}

export const labelSmoothingCrossEntropy: Formula = {
  id: 'label-smoothing-ce',
  family: 'classification',
  names: {
    en: [
      'Label-smoothing cross-entropy',
      'label smoothing',
      'label smoothing cross entropy',
      'LabelSmoothingCrossEntropy',
      'smoothed cross-entropy',
    ],
    'zh-cn': ['标签平滑交叉熵', '标签平滑', '标签平滑损失', '标签平滑交叉熵损失', 'Label Smoothing 交叉熵'],
  },
  summary: {
    en: 'Cross-entropy against targets that leave a share ε to all classes alike.',
    'zh-cn': '目标把 ε 的份额均分给所有类别的交叉熵。',
  },
  slots: [...crossEntropy.slots],
  params,
  tex: { left: 'L_\\varepsilon', right: right('(1-\\varepsilon)', '\\varepsilon') },
  texWith: (given) => {
    const share = numberOf(given, 'labelSmoothing');
    return right(`${texNumber(1 - share)}\\,`, texNumber(share));
  },
  words: {
    en: 'minus one minus epsilon times the log-probability of the true class, minus epsilon over C times the sum of all log-probabilities',
    'zh-cn': '负的（1 − ε）乘以真实类别的对数概率，再减去 ε/C 乘以全部对数概率之和',
  },
  notations: [
    {
      tex: '-\\sum_{c}\\left[(1-\\varepsilon)\\,t_c+\\frac{\\varepsilon}{C}\\right]\\ln p_c',
      note: { en: 'By a smoothed target', 'zh-cn': '以平滑目标表示' },
    },
  ],
  role: 'loss',
  range: {
    en: '[H, ∞) nats, H the entropy of the smoothed target',
    'zh-cn': '[H, ∞) 奈特，H 为平滑目标的熵',
  },
  limits: {
    en: 'ε = 0 is cross-entropy; any class of probability 0 costs ∞.',
    'zh-cn': 'ε = 0 时为交叉熵；任一类别概率为 0 时代价为 ∞。',
  },
  robustness: {
    en: 'A little more robust to wrong labels than cross-entropy.',
    'zh-cn': '比交叉熵略耐错误标签。',
  },
  curvature: { en: 'Convex in the logits, with gradient p − t̃.', 'zh-cn': '对 logits 凸，梯度为 p − t̃。' },
  use: { en: 'Use it to keep a classifier from growing overconfident.', 'zh-cn': '用于防止分类器过度自信。' },
  avoid: {
    en: 'Avoid it for teachers in distillation: it erases what they know about similar classes.',
    'zh-cn': '蒸馏的教师模型不宜使用：它会抹去类别间相似性的信息。',
  },
  references: [
    'Szegedy et al., Rethinking the Inception Architecture for Computer Vision (2016)',
    'torch.nn.CrossEntropyLoss(label_smoothing)',
  ],
  compute: crossEntropyComputation(params),
  termTex: crossEntropyTermTex,
};
