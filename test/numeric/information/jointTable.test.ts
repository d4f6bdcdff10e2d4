import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marginal } from '../../../src/numeric/information/jointTable';

/** Index by index, as one would write it down. */
function slowly(values: readonly number[], shape: readonly number[], kept: readonly number[]): number[] {
  const length = kept.reduce((product, axis) => product * shape[axis], 1);
  const sums = new Array<number>(length).fill(0);
  values.forEach((x, flat) => {
    const place: number[] = [];
    let rest = flat;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      place[axis] = rest % shape[axis];
      rest = Math.floor(rest / shape[axis]);
    }
    const target = kept.reduce((index, axis) => index * shape[axis] + place[axis], 0);
    sums[target] += x;
  });
  return sums;
}

describe('marginals of a joint table', () => {
  it('are the sums over the other axes, for any rank and any axes', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 31 }), fc.integer(), (shape, mask, seed) => {
        const kept = shape.map((_, axis) => axis).filter((axis) => (mask >> axis) & 1);
        const size = shape.reduce((product, length) => product * length, 1);
        const values = Array.from({ length: size }, (_, i) => ((i * 7919 + seed) >>> 0) % 97);
        const got = marginal({ values: Float64Array.from(values), shape }, kept);
        assert.deepEqual([...got], slowly(values, shape, kept));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('lose nothing to rounding over a long axis', () => {
    const values = new Float64Array(1_000_000).fill(0.1);
    const [row] = marginal({ values, shape: [1, 1_000_000] }, [0]);
    assert.equal(row, 100_000 + 5.551115123125783e-12);
  });

  it('of all axes are the table, and of none its sum', () => {
    const cells = { values: Float64Array.of(1, 2, 3, 4), shape: [2, 2] };
    assert.deepEqual([...marginal(cells, [0, 1])], [1, 2, 3, 4]);
    assert.deepEqual([...marginal(cells, [])], [10]);
  });
});
