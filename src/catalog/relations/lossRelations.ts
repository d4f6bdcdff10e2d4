import type { Relation, RelationInput, RelationTerm } from './relation';

const prediction: RelationInput = {
  name: 'prediction',
  label: { en: 'Prediction', 'zh-cn': '预测值' },
  example: [1.5, 0, 4, -2],
};
const target: RelationInput = {
  name: 'target',
  label: { en: 'Target', 'zh-cn': '真实值' },
  example: [1, 0.5, 1, 2],
};
const residual = { prediction: 'prediction', target: 'target' } as const;

const logits: RelationInput = {
  name: 'logits',
  label: { en: 'Logits', 'zh-cn': 'logits（未归一化得分）' },
  example: [
    [2, 0.5, -1],
    [0, 1, 3],
  ],
};
const twoLogits: RelationInput = {
  ...logits,
  label: { en: 'Logits of two classes', 'zh-cn': '两个类别的 logits' },
  example: [
    [2, 0.5],
    [-1, 3],
  ],
};
const classIndex: RelationInput = {
  name: 'classIndex',
  label: { en: 'True classes', 'zh-cn': '真实类别' },
  example: [0, 1],
};

const always = { en: 'always', 'zh-cn': '恒成立' };
const oneHot = { en: 'for one-hot targets', 'zh-cn': '独热目标时成立' };

const crossEntropy: RelationTerm = {
  coefficient: 1,
  formula: 'cross-entropy',
  inputs: { logits: 'logits', classIndex: 'classIndex' },
  params: { reduction: 'sum' },
};

/** Laws between losses of regression and classification. */
export const lossRelations: readonly Relation[] = [
  {
    id: 'huber-is-scaled-smooth-l1',
    name: { en: 'Huber(δ) = δ · smooth L1(β = δ)', 'zh-cn': 'Huber(δ) = δ · 平滑 L1(β = δ)' },
    tex: 'L^{\\mathrm{Huber}}_{\\delta}=\\delta\\cdot L^{\\mathrm{smooth}}_{\\beta=\\delta}',
    words: {
      en: 'Both bend at the same place; Huber has slope δ in its linear part, smooth L1 slope 1.',
      'zh-cn': '两者在同一处转折；线性部分的斜率，Huber 为 δ，平滑 L1 为 1。',
    },
    sign: '=',
    condition: always,
    inputs: [prediction, target],
    params: [{ name: 'delta', default: 1.5 }],
    left: [{ coefficient: 1, formula: 'huber', inputs: residual, params: { delta: { param: 'delta' } } }],
    right: [
      {
        coefficient: { param: 'delta' },
        formula: 'smooth-l1',
        inputs: residual,
        params: { beta: { param: 'delta' } },
      },
    ],
  },
  {
    id: 'rmse-squared-is-mse',
    name: { en: 'RMSE² = MSE', 'zh-cn': 'RMSE² = MSE' },
    tex: '\\mathrm{RMSE}^2=\\mathrm{MSE}',
    words: {
      en: 'The root mean squared error is the root of the mean squared error, hence minimal at the same place.',
      'zh-cn': '均方根误差是均方误差的平方根，因而极小点相同。',
    },
    sign: '=',
    condition: always,
    inputs: [prediction, target],
    params: [],
    left: [{ coefficient: 1, formula: 'rmse', inputs: residual, apply: 'square' }],
    right: [{ coefficient: 1, formula: 'mse', inputs: residual }],
  },
  {
    id: 'median-quantile-is-half-mae',
    name: { en: 'MAE = 2 · pinball loss at the median', 'zh-cn': 'MAE = 2 × 中位数处的分位数损失' },
    tex: '\\mathrm{MAE}=2\\,L_{q=1/2}',
    words: {
      en: 'At q = ½ the quantile loss weighs both sides alike, by one half.',
      'zh-cn': 'q = ½ 时分位数损失对两侧的权重相同，均为一半。',
    },
    sign: '=',
    condition: always,
    inputs: [prediction, target],
    params: [],
    left: [{ coefficient: 1, formula: 'mae', inputs: residual }],
    right: [{ coefficient: 2, formula: 'quantile', inputs: residual, params: { q: 0.5 } }],
  },
  {
    id: 'two-class-softmax-is-logistic',
    name: {
      en: 'Softmax cross-entropy of two classes = logistic loss',
      'zh-cn': '二类 softmax 交叉熵 = 逻辑损失',
    },
    tex: '-\\ln\\frac{e^{z_y}}{e^{z_0}+e^{z_1}}=\\ln\\left(1+e^{-(2y-1)(z_1-z_0)}\\right)',
    words: {
      en: 'With two classes only the difference of the logits matters; it is the score of a logistic regression.',
      'zh-cn': '两个类别时只有 logits 之差起作用，它就是逻辑回归的得分。',
    },
    sign: '=',
    condition: { en: 'for two classes', 'zh-cn': '两个类别时成立' },
    inputs: [twoLogits, classIndex],
    params: [],
    left: [crossEntropy],
    right: [
      {
        coefficient: 1,
        formula: 'logistic',
        inputs: {
          score: { derive: 'score-of-two', from: ['logits'] },
          target: { derive: 'sign', from: ['classIndex'] },
        },
        params: { reduction: 'sum' },
      },
    ],
  },
  {
    id: 'sigmoid-cross-entropy-is-logistic',
    name: { en: 'Binary cross-entropy of logits = logistic loss', 'zh-cn': 'logits 的二元交叉熵 = 逻辑损失' },
    tex: '-y\\ln\\sigma(x)-(1-y)\\ln(1-\\sigma(x))=\\ln\\left(1+e^{-(2y-1)x}\\right)',
    words: {
      en: 'The same loss with labels 0 and 1, and with labels −1 and +1.',
      'zh-cn': '同一个损失，标签分别取 0/1 与 −1/+1。',
    },
    sign: '=',
    condition: { en: 'for labels 0 and 1', 'zh-cn': '标签为 0 或 1 时成立' },
    inputs: [
      { name: 'logit', label: { en: 'Logits', 'zh-cn': 'logits' }, example: [2, -1, 0.5] },
      { name: 'labels', label: { en: 'Labels 0 or 1', 'zh-cn': '标签 0 或 1' }, example: [1, 1, 0] },
    ],
    params: [],
    left: [{ coefficient: 1, formula: 'binary-cross-entropy', inputs: { logit: 'logit', target: 'labels' } }],
    right: [
      {
        coefficient: 1,
        formula: 'logistic',
        inputs: { score: 'logit', target: { derive: 'sign', from: ['labels'] } },
      },
    ],
  },
  {
    id: 'cross-entropy-is-nll',
    name: {
      en: 'Cross-entropy = negative log-likelihood of log-softmax',
      'zh-cn': '交叉熵 = log-softmax 的负对数似然',
    },
    tex: '\\mathrm{CE}(z,y)=-\\ln\\operatorname{softmax}(z)_y=\\mathrm{NLL}(\\ln\\operatorname{softmax}(z),y)',
    words: {
      en: 'With class indices cross-entropy is the negative log-likelihood, so both have the same minimum.',
      'zh-cn': '以类别索引为目标时，交叉熵就是负对数似然，因此极小点相同。',
    },
    sign: '=',
    condition: oneHot,
    inputs: [logits, classIndex],
    params: [],
    left: [crossEntropy],
    right: [
      {
        coefficient: 1,
        formula: 'nll',
        inputs: {
          logProbabilities: { derive: 'log-softmax', from: ['logits'] },
          classIndex: 'classIndex',
        },
        params: { reduction: 'sum' },
      },
    ],
  },
  {
    id: 'cross-entropy-is-kl-for-one-hot',
    name: { en: 'Cross-entropy = KL divergence for one-hot targets', 'zh-cn': '独热目标下交叉熵 = KL 散度' },
    tex: '\\mathrm{CE}(z,y)=D_{\\mathrm{KL}}\\left(e_y\\,\\|\\,\\operatorname{softmax}(z)\\right)',
    words: {
      en: 'A one-hot target has entropy 0, so minimising cross-entropy, KL divergence or negative log-likelihood is one and the same.',
      'zh-cn': '独热目标的熵为 0，因此最小化交叉熵、KL 散度与负对数似然是一回事。',
    },
    sign: '=',
    condition: oneHot,
    inputs: [logits, classIndex],
    params: [],
    left: [crossEntropy],
    right: [
      {
        coefficient: 1,
        formula: 'kl-divergence',
        inputs: {
          p: { derive: 'one-hot', from: ['logits', 'classIndex'] },
          q: { derive: 'softmax', from: ['logits'] },
        },
        params: { base: 'e' },
      },
    ],
  },
];
