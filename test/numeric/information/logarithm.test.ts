import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  bits,
  logarithm,
  logarithmBase,
  logarithmOfRatio,
  nats,
} from '../../../src/numeric/information/logarithm';

const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });

describe('logarithms to a base', () => {
  it('are exact for powers of 2 and of 10', () => {
    for (let k = -1074; k < 1024; k++) assert.equal(logarithm(2 ** k, bits), k);
    const ten = logarithmBase(10)!;
    for (let k = 0; k <= 22; k++) assert.equal(logarithm(10 ** k, ten), k);
    assert.equal(logarithm(1024, logarithmBase(4)!), 5);
  });

  it('know no base but positive numbers other than 1', () => {
    for (const base of [0, 1, -2, NaN, Infinity, '2', 'bits', null, undefined, {}, true]) {
      assert.equal(logarithmBase(base), undefined, String(base));
    }
    assert.equal(logarithmBase(Math.E), nats);
  });

  it('have their limits', () => {
    for (const base of [2, 'e', 10, 3].map((b) => logarithmBase(b)!)) {
      assert.equal(logarithm(0, base), -Infinity);
      assert.equal(logarithm(Infinity, base), Infinity);
      assert.ok(Number.isNaN(logarithm(-1, base)) && Number.isNaN(logarithm(NaN, base)));
      assert.equal(logarithmOfRatio(0, 1, base), -Infinity);
      assert.equal(logarithmOfRatio(1, 0, base), Infinity);
      assert.ok(Number.isNaN(logarithmOfRatio(0, 0, base)));
    }
  });
});

describe('the logarithm of a ratio', () => {
  it('keeps the digits of nearly equal numbers', () => {
    for (let k = 10; k < 52; k++) {
      const step = 2 ** -k;
      const want = step - step ** 2 / 2 + step ** 3 / 3 - step ** 4 / 4 + step ** 5 / 5;
      const got = logarithmOfRatio(1 + step, 1, nats);
      assert.ok(Math.abs(got - want) <= 3e-16 * want, `2^-${k}: ${got}, want ${want}`);
    }
    assert.equal(logarithmOfRatio(0.3, 0.3, bits), 0);
  });

  it('forms no quotient that overflows', () => {
    assert.equal(logarithmOfRatio(0.5, 5e-324, bits), 1073);
    assert.equal(logarithmOfRatio(5e-324, 0.5, bits), -1073);
    assert.equal(logarithmOfRatio(2 ** 1000, 2 ** -1000, bits), 2000);
  });

  it('changes its sign when the numbers change places', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [there, back] = [logarithmOfRatio(a, b, bits), logarithmOfRatio(b, a, bits)];
        assert.ok(Math.abs(there + back) <= 1e-15 * Math.max(1e-15, Math.abs(there)));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});
