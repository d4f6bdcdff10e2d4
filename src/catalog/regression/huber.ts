import {
  huber as huberLoss,
  huberCurvature,
  huberGradient,
  huberSlope,
  huberTerms,
} from '../../numeric/losses/huber';
import type { Formula, Parameter } from '../formula';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualOf, residualTex } from '../terms';
import { texNumber, timesSum } from '../tex';

const delta: Parameter = {
  name: 'delta',
  label: { en: 'Threshold δ', 'zh-cn': '阈值 δ' },
  symbol: '\\delta',
  kind: 'number',
  default: 1,
  minimum: 0,
  exclusiveMinimum: true,
  slider: { from: 0.1, to: 5, step: 0.1 },
};

function right(threshold: string, half: string): string {
  return (
    '\\begin{cases}\\tfrac12(\\hat y-y)^2 & \\text{if } \\lvert\\hat y-y\\rvert\\le ' +
    `${threshold}\\\\[2pt] ${timesSum(threshold, `\\lvert\\hat y-y\\rvert-${half}`)} & \\text{otherwise}\\end{cases}`
  );
}

export const huber: Formula = {
  id: 'huber',
  family: 'regression',
  names: {
    en: ['Huber loss', 'HuberLoss', 'Huber', 'Huber function', "Huber's loss"],
    'zh-cn': [
      'Huber 损失',
      'Huber损失',
      '胡贝尔损失',
      '休伯损失',
      '胡伯损失',
      'Huber 损失函数',
      'Huber 函数',
    ],
  },
  summary: {
    en: 'Squared near zero, absolute far away: the mean squared error that forgives outliers.',
    'zh-cn': '误差小时取平方、大时取绝对值：对离群点宽容的均方误差。',
  },
  slots: [predictionSlot, targetSlot],
  params: [delta],
  tex: { left: 'L_\\delta(y,\\hat y)', right: right('\\delta', '\\tfrac12\\delta') },
  texWith: (params) => {
    const threshold = numberOf(params, 'delta');
    return right(texNumber(threshold), texNumber(threshold / 2));
  },
  words: {
    en: 'half the squared residual where its absolute value is at most delta, else delta times the absolute residual less half delta',
    'zh-cn': '残差绝对值不超过 δ 时为残差平方的一半，否则为 δ 乘以残差绝对值与 δ 的一半之差',
  },
  notations: [
    {
      tex: '\\begin{cases}\\tfrac12 a^2 & \\lvert a\\rvert\\le\\delta\\\\ \\delta\\lvert a\\rvert-\\tfrac12\\delta^2 & \\lvert a\\rvert>\\delta\\end{cases}',
      note: { en: 'Multiplied out, a = y − ŷ', 'zh-cn': '展开形式，a = y − ŷ' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 only for a perfect prediction', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: {
    en: 'δ → ∞ gives half the squared error; divided by δ, δ → 0 gives the absolute error.',
    'zh-cn': 'δ → ∞ 时趋于平方误差的一半；除以 δ 后 δ → 0 时趋于绝对误差。',
  },
  robustness: {
    en: 'Robust: beyond δ a residual pulls with the constant force δ.',
    'zh-cn': '稳健：超过 δ 后，残差的影响恒为 δ。',
  },
  curvature: {
    en: 'Convex: curvature 1 within δ, 0 beyond; the slope has no jump.',
    'zh-cn': '凸：δ 以内曲率为 1，以外为 0；导数连续。',
  },
  use: {
    en: 'Use it for regression with occasional outliers, δ about the size of ordinary errors.',
    'zh-cn': '用于偶有离群点的回归，δ 取正常误差的量级。',
  },
  avoid: {
    en: 'Avoid comparing it across different δ: its scale changes with the threshold.',
    'zh-cn': '不要比较不同 δ 下的数值：其尺度随阈值变化。',
  },
  references: [
    'torch.nn.HuberLoss',
    'scipy.special.huber',
    'Huber, Robust Estimation of a Location Parameter (1964)',
  ],
  compute: residualComputation([delta], (prediction, target, params) => {
    const threshold = numberOf(params, 'delta');
    return {
      terms: (out, start, end) => huberTerms(out, prediction, target, threshold, start, end),
      gradient: (out, scale) => huberGradient(out, prediction, target, threshold, scale),
    };
  }),
  termTex: (args, index, digits) => {
    const threshold = numberOf(args.params, 'delta');
    const difference = residualTex(args, index, digits);
    if (!(Math.abs(residualOf(args, index)) > threshold)) return `\\tfrac12(${difference})^2`;
    return timesSum(digits(threshold), `\\lvert ${difference}\\rvert-${digits(threshold / 2)}`);
  },
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: (r, params) => huberLoss(r, numberOf(params, 'delta')),
    slope: (r, params) => huberSlope(r, numberOf(params, 'delta')),
    curvature: (r, params) => huberCurvature(r, numberOf(params, 'delta')),
  },
};
