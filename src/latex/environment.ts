import type { Tensor } from '../numeric/tensor';
import { isAnonymous, reduceAxes, type Grid } from './grid';
import { compensatedSum } from './reducers';

/** Why an expression has no value. */
export interface EvaluationProblem {
  readonly code: 'shape' | 'missing' | 'unsupported' | 'too-large';
  /** The axis, quantity or construct that it is about. */
  readonly subject: string;
  readonly sizes?: readonly [number, number];
}

/** Where a compiled expression finds its numbers. */
export interface Environment {
  /** By the number of the leaf. */
  readonly leaves: readonly (Tensor | undefined)[];
  /** How far each index runs. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The joint table that random variables and probabilities speak of; its axes are the variables' lower-case names. */
  readonly joint?: Grid;
  /** The first problem that evaluating met. */
  problem?: EvaluationProblem;
}

export function reportProblem(environment: Environment, problem: EvaluationProblem): void {
  environment.problem ??= problem;
}

/** The marginal of a joint table on the named variables, in that order. */
export function marginal(joint: Grid, variables: readonly string[]): Grid {
  return reduceAxes(
    joint,
    joint.axes.filter((axis) => !variables.includes(axis)),
    compensatedSum,
  );
}

/** Anonymous axes of a grid. */
export function anonymousAxes(grid: Grid): readonly string[] {
  return grid.axes.filter(isAnonymous);
}
