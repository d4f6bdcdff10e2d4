import type { Problem, Result } from '../../base/result';
import { fail, succeed } from '../../base/result';
import { inRange, probabilities } from '../../numeric/checks/domains';
import { lengthOf, nonEmpty, sameShape } from '../../numeric/checks/shapes';
import type { Computation } from '../../numeric/computation';
import {
  binaryCrossEntropyGradient,
  binaryCrossEntropyTerms,
  logitCrossEntropyGradient,
  logitCrossEntropyTerms,
} from '../../numeric/losses/binaryCrossEntropy';
import type { Tensor } from '../../numeric/tensor';
import { bind, given, optional } from '../binding';
import type { Arguments, Parameter } from '../formula';
import { optionalNumber, paramsProblem } from '../params';
import { meanScale } from '../residual';
import type { ResidualKernel } from '../residual';
import { printed } from '../terms';

type Input = 'probability' | 'logit';

const perColumn = { en: 'column', 'zh-cn': '列' } as const;

/** Checks the arguments of binary cross-entropy, from probabilities or logits, and binds them. */
export function binaryCrossEntropyComputation(
  parameters: readonly Parameter[],
): (args: Arguments) => Result<Computation> {
  return (args) => {
    const input = given<Input>(args, ['probability', 'logit']);
    if (!input.ok) return input;
    const bound = bind(args, [input.value, 'target']);
    if (!bound.ok) return bound;
    const [values, target] = [bound.value[input.value], bound.value.target];
    const problem =
      paramsProblem(parameters, args.params) ?? elementsProblem(input.value, values, target, args);
    if (problem) return fail(problem);
    const kernel = kernelOf(input.value, values.values, target.values, args);
    return succeed({
      shape: values.shape,
      terms: kernel.terms,
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => {
        const slope = new Float64Array(values.values.length);
        kernel.gradient(slope, meanScale(reduction, values));
        return { [input.value]: { values: slope, shape: values.shape } };
      },
    });
  };
}

function elementsProblem(input: Input, values: Tensor, target: Tensor, args: Arguments): Problem | undefined {
  const weight = optional(args, 'weight');
  return (
    sameShape(input, values, 'target', target) ??
    nonEmpty(input, values) ??
    (input === 'probability' ? probabilities(input, values) : undefined) ??
    probabilities('target', target) ??
    (weight && (sameShape(input, values, 'weight', weight) ?? inRange('weight', weight, { minimum: 0 }))) ??
    positiveWeightProblem(input, values, args)
  );
}

/** Weights of positives stand in the sum of two softplus only, so that they need logits; one per column or one for all. */
function positiveWeightProblem(input: Input, values: Tensor, args: Arguments): Problem | undefined {
  const weight = optional(args, 'posWeight');
  const scalar = optionalNumber(args.params, 'posWeight');
  if (!weight && scalar === null) return undefined;
  if (input === 'probability') {
    return {
      code: 'domain',
      slot: 'posWeight',
      message: {
        en: 'posWeight needs logits; from probabilities, give each element its own weight.',
        'zh-cn': 'posWeight 只适用于 logit；使用概率时，请为每个元素给出 weight。',
      },
    };
  }
  if (!weight) return undefined;
  const columns = values.shape[values.shape.length - 1] ?? 1;
  return lengthOf('posWeight', weight, columns, perColumn) ?? inRange('posWeight', weight, { minimum: 0 });
}

function kernelOf(input: Input, x: Float64Array, target: Float64Array, args: Arguments): ResidualKernel {
  const weight = optional(args, 'weight')?.values;
  if (input === 'probability') {
    return {
      terms: (out, start, end) => binaryCrossEntropyTerms(out, x, target, weight, start, end),
      gradient: (out, scale) => binaryCrossEntropyGradient(out, x, target, weight, scale),
    };
  }
  const positive = positiveWeights(args);
  return {
    terms: (out, start, end) => logitCrossEntropyTerms(out, x, target, positive, weight, start, end),
    gradient: (out, scale) => logitCrossEntropyGradient(out, x, target, positive, weight, scale),
  };
}

/** One weight of positives per column; a single one serves all. */
function positiveWeights(args: Arguments): Float64Array {
  return (
    optional(args, 'posWeight')?.values ?? Float64Array.of(optionalNumber(args.params, 'posWeight') ?? 1)
  );
}

/** The worked term of one element. */
export function binaryCrossEntropyTermTex(
  args: Arguments,
  index: number,
  digits: (x: number) => string,
): string {
  const t = printed(args, 'target', index, digits);
  const weight = optional(args, 'weight');
  const factor = weight ? `${digits(weight.values[index])}\\cdot ` : '';
  const [yes, no] = logarithms(args, index, digits);
  const target = args.arrays.target.values[index];
  if (target === 1) return `-${factor}${yes}`;
  if (target === 0) return `-${factor}${no}`;
  return `-${factor}\\left[${t}\\,${yes}+(1-${t})\\,${no}\\right]`;
}

/** ln p and ln(1 − p) with numbers, the first with the weight of positives. */
function logarithms(
  args: Arguments,
  index: number,
  digits: (x: number) => string,
): readonly [string, string] {
  if (optional(args, 'probability')) {
    const p = printed(args, 'probability', index, digits);
    return [`\\ln ${p}`, `\\ln(1-${p})`];
  }
  const x = printed(args, 'logit', index, digits);
  const positive = positiveWeights(args);
  const weight = positive[index % positive.length];
  const factor = weight === 1 ? '' : `${digits(weight)}\\cdot `;
  return [`${factor}\\ln\\sigma(${x})`, `\\ln\\left(1-\\sigma(${x})\\right)`];
}
