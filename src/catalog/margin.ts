import type { Result } from '../base/result';
import { fail, succeed } from '../base/result';
import { marginLabels } from '../numeric/checks/domains';
import { nonEmpty, sameShape } from '../numeric/checks/shapes';
import type { Computation } from '../numeric/computation';
import { bind } from './binding';
import type { Arguments } from './formula';
import { meanScale } from './residual';
import { bracketed } from './tex';
import { printed } from './terms';

/** A margin loss bound to scores and labels. */
export interface MarginKernel {
  terms(out: Float64Array, start: number, end: number): void;
  /** Writes scale · ∂term/∂score of every element. */
  gradient(out: Float64Array, scale: number): void;
}

/** Checks scores and labels −1/+1 (equal shapes, not empty), then binds a kernel to them. */
export function marginComputation(
  kernelOf: (score: Float64Array, target: Float64Array) => MarginKernel,
): (args: Arguments) => Result<Computation> {
  return (args) => {
    const bound = bind(args, ['score', 'target']);
    if (!bound.ok) return bound;
    const { score, target } = bound.value;
    const problem =
      sameShape('score', score, 'target', target) ??
      nonEmpty('score', score) ??
      marginLabels('target', target);
    if (problem) return fail(problem);
    const kernel = kernelOf(score.values, target.values);
    return succeed({
      shape: score.shape,
      terms: kernel.terms,
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => {
        const values = new Float64Array(score.values.length);
        kernel.gradient(values, meanScale(reduction, score));
        return { score: { values, shape: score.shape } };
      },
    });
  };
}

/** The product y·f of one element, printed. */
export function marginTex(args: Arguments, index: number, digits: (x: number) => string): string {
  const label = bracketed(printed(args, 'target', index, digits));
  return `${label}\\cdot ${bracketed(printed(args, 'score', index, digits))}`;
}
