import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import { entropy } from '../information/entropy';
import { bits } from '../information/logarithm';
import { valueOf } from '../reduce';
import type { Tensor } from '../tensor';
import { canonicalCode } from './canonicalCode';
import { huffmanLengths } from './huffman';
import { shannonLengths } from './shannonLengths';

/**
 * Average length Σ p · length of an optimal binary prefix code, in bits.
 *
 * - `p`: probabilities or counts ≥ 0, finite, at least one positive. Counts give the length of the whole message.
 * - terms: p · length per symbol; 0 for symbols that do not occur. A single symbol needs no bits.
 * - parts: `codeWords` (canonical; '' where there is none) and `lengths` (NaN where there is none); `average`, `entropy`
 *   and `redundancy` = average − entropy of the distribution divided by its sum.
 * - bounds: H ≤ average < H + 1, with equality on the left exactly for powers of ½.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), sections 5.6 and 5.8
 */
export function huffmanCode(p: Tensor): Computation {
  const lengths = huffmanLengths(p.values);
  return {
    ...averageLength(p, lengths),
    get parts() {
      return codeParts(p, lengths);
    },
    normalized: () => sumsToOne(p.values),
    rescaled: () => averageLength(normalized(p), lengths),
  };
}

function averageLength(p: Tensor, lengths: Int32Array): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) out[i - start] = p.values[i] * Math.max(lengths[i], 0);
    },
    gradient: () => ({
      p: { values: Float64Array.from(lengths, (length) => Math.max(length, 0)), shape: p.shape },
    }),
  };
}

function codeParts(p: Tensor, lengths: Int32Array): NonNullable<Computation['parts']> {
  const shares = normalized(p);
  const average = valueOf(averageLength(shares, lengths)) ?? NaN;
  const bound = valueOf(entropy(shares, bits)) ?? NaN;
  const codeWords = canonicalCode(lengths);
  return {
    average,
    entropy: bound,
    // Rounding may leave −1e-16 for a code that meets the bound.
    redundancy: Math.max(0, average - bound),
    lengths: Array.from(lengths, (length) => (length < 0 ? NaN : length)),
    ...(codeWords !== undefined && { codeWords }),
  };
}

/**
 * Shannon's bound: no prefix code of the distribution is shorter on average than its entropy, in bits, and some code is
 * shorter than the entropy plus 1.
 *
 * - `p`: probabilities or counts ≥ 0; the value is −Σ p log₂ p of the numbers as given.
 * - terms: −p log₂ p per symbol.
 * - parts, for the distribution divided by its sum: `entropy`, `upperBound` = entropy + 1, `shannonLengths` ⌈−log₂ p⌉
 *   (NaN for p = 0) and their average `shannonAverage`.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), sections 5.3 and 5.4
 */
export function shannonBound(p: Tensor): Computation {
  return {
    ...entropy(p, bits),
    get parts() {
      return boundParts(p);
    },
  };
}

function boundParts(p: Tensor): NonNullable<Computation['parts']> {
  const shares = sumsToOne(p.values) ? p : normalized(p);
  const lengths = shannonLengths(shares.values);
  const bound = valueOf(entropy(shares, bits)) ?? NaN;
  const average = valueOf({
    shape: shares.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++)
        out[i - start] = shares.values[i] === 0 ? 0 : shares.values[i] * lengths[i];
    },
  });
  return {
    entropy: bound,
    upperBound: bound + 1,
    shannonAverage: average ?? NaN,
    shannonLengths: Array.from(lengths),
  };
}
