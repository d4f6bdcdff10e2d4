import assert from 'node:assert/strict';
import { valueOf } from '../../../src/numeric/reduce';
import { goldenFiles, numberOfWritten, type Written } from '../golden';
import { assertNear, compute, type Inputs } from './evaluate';

const recipes = /"recipe"/;

describe('whether distributions sum to 1, and the value after rescaling', () => {
  for (const { name, cases } of goldenFiles()) {
    const stated = cases.filter(
      ({ expected, inputs }) => 'normalized' in expected && !recipes.test(JSON.stringify(inputs)),
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
