import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contingency } from '../../../src/numeric/samples/contingency';

describe('counting labels', () => {
  it('counts every combination, with ascending labels', () => {
    const counted = contingency([Float64Array.of(5, 2, 5, 2, 2), Float64Array.of(0.5, -1, 0.5, 0.5, -1)]);
    assert.deepEqual(counted?.labels, [
      [2, 5],
      [-1, 0.5],
    ]);
    assert.deepEqual([...counted.table.cells.values], [2, 1, 0, 2]);
    assert.deepEqual(counted.table.cells.shape, [2, 2]);
    assert.equal(counted.table.total, 5);
  });

  it('loses no sample and keeps no empty row, whatever the labels are', () => {
    const label = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(1e9, -1e9, 0.1, 2 ** 40, -0, Number.MIN_VALUE),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(label, label, label), { minLength: 1, maxLength: 40 }), (samples) => {
        const columns = [0, 1, 2].map((k) => Float64Array.from(samples, (sample) => sample[k]));
        const counted = contingency(columns)!;
        const { values, shape } = counted.table.cells;
        assert.equal(values.reduce((sum, n) => sum + n, 0), samples.length);
        columns.forEach((column, k) => assert.equal(shape[k], new Set(column).size));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('gives up on tables that could not be held', () => {
    const many = Float64Array.from({ length: 10_000 }, (_, i) => i);
    assert.equal(contingency([many, many]), undefined);
  });
});
