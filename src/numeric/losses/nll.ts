/**
 * Writes the negative log-likelihood −w_y ln p_y of rows [start, end), given log-probabilities and class indices.
 *
 * Ignored rows give 0. At ln p = −∞: ∞ (0 for weight 0 is NaN); NaN propagates. Nats. One rounding.
 *
 * Source: torch.nn.NLLLoss.
 */
export function nllTerms(
  out: Float64Array,
  logProbabilities: Float64Array,
  classes: number,
  classIndex: Float64Array,
  weight: Float64Array | undefined,
  ignored: number | null,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    const y = classIndex[i];
    out[k] = y === ignored ? 0 : (weight ? weight[y] : 1) * (0 - logProbabilities[i * classes + y]);
  }
}

/** Writes scale · ∂/∂ln p_c = −scale · w_y at c = y, else 0. */
export function nllGradient(
  out: Float64Array,
  classes: number,
  classIndex: Float64Array,
  weight: Float64Array | undefined,
  ignored: number | null,
  scale: number,
): void {
  for (let i = 0; i < classIndex.length; i++) {
    const y = classIndex[i];
    if (y !== ignored) out[i * classes + y] = -scale * (weight ? weight[y] : 1);
  }
}
