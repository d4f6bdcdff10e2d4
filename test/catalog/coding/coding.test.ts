import assert from 'node:assert/strict';
import fc from 'fast-check';
import { valueOf } from '../../../src/numeric/reduce';
import { goldenFiles, tensorOf, type GoldenCase } from '../golden';
import { assertNear, computed, outcome, value } from '../information/evaluate';

const weights = fc.array(fc.double({ min: 1e-6, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 });
const settings = { seed: 17, numRuns: 300 };

function goldenOf(name: string): readonly GoldenCase[] {
  return (
    goldenFiles()
      .find((file) => file.name === name)
      ?.cases.filter(({ expected }) => !('error' in expected)) ?? []
  );
}

function partsOf(golden: GoldenCase) {
  const tensor = tensorOf(golden.inputs.p);
  assert.ok(tensor);
  const parts = computed(golden.formula, { p: tensor.values }).parts;
  assert.ok(parts);
  return parts;
}

function lengthsOf(p: readonly number[]): readonly number[] {
  return computed('huffman', { p }).parts?.lengths as readonly number[];
}

function wordsOf(p: readonly number[]): readonly string[] {
  return computed('huffman', { p }).parts?.codeWords as readonly string[];
}

describe('Huffman’s code', () => {
  it('gives ½ ¼ ⅛ ⅛ the words 0, 10, 110, 111 and 1.75 bits, which is the entropy', () => {
    const { parts } = computed('huffman', { p: [0.5, 0.25, 0.125, 0.125] });
    assert.deepEqual(parts, {
      average: 1.75,
      entropy: 1.75,
      redundancy: 0,
      lengths: [1, 2, 3, 3],
      codeWords: ['0', '10', '110', '111'],
    });
  });

  it('has lengths, entropy and redundancy of the reference', () => {
    for (const golden of goldenOf('huffman')) {
      const parts = partsOf(golden);
      const { entropy, redundancy, codeLengthMultisets } = golden.expected as Record<string, unknown>;
      if (entropy !== undefined) assertNear(parts.entropy as number, entropy as number, golden.id);
      if (redundancy !== undefined) assertNear(parts.redundancy as number, redundancy as number, golden.id);
      if (codeLengthMultisets === undefined) continue;
      const found = (parts.lengths as number[])
        .filter((length) => !Number.isNaN(length))
        .sort((a, b) => a - b);
      const optimal = (codeLengthMultisets as number[][]).some(
        (lengths) => String(lengths) === String(found),
      );
      assert.ok(optimal, `${golden.id}: ${String(found)}`);
    }
  });

  it('is prefix-free and fills Kraft’s inequality', () => {
    fc.assert(
      fc.property(weights, (p) => {
        const words = wordsOf(p);
        if (p.length === 1) return assert.deepEqual(words, ['']);
        const kraft = lengthsOf(p).reduce((sum, length) => sum + 2 ** -length, 0);
        assert.equal(kraft, 1);
        const sorted = [...words].sort();
        for (let i = 1; i < sorted.length; i++) assert.ok(!sorted[i].startsWith(sorted[i - 1]));
        words.forEach((word, i) => assert.equal(word.length, lengthsOf(p)[i]));
      }),
      { ...settings, numRuns: 100 },
    );
  });

  it('lies between the entropy and the entropy plus 1', () => {
    fc.assert(
      fc.property(weights, (p) => {
        const { average, entropy } = computed('huffman', { p }).parts as { [name: string]: number };
        assert.ok(average >= entropy - 1e-12 && average < entropy + 1, `${entropy} ${average}`);
      }),
      settings,
    );
  });

  it('is no longer than any other prefix code of few symbols', () => {
    const small = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(small, (p) => {
        const best = Math.min(
          ...codes(p.length).map((lengths) => p.reduce((sum, x, i) => sum + x * lengths[i], 0)),
        );
        assert.equal(value('huffman', { p }), best);
      }),
      settings,
    );
  });

  it('leaves symbols that never occur without a word, and one symbol without bits', () => {
    assert.deepEqual(wordsOf([0, 3, 0, 1]), ['', '0', '', '1']);
    assert.deepEqual(lengthsOf([0, 3, 0, 1]), [NaN, 1, NaN, 1]);
    assert.deepEqual(lengthsOf([5]), [0]);
  });

  it('takes a tree as deep as doubles allow, and a hundred thousand symbols', () => {
    const deep = Array.from({ length: 1000 }, (_, k) => 2 ** (k - 1000));
    assert.equal(Math.max(...lengthsOf(deep)), 999);
    const many = Float64Array.from({ length: 100_000 }, (_, k) => 1 + ((k * 7919) % 1000));
    const parts = computed('huffman', { p: many }).parts as { average: number; entropy: number };
    assert.ok(parts.average >= parts.entropy && parts.average < parts.entropy + 0.1);
  });

  it('refuses what cannot be coded', () => {
    assert.equal(outcome('huffman', { p: [0, 0] }), 'domain');
    assert.equal(outcome('huffman', { p: [1, NaN] }), 'domain');
    assert.equal(outcome('huffman', { p: [1, Infinity] }), 'domain');
    assert.equal(outcome('huffman', {}), 'missing');
  });
});

describe('Shannon’s bound', () => {
  it('has the lengths and the average of the reference', () => {
    for (const golden of goldenOf('shannon-bound')) {
      const parts = partsOf(golden);
      const { upperBound, shannonAverage, shannonLengths } = golden.expected as Record<string, unknown>;
      assertNear(parts.upperBound as number, upperBound as number, golden.id);
      assertNear(parts.shannonAverage as number, shannonAverage as number, golden.id);
      const lengths = (parts.shannonLengths as number[]).map((length) =>
        Number.isNaN(length) ? null : length,
      );
      assert.deepEqual(lengths, shannonLengths, golden.id);
    }
  });

  it('is met by its own lengths within one bit, and these can be coded', () => {
    fc.assert(
      fc.property(weights, (p) => {
        const parts = computed('shannon-bound', { p }).parts as Record<string, number | number[]>;
        const kraft = (parts.shannonLengths as number[]).reduce((sum, length) => sum + 2 ** -length, 0);
        assert.ok(kraft <= 1 + 1e-12);
        assert.ok((parts.shannonAverage as number) < (parts.upperBound as number));
        assert.ok(
          (parts.shannonAverage as number) >=
            (valueOf(computed('huffman', { p }).rescaled!()) ?? NaN) - 1e-12,
        );
      }),
      settings,
    );
  });
});

/** The lengths of all full prefix codes of n symbols, in every order. */
function codes(n: number): readonly (readonly number[])[] {
  if (n === 1) return [[0]];
  const found = new Map<string, readonly number[]>();
  for (const code of codes(n - 1)) {
    for (let split = 0; split < code.length; split++) {
      for (let place = 0; place <= code.length; place++) {
        const deeper = code.map((length, i) => (i === split ? length + 1 : length));
        deeper.splice(place, 0, code[split] + 1);
        found.set(String(deeper), deeper);
      }
    }
  }
  return [...found.values()];
}
