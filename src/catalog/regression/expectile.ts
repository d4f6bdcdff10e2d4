import type { Formula, Parameter } from '../formula';
import {
  expectileError,
  expectileErrorCurvature,
  expectileErrorGradient,
  expectileErrorSlope,
  expectileErrorTerms,
} from '../../numeric/losses/expectileError';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualOf, residualTex } from '../terms';
import { texNumber } from '../tex';

const alpha: Parameter = {
  name: 'alpha',
  label: { en: 'Expectile α', 'zh-cn': '期望分位 α' },
  symbol: '\\alpha',
  kind: 'number',
  default: 0.5,
  minimum: 0,
  maximum: 1,
  slider: { from: 0.05, to: 0.95, step: 0.05 },
};

const params = [alpha];

function right(below: string, above: string): string {
  return `\\begin{cases}${below}\\,(y-\\hat y)^2 & \\text{if } y\\ge\\hat y\\\\[2pt] ${above}\\,(\\hat y-y)^2 & \\text{otherwise}\\end{cases}`;
}

export const expectile: Formula = {
  id: 'expectile',
  family: 'regression',
  names: {
    en: [
      'Expectile loss',
      'asymmetric least squares',
      'asymmetric squared error',
      'expectile regression loss',
    ],
    'zh-cn': ['期望分位数损失', 'Expectile 损失', '非对称最小二乘', '期望分位损失', '非对称平方误差'],
  },
  summary: {
    en: 'Squared errors weighed by side: α for predictions too low, 1 − α for those too high.',
    'zh-cn': '按方向加权的平方误差：偏低权重 α，偏高权重 1 − α。',
  },
  slots: [predictionSlot, targetSlot],
  params,
  tex: { left: 'L_\\alpha(y,\\hat y)', right: right('\\alpha', '(1-\\alpha)') },
  texWith: (given) => {
    const weight = numberOf(given, 'alpha');
    return right(texNumber(weight), texNumber(1 - weight));
  },
  words: {
    en: 'alpha times the squared residual where y is at least y hat, else one minus alpha times it',
    'zh-cn': 'y 不小于预测值时为 α 乘以残差平方，否则为 1 减 α 乘以残差平方',
  },
  notations: [
    {
      tex: '\\left\\lvert\\tau-\\mathbb 1[u<0]\\right\\rvert u^2',
      note: { en: 'With the indicator, u = y − ŷ', 'zh-cn': '指示函数形式，u = y − ŷ' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: { en: 'α = ½ is half the squared error.', 'zh-cn': 'α = ½ 时为平方误差的一半。' },
  robustness: { en: 'Not robust: quadratic on both sides.', 'zh-cn': '不稳健：两侧均二次增长。' },
  curvature: {
    en: 'Convex with a continuous slope; curvature 2α or 2(1 − α).',
    'zh-cn': '凸，导数连续；曲率为 2α 或 2(1 − α)。',
  },
  use: {
    en: 'Use it for asymmetric costs where a smooth gradient is wanted.',
    'zh-cn': '代价不对称且希望梯度连续时使用。',
  },
  avoid: {
    en: 'Avoid reading its minimum as a quantile: it is an expectile.',
    'zh-cn': '不要把其最小点当作分位数：它是期望分位数。',
  },
  references: [
    'Newey and Powell, Asymmetric Least Squares Estimation and Testing (1987)',
    'XGBoost objective="reg:expectileerror"',
  ],
  compute: residualComputation(params, (prediction, target, given) => {
    const alpha = numberOf(given, 'alpha');
    return {
      terms: (out, start, end) => expectileErrorTerms(out, prediction, target, alpha, start, end),
      gradient: (out, scale) => expectileErrorGradient(out, prediction, target, alpha, scale),
    };
  }),
  termTex: (args, index, digits) => {
    const weight = numberOf(args.params, 'alpha');
    const factor = digits(residualOf(args, index) > 0 ? 1 - weight : weight);
    return `${factor}\\,(${residualTex(args, index, digits)})^2`;
  },
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: (r, given) => expectileError(r, numberOf(given, 'alpha')),
    slope: (r, given) => expectileErrorSlope(r, numberOf(given, 'alpha')),
    curvature: (r, given) => expectileErrorCurvature(r, numberOf(given, 'alpha')),
  },
};
