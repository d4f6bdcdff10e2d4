import assert from 'node:assert/strict';
import { formulaOf } from '../../src/catalog/catalog';
import type { ParameterValue } from '../../src/catalog/formula';
import { completeParams } from '../../src/catalog/params';
import type { Result } from '../../src/base/result';
import { fail } from '../../src/base/result';
import type { Computation, Reduction } from '../../src/numeric/computation';
import { reduceTerms, termsOf, valueOf } from '../../src/numeric/reduce';
import type { Tensor } from '../../src/numeric/tensor';
import { flat, goldenFiles, numberOfWritten, tensorOf } from './golden';
import type { Expected, GoldenCase, Part, Written, WrittenArray } from './golden';

type Tolerance = GoldenCase['tolerance'];

const ragged = fail({ code: 'shape', message: { en: 'ragged', 'zh-cn': '不齐' } });

function compute(given: Pick<Part, 'formula' | 'inputs' | 'params'>): Result<Computation> {
  const formula = formulaOf(given.formula);
  assert.ok(formula?.compute, `${given.formula} is not computed`);
  const arrays: { [slot: string]: Tensor } = {};
  for (const [slot, input] of Object.entries(given.inputs)) {
    const tensor = tensorOf(input);
    if (!tensor) return ragged;
    arrays[slot] = tensor;
  }
  const params = completeParams(formula.params, given.params as { [name: string]: ParameterValue });
  return params.ok ? formula.compute({ arrays, params: params.value }) : params;
}

function close(got: number, want: number, { rel, abs }: Tolerance): boolean {
  if (Number.isNaN(want)) return Number.isNaN(got);
  if (!Number.isFinite(want)) return got === want;
  return Math.abs(got - want) <= abs + rel * Math.abs(want);
}

function assertClose(got: number, written: Written, tolerance: Tolerance, what: string): void {
  const want = numberOfWritten(written);
  assert.ok(
    close(got, want, tolerance),
    `${what}: got ${got}, want ${want} (±${tolerance.abs} + ${tolerance.rel} rel)`,
  );
}

function assertAllClose(
  got: ArrayLike<number>,
  written: WrittenArray,
  tolerance: Tolerance,
  what: string,
): void {
  const want = flat(written);
  assert.equal(got.length, want.length, `${what}: number of elements`);
  want.forEach((x, i) => {
    if (x !== null) assertClose(got[i], x, tolerance, `${what}[${i}]`);
  });
}

/** Whether the outcome is one of those which the case admits beside the expected one. */
function isAlternative(result: Result<number>, expected: Expected): boolean {
  return (expected.alternatives ?? []).some((other) =>
    result.ok
      ? other.value !== undefined && Object.is(result.value, numberOfWritten(other.value))
      : other.error === result.problem.code,
  );
}

function valueResult(given: Pick<Part, 'formula' | 'inputs' | 'params'>): Result<number> {
  const computed = compute(given);
  if (!computed.ok) return computed;
  const value = valueOf(computed.value, given.params.reduction as Reduction | undefined);
  return { ok: true, value: value ?? NaN };
}

function checkNumbers(computation: Computation, golden: GoldenCase): void {
  const { expected, tolerance } = golden;
  if (expected.terms) assertAllClose(termsOf(computation), expected.terms, tolerance, 'terms');
  if (expected.reductions) {
    assert.ok(computation.reducible, 'reductions are reported');
    const reduced = reduceTerms(computation);
    assert.ok(reduced);
    assertClose(reduced.mean, expected.reductions.mean, tolerance, 'mean');
    assertClose(reduced.sum, expected.reductions.sum, tolerance, 'sum');
    assertAllClose(termsOf(computation), expected.reductions.none, tolerance, 'none');
  }
  for (const [name, written] of Object.entries(expected.parts ?? {})) {
    const part = computation.parts?.[name];
    assert.equal(typeof part, 'number', `part ${name}`);
    assertClose(part as number, written, tolerance, `part ${name}`);
  }
}

function checkGradient(computation: Computation, golden: GoldenCase): void {
  const { expected, tolerance, params } = golden;
  if (!expected.gradient) return;
  const reduction = (params.reduction ?? computation.reduction) as Reduction;
  const gradient = computation.gradient?.(reduction);
  assert.ok(gradient, 'has a gradient');
  for (const [slot, written] of Object.entries(expected.gradient)) {
    assert.ok(gradient[slot], `gradient of ${slot}`);
    assertAllClose(gradient[slot].values, written, tolerance, `gradient of ${slot}`);
  }
}

function checkCase(golden: GoldenCase): void {
  const { expected, tolerance } = golden;
  const result = valueResult(golden);
  if (isAlternative(result, expected)) return;
  if (expected.error !== undefined) {
    assert.ok(!result.ok, `expected the problem ${expected.error}, got a value`);
    assert.equal(result.problem.code, expected.error);
    return;
  }
  assert.ok(result.ok, result.ok ? '' : result.problem.message.en);
  assertClose(result.value, expected.value ?? NaN, tolerance, 'value');
  const computed = compute(golden);
  assert.ok(computed.ok);
  checkNumbers(computed.value, golden);
  checkGradient(computed.value, golden);
}

function checkIdentity(golden: GoldenCase): void {
  const side = (parts: readonly Part[]): number =>
    parts.reduce((sum, part) => {
      const result = valueResult(part);
      assert.ok(result.ok);
      return sum + part.coefficient * result.value;
    }, 0);
  const left = side(golden.params.left ?? []);
  const right = side(golden.params.right ?? []);
  assertClose(left, golden.expected.value ?? NaN, golden.tolerance, 'left');
  assertClose(right, golden.expected.value ?? NaN, golden.tolerance, 'right');
}

describe('reference numbers of 60-digit arithmetic', () => {
  for (const { name, cases } of goldenFiles()) {
    describe(name, () => {
      for (const golden of cases) {
        it(golden.id, () => {
          if (golden.formula === 'identity') checkIdentity(golden);
          else checkCase(golden);
        });
      }
    });
  }
});
