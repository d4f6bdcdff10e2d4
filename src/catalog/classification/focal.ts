import type { Formula, Parameter } from '../formula';
import { numberOf, optionalNumber } from '../params';
import { focal, focalSlope } from '../../numeric/losses/focal';
import { classIndexSlot, logitsSlot } from '../slots';
import { texNumber } from '../tex';
import { binaryTargetSlot, logitSlot } from './binarySlots';
import { classAlphaSlot, focalComputation, focalTermTex } from './focalComputation';

const gamma: Parameter = {
  name: 'gamma',
  label: { en: 'Focus γ', 'zh-cn': '聚焦参数 γ' },
  symbol: '\\gamma',
  kind: 'number',
  default: 2,
  minimum: 0,
  slider: { from: 0, to: 5, step: 0.1 },
};

const alpha: Parameter = {
  name: 'alpha',
  label: { en: 'Balance α', 'zh-cn': '平衡系数 α' },
  symbol: '\\alpha',
  kind: 'number',
  default: null,
  minimum: 0,
  maximum: 1,
  slider: { from: 0, to: 1, step: 0.05 },
};

const params = [gamma, alpha];

export const focalLoss: Formula = {
  id: 'focal',
  family: 'classification',
  names: {
    en: ['Focal loss', 'FocalLoss', 'focal', 'sigmoid focal loss', 'α-balanced focal loss'],
    'zh-cn': ['焦点损失', 'Focal 损失', 'Focal Loss', 'focal损失', '聚焦损失', '焦点损失函数'],
  },
  summary: {
    en: 'Cross-entropy that fades for easy samples, so that hard ones decide.',
    'zh-cn': '对容易样本衰减的交叉熵，使困难样本起主要作用。',
  },
  slots: [
    { ...logitSlot, group: 'input' },
    { ...binaryTargetSlot, group: 'labels' },
    { ...logitsSlot, group: 'input' },
    { ...classIndexSlot, group: 'labels' },
    classAlphaSlot,
  ],
  params,
  tex: { left: '\\mathrm{FL}(p_t)', right: '-\\alpha_t\\,(1-p_t)^{\\gamma}\\ln p_t' },
  texWith: (given) => {
    const alpha = optionalNumber(given, 'alpha');
    const balance = alpha === null ? '' : '\\alpha_t\\,';
    return `-${balance}(1-p_t)^{${texNumber(numberOf(given, 'gamma'))}}\\ln p_t`;
  },
  words: {
    en: 'minus alpha t times one minus p t to the power gamma times the natural logarithm of p t',
    'zh-cn': '负的 α 乘以（1 − p）的 γ 次方乘以 ln p',
  },
  notations: [
    {
      tex: '-\\alpha_t(1-p_t)^{\\gamma}\\log(p_t),\\quad p_t=\\begin{cases}p & y=1\\\\ 1-p & \\text{otherwise}\\end{cases}',
      note: { en: 'As in the paper', 'zh-cn': '论文写法' },
    },
    {
      tex: '-(1-p_y)^{\\gamma}\\ln p_y',
      note: { en: 'Softmax, true class y', 'zh-cn': 'softmax 形式，真实类别 y' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞) nats', 'zh-cn': '[0, ∞) 奈特' },
  limits: { en: 'γ = 0 is (balanced) cross-entropy.', 'zh-cn': 'γ = 0 时为（带平衡的）交叉熵。' },
  robustness: {
    en: 'Less robust to wrong labels than cross-entropy: it dwells on them.',
    'zh-cn': '比交叉熵更不耐错误标签：它会盯住它们。',
  },
  curvature: { en: 'Not convex in the logit for γ > 0.', 'zh-cn': 'γ > 0 时对 logit 非凸。' },
  use: {
    en: 'Use it for strong class imbalance, as in dense detection.',
    'zh-cn': '用于类别极不平衡的任务，如密集检测。',
  },
  avoid: {
    en: 'Avoid it with noisy labels, and where calibrated probabilities are needed.',
    'zh-cn': '标签噪声大或需要校准概率时不宜使用。',
  },
  references: [
    'Lin, Goyal, Girshick, He, Dollár, Focal Loss for Dense Object Detection (2017)',
    'torchvision.ops.sigmoid_focal_loss',
  ],
  compute: focalComputation(params),
  termTex: focalTermTex,
  curve: {
    axis: 'probability',
    from: 0.01,
    to: 0.99,
    value: (p, given) => focal(-Math.log(p), numberOf(given, 'gamma')),
    slope: (p, given) => -focalSlope(-Math.log(p), numberOf(given, 'gamma')) / p,
  },
};
