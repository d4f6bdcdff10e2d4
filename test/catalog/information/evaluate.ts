import assert from 'node:assert/strict';
import type { ProblemCode, Result } from '../../../src/base/result';
import { formulaOf } from '../../../src/catalog/catalog';
import type { ParameterValue } from '../../../src/catalog/formula';
import { completeParams } from '../../../src/catalog/params';
import type { Computation } from '../../../src/numeric/computation';
import { valueOf } from '../../../src/numeric/reduce';
import type { Tensor } from '../../../src/numeric/tensor';
import { tensorOf, type WrittenArray } from '../golden';

export interface Inputs {
  readonly [slot: string]: WrittenArray | Float64Array;
}
export interface Params {
  readonly [name: string]: ParameterValue;
}

/** The computation of a formula on nested lists. */
export function compute(id: string, inputs: Inputs, params: Params = {}): Result<Computation> {
  const formula = formulaOf(id);
  assert.ok(formula?.compute, `${id} is computed`);
  const arrays: { [slot: string]: Tensor } = {};
  for (const [slot, input] of Object.entries(inputs)) {
    const tensor = input instanceof Float64Array ? { values: input, shape: [input.length] } : tensorOf(input);
    assert.ok(tensor, `${slot} is not ragged`);
    arrays[slot] = tensor;
  }
  const complete = completeParams(formula.params, params);
  return complete.ok ? formula.compute({ arrays, params: complete.value }) : complete;
}

export function computed(id: string, inputs: Inputs, params: Params = {}): Computation {
  const result = compute(id, inputs, params);
  assert.ok(result.ok, result.ok ? '' : result.problem.message.en);
  return result.value;
}

export function value(id: string, inputs: Inputs, params: Params = {}): number {
  return valueOf(computed(id, inputs, params)) ?? NaN;
}

/** The code of the problem that a formula reports, or 'ok'. */
export function outcome(id: string, inputs: Inputs, params: Params = {}): ProblemCode | 'ok' {
  const result = compute(id, inputs, params);
  return result.ok ? 'ok' : result.problem.code;
}

export function assertNear(
  got: number,
  want: number,
  what: string,
  relative = 1e-12,
  absolute = 1e-14,
): void {
  const near = got === want || Math.abs(got - want) <= absolute + relative * Math.abs(want);
  assert.ok(near || (Number.isNaN(got) && Number.isNaN(want)), `${what}: got ${got}, want ${want}`);
}
