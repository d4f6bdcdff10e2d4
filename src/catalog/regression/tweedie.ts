import type { Problem } from '../../base/result';
import type { Tensor } from '../../numeric/tensor';
import type { Formula, Parameter } from '../formula';
import { inRange } from '../../numeric/checks/domains';
import {
  tweedieDeviance,
  tweedieGradient,
  tweedieKernel,
  tweedieTargetGradient,
  tweedieTerms,
} from '../../numeric/losses/tweedie';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import type { Params } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { bracketed, texNumber } from '../tex';
import { printed } from '../terms';

const power: Parameter = {
  name: 'power',
  label: { en: 'Variance power p', 'zh-cn': '方差幂 p' },
  symbol: 'p',
  kind: 'number',
  default: 0,
  slider: { from: 0, to: 3, step: 0.1 },
};

const kind: Parameter = {
  name: 'kind',
  label: { en: 'Part', 'zh-cn': '形式' },
  symbol: '',
  kind: 'choice',
  default: 'deviance',
  choices: [
    { value: 'deviance', label: { en: 'unit deviance', 'zh-cn': '单位偏差' } },
    { value: 'nll-kernel', label: { en: 'likelihood without constants', 'zh-cn': '不含常数的似然' } },
  ],
};

const params = [power, kind];

const positive = { minimum: 0, exclusiveMinimum: true };

/** Which means and targets a power admits; no Tweedie distribution has a power between 0 and 1. */
function domainProblem(prediction: Tensor, target: Tensor, given: Params): Problem | undefined {
  const power = numberOf(given, 'power');
  if (power > 0 && power < 1) return forbiddenPower(power);
  if (power === 0) return undefined;
  if (power < 0) return inRange('prediction', prediction, positive);
  return (
    inRange('prediction', prediction, positive) ??
    inRange('target', target, power < 2 ? { minimum: 0 } : positive)
  );
}

function forbiddenPower(power: number): Problem {
  return {
    code: 'domain',
    slot: 'power',
    message: {
      en: `power must be at most 0 or at least 1 (no Tweedie distribution lies between), but is ${power}.`,
      'zh-cn': `power 应不大于 0 或不小于 1（二者之间不存在 Tweedie 分布），实际为 ${power}。`,
    },
  };
}

/** The deviance or its kernel for a given power, of a mean and a target in TeX. */
function valueTex(given: Params, mean: string, y: string): string {
  const power = numberOf(given, 'power');
  const [one, two] = [texNumber(1 - power), texNumber(2 - power)];
  if (given.kind === 'nll-kernel') return kernelTex(power, mean, y);
  if (power === 0) return `(${y}-${mean})^2`;
  if (power === 1) return `2\\left(${y}\\ln\\frac{${y}}{${mean}}-${y}+${mean}\\right)`;
  if (power === 2) return `2\\left(\\ln\\frac{${mean}}{${y}}+\\frac{${y}}{${mean}}-1\\right)`;
  const factor = texNumber((1 - power) * (2 - power));
  return `2\\left(\\frac{\\max(${y},0)^{${two}}}{${factor}}-\\frac{${y}\\cdot ${mean}^{${one}}}{${one}}+\\frac{${mean}^{${two}}}{${two}}\\right)`;
}

function kernelTex(power: number, mean: string, y: string): string {
  const [one, two] = [texNumber(1 - power), texNumber(2 - power)];
  if (power === 1) return `${mean}-${y}\\ln ${mean}`;
  if (power === 2) return `\\ln ${mean}+\\frac{${y}}{${mean}}`;
  return `\\frac{${mean}^{${two}}}{${two}}-\\frac{${y}\\cdot ${mean}^{${one}}}{${one}}`;
}

export const tweedie: Formula = {
  id: 'tweedie',
  family: 'regression',
  names: {
    en: [
      'Tweedie deviance',
      'Tweedie loss',
      'mean Tweedie deviance',
      'Poisson deviance',
      'gamma deviance',
      'Tweedie',
    ],
    'zh-cn': ['Tweedie 偏差', 'Tweedie 损失', 'Tweedie偏差', '特威迪偏差', '泊松偏差', '伽马偏差'],
  },
  summary: {
    en: 'The deviance of distributions whose variance is a power of their mean: 0 normal, 1 Poisson, 2 gamma, 3 inverse Gaussian.',
    'zh-cn': '方差为均值幂次的分布族的偏差：0 正态、1 泊松、2 伽马、3 逆高斯。',
  },
  slots: [{ ...predictionSlot, symbol: '\\mu' }, targetSlot],
  params,
  tex: {
    left: 'd_p(y,\\mu)',
    right:
      '2\\left(\\frac{\\max(y,0)^{2-p}}{(1-p)(2-p)}-\\frac{y\\,\\mu^{1-p}}{1-p}+\\frac{\\mu^{2-p}}{2-p}\\right)',
  },
  texWith: (given) => valueTex(given, '\\mu', 'y'),
  words: {
    en: 'twice the difference in log-likelihood between the best mean, y, and mu, for variance mu to the p',
    'zh-cn': '最优均值 y 与 μ 的对数似然之差的两倍，方差为 μ 的 p 次方',
  },
  notations: [
    {
      tex: '2\\left(y\\ln\\frac{y}{\\mu}-y+\\mu\\right)',
      note: { en: 'Power 1: Poisson', 'zh-cn': '幂 1：泊松' },
    },
    {
      tex: '2\\left(\\ln\\frac{\\mu}{y}+\\frac{y}{\\mu}-1\\right)',
      note: { en: 'Power 2: gamma', 'zh-cn': '幂 2：伽马' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 only for μ = y', 'zh-cn': '[0, ∞)；仅当 μ = y 时为 0' },
  limits: {
    en: 'Powers 0, 1 and 2 are limits of the general form; none exist between 0 and 1.',
    'zh-cn': '幂 0、1、2 为一般式的极限；0 与 1 之间不存在。',
  },
  robustness: {
    en: 'The higher the power, the less large targets weigh.',
    'zh-cn': '幂越大，大目标的权重越小。',
  },
  curvature: {
    en: 'Convex in the mean for powers 0 to 1; unimodal for all.',
    'zh-cn': '幂为 0 或 1 时对均值凸；一般为单峰。',
  },
  use: {
    en: 'Use it for skewed non-negative targets, as insurance claims (1 < p < 2 admits exact zeros).',
    'zh-cn': '用于偏态的非负目标，如保险赔付（1 < p < 2 允许恰为零）。',
  },
  avoid: {
    en: 'Avoid negative or zero predictions: for p ≥ 1 the mean must be positive.',
    'zh-cn': '预测值为零或负时不可使用：p ≥ 1 要求均值为正。',
  },
  references: ['sklearn.metrics.mean_tweedie_deviance', 'Jørgensen, The Theory of Dispersion Models (1997)'],
  compute: residualComputation(
    params,
    (mean, target, given) => {
      const power = numberOf(given, 'power');
      const kernel = given.kind === 'nll-kernel';
      return {
        terms: (out, start, end) => tweedieTerms(out, mean, target, power, kernel, start, end),
        gradient: (out, scale) => tweedieGradient(out, mean, target, power, kernel, scale),
        targetGradient: (out, scale) => tweedieTargetGradient(out, mean, target, power, kernel, scale),
      };
    },
    domainProblem,
  ),
  termTex: (args, index, digits) => {
    const mean = bracketed(printed(args, 'prediction', index, digits));
    const y = bracketed(printed(args, 'target', index, digits));
    return valueTex(args.params, mean, y);
  },
  curve: {
    axis: 'prediction',
    label: { en: 'mean μ for the target 1', 'zh-cn': '均值 μ（真实值为 1）' },
    from: 0.1,
    to: 4,
    value: (x, given) =>
      (given.kind === 'nll-kernel' ? tweedieKernel : tweedieDeviance)(x, 1, numberOf(given, 'power')),
    slope: (x, given) => (given.kind === 'nll-kernel' ? 1 : 2) * (x - 1) * x ** -numberOf(given, 'power'),
    curvature: (x, given) => {
      const power = numberOf(given, 'power');
      return (given.kind === 'nll-kernel' ? 1 : 2) * x ** -power * (1 - (power * (x - 1)) / x);
    },
  },
};
