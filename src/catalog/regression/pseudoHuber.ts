import type { Formula, Parameter } from '../formula';
import {
  pseudoHuber,
  pseudoHuberCurvature,
  pseudoHuberGradient,
  pseudoHuberSlope,
  pseudoHuberTerms,
} from '../../numeric/losses/pseudoHuber';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';
import { texNumber } from '../tex';

const delta: Parameter = {
  name: 'delta',
  label: { en: 'Scale δ', 'zh-cn': '尺度 δ' },
  symbol: '\\delta',
  kind: 'number',
  default: 1,
  minimum: 0,
  exclusiveMinimum: true,
  slider: { from: 0.1, to: 5, step: 0.1 },
};

const params = [delta];

function right(square: string, scale: string): string {
  return `${square}\\left(\\sqrt{1+\\left(\\frac{\\hat y-y}{${scale}}\\right)^2}-1\\right)`;
}

export const pseudoHuberLoss: Formula = {
  id: 'pseudo-huber',
  family: 'regression',
  names: {
    en: ['Pseudo-Huber loss', 'pseudo huber', 'Charbonnier loss', 'smooth Huber', 'soft L1 loss'],
    'zh-cn': ['伪 Huber 损失', 'Pseudo-Huber 损失', '伪Huber损失', 'Charbonnier 损失', '光滑 Huber 损失'],
  },
  summary: {
    en: 'A smooth Huber loss: squared near zero, absolute far away, with all derivatives.',
    'zh-cn': '光滑的 Huber 损失：近零处如平方，远处如绝对值，且处处可导。',
  },
  slots: [predictionSlot, targetSlot],
  params,
  tex: { left: 'L_\\delta(y,\\hat y)', right: right('\\delta^2', '\\delta') },
  texWith: (given) => {
    const scale = numberOf(given, 'delta');
    return right(scale === 1 ? '' : texNumber(scale * scale), texNumber(scale));
  },
  words: {
    en: 'delta squared times the square root of one plus the squared residual over delta, less one',
    'zh-cn': 'δ 平方乘以（1 加残差除以 δ 的平方的平方根减 1）',
  },
  notations: [
    {
      tex: '\\sqrt{(\\hat y-y)^2+\\epsilon^2}',
      note: {
        en: 'Charbonnier: the same curve without the offset',
        'zh-cn': 'Charbonnier 形式：同一曲线，未减常数',
      },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: { en: 'r²/2 near 0, δ|r| − δ² far away.', 'zh-cn': '近 0 处为 r²/2，远处为 δ|r| − δ²。' },
  robustness: { en: 'Robust: the slope never exceeds δ.', 'zh-cn': '稳健：斜率不超过 δ。' },
  curvature: {
    en: 'Strictly convex and smooth; curvature (1 + (r/δ)²)^(−3/2).',
    'zh-cn': '严格凸且光滑；曲率为 (1 + (r/δ)²)^(−3/2)。',
  },
  use: {
    en: 'Use it where Huber is wanted and second derivatives must exist.',
    'zh-cn': '需要 Huber 的效果且要求二阶可导时使用。',
  },
  avoid: {
    en: 'Avoid expecting Huber’s numbers: between the two regimes it is smaller.',
    'zh-cn': '不要期待与 Huber 数值相同：在过渡区它更小。',
  },
  references: [
    'scipy.special.pseudo_huber',
    'Charbonnier et al., Deterministic Edge-Preserving Regularization (1997)',
  ],
  compute: residualComputation(params, (prediction, target, given) => {
    const delta = numberOf(given, 'delta');
    return {
      terms: (out, start, end) => pseudoHuberTerms(out, prediction, target, delta, start, end),
      gradient: (out, scale) => pseudoHuberGradient(out, prediction, target, delta, scale),
    };
  }),
  termTex: (args, index, digits) => {
    const scale = digits(numberOf(args.params, 'delta'));
    return `${scale}^2\\left(\\sqrt{1+\\left(\\frac{${residualTex(args, index, digits)}}{${scale}}\\right)^2}-1\\right)`;
  },
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: (r, given) => pseudoHuber(r, numberOf(given, 'delta')),
    slope: (r, given) => pseudoHuberSlope(r, numberOf(given, 'delta')),
    curvature: (r, given) => pseudoHuberCurvature(r, numberOf(given, 'delta')),
  },
};
