import type { Problem, Result } from '../base/result';
import { fail, succeed } from '../base/result';
import { nonEmpty, sameShape } from '../numeric/checks/shapes';
import type { Computation, Reduction } from '../numeric/computation';
import type { Tensor } from '../numeric/tensor';
import { bind } from './binding';
import type { Arguments, Parameter } from './formula';
import { paramsProblem } from './params';

/** A loss of prediction and target, element by element, bound to its arrays and parameters. */
export interface ResidualKernel {
  terms(out: Float64Array, start: number, end: number): void;
  /** Writes scale · ∂term/∂prediction of every element. */
  gradient(out: Float64Array, scale: number): void;
  /** Writes scale · ∂term/∂target; absent: the loss depends on the residual alone, so this is minus the other. */
  targetGradient?(out: Float64Array, scale: number): void;
}

export type Params = Arguments['params'];

/**
 * Checks prediction and target (equal shapes, not empty) and the parameters, then binds a kernel to them. The mean runs
 * over all elements.
 */
export function residualComputation(
  parameters: readonly Parameter[],
  kernelOf: (prediction: Float64Array, target: Float64Array, params: Params) => ResidualKernel,
  domain?: (prediction: Tensor, target: Tensor, params: Params) => Problem | undefined,
): (args: Arguments) => Result<Computation> {
  return (args) => {
    const bound = bind(args, ['prediction', 'target']);
    if (!bound.ok) return bound;
    const { prediction, target } = bound.value;
    const problem =
      paramsProblem(parameters, args.params) ??
      sameShape('prediction', prediction, 'target', target) ??
      nonEmpty('prediction', prediction) ??
      domain?.(prediction, target, args.params);
    if (problem) return fail(problem);
    const kernel = kernelOf(prediction.values, target.values, args.params);
    return succeed({
      shape: prediction.shape,
      terms: kernel.terms,
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => residualGradient(kernel, prediction, meanScale(reduction, prediction)),
    });
  };
}

/** What a mean over all elements multiplies each term's derivative by. */
export function meanScale(reduction: Reduction, tensor: Tensor): number {
  return reduction === 'mean' ? 1 / tensor.values.length : 1;
}

/** d value / d prediction and d value / d target of Σ scale · term. */
export function residualGradient(
  kernel: ResidualKernel,
  { values, shape }: Tensor,
  scale: number,
): { readonly prediction: Tensor; readonly target: Tensor } {
  const prediction = new Float64Array(values.length);
  kernel.gradient(prediction, scale);
  const target = new Float64Array(values.length);
  if (kernel.targetGradient) kernel.targetGradient(target, scale);
  else for (let i = 0; i < target.length; i++) target[i] = -prediction[i];
  return { prediction: { values: prediction, shape }, target: { values: target, shape } };
}
