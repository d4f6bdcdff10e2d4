import type { Problem, Result } from '../../base/result';
import { fail, succeed } from '../../base/result';
import { probabilities as probabilitiesProblem } from '../../numeric/checks/domains';
import type { Computation } from '../../numeric/computation';
import { normalizedRows, rowsSumToOne } from '../../numeric/distributions/normalization';
import {
  indexCoefficients,
  indexWeight,
  logitGradient,
  logitTerms,
  probabilityCoefficients,
  probabilityGradient,
  probabilityTerms,
  softmaxLossTerms,
} from '../../numeric/losses/crossEntropy';
import type { Coefficients } from '../../numeric/losses/crossEntropy';
import { shapedSoftmaxGradient, unshaped } from '../../numeric/losses/softmaxShape';
import type { Tensor } from '../../numeric/tensor';
import { bind, given, optional } from '../binding';
import {
  classIndexProblem,
  classMatrixProblem,
  classWeightProblem,
  targetProbabilitiesProblem,
} from '../classes';
import type { Arguments, Parameter } from '../formula';
import { numberOf, optionalNumber, paramsProblem } from '../params';
import { rowScale } from '../rows';

export const labelSmoothing: Parameter = {
  name: 'labelSmoothing',
  label: { en: 'Label smoothing ε', 'zh-cn': '标签平滑 ε' },
  symbol: '\\varepsilon',
  kind: 'number',
  default: 0,
  minimum: 0,
  maximum: 1,
  slider: { from: 0, to: 0.5, step: 0.01 },
};

export const ignoreIndex: Parameter = {
  name: 'ignoreIndex',
  label: { en: 'Ignored class index', 'zh-cn': '忽略的类别索引' },
  symbol: 'i_0',
  kind: 'integer',
  default: null,
};

interface Bound {
  readonly input: 'logits' | 'probabilities';
  readonly matrix: Tensor;
  readonly targets: Coefficients;
  /** What the mean divides by. */
  readonly divisor: number;
  /** Class indices of plain cross-entropy: no weight, no smoothing, nothing ignored. */
  readonly plain?: Float64Array;
}

/** Checks the arguments of cross-entropy in each of its input forms and binds them. */
export function crossEntropyComputation(
  parameters: readonly Parameter[],
): (args: Arguments) => Result<Computation> {
  return (args) => {
    const bound = boundArguments(args, parameters);
    return bound.ok ? succeed(computationOf(bound.value)) : bound;
  };
}

function computationOf(bound: Bound): Computation {
  const { input, matrix, targets, divisor, plain } = bound;
  const [samples, classes] = matrix.shape;
  const { values } = matrix;
  const termsOf = input === 'logits' ? logitTerms : probabilityTerms;
  const gradientOf = input === 'logits' ? logitGradient : probabilityGradient;
  return {
    shape: [samples],
    terms: (out, start, end) => {
      if (plain && input === 'logits') softmaxLossTerms(out, values, classes, plain, start, end);
      else termsOf(out, values, classes, targets, start, end);
    },
    divisor,
    reduction: 'mean',
    reducible: true,
    gradient: (reduction) => {
      const slope = new Float64Array(values.length);
      const scale = rowScale(reduction, divisor);
      if (plain && input === 'logits') shapedSoftmaxGradient(slope, values, classes, plain, unshaped, scale);
      else gradientOf(slope, values, classes, targets, scale);
      return { [input]: { values: slope, shape: matrix.shape } };
    },
    ...(input === 'probabilities' && {
      normalized: () => rowsSumToOne(matrix),
      rescaled: () => computationOf({ ...bound, matrix: normalizedRows(matrix) }),
    }),
  };
}

function boundArguments(args: Arguments, parameters: readonly Parameter[]): Result<Bound> {
  const input = given(args, ['logits', 'probabilities']);
  if (!input.ok) return input;
  const form = given(args, ['classIndex', 'targetProbabilities']);
  if (!form.ok) return form;
  const bound = bind(args, [input.value, form.value]);
  if (!bound.ok) return bound;
  const matrix = bound.value[input.value];
  const target = bound.value[form.value];
  const weight = optional(args, 'weight');
  const ignored = optionalNumber(args.params, 'ignoreIndex');
  const problem =
    paramsProblem(parameters, args.params) ??
    classMatrixProblem(input.value, matrix) ??
    inputProblem(input.value, matrix) ??
    (form.value === 'classIndex'
      ? classIndexProblem(matrix, target, ignored)
      : targetProbabilitiesProblem(input.value, matrix, target)) ??
    classWeightProblem(matrix, weight);
  if (problem) return fail(problem);
  const bindTargets = form.value === 'classIndex' ? boundIndices : boundProbabilities;
  return succeed({ input: input.value, matrix, ...bindTargets(args, matrix, target.values, weight?.values) });
}

type BoundTargets = Pick<Bound, 'targets' | 'divisor' | 'plain'>;

function boundProbabilities(
  { params }: Arguments,
  matrix: Tensor,
  target: Float64Array,
  weight: Float64Array | undefined,
): BoundTargets {
  const targets = probabilityCoefficients(target, weight, numberOf(params, 'labelSmoothing'));
  return { targets, divisor: matrix.shape[0] };
}

function boundIndices(
  { params }: Arguments,
  _matrix: Tensor,
  target: Float64Array,
  weight: Float64Array | undefined,
): BoundTargets {
  const smoothing = numberOf(params, 'labelSmoothing');
  const ignored = optionalNumber(params, 'ignoreIndex');
  const bound = {
    targets: indexCoefficients(target, weight, smoothing, ignored),
    divisor: indexWeight(target, weight, ignored),
  };
  const isPlain = !weight && smoothing === 0 && ignored === null;
  return isPlain ? { ...bound, plain: target } : bound;
}

function inputProblem(input: 'logits' | 'probabilities', matrix: Tensor): Problem | undefined {
  return input === 'probabilities' ? probabilitiesProblem(input, matrix) : undefined;
}
