import {
  smoothL1 as smoothL1Loss,
  smoothL1Curvature,
  smoothL1Gradient,
  smoothL1Slope,
  smoothL1Terms,
} from '../../numeric/losses/smoothL1';
import type { Formula, Parameter } from '../formula';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualOf, residualTex } from '../terms';
import { texNumber } from '../tex';

const beta: Parameter = {
  name: 'beta',
  label: { en: 'Threshold β', 'zh-cn': '阈值 β' },
  symbol: '\\beta',
  kind: 'number',
  default: 1,
  minimum: 0,
  slider: { from: 0, to: 5, step: 0.1 },
};

function right(threshold: string, quadratic: string, half: string): string {
  return (
    `\\begin{cases}${quadratic} & \\text{if } \\lvert\\hat y-y\\rvert<${threshold}\\\\[2pt] ` +
    `\\lvert\\hat y-y\\rvert-${half} & \\text{otherwise}\\end{cases}`
  );
}

export const smoothL1: Formula = {
  id: 'smooth-l1',
  family: 'regression',
  names: {
    en: ['Smooth L1 loss', 'SmoothL1Loss', 'smooth L1', 'smooth-L1', 'smoothed L1 loss'],
    'zh-cn': [
      '平滑 L1 损失',
      '平滑L1损失',
      '平滑L1',
      '平滑的 L1 损失',
      '平滑的L1损失',
      '平滑的L1',
      '光滑 L1 损失',
      '光滑L1损失',
      'Smooth L1 损失',
      'SmoothL1 损失',
    ],
  },
  summary: {
    en: 'The absolute error with its kink rounded off within β; the Huber loss divided by its threshold.',
    'zh-cn': '在 β 以内把折点磨圆的绝对误差；等于 Huber 损失除以其阈值。',
  },
  slots: [predictionSlot, targetSlot],
  params: [beta],
  tex: {
    left: 'L_\\beta(y,\\hat y)',
    right: right('\\beta', '\\dfrac{(\\hat y-y)^2}{2\\beta}', '\\tfrac12\\beta'),
  },
  texWith: (params) => {
    const threshold = numberOf(params, 'beta');
    if (threshold === 0) return '\\lvert\\hat y-y\\rvert';
    const quadratic =
      threshold === 1 ? '\\tfrac12(\\hat y-y)^2' : `\\dfrac{(\\hat y-y)^2}{${texNumber(2 * threshold)}}`;
    return right(texNumber(threshold), quadratic, texNumber(threshold / 2));
  },
  words: {
    en: 'the squared residual over two beta where its absolute value is below beta, else the absolute residual less half beta',
    'zh-cn': '残差绝对值小于 β 时为残差平方除以 2β，否则为残差绝对值减去 β 的一半',
  },
  notations: [
    {
      tex: '\\begin{cases}\\tfrac12 x^2 & \\lvert x\\rvert<1\\\\ \\lvert x\\rvert-\\tfrac12 & \\text{otherwise}\\end{cases}',
      note: { en: 'As in Fast R-CNN, β = 1', 'zh-cn': 'Fast R-CNN 的写法，β = 1' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 only for a perfect prediction', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: {
    en: 'β = 0 is the absolute error; far away the slope is ±1 whatever β is.',
    'zh-cn': 'β = 0 时即绝对误差；远处斜率恒为 ±1，与 β 无关。',
  },
  robustness: {
    en: 'Robust: beyond β a residual pulls with constant force 1.',
    'zh-cn': '稳健：超过 β 后，残差的影响恒为 1。',
  },
  curvature: {
    en: 'Convex: curvature 1/β within β, 0 beyond; the slope has no jump for β > 0.',
    'zh-cn': '凸：β 以内曲率为 1/β，以外为 0；β > 0 时导数连续。',
  },
  use: {
    en: 'Use it for box regression and other targets with outliers, where the slope should stay 1.',
    'zh-cn': '用于边界框回归等含离群点、且希望斜率保持为 1 的任务。',
  },
  avoid: {
    en: 'Avoid mixing it up with Huber: for thresholds other than 1 the two differ by that factor.',
    'zh-cn': '不要与 Huber 损失混淆：阈值不为 1 时，两者相差该倍数。',
  },
  references: ['torch.nn.SmoothL1Loss', 'Girshick, Fast R-CNN (2015)'],
  compute: residualComputation([beta], (prediction, target, params) => {
    const threshold = numberOf(params, 'beta');
    return {
      terms: (out, start, end) => smoothL1Terms(out, prediction, target, threshold, start, end),
      gradient: (out, scale) => smoothL1Gradient(out, prediction, target, threshold, scale),
    };
  }),
  termTex: (args, index, digits) => {
    const threshold = numberOf(args.params, 'beta');
    const difference = residualTex(args, index, digits);
    if (Math.abs(residualOf(args, index)) < threshold)
      return `\\frac{(${difference})^2}{2\\cdot ${digits(threshold)}}`;
    return `\\lvert ${difference}\\rvert-${digits(threshold / 2)}`;
  },
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: (r, params) => smoothL1Loss(r, numberOf(params, 'beta')),
    slope: (r, params) => smoothL1Slope(r, numberOf(params, 'beta')),
    curvature: (r, params) => smoothL1Curvature(r, numberOf(params, 'beta')),
  },
};
