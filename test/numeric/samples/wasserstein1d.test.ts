import assert from 'node:assert/strict';
import fc from 'fast-check';
import { termsOf, valueOf } from '../../../src/numeric/reduce';
import { wasserstein1d } from '../../../src/numeric/samples/wasserstein1d';

const vector = (values: readonly number[]) => ({ values: Float64Array.from(values), shape: [values.length] });

function distance(
  u: readonly number[],
  v: readonly number[],
  order = 1,
  weights?: { u: readonly number[]; v: readonly number[] },
): number {
  const points = (x: readonly number[], w?: readonly number[]) => ({
    positions: vector(x),
    ...(w && { weights: vector(w) }),
  });
  return valueOf(wasserstein1d(points(u, weights?.u), points(v, weights?.v), order, true)) ?? NaN;
}

const position = fc.double({ min: -100, max: 100, noNaN: true });
const sample = fc.array(position, { minLength: 1, maxLength: 12 });

describe('the Wasserstein distance on a line', () => {
  it('is SciPy’s on its documented examples', () => {
    assert.equal(distance([0, 1, 3], [5, 6, 8]), 5);
    assert.equal(distance([0, 1], [0, 1], 1, { u: [3, 1], v: [2, 2] }), 0.25);
    const weighted = { u: [1.4, 0.9, 3.1, 7.2], v: [3.2, 3.5] };
    const got = distance([3.4, 3.9, 7.5, 7.8], [4.5, 1.4], 1, weighted);
    assert.ok(Math.abs(got - 4.0781331438047861) < 1e-14, String(got));
  });

  it('of a shift is the shift, in any order', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: -50, max: 50 }), fc.constantFrom(1, 2, 3.5), (u, shift, order) => {
        const got = distance(u, u.map((x) => x + shift), order);
        assert.ok(Math.abs(got - Math.abs(shift)) <= 1e-9, `${got}`);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('of samples of one size pairs them in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(position, position), { minLength: 1, maxLength: 20 }), (pairs) => {
        const [u, v] = [0, 1].map((k) => pairs.map((pair) => pair[k]).sort((a, b) => a - b));
        const want = u.reduce((sum, x, i) => sum + Math.abs(x - v[i]), 0) / u.length;
        const got = distance(pairs.map(([a]) => a), pairs.map(([, b]) => b));
        assert.ok(Math.abs(got - want) <= 1e-12 * (1 + want));
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('repeats points as weights do, and never falls with the order', () => {
    fc.assert(
      fc.property(sample, sample, (u, v) => {
        const repeated = distance([...u, u[0]], v);
        const weighted = distance(u, v, 1, { u: u.map((_, i) => (i === 0 ? 2 : 1)), v: v.map(() => 1) });
        assert.ok(Math.abs(repeated - weighted) <= 1e-9);
        assert.ok(distance(u, v, 1) <= distance(u, v, 2) + 1e-9);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('explains itself as masses moved, all of them', () => {
    const terms = termsOf(wasserstein1d({ positions: vector([0, 4]) }, { positions: vector([1, 2, 3]) }, 1, true));
    const thirds = [1 / 3, 1 / 3, 1 / 3, 1 / 3];
    terms.forEach((term, k) => assert.ok(Math.abs(term - thirds[k]) < 1e-15));
    assert.equal(terms.length, 4);
  });

  it('shows NaN and takes a hundred thousand points', () => {
    assert.ok(Number.isNaN(distance([NaN, 1], [0, 1])));
    const many = Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 100_003);
    assert.equal(distance(many, many), 0);
  });
});
