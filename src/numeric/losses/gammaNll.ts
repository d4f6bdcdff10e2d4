/**
 * The negative log-likelihood of a gamma distribution of unit shape and given mean, y/μ + ln μ; least at μ = y.
 *
 * Domain: μ > 0, y ≥ 0. At μ → 0: ∞ (−∞ for y = 0); at infinite y: ∞; NaN propagates. Nats. Three roundings.
 *
 * Source: XGBoost eval_metric="gamma-nloglik".
 */
export function gammaNll(mean: number, target: number): number {
  return target / mean + Math.log(mean);
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function gammaNllTerms(
  out: Float64Array,
  mean: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = gammaNll(mean[i], target[i]);
}

/** Writes scale · ∂loss/∂μ = scale · (μ − y)/μ². */
export function gammaNllGradient(
  out: Float64Array,
  mean: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = (scale * ((mean[i] - target[i]) / mean[i])) / mean[i];
}

/** Writes scale · ∂loss/∂y = scale / μ. */
export function gammaNllTargetGradient(out: Float64Array, mean: Float64Array, scale: number): void {
  for (let i = 0; i < out.length; i++) out[i] = scale / mean[i];
}
