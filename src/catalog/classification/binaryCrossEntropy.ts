import type { Formula, Parameter } from '../formula';
import { binaryCrossEntropy, binaryCrossEntropySlope } from '../../numeric/losses/binaryCrossEntropy';
import {
  binaryTargetSlot,
  elementWeightSlot,
  logitSlot,
  positiveWeightSlot,
  probabilitySlot,
} from './binarySlots';
import { binaryCrossEntropyComputation, binaryCrossEntropyTermTex } from './binaryCrossEntropyComputation';

const posWeight: Parameter = {
  name: 'posWeight',
  label: { en: 'Weight of positives', 'zh-cn': '正例权重' },
  symbol: 'w_+',
  kind: 'number',
  default: null,
  minimum: 0,
  slider: { from: 0.1, to: 10, step: 0.1 },
};

const params = [posWeight];

export const binaryCrossEntropyLoss: Formula = {
  id: 'binary-cross-entropy',
  family: 'classification',
  names: {
    en: [
      'Binary cross-entropy',
      'BCE',
      'BCELoss',
      'BCEWithLogitsLoss',
      'binary cross entropy',
      'sigmoid cross-entropy',
      'binary log loss',
      'logistic log loss',
    ],
    'zh-cn': [
      '二元交叉熵',
      '二分类交叉熵',
      '二元交叉熵损失',
      'BCE 损失',
      'BCE损失',
      '二值交叉熵',
      '二分类交叉熵损失',
      'Sigmoid 交叉熵',
      '二项交叉熵',
    ],
  },
  summary: {
    en: 'The negative log-probability of yes/no targets, each judged by itself.',
    'zh-cn': '是/否目标的负对数概率，逐个计算。',
  },
  slots: [
    { ...probabilitySlot, group: 'input' },
    { ...logitSlot, group: 'input' },
    binaryTargetSlot,
    elementWeightSlot,
    positiveWeightSlot,
  ],
  params,
  tex: { left: 'L(t,p)', right: '-\\frac{1}{n}\\sum_{i=1}^{n}\\left[t_i\\ln p_i+(1-t_i)\\ln(1-p_i)\\right]' },
  words: {
    en: 'minus one over n times the sum over i of t i times the natural logarithm of p i plus one minus t i times that of one minus p i',
    'zh-cn': '负的 n 分之一乘以各项 t 乘 ln p 加（1 − t）乘 ln(1 − p) 之和',
  },
  notations: [
    {
      tex: '-\\left[y\\log\\hat y+(1-y)\\log(1-\\hat y)\\right]',
      note: { en: 'One sample', 'zh-cn': '单个样本' },
    },
    {
      tex: '-\\left[t\\ln\\sigma(x)+(1-t)\\ln(1-\\sigma(x))\\right]',
      note: { en: 'By the logit x', 'zh-cn': '以 logit x 表示' },
    },
    {
      tex: '\\max(x,0)-x\\,t+\\ln\\left(1+e^{-\\lvert x\\rvert}\\right)',
      note: { en: 'Stable form of a logit', 'zh-cn': 'logit 的稳定形式' },
    },
  ],
  role: 'cost',
  range: { en: '[0, ∞) nats; ln 2 for p = ½', 'zh-cn': '[0, ∞) 奈特；p = ½ 时为 ln 2' },
  limits: {
    en: 'A certain mistake costs ∞ (some libraries clamp); 0 · ln 0 counts as 0.',
    'zh-cn': '完全确信的错误代价为 ∞（有的库会截断）；0 · ln 0 计为 0。',
  },
  robustness: {
    en: 'Not robust to wrong labels: a confident mistake costs without bound.',
    'zh-cn': '对错误标签不稳健：自信的错误代价无上界。',
  },
  curvature: {
    en: 'Convex in the logit, with gradient σ(x) − t.',
    'zh-cn': '对 logit 凸，梯度为 σ(x) − t。',
  },
  use: {
    en: 'Use it for binary and multi-label classification, from logits where possible.',
    'zh-cn': '用于二分类与多标签分类，尽量从 logit 计算。',
  },
  avoid: {
    en: 'Avoid applying a sigmoid twice, and avoid it for exclusive classes.',
    'zh-cn': '不要重复施加 sigmoid；互斥多分类不宜使用。',
  },
  references: ['torch.nn.BCELoss', 'torch.nn.BCEWithLogitsLoss'],
  compute: binaryCrossEntropyComputation(params),
  termTex: binaryCrossEntropyTermTex,
  curve: {
    axis: 'probability',
    from: 0.01,
    to: 0.99,
    value: (p) => binaryCrossEntropy(p, 1),
    slope: (p) => binaryCrossEntropySlope(p, 1),
    curvature: (p) => 1 / (p * p),
  },
};
