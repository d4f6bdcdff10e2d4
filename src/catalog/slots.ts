import type { Slot } from './formula';

const anyNumber = { en: 'real numbers', 'zh-cn': '实数' } as const;

/** The names under which people keep predictions, in code and in tables. */
const predictionNames = [
  'y_pred',
  'ypred',
  'pred',
  'preds',
  'predicted',
  'prediction',
  'predictions',
  'y_hat',
  'yhat',
  'ŷ',
  'output',
  'outputs',
  'out',
  'input',
  'forecast',
  'forecasts',
  'fitted',
  'estimate',
  'estimates',
  'estimated',
  'simulated',
  'model',
  '预测',
  '预测值',
  '模型输出',
  '输出',
  '估计值',
] as const;

const targetNames = [
  'y_true',
  'ytrue',
  'true',
  'target',
  'targets',
  'y',
  'actual',
  'actuals',
  'truth',
  'ground_truth',
  'gt',
  'label',
  'labels',
  'observed',
  'observations',
  'obs',
  'reference',
  'expected',
  'measured',
  'groundtruth',
  '真实',
  '真实值',
  '真值',
  '目标',
  '目标值',
  '标签',
  '实际值',
  '观测值',
  '测量值',
] as const;

/** The prediction of a regression, ŷ. */
export const predictionSlot: Slot = {
  name: 'prediction',
  role: 'prediction',
  label: { en: 'Prediction', 'zh-cn': '预测值' },
  symbol: '\\hat y',
  domain: anyNumber,
  usualNames: predictionNames,
};

/** The target of a regression, y. */
export const targetSlot: Slot = {
  name: 'target',
  role: 'target',
  label: { en: 'Target', 'zh-cn': '真实值' },
  symbol: 'y',
  domain: anyNumber,
  usualNames: targetNames,
};

/** Unnormalised log-probabilities of classes, one row a sample. */
export const logitsSlot: Slot = {
  name: 'logits',
  role: 'logits',
  label: { en: 'Logits', 'zh-cn': 'logits（未归一化得分）' },
  symbol: 'z',
  axes: ['N', 'C'],
  domain: anyNumber,
  usualNames: [
    'logits',
    'logit',
    'scores',
    'score',
    'outputs',
    'output',
    'out',
    'z',
    'x',
    'input',
    'pred',
    'preds',
    'y_pred',
    'raw',
    '得分',
    '输出',
  ],
};

/** Class probabilities, one row a sample. */
export const probabilitiesSlot: Slot = {
  name: 'probabilities',
  role: 'probabilities',
  label: { en: 'Class probabilities', 'zh-cn': '类别概率' },
  symbol: 'p',
  axes: ['N', 'C'],
  domain: { en: 'numbers in [0, 1], rows summing to 1', 'zh-cn': '[0, 1] 内的数，每行之和为 1' },
  usualNames: [
    'probs',
    'prob',
    'probabilities',
    'proba',
    'y_prob',
    'y_proba',
    'y_pred',
    'softmax',
    'p',
    'q',
    'y_hat',
    '概率',
    '预测概率',
  ],
};

/** The true class of each sample, counted from 0. */
export const classIndexSlot: Slot = {
  name: 'classIndex',
  role: 'class-index',
  label: { en: 'Class indices', 'zh-cn': '类别索引' },
  symbol: 'y',
  axes: ['N'],
  domain: { en: 'integers from 0 to C − 1', 'zh-cn': '0 到 C − 1 的整数' },
  usualNames: [
    'target',
    'targets',
    'labels',
    'label',
    'y',
    'y_true',
    'classes',
    'class_index',
    'class_idx',
    'idx',
    'gt',
    'truth',
    '标签',
    '类别',
    '真实类别',
    '真实标签',
  ],
};

/** Soft or one-hot targets, one row a sample. */
export const targetProbabilitiesSlot: Slot = {
  name: 'targetProbabilities',
  role: 'distribution',
  label: { en: 'Target probabilities', 'zh-cn': '目标概率' },
  symbol: 't',
  axes: ['N', 'C'],
  domain: { en: 'numbers in [0, 1], rows summing to 1', 'zh-cn': '[0, 1] 内的数，每行之和为 1' },
  usualNames: [
    'target',
    'targets',
    'labels',
    'y',
    'y_true',
    'one_hot',
    'onehot',
    'soft_labels',
    'soft_targets',
    'p',
    'teacher',
    '软标签',
    '独热',
    '目标分布',
  ],
};

/** One weight a class. */
export const classWeightSlot: Slot = {
  name: 'weight',
  role: 'weight',
  label: { en: 'Class weights', 'zh-cn': '类别权重' },
  symbol: 'w',
  axes: ['C'],
  domain: { en: 'non-negative numbers', 'zh-cn': '非负数' },
  optional: true,
  usualNames: ['weight', 'weights', 'class_weight', 'class_weights', 'w', '权重', '类别权重'],
};

/** The score of a margin classifier. */
export const scoreSlot: Slot = {
  name: 'score',
  role: 'margin-score',
  label: { en: 'Score', 'zh-cn': '得分' },
  symbol: 'f',
  domain: anyNumber,
  usualNames: [
    'score',
    'scores',
    'decision',
    'decision_function',
    'pred_decision',
    'margin',
    'f',
    'fx',
    'output',
    'outputs',
    'logits',
    'pred',
    'preds',
    'y_pred',
    'input',
    '得分',
    '分数',
    '决策值',
  ],
};

/** The label of a margin loss, −1 or +1. */
export const marginLabelSlot: Slot = {
  name: 'target',
  role: 'margin-label',
  label: { en: 'Label (−1 or +1)', 'zh-cn': '标签（−1 或 +1）' },
  symbol: 'y',
  domain: { en: '−1 or +1', 'zh-cn': '−1 或 +1' },
  usualNames: [
    'y_true',
    'y',
    'label',
    'labels',
    'target',
    'targets',
    'truth',
    'gt',
    'sign',
    '标签',
    '真实标签',
    '类别',
  ],
};
