import type { Formula, Parameter } from '../formula';
import {
  quantileError,
  quantileErrorGradient,
  quantileErrorSlope,
  quantileErrorTerms,
} from '../../numeric/losses/quantileError';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualOf, residualTex } from '../terms';
import { texNumber } from '../tex';
import { differenceTex } from '../tex';
import { printed } from '../terms';

const q: Parameter = {
  name: 'q',
  label: { en: 'Quantile q', 'zh-cn': '分位数 q' },
  symbol: 'q',
  kind: 'number',
  default: 0.5,
  minimum: 0,
  maximum: 1,
  slider: { from: 0.05, to: 0.95, step: 0.05 },
};

const params = [q];

function right(below: string, above: string): string {
  return `\\begin{cases}${below}\\,(y-\\hat y) & \\text{if } y\\ge\\hat y\\\\[2pt] ${above}\\,(\\hat y-y) & \\text{otherwise}\\end{cases}`;
}

export const quantile: Formula = {
  id: 'quantile',
  family: 'regression',
  names: {
    en: [
      'Quantile loss',
      'pinball loss',
      'quantile regression loss',
      'tilted absolute loss',
      'check loss',
      'QuantileLoss',
      'mean pinball loss',
    ],
    'zh-cn': ['分位数损失', '弹球损失', 'Pinball 损失', '分位数回归损失', '分位损失', '分位数误差'],
  },
  summary: {
    en: 'Errors weighed by side: q for predictions too low, 1 − q for those too high; minimised by the q-quantile.',
    'zh-cn': '误差按方向加权：偏低权重 q，偏高权重 1 − q；使其最小的是 q 分位数。',
  },
  slots: [predictionSlot, targetSlot],
  params,
  tex: { left: 'L_q(y,\\hat y)', right: right('q', '(1-q)') },
  texWith: (given) => {
    const q = numberOf(given, 'q');
    return right(texNumber(q), texNumber(1 - q));
  },
  words: {
    en: 'q times y minus y hat where y is at least y hat, else one minus q times y hat minus y',
    'zh-cn': 'y 不小于预测值时为 q 乘以 y 减预测值，否则为 1 减 q 乘以预测值减 y',
  },
  notations: [
    {
      tex: '\\max\\left(q\\,(y-\\hat y),\\,(q-1)(y-\\hat y)\\right)',
      note: { en: 'As a maximum', 'zh-cn': '最大值形式' },
    },
    {
      tex: '\\rho_\\tau(u)=u\\left(\\tau-\\mathbb 1[u<0]\\right)',
      note: { en: 'The check function, u = y − ŷ', 'zh-cn': '检验函数，u = y − ŷ' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: {
    en: 'q = ½ is half the absolute error; q = 0 or 1 punishes one side only.',
    'zh-cn': 'q = ½ 时为绝对误差的一半；q = 0 或 1 时只惩罚一侧。',
  },
  robustness: {
    en: 'Robust: each point pulls with a constant force, whatever its distance.',
    'zh-cn': '稳健：每个点的影响恒定，与距离无关。',
  },
  curvature: { en: 'Convex, piecewise linear, with a kink at 0.', 'zh-cn': '凸、分段线性，在 0 处有折点。' },
  use: {
    en: 'Use it for prediction intervals and wherever too little costs otherwise than too much.',
    'zh-cn': '用于预测区间，以及偏高与偏低代价不同的场合。',
  },
  avoid: {
    en: 'Avoid fitting several quantiles apart without checking that they do not cross.',
    'zh-cn': '分别拟合多个分位数时，不要忘记检查它们是否交叉。',
  },
  references: ['sklearn.metrics.mean_pinball_loss', 'Koenker and Bassett, Regression Quantiles (1978)'],
  compute: residualComputation(params, (prediction, target, given) => {
    const q = numberOf(given, 'q');
    return {
      terms: (out, start, end) => quantileErrorTerms(out, prediction, target, q, start, end),
      gradient: (out, scale) => quantileErrorGradient(out, prediction, target, q, scale),
    };
  }),
  termTex: (args, index, digits) => {
    const weight = numberOf(args.params, 'q');
    if (residualOf(args, index) > 0) return `${digits(1 - weight)}\\,(${residualTex(args, index, digits)})`;
    const below = differenceTex(
      printed(args, 'target', index, digits),
      printed(args, 'prediction', index, digits),
    );
    return `${digits(weight)}\\,(${below})`;
  },
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: (r, given) => quantileError(r, numberOf(given, 'q')),
    slope: (r, given) => quantileErrorSlope(r, numberOf(given, 'q')),
    curvature: () => 0,
  },
};
