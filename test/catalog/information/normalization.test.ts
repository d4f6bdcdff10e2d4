import assert from 'node:assert/strict';
import { formulaOf } from '../../../src/catalog/catalog';
import { valueOf } from '../../../src/numeric/reduce';
import { goldenFiles, numberOfWritten, type Written } from '../golden';
import { assertNear, compute, type Inputs } from './evaluate';

const recipes = /"recipe"/;

/** Classification takes rows of probabilities, which is another matter. */
function isOfDistributions(id: string): boolean {
  const family = formulaOf(id)?.family;
  return family === 'information' || family === 'coding';
}

describe('whether distributions sum to 1, and the value after rescaling', () => {
  for (const { name, cases } of goldenFiles()) {
    const stated = cases.filter(
      ({ expected, inputs, formula }) =>
        'normalized' in expected && !recipes.test(JSON.stringify(inputs)) && isOfDistributions(formula),
    );
    if (stated.length === 0) continue;
    it(`is as the reference says for ${name}`, () => {
      for (const golden of stated) {
        const result = compute(
          golden.formula,
          golden.inputs as Inputs,
          golden.params as Record<string, string>,
        );
        if (!result.ok) continue;
        const computation = result.value;
        assert.equal(computation.normalized?.(), golden.expected.normalized, golden.id);
        const want = golden.expected.valueNormalized as Written | undefined;
        const rescaled = computation.rescaled?.();
        assert.ok(rescaled, golden.id);
        const got = valueOf(rescaled) ?? NaN;
        assertNear(got, numberOfWritten(want ?? golden.expected.value ?? null), golden.id, 1e-12, 2e-14);
      }
    });
  }
});
