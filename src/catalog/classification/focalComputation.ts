import type { Result } from '../../base/result';
import { fail, succeed } from '../../base/result';
import { probabilities } from '../../numeric/checks/domains';
import { lengthOf, nonEmpty, perClass, sameShape } from '../../numeric/checks/shapes';
import type { Computation } from '../../numeric/computation';
import { sigmoidFocalGradient, sigmoidFocalTerms, softmaxFocal } from '../../numeric/losses/focal';
import { sigmoid } from '../../numeric/special/sigmoid';
import { bind, optional } from '../binding';
import { classIndexProblem, classMatrixProblem } from '../classes';
import type { Arguments, Parameter, Slot } from '../formula';
import { numberOf, optionalNumber, paramsProblem } from '../params';
import { meanScale } from '../residual';
import { shapedComputation } from '../rows';
import { trueProbability } from './trueProbability';

/** One balance per class, for the softmax form. */
export const classAlphaSlot: Slot = {
  name: 'alpha',
  role: 'weight',
  label: { en: 'Balance per class', 'zh-cn': '各类别平衡系数' },
  symbol: '\\alpha',
  axes: ['C'],
  domain: { en: 'non-negative numbers', 'zh-cn': '非负数' },
  optional: true,
  usualNames: ['alpha', 'alphas', 'class_weight', 'class_weights', 'weight', '类别权重'],
};

/** Focal loss: of sigmoid scores if `logit` is given, of softmax rows if `logits` is. */
export function focalComputation(parameters: readonly Parameter[]): (args: Arguments) => Result<Computation> {
  return (args) => {
    const problem = paramsProblem(parameters, args.params);
    if (problem) return fail(problem);
    return optional(args, 'logits') ? softmaxForm(args) : sigmoidForm(args);
  };
}

function sigmoidForm(args: Arguments): Result<Computation> {
  const bound = bind(args, ['logit', 'target']);
  if (!bound.ok) return bound;
  const { logit, target } = bound.value;
  const problem =
    sameShape('logit', logit, 'target', target) ??
    nonEmpty('logit', logit) ??
    probabilities('target', target);
  if (problem) return fail(problem);
  const gamma = numberOf(args.params, 'gamma');
  const alpha = optionalNumber(args.params, 'alpha');
  return succeed({
    shape: logit.shape,
    terms: (out, start, end) => sigmoidFocalTerms(out, logit.values, target.values, gamma, alpha, start, end),
    reduction: 'mean',
    reducible: true,
    gradient: (reduction) => {
      const values = new Float64Array(logit.values.length);
      sigmoidFocalGradient(values, logit.values, target.values, gamma, alpha, meanScale(reduction, logit));
      return { logit: { values, shape: logit.shape } };
    },
  });
}

function softmaxForm(args: Arguments): Result<Computation> {
  const bound = bind(args, ['logits', 'classIndex']);
  if (!bound.ok) return bound;
  const { logits, classIndex } = bound.value;
  const perClassAlpha = optional(args, 'alpha');
  const problem =
    classMatrixProblem('logits', logits) ??
    classIndexProblem(logits, classIndex) ??
    (perClassAlpha && lengthOf('alpha', perClassAlpha, logits.shape[1], perClass));
  if (problem) return fail(problem);
  const gamma = numberOf(args.params, 'gamma');
  return succeed(shapedComputation(logits, classIndex, softmaxFocal(gamma, alphaOf(args))));
}

/** The balance of a class: its own, the common one, or none. */
function alphaOf(args: Arguments): (y: number) => number {
  const perClassAlpha = optional(args, 'alpha');
  const common = optionalNumber(args.params, 'alpha') ?? 1;
  return (y) => (perClassAlpha ? perClassAlpha.values[y] : common);
}

/** The worked term of one element or sample. */
export function focalTermTex(args: Arguments, index: number, digits: (x: number) => string): string {
  const gamma = digits(numberOf(args.params, 'gamma'));
  if (optional(args, 'logits')) {
    const p = digits(trueProbability(args, index));
    return `-${factorTex(alphaOf(args)(args.arrays.classIndex.values[index]), digits)}(1-${p})^{${gamma}}\\ln ${p}`;
  }
  const [x, t] = [args.arrays.logit.values[index], args.arrays.target.values[index]];
  const p = digits(sigmoid(x) * t + sigmoid(-x) * (1 - t));
  const alpha = optionalNumber(args.params, 'alpha');
  const balance = alpha === null ? 1 : alpha * t + (1 - alpha) * (1 - t);
  return `-${factorTex(balance, digits)}(1-${p})^{${gamma}}\\ln ${p}`;
}

function factorTex(factor: number, digits: (x: number) => string): string {
  return factor === 1 ? '' : `${digits(factor)}\\,`;
}
