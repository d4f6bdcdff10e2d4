import { positivePart } from '../special/lesser';

/**
 * The hinge loss max(0, 1 − z) of a margin z = y·f.
 *
 * Domain: all real z. At −∞: ∞; at ∞: 0; NaN propagates. One rounding.
 *
 * Source: sklearn.metrics.hinge_loss; Cortes and Vapnik, Support-Vector Networks (1995).
 */
export function hinge(margin: number): number {
  return positivePart(1 - margin);
}

/** d/dz: −1 below the margin 1, 0 from there on (the subgradient at the kink that libraries return). */
export function hingeSlope(margin: number): number {
  return margin < 1 ? -1 : 0;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function hingeTerms(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = hinge(score[i] * target[i]);
}

/** Writes scale · ∂loss/∂score = scale · y · slope(y·f) of every element. */
export function hingeGradient(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * target[i] * hingeSlope(score[i] * target[i]);
}
