import type { Computation, Reduction } from '../computation';
import type { Tensor } from '../tensor';
import { logarithm, type LogarithmBase } from './logarithm';

/**
 * Self-information (surprisal) −log p of single events, each with a probability of its own.
 *
 * - `p`: probabilities in [0, 1], any shape; they need not sum to 1.
 * - `base`: 2 gives bits, e nats, 10 hartleys.
 * - terms: −log p per event; 0 at p = 1, +∞ at p = 0, NaN for NaN.
 * - reduction: the sum is the information of all events if they are independent; the mean is the usual empirical
 *   negative log-likelihood.
 * - gradient: −log e / p, divided by the number of events for the mean; −∞ at p = 0.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 2.1
 */
export function selfInformation(p: Tensor, base: LogarithmBase): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: true,
    terms: (out, start, end) => surprisals(p.values, base, out, start, end),
    gradient: (by) => ({ p: surprisalGradient(p, base, by) }),
  };
}

/** Writes −log p of events [start, end) to the front of `out`. */
export function surprisals(
  p: Float64Array,
  base: LogarithmBase,
  out: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) out[i - start] = 0 - logarithm(p[i], base);
}

function surprisalGradient(p: Tensor, base: LogarithmBase, reduction: Reduction): Tensor {
  const count = reduction === 'mean' ? p.values.length : 1;
  return { values: p.values.map((x) => -base.perNat / x / count), shape: p.shape };
}
