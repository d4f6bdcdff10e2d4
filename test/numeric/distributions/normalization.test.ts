import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excessOverOne, normalized, sumsToOne } from '../../../src/numeric/distributions/normalization';

const vector = (...values: number[]) => ({ values: Float64Array.from(values), shape: [values.length] });

describe('dividing by the sum', () => {
  it('gives numbers that sum to 1 in the same proportions', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e308, noNaN: true }), { minLength: 1 }), (weights) => {
        if (weights.every((x) => x === 0)) return;
        const shares = normalized(vector(...weights)).values;
        assert.ok(sumsToOne(shares), String(shares));
        assert.ok(shares.every((x) => x >= 0 && x <= 1));
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('survives sums beyond the largest double, not zeros or infinities', () => {
    assert.deepEqual([...normalized(vector(1e308, 1e308)).values], [0.5, 0.5]);
    assert.ok(normalized(vector(0, 0)).values.every(Number.isNaN));
    assert.ok(Number.isNaN(normalized(vector(Infinity, 1)).values[0]));
  });

  it('does not touch its input and keeps its shape', () => {
    const weights = { values: Float64Array.of(1, 3), shape: [2, 1] };
    assert.deepEqual(normalized(weights).shape, [2, 1]);
    assert.deepEqual([...weights.values], [1, 3]);
  });

  it('forgives rounding but not a missing thousandth', () => {
    assert.ok(sumsToOne(new Float64Array(10).fill(0.1)));
    assert.ok(!sumsToOne(Float64Array.of(0.5, 0.499)) && !sumsToOne(Float64Array.of(NaN)));
    assert.equal(excessOverOne(Float64Array.of(1, 1e-30)), 1e-30);
  });
});
