/**
 * Writes the signed error prediction − target of every element of [start, end) to `out[0 ..)`. Its mean is the bias:
 * over-prediction is positive.
 *
 * Domain: all real numbers. At ±∞: ±∞; NaN propagates. One rounding; its sum cancels, which is why sums here are exact.
 */
export function biasTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = prediction[i] - target[i];
}
