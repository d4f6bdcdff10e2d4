import type { Formula } from '../formula';
import { numberOf } from '../params';
import {
  classIndexSlot,
  classWeightSlot,
  logitsSlot,
  probabilitiesSlot,
  targetProbabilitiesSlot,
} from '../slots';
import { texNumber } from '../tex';
import { crossEntropyComputation, ignoreIndex, labelSmoothing } from './crossEntropyComputation';
import { crossEntropyTermTex } from './crossEntropyTerm';

const params = [labelSmoothing, ignoreIndex];

export const crossEntropy: Formula = {
  id: 'cross-entropy',
  family: 'classification',
  names: {
    en: [
      'Cross-entropy loss',
      'cross entropy',
      'cross-entropy',
      'CrossEntropyLoss',
      'softmax cross-entropy',
      'softmax loss',
      'categorical cross-entropy',
      'log loss',
      'multinomial logistic loss',
      'CE loss',
      'CE',
    ],
    'zh-cn': [
      '交叉熵损失',
      '交叉熵',
      '交叉熵损失函数',
      '多分类交叉熵',
      '分类交叉熵',
      'Softmax 交叉熵',
      'softmax 损失',
      '对数损失',
      '多类交叉熵',
    ],
  },
  summary: {
    en: 'The negative log-probability that a model gives to the true class, averaged over samples.',
    'zh-cn': '模型赋予真实类别的概率的负对数，对样本取平均。',
  },
  slots: [
    { ...logitsSlot, group: 'input' },
    { ...probabilitiesSlot, group: 'input' },
    { ...classIndexSlot, group: 'labels' },
    { ...targetProbabilitiesSlot, group: 'labels' },
    classWeightSlot,
  ],
  params,
  tex: {
    left: 'L',
    right:
      '-\\frac{1}{N}\\sum_{i=1}^{N}\\sum_{c=1}^{C} t_{ic}\\,\\ln p_{ic},\\quad p_{ic}=\\frac{e^{z_{ic}}}{\\sum_{k=1}^{C} e^{z_{ik}}}',
  },
  texWith: (given) => {
    const smoothing = numberOf(given, 'labelSmoothing');
    if (smoothing === 0) return crossEntropy.tex.right;
    const [kept, spread] = [texNumber(1 - smoothing), texNumber(smoothing)];
    return `-\\frac{1}{N}\\sum_{i=1}^{N}\\sum_{c=1}^{C}\\left(${kept}\\,t_{ic}+\\frac{${spread}}{C}\\right)\\ln p_{ic}`;
  },
  words: {
    en: 'minus one over N times the sum over samples i and classes c of the target t i c times the natural logarithm of the predicted probability p i c',
    'zh-cn': '负的 N 分之一乘以对样本和类别求和的目标概率乘以预测概率的自然对数',
  },
  notations: [
    {
      tex: '-\\ln\\frac{e^{z_y}}{\\sum_{k} e^{z_k}}',
      note: { en: 'One sample, class index y', 'zh-cn': '单个样本，类别索引 y' },
    },
    { tex: '-z_y+\\ln\\sum_{k} e^{z_k}', note: { en: 'With log-sum-exp', 'zh-cn': 'log-sum-exp 形式' } },
    { tex: '-\\sum_{c=1}^{C} y_c\\log\\hat y_c', note: { en: 'One-hot target y', 'zh-cn': '独热目标 y' } },
  ],
  role: 'cost',
  range: {
    en: '[0, ∞) nats; ln C for a uniform prediction; 0 only for certainty in the true class',
    'zh-cn': '[0, ∞) 奈特；均匀预测时为 ln C；仅当对真实类别完全确信时为 0',
  },
  limits: {
    en: 'A true class of probability 0 costs ∞; 0 · ln 0 counts as 0.',
    'zh-cn': '真实类别概率为 0 时损失为 ∞；0 · ln 0 计为 0。',
  },
  robustness: {
    en: 'Not robust to wrong labels: a confident mistake costs without bound.',
    'zh-cn': '对错误标签不稳健：自信的错误代价无上界。',
  },
  curvature: {
    en: 'Convex in the logits, with gradient p − t.',
    'zh-cn': '对 logits 是凸的，梯度为 p − t。',
  },
  use: {
    en: 'Use it for single-label classification; feed logits, not softmax outputs, where the function expects them.',
    'zh-cn': '用于单标签多分类；函数要求 logits 时，不要传入 softmax 之后的结果。',
  },
  avoid: {
    en: 'Avoid it for multi-label targets (use binary cross-entropy) and for very noisy labels.',
    'zh-cn': '多标签任务（应使用二元交叉熵）或标签噪声很大时不宜使用。',
  },
  references: ['torch.nn.CrossEntropyLoss', 'Bishop, Pattern Recognition and Machine Learning (2006), 4.3.4'],
  compute: crossEntropyComputation(params),
  termTex: crossEntropyTermTex,
  curve: {
    axis: 'probability',
    from: 0.01,
    to: 1,
    value: (p) => -Math.log(p),
    slope: (p) => -1 / p,
    curvature: (p) => 1 / (p * p),
  },
};
