import type { Problem } from '../../base/result';
import type { Tensor } from '../../numeric/tensor';
import type { Arguments, Formula, Parameter } from '../formula';
import { inRange, nonNegative } from '../../numeric/checks/domains';
import type { FactorialTerm } from '../../numeric/losses/poissonNll';
import {
  logFactorial,
  poissonNllGradient,
  poissonNllOfLog,
  poissonNllOfRate,
  poissonNllTargetGradient,
  poissonNllTerms,
} from '../../numeric/losses/poissonNll';
import { numberOf } from '../params';
import { residualComputation } from '../residual';
import type { Params } from '../residual';
import { predictionSlot, targetSlot } from '../slots';
import { bracketed } from '../tex';
import { printed } from '../terms';

const logInput: Parameter = {
  name: 'logInput',
  label: { en: 'Prediction is ln λ', 'zh-cn': '预测值为 ln λ' },
  symbol: '\\ln',
  kind: 'boolean',
  default: true,
};

const full: Parameter = {
  name: 'full',
  label: { en: 'Factorial term', 'zh-cn': '阶乘项' },
  symbol: '\\ln y!',
  kind: 'choice',
  default: false,
  choices: [
    { value: false, label: { en: 'left out', 'zh-cn': '省略' } },
    { value: true, label: { en: 'Stirling', 'zh-cn': '斯特林近似' } },
    { value: 'exact', label: { en: 'exact', 'zh-cn': '精确' } },
  ],
};

const epsilon: Parameter = {
  name: 'epsilon',
  label: { en: 'Guard ε', 'zh-cn': '保护项 ε' },
  symbol: '\\varepsilon',
  kind: 'number',
  default: 1e-8,
  minimum: 0,
};

const params = [logInput, full, epsilon];

function factorialTerm(given: Params): FactorialTerm {
  if (given.full === 'exact') return 'exact';
  return given.full === true ? 'stirling' : 'none';
}

/** The logarithm admits every number, the rate only those from 0 on. */
function rateProblem(prediction: Tensor, given: Params): Problem | undefined {
  return given.logInput === true ? undefined : inRange('prediction', prediction, { minimum: 0 });
}

export const poissonNll: Formula = {
  id: 'poisson-nll',
  family: 'regression',
  names: {
    en: [
      'Poisson negative log-likelihood',
      'Poisson NLL',
      'PoissonNLLLoss',
      'Poisson loss',
      'Poisson regression loss',
    ],
    'zh-cn': ['泊松负对数似然', '泊松损失', '泊松负对数似然损失', 'Poisson 损失', '泊松回归损失'],
  },
  summary: {
    en: 'The negative log-likelihood of counts under a Poisson rate.',
    'zh-cn': '计数在泊松分布下的负对数似然。',
  },
  slots: [
    { ...predictionSlot, symbol: 'x' },
    { ...targetSlot, domain: { en: 'counts, at least 0', 'zh-cn': '计数，不小于 0' } },
  ],
  params,
  tex: { left: 'L(y,x)', right: 'e^{x}-y\\,x' },
  texWith: (given) => {
    const factorial = given.full === false ? '' : '+\\ln y!';
    return `${given.logInput === false ? '\\lambda-y\\ln(\\lambda+\\varepsilon)' : 'e^{x}-y\\,x'}${factorial}`;
  },
  words: {
    en: 'e to the x minus y times x, x the logarithm of the rate',
    'zh-cn': 'e 的 x 次方减 y 乘 x，x 为速率的对数',
  },
  notations: [
    { tex: '\\lambda-y\\ln\\lambda', note: { en: 'By the rate λ', 'zh-cn': '以速率 λ 表示' } },
    { tex: '\\lambda-y\\ln\\lambda+\\ln y!', note: { en: 'With the constant', 'zh-cn': '带常数项' } },
  ],
  role: 'loss',
  range: {
    en: 'Bounded below; least y − y ln y at λ = y, which may be negative',
    'zh-cn': '有下界；λ = y 时最小，为 y − y ln y，可为负',
  },
  limits: {
    en: 'λ → 0 costs ∞ unless y = 0; Stirling’s term is added for y > 1 only.',
    'zh-cn': 'λ → 0 时代价为 ∞，除非 y = 0；斯特林项仅在 y > 1 时加入。',
  },
  robustness: {
    en: 'Not robust in ln λ: it grows exponentially where the rate is too high.',
    'zh-cn': '对 ln λ 不稳健：速率过高时指数增长。',
  },
  curvature: { en: 'Convex in ln λ and in λ.', 'zh-cn': '对 ln λ 与 λ 都是凸的。' },
  use: {
    en: 'Use it for counts and rates, with the model giving ln λ.',
    'zh-cn': '用于计数与速率，模型输出 ln λ。',
  },
  avoid: {
    en: 'Avoid it for overdispersed counts, whose variance exceeds their mean.',
    'zh-cn': '方差大于均值的过度离散计数不宜使用。',
  },
  references: ['torch.nn.PoissonNLLLoss', 'McCullagh and Nelder, Generalized Linear Models (1989)'],
  compute: residualComputation(
    params,
    (prediction, target, given) => {
      const epsilon = numberOf(given, 'epsilon');
      const logInput = given.logInput === true;
      const options = { logInput, epsilon, full: factorialTerm(given) };
      return {
        terms: (out, start, end) => poissonNllTerms(out, prediction, target, options, start, end),
        gradient: (out, scale) => poissonNllGradient(out, prediction, target, logInput, epsilon, scale),
        targetGradient: (out, scale) => poissonNllTargetGradient(out, prediction, target, options, scale),
      };
    },
    (prediction, target, given) => nonNegative('target', target) ?? rateProblem(prediction, given),
  ),
  termTex: (args, index, digits) => {
    const [x, y] = [printed(args, 'prediction', index, digits), printed(args, 'target', index, digits)];
    const rest = logFactorial(args.arrays.target.values[index], factorialTerm(args.params));
    const constant = rest === 0 ? '' : `+${bracketed(digits(rest))}`;
    if (args.params.logInput === true) return `e^{${x}}-${y}\\cdot ${bracketed(x)}${constant}`;
    return `${x}-${y}\\,\\ln(${x}+${digits(numberOf(args.params, 'epsilon'))})${constant}`;
  },
  curve: {
    axis: 'prediction',
    label: { en: 'prediction for the count 1', 'zh-cn': '预测值（计数为 1）' },
    from: -2,
    to: 3,
    value: (x, given) =>
      given.logInput === true ? poissonNllOfLog(x, 1) : poissonNllOfRate(x, 1, numberOf(given, 'epsilon')),
    slope: (x, given) => (given.logInput === true ? Math.exp(x) - 1 : 1 - 1 / rateOf(x, given)),
    curvature: (x, given) => (given.logInput === true ? Math.exp(x) : 1 / rateOf(x, given) ** 2),
  },
};

/** What the logarithm is taken of; a rate is positive. */
function rateOf(x: number, given: Arguments['params']): number {
  const rate = x + numberOf(given, 'epsilon');
  return rate > 0 ? rate : NaN;
}
