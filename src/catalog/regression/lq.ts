import type { Formula, Parameter } from '../formula';
import {
  powerError,
  powerErrorCurvature,
  powerErrorGradient,
  powerErrorSlope,
  powerErrorTerms,
} from '../../numeric/losses/powerError';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { residualTex } from '../terms';
import { texNumber } from '../tex';

const p: Parameter = {
  name: 'p',
  label: { en: 'Power p', 'zh-cn': '幂 p' },
  symbol: 'p',
  kind: 'number',
  default: 2,
  minimum: 0,
  exclusiveMinimum: true,
  slider: { from: 0.5, to: 4, step: 0.1 },
};

const params = [p];

export const lq: Formula = {
  id: 'lq',
  family: 'regression',
  names: {
    en: ['Lq loss', 'Lp loss', 'power loss', 'LpLoss', 'p-norm loss'],
    'zh-cn': ['Lq 损失', 'Lp 损失', 'Lp损失', '幂损失', 'p 范数损失'],
  },
  summary: {
    en: 'The absolute error raised to a power: 1 is the absolute error, 2 the squared error.',
    'zh-cn': '绝对误差的幂：1 为绝对误差，2 为平方误差。',
  },
  slots: [predictionSlot, targetSlot],
  params,
  tex: { left: 'L_p(y,\\hat y)', right: '\\frac{1}{n}\\sum_{i=1}^{n}\\lvert\\hat y_i-y_i\\rvert^{p}' },
  texWith: (given) =>
    `\\frac{1}{n}\\sum_{i=1}^{n}\\lvert\\hat y_i-y_i\\rvert^{${texNumber(numberOf(given, 'p'))}}`,
  words: {
    en: 'one over n times the sum over i of the absolute residual to the power p',
    'zh-cn': 'n 分之一乘以各项残差绝对值的 p 次幂之和',
  },
  notations: [
    {
      tex: '\\frac{1}{n}\\lVert\\hat{\\mathbf y}-\\mathbf y\\rVert_p^p',
      note: { en: 'As a norm', 'zh-cn': '范数形式' },
    },
  ],
  role: 'cost',
  range: { en: '[0, ∞); 0 only for perfect predictions', 'zh-cn': '[0, ∞)；仅当预测完全正确时为 0' },
  limits: {
    en: 'p = 1 is the absolute error, p = 2 the squared error.',
    'zh-cn': 'p = 1 为绝对误差，p = 2 为平方误差。',
  },
  robustness: { en: 'The more robust the smaller p is.', 'zh-cn': 'p 越小越稳健。' },
  curvature: {
    en: 'Convex for p ≥ 1; for 1 < p < 2 the curvature is infinite at 0.',
    'zh-cn': 'p ≥ 1 时为凸；1 < p < 2 时 0 处曲率无穷。',
  },
  use: {
    en: 'Use it to move between absolute and squared error.',
    'zh-cn': '用于在绝对误差与平方误差之间调节。',
  },
  avoid: {
    en: 'Avoid p < 1: it is not convex and its slope at 0 is infinite.',
    'zh-cn': '不宜取 p < 1：非凸，且 0 处斜率无穷。',
  },
  references: ['CatBoost loss_function="Lq"', 'burn::nn::loss::LpLoss'],
  compute: residualComputation(params, (prediction, target, given) => {
    const p = numberOf(given, 'p');
    return {
      terms: (out, start, end) => powerErrorTerms(out, prediction, target, p, start, end),
      gradient: (out, scale) => powerErrorGradient(out, prediction, target, p, scale),
    };
  }),
  termTex: (args, index, digits) =>
    `\\lvert ${residualTex(args, index, digits)}\\rvert^{${digits(numberOf(args.params, 'p'))}}`,
  curve: {
    axis: 'residual',
    from: -3,
    to: 3,
    value: (r, given) => powerError(r, numberOf(given, 'p')),
    slope: (r, given) => powerErrorSlope(r, numberOf(given, 'p')),
    curvature: (r, given) => powerErrorCurvature(r, numberOf(given, 'p')),
  },
};
