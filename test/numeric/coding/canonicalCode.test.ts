import assert from 'node:assert/strict';
import { canonicalCode } from '../../../src/numeric/coding/canonicalCode';
import { huffmanLengths } from '../../../src/numeric/coding/huffman';
import { shannonLengths } from '../../../src/numeric/coding/shannonLengths';

describe('code words', () => {
  it('count upwards, shorter ones first, symbols in their order', () => {
    assert.deepEqual(canonicalCode(Int32Array.of(3, 1, 3, 2)), ['110', '0', '111', '10']);
    assert.deepEqual(canonicalCode(Int32Array.of(2, -1, 2, 1)), ['10', '', '11', '0']);
    assert.deepEqual(canonicalCode(Int32Array.of(0)), ['']);
    assert.deepEqual(canonicalCode(Int32Array.of()), []);
  });

  it('are not written out where they would fill megabytes', () => {
    assert.equal(canonicalCode(new Int32Array(100_000).fill(60)), undefined);
  });
});

describe('code lengths', () => {
  it('prefer the flatter of equally good trees', () => {
    assert.deepEqual([...huffmanLengths(Float64Array.of(1, 1, 1, 1))], [2, 2, 2, 2]);
    assert.deepEqual([...huffmanLengths(Float64Array.of(2, 1, 1, 1, 1))], [2, 2, 2, 3, 3]);
  });

  it('of nearly equal weights follow the exact sums', () => {
    const [, , lone, other] = huffmanLengths(Float64Array.of(0.1, 0.2, 0.30000000000000004, 0.3));
    assert.ok(lone <= other);
  });

  it('of Shannon are decided at the powers of ½ themselves', () => {
    const below = 0.25 - 2 ** -55;
    assert.deepEqual([...shannonLengths(Float64Array.of(0.25, below, 1, 5e-324, 0))], [2, 3, 0, 1074, NaN]);
  });
});
