import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ExactSum } from '../../../src/numeric/sums/exactSum';
import { RunningSum } from '../../../src/numeric/sums/runningSum';
import { sum, sumStrided } from '../../../src/numeric/sums/sum';

/** An integer arithmetic of its own: every double is an integer multiple of 2^−1074. */
function exactInteger(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = exponent === 0 ? fraction : (fraction | 0x10000000000000n) << BigInt(exponent - 1);
  return bits >> 63n ? -magnitude : magnitude;
}

function exactly(values: readonly number[]): bigint {
  return values.reduce((total, x) => total + exactInteger(x), 0n);
}

function relativeError(got: number, values: readonly number[]): number {
  const want = exactly(values);
  const difference = exactInteger(got) - want;
  if (difference === 0n) return 0;
  if (want === 0n) return Infinity;
  const scaled = (difference * 10n ** 20n) / want;
  return Math.abs(Number(scaled)) / 1e20;
}

const array = (...values: number[]): Float64Array => Float64Array.from(values);

describe('sum', () => {
  it('keeps what a plain loop loses under cancellation', () => {
    assert.equal(sum(array(1e16, 1, -1e16)), 1);
    assert.equal(sum(array(1, 1e100, 1, -1e100)), 2);
    assert.equal(sum(array(1e100, 1e50, 1, -1e50, -1e100)), 1);
  });

  it('is correctly rounded for short arrays, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { maxLength: 40 }),
        (values) => {
          assert.ok(relativeError(sum(Float64Array.from(values)), values) <= 1.2e-16);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });

  it('stays within 1e-15 for long arrays of one sign, of mixed signs, and of blocks that cancel', () => {
    const mixed = Array.from({ length: 5001 }, (_, i) => Math.sin(i * i) * 10 ** (i % 7));
    const positive = mixed.map(Math.abs);
    const blocks = [...positive, ...positive.map((x) => -x * (1 - 1e-9))];
    const absorbed = [1e20, ...positive, -1e20];
    for (const values of [mixed, positive, blocks, absorbed, blocks.reverse()]) {
      assert.ok(relativeError(sum(Float64Array.from(values)), values) < 1e-15);
    }
  });

  it('is exact where everything cancels in a long array', () => {
    const half = Array.from({ length: 3000 }, (_, i) => Math.exp(Math.sin(i) * 80));
    const values = [...half, 0.1, ...half.map((x) => -x)];
    assert.equal(sum(Float64Array.from(values)), 0.1);
  });

  it('survives an intermediate overflow and reports a real one', () => {
    assert.equal(sum(array(1e308, 1e308, -1e308)), 1e308);
    assert.equal(sum(array(1.5e308, 1.5e308)), Infinity);
    assert.equal(sum(Float64Array.from({ length: 600 }, (_, i) => (i % 3 === 2 ? -1e308 : 1e308))), Infinity);
    const balanced = Float64Array.from({ length: 600 }, (_, i) => (i < 300 ? 1e308 : -1e308));
    assert.equal(sum(balanced), 0);
  });

  for (const length of [3, 1000]) {
    it(`treats NaN and infinities among ${length} terms as IEEE does`, () => {
      const ones = (): Float64Array => new Float64Array(length).fill(1);
      const withLast = (...last: number[]): Float64Array => {
        const values = ones();
        values.set(last, length - last.length);
        return values;
      };
      assert.ok(Number.isNaN(sum(withLast(NaN))));
      assert.equal(sum(withLast(Infinity)), Infinity);
      assert.equal(sum(withLast(-Infinity)), -Infinity);
      assert.ok(Number.isNaN(sum(withLast(Infinity, -Infinity))));
      assert.ok(Number.isNaN(sum(withLast(Infinity, NaN))));
    });
  }

  it('is zero for nothing and adds a part or a stride of an array', () => {
    assert.equal(sum(array()), 0);
    assert.equal(sum(array(1, 2, 4, 8), 1, 3), 6);
    assert.equal(sumStrided(array(1, 2, 4, 8, 16, 32), 1, 3, 2), 42);
  });
});

describe('RunningSum', () => {
  it('says when its blocks have cancelled too far', () => {
    const running = new RunningSum();
    const block = new Float64Array(64).fill(0.1);
    running.addBlock(block, 64);
    assert.ok(running.isTrustworthy);
    running.addBlock(
      block.map((x) => -x),
      64,
    );
    assert.ok(!running.isTrustworthy);
  });
});

describe('ExactSum', () => {
  it('divides a sum that is beyond the largest double', () => {
    const total = new ExactSum(true);
    total.add(1.5e308);
    total.add(1.25e308);
    assert.equal(total.sum, Infinity);
    assert.equal(total.quotient(2), 1.375e308);
  });
});
