/**
 * Shannon's code lengths ⌈−log₂ p⌉ in bits: a prefix code with these lengths exists, and its average length is below
 * H + 1.
 *
 * - `p`: probabilities in [0, 1] that sum to 1.
 * - result: the smallest k with 2^−k ≤ p, decided by comparing with the powers themselves, since the rounded logarithm of
 *   a p just below 2^−k would be k. NaN for p = 0 (no code word) and for NaN.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 5.4
 */
export function shannonLengths(p: Float64Array): Float64Array {
  return p.map((x) => (x > 0 ? shannonLength(x) : NaN));
}

function shannonLength(p: number): number {
  let length = Math.max(0, Math.ceil(-Math.log2(p)));
  while (2 ** -length > p) length++;
  while (length > 0 && 2 ** -(length - 1) <= p) length--;
  return length;
}
