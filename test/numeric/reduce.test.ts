import assert from 'node:assert/strict';
import type { Computation } from '../../src/numeric/computation';
import { reduceTerms, termsOf, valueOf } from '../../src/numeric/reduce';

function computationOf(
  values: readonly number[] | Float64Array,
  more: Partial<Computation> = {},
): Computation {
  return {
    shape: [values.length],
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) out[i - start] = values[i];
    },
    reduction: 'mean',
    reducible: true,
    ...more,
  };
}

describe('reducing a computation', () => {
  it('gives sum and mean, by the divisor where there is one', () => {
    assert.deepEqual(reduceTerms(computationOf([1, 2, 6])), { sum: 9, mean: 3 });
    assert.deepEqual(reduceTerms(computationOf([1, 2, 6], { divisor: 4.5 })), { sum: 9, mean: 2 });
    assert.ok(Number.isNaN(reduceTerms(computationOf([0, 0], { divisor: 0 }))?.mean));
  });

  it('keeps a mean whose sum overflows, in short and in long arrays', () => {
    assert.deepEqual(reduceTerms(computationOf([1.5e308, 1.25e308])), { sum: Infinity, mean: 1.375e308 });
    const long = new Float64Array(10_000).fill(1e308);
    assert.equal(reduceTerms(computationOf(long))?.mean, 1e308);
  });

  it('adds exactly what cancels across blocks', () => {
    const values = new Float64Array(9001);
    values[0] = 1e16;
    values.fill(0.125, 1, 9000);
    values[9000] = -1e16;
    assert.equal(reduceTerms(computationOf(values))?.sum, 8999 * 0.125);
  });

  it('tells infinities and NaN among many terms apart', () => {
    const values = new Float64Array(5000).fill(1);
    values[4000] = Infinity;
    assert.equal(reduceTerms(computationOf(values))?.sum, Infinity);
    values[10] = -Infinity;
    assert.ok(Number.isNaN(reduceTerms(computationOf(values))?.sum));
  });

  it('takes the value that was asked for, the finish and the value of a formula that is no sum', () => {
    const plain = computationOf([1, 2, 6]);
    assert.deepEqual(
      ['mean', 'sum', 'none', undefined].map((asked) => valueOf(plain, asked as 'mean')),
      [3, 9, 9, 3],
    );
    const root = computationOf([9, 9], { reducible: false, finish: Math.sqrt });
    assert.equal(valueOf(root, 'sum'), 3);
    assert.equal(valueOf(computationOf([1, 2], { value: 42 })), 42);
  });

  it('writes all terms, over any shape', () => {
    const values = Array.from({ length: 5000 }, (_, i) => i);
    assert.deepEqual(termsOf(computationOf(values, { shape: [50, 100] })), Float64Array.from(values));
  });

  it('reports progress and stops between blocks when nobody waits any longer', () => {
    const seen: number[] = [];
    const token = { isCancellationRequested: false };
    const progress = (done: number): void => {
      seen.push(done);
      token.isCancellationRequested = seen.length === 2;
    };
    assert.equal(reduceTerms(computationOf(new Float64Array(10_000)), { token, progress }), undefined);
    assert.equal(seen.length, 2);
    assert.ok(seen[0] < seen[1] && seen[1] < 10_000);
  });
});
