import type { Slot } from '../formula';

/** One probability per element. */
export const probabilitySlot: Slot = {
  name: 'probability',
  role: 'probabilities',
  label: { en: 'Probability', 'zh-cn': '概率' },
  symbol: 'p',
  domain: { en: 'numbers in [0, 1]', 'zh-cn': '[0, 1] 内的数' },
  usualNames: [
    'prob',
    'probs',
    'probability',
    'probabilities',
    'proba',
    'p',
    'y_prob',
    'y_proba',
    'y_score',
    'y_pred',
    'y_hat',
    'yhat',
    'pred',
    'preds',
    'prediction',
    'predictions',
    'output',
    'outputs',
    'input',
    '概率',
    '预测概率',
    '预测值',
  ],
};

/** One logit per element. */
export const logitSlot: Slot = {
  name: 'logit',
  role: 'logits',
  label: { en: 'Logit', 'zh-cn': 'logit（未过 sigmoid 的得分）' },
  symbol: 'x',
  domain: { en: 'real numbers', 'zh-cn': '实数' },
  usualNames: [
    'logit',
    'logits',
    'score',
    'scores',
    'raw',
    'x',
    'z',
    'output',
    'outputs',
    'input',
    'inputs',
    'pred',
    'preds',
    'y_pred',
    '得分',
    '输出',
  ],
};

/** Yes/no targets, soft ones included. */
export const binaryTargetSlot: Slot = {
  name: 'target',
  role: 'target',
  label: { en: 'Target', 'zh-cn': '目标' },
  symbol: 't',
  domain: { en: 'numbers in [0, 1], normally 0 or 1', 'zh-cn': '[0, 1] 内的数，通常为 0 或 1' },
  usualNames: [
    'target',
    'targets',
    'label',
    'labels',
    'y',
    'y_true',
    'ytrue',
    'true',
    'truth',
    'gt',
    'ground_truth',
    't',
    '标签',
    '目标',
    '真实值',
    '真实标签',
  ],
};

/** One weight per element. */
export const elementWeightSlot: Slot = {
  name: 'weight',
  role: 'weight',
  label: { en: 'Element weights', 'zh-cn': '元素权重' },
  symbol: 'w',
  domain: { en: 'non-negative numbers', 'zh-cn': '非负数' },
  optional: true,
  usualNames: ['weight', 'weights', 'w', 'sample_weight', 'sample_weights', '权重', '样本权重'],
};

/** One weight of positives per column. */
export const positiveWeightSlot: Slot = {
  name: 'posWeight',
  role: 'weight',
  label: { en: 'Weights of positives, per column', 'zh-cn': '各列正例权重' },
  symbol: 'w_+',
  axes: ['C'],
  domain: { en: 'non-negative numbers', 'zh-cn': '非负数' },
  optional: true,
  usualNames: ['pos_weight', 'pos_weights', 'posweight', 'positive_weight', '正例权重'],
};
