import type { Computation, Reduction } from '../computation';
import type { Tensor } from '../tensor';
import { logarithm, logarithmOfRatio, type LogarithmBase } from './logarithm';

/**
 * Binary entropy h(p) = −p log p − (1 − p) log(1 − p): the entropy of a coin that shows heads with probability p.
 *
 * - `p`: probabilities in [0, 1], any shape; each is a coin of its own.
 * - terms: h(p) per coin, from 0 at p = 0 and p = 1 to log 2 at p = ½; NaN for NaN.
 * - gradient: log((1 − p)/p), divided by the number of coins for the mean; +∞ at p = 0, −∞ at p = 1.
 * - accuracy: below ½ the second logarithm is log1p(−p), which keeps a p that 1 − p would round away; from ½ on 1 − p
 *   is exact.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), equation (2.5)
 */
export function binaryEntropy(p: Tensor, base: LogarithmBase): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: true,
    terms: (out, start, end) => {
      for (let i = start; i < end; i++) out[i - start] = binaryEntropyAt(p.values[i], base);
    },
    gradient: (by) => ({ p: gradientOf(p, base, by) }),
  };
}

/** h(p) of one coin. */
export function binaryEntropyAt(p: number, base: LogarithmBase): number {
  if (p === 0 || p === 1) return 0;
  const tails = p < 0.5 ? Math.log1p(-p) * base.perNat : logarithm(1 - p, base);
  return -p * logarithm(p, base) - (1 - p) * tails;
}

/** h'(p) = log((1 − p)/p); in the middle from 1 − 2p, which is exact there. */
export function binaryEntropySlope(p: number, base: LogarithmBase): number {
  if (p > 0.25 && p < 0.75) return Math.log1p((1 - 2 * p) / p) * base.perNat;
  return logarithmOfRatio(1 - p, p, base);
}

function gradientOf(p: Tensor, base: LogarithmBase, reduction: Reduction): Tensor {
  const count = reduction === 'mean' ? p.values.length : 1;
  return { values: p.values.map((x) => binaryEntropySlope(x, base) / count), shape: p.shape };
}
