import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clip, lesser, positivePart } from '../../../src/numeric/special/lesser';

describe('the branchless minimum', () => {
  it('is Math.min, infinities and signed zeros of equal numbers aside', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        assert.ok(lesser(a, b) === Math.min(a, b));
        assert.ok(positivePart(a) === Math.max(0, a));
        assert.ok(clip(a, Math.abs(b)) === Math.max(-Math.abs(b), Math.min(Math.abs(b), a)));
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('lets NaN through and gives no negative zero', () => {
    assert.ok(Number.isNaN(lesser(NaN, 1)) && Number.isNaN(positivePart(NaN)) && Number.isNaN(clip(NaN, 1)));
    for (const x of [-1, -0, 0, -Infinity]) assert.ok(Object.is(positivePart(x), 0));
  });
});
