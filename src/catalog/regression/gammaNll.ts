import type { Formula } from '../formula';
import { inRange, nonNegative } from '../../numeric/checks/domains';
import {
  gammaNll,
  gammaNllGradient,
  gammaNllTargetGradient,
  gammaNllTerms,
} from '../../numeric/losses/gammaNll';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { printed } from '../terms';

const positiveNumbers = { en: 'positive numbers', 'zh-cn': '正数' } as const;
const nonNegativeNumbers = { en: 'non-negative numbers', 'zh-cn': '非负数' } as const;

export const gammaNllLoss: Formula = {
  id: 'gamma-nll',
  family: 'regression',
  names: {
    en: ['Gamma negative log-likelihood', 'gamma NLL', 'gamma loss', 'gamma regression loss'],
    'zh-cn': ['伽马负对数似然', 'Gamma 损失', '伽马损失', '伽马负对数似然损失', '伽马回归损失'],
  },
  summary: {
    en: 'The negative log-likelihood of positive targets under a gamma distribution of unit shape and predicted mean.',
    'zh-cn': '正目标在形状为 1、均值为预测值的伽马分布下的负对数似然。',
  },
  slots: [
    { ...predictionSlot, symbol: '\\mu', domain: positiveNumbers },
    { ...targetSlot, domain: nonNegativeNumbers },
  ],
  params: [],
  tex: { left: 'L(y,\\mu)', right: '\\frac{y}{\\mu}+\\ln\\mu' },
  words: { en: 'y over mu plus the natural logarithm of mu', 'zh-cn': 'y 除以 μ 加 μ 的自然对数' },
  notations: [{ tex: 'y\\,e^{-x}+x', note: { en: 'By x = ln μ', 'zh-cn': '以 x = ln μ 表示' } }],
  role: 'loss',
  range: {
    en: '[1 + ln y, ∞); least at μ = y, may be negative',
    'zh-cn': '[1 + ln y, ∞)；μ = y 时最小，可为负',
  },
  limits: { en: 'μ → 0 costs ∞ for y > 0.', 'zh-cn': 'y > 0 时 μ → 0 的代价为 ∞。' },
  robustness: {
    en: 'Relative: it depends on y/μ but for a constant.',
    'zh-cn': '相对的：除常数外只取决于 y/μ。',
  },
  curvature: { en: 'Convex in ln μ; not in μ beyond 2y.', 'zh-cn': '对 ln μ 凸；μ 超过 2y 后对 μ 非凸。' },
  use: {
    en: 'Use it for positive, skewed targets of constant relative spread, as claim sizes or durations.',
    'zh-cn': '用于相对离散度恒定的正偏态目标，如赔付额或时长。',
  },
  avoid: {
    en: 'Avoid it when zeros occur: a gamma distribution has none.',
    'zh-cn': '存在零值时不宜使用：伽马分布不含零。',
  },
  references: ['XGBoost eval_metric="gamma-nloglik"'],
  compute: residualComputation(
    [],
    (mean, target) => ({
      terms: (out, start, end) => gammaNllTerms(out, mean, target, start, end),
      gradient: (out, scale) => gammaNllGradient(out, mean, target, scale),
      targetGradient: (out, scale) => gammaNllTargetGradient(out, mean, scale),
    }),
    (mean, target) =>
      inRange('prediction', mean, { minimum: 0, exclusiveMinimum: true }) ?? nonNegative('target', target),
  ),
  termTex: (args, index, digits) => {
    const mean = printed(args, 'prediction', index, digits);
    return `\\frac{${printed(args, 'target', index, digits)}}{${mean}}+\\ln ${mean}`;
  },
  curve: {
    axis: 'prediction',
    label: { en: 'mean μ for the target 1', 'zh-cn': '均值 μ（真实值为 1）' },
    from: 0.1,
    to: 4,
    value: (x) => gammaNll(x, 1),
    slope: (x) => (x - 1) / (x * x),
    curvature: (x) => (2 - x) / x ** 3,
  },
};
