import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formulaOf } from '../../src/catalog/catalog';
import { createEvaluator } from '../../src/evaluation/evaluator';
import type { Outcome, Request } from '../../src/evaluation/outcome';
import { goldenFiles, numberOfWritten, tensorOf, type GoldenCase, type Written } from '../catalog/golden';

const evaluator = createEvaluator('en');

/** The case as JSON gives it: numbers, strings for what is not finite, nested lists; recipes as named arrays. */
function requestOf({ formula, inputs, params }: GoldenCase): Request {
  const entries = Object.entries(inputs).map(([slot, input]) => {
    const isRecipe = typeof input === 'object' && input !== null && 'recipe' in input;
    return [slot, isRecipe ? { ...tensorOf(input)!, source: 'recipe' } : input] as const;
  });
  return { formula, inputs: Object.fromEntries(entries) as Request['inputs'], params };
}

function isNear(actual: number, written: Written, { rel, abs }: GoldenCase['tolerance']): boolean {
  const expected = numberOfWritten(written);
  if (Number.isNaN(expected)) return Number.isNaN(actual);
  return actual === expected || Math.abs(actual - expected) <= abs + rel * Math.abs(expected);
}

function agrees(outcome: Outcome, golden: GoldenCase): boolean {
  return [golden.expected, ...(golden.expected.alternatives ?? [])].some(({ value, error }) => {
    if (error !== undefined) return !outcome.ok && outcome.problem.code === error;
    return outcome.ok && value !== undefined && isNear(outcome.value, value, golden.tolerance);
  });
}

describe('the reference numbers through the door', () => {
  for (const { name, cases } of goldenFiles()) {
    const computed = cases.filter(({ formula }) => formulaOf(formula)?.compute !== undefined);
    if (computed.length === 0) continue;
    it(`of ${name} come out of JSON as they should`, () => {
      for (const golden of computed) {
        const outcome = evaluator.evaluate(requestOf(golden));
        const got = outcome.ok ? outcome.value : outcome.problem.code;
        assert.ok(
          agrees(outcome, golden),
          `${golden.id}: got ${got}, not ${JSON.stringify(golden.expected.value ?? golden.expected.error)}`,
        );
      }
    });
  }

  it('say whether distributions sum to 1, and the value after rescaling', () => {
    let stated = 0;
    for (const { cases } of goldenFiles()) {
      for (const golden of cases) {
        const { normalized, valueNormalized } = golden.expected;
        const outcome = normalized === undefined ? undefined : evaluator.evaluate(requestOf(golden));
        if (outcome?.ok !== true) continue;
        stated++;
        assert.equal(outcome.normalized, normalized, golden.id);
        assert.equal(outcome.valueNormalized === undefined, valueNormalized === undefined, golden.id);
        if (valueNormalized === undefined) continue;
        assert.ok(isNear(outcome.valueNormalized!, valueNormalized as Written, golden.tolerance), golden.id);
      }
    }
    assert.ok(stated > 200, String(stated));
  });

  it('agree with mean, sum and none where they are given', () => {
    for (const { cases } of goldenFiles()) {
      for (const golden of cases) {
        const { reductions } = golden.expected;
        if (reductions === undefined || formulaOf(golden.formula)?.compute === undefined) continue;
        const outcome = evaluator.evaluate(requestOf(golden));
        assert.ok(outcome.ok && outcome.reductions !== undefined, golden.id);
        assert.ok(isNear(outcome.reductions.mean, reductions.mean, golden.tolerance), `${golden.id}: mean`);
        assert.ok(isNear(outcome.reductions.sum, reductions.sum, golden.tolerance), `${golden.id}: sum`);
        const none = [reductions.none].flat(4) as Written[];
        assert.equal(outcome.reductions.none.length, none.length, golden.id);
        none.forEach((written, index) => {
          assert.ok(
            isNear(outcome.reductions!.none[index]!, written, golden.tolerance),
            `${golden.id}: none[${index}]`,
          );
        });
      }
    }
  });
});
