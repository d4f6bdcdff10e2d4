import assert from 'node:assert/strict';
import { createEvaluator } from '../../src/evaluation/evaluator';
import type { Outcome, Request } from '../../src/evaluation/outcome';

export type Success = Extract<Outcome, { readonly ok: true }>;
export type Refusal = Extract<Outcome, { readonly ok: false }>;

const english = createEvaluator('en');

export function evaluate(request: Request): Outcome {
  return english.evaluate(request);
}

/** The outcome of a request that must be answered. */
export function answered(request: Request): Success {
  const outcome = evaluate(request);
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.problem.message);
  return outcome;
}

/** The outcome of a request that must be refused. */
export function refused(request: unknown): Refusal {
  const outcome = evaluate(request as Request);
  assert.ok(!outcome.ok, 'expected a refusal');
  return outcome;
}

export function assertNear(actual: number, expected: number, relative = 1e-14): void {
  const isSame = Object.is(actual, expected) || actual === expected;
  const isNear = Math.abs(actual - expected) <= relative * Math.abs(expected);
  assert.ok(isSame || isNear, `expected ${expected}, got ${actual}`);
}
