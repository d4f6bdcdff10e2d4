import type { Formula, Parameter } from '../formula';
import {
  fairLoss,
  fairLossCurvature,
  fairLossGradient,
  fairLossSlope,
  fairLossTerms,
} from '../../numeric/losses/fairLoss';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';
import { texNumber } from '../tex';

const c: Parameter = {
  name: 'c',
  label: { en: 'Scale c', 'zh-cn': '尺度 c' },
  symbol: 'c',
  kind: 'number',
  default: 1,
  minimum: 0,
  exclusiveMinimum: true,
  slider: { from: 0.1, to: 5, step: 0.1 },
};

const params = [c];

function right(square: string, scale: string): string {
  return `${square}\\left(\\frac{\\lvert\\hat y-y\\rvert}{${scale}}-\\ln\\left(1+\\frac{\\lvert\\hat y-y\\rvert}{${scale}}\\right)\\right)`;
}

export const fair: Formula = {
  id: 'fair',
  family: 'regression',
  names: {
    en: ['Fair loss', 'FairLoss', 'Fair function'],
    'zh-cn': ['Fair 损失', 'Fair损失', 'Fair 损失函数', '费尔损失'],
  },
  summary: {
    en: 'A smooth robust loss that grows linearly less a logarithm.',
    'zh-cn': '光滑的稳健损失：线性增长再减去对数。',
  },
  slots: [predictionSlot, targetSlot],
  params,
  tex: { left: 'L_c(y,\\hat y)', right: right('c^2', 'c') },
  texWith: (given) => {
    const scale = numberOf(given, 'c');
    return right(scale === 1 ? '' : texNumber(scale * scale), texNumber(scale));
  },
  words: {
    en: 'c squared times the absolute residual over c less the natural logarithm of one plus it',
    'zh-cn': 'c 平方乘以（残差绝对值除以 c，减去 1 加该比值的自然对数）',
  },
  notations: [
    {
      tex: 'c\\lvert x\\rvert-c^2\\ln\\left(1+\\lvert x\\rvert/c\\right)',
      note: { en: 'As LightGBM writes it', 'zh-cn': 'LightGBM 的写法' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: {
    en: 'r²/2 near 0; far away c|r| − c² ln(|r|/c).',
    'zh-cn': '近 0 处为 r²/2；远处为 c|r| − c² ln(|r|/c)。',
  },
  robustness: { en: 'Robust: the slope never exceeds c.', 'zh-cn': '稳健：斜率不超过 c。' },
  curvature: {
    en: 'Convex and smooth; curvature (1 + |r|/c)^(−2).',
    'zh-cn': '凸且光滑；曲率为 (1 + |r|/c)^(−2)。',
  },
  use: { en: 'Use it for boosted trees on data with outliers.', 'zh-cn': '用于含离群点数据的提升树。' },
  avoid: {
    en: 'Avoid it when c is not tuned to the scale of the errors.',
    'zh-cn': 'c 未按误差尺度调整时不宜使用。',
  },
  references: ['Fair, On the Robust Estimation of Econometric Models (1974)', 'LightGBM objective="fair"'],
  compute: residualComputation(params, (prediction, target, given) => {
    const c = numberOf(given, 'c');
    return {
      terms: (out, start, end) => fairLossTerms(out, prediction, target, c, start, end),
      gradient: (out, scale) => fairLossGradient(out, prediction, target, c, scale),
    };
  }),
  termTex: (args, index, digits) => {
    const scale = digits(numberOf(args.params, 'c'));
    const ratio = `\\frac{\\lvert ${residualTex(args, index, digits)}\\rvert}{${scale}}`;
    return `${scale}^2\\left(${ratio}-\\ln\\left(1+${ratio}\\right)\\right)`;
  },
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: (r, given) => fairLoss(r, numberOf(given, 'c')),
    slope: (r, given) => fairLossSlope(r, numberOf(given, 'c')),
    curvature: (r, given) => fairLossCurvature(r, numberOf(given, 'c')),
  },
};
