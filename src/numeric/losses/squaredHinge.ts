import { positivePart } from '../special/lesser';

/**
 * The squared hinge loss max(0, 1 − z)² of a margin z = y·f.
 *
 * Domain: all real z. At −∞: ∞; at ∞: 0; NaN propagates. Two roundings.
 *
 * Source: scikit-learn user guide, SGDClassifier and LinearSVC.
 */
export function squaredHinge(margin: number): number {
  const lack = positivePart(1 - margin);
  return lack * lack;
}

/** d/dz = −2 max(0, 1 − z). */
export function squaredHingeSlope(margin: number): number {
  return -2 * positivePart(1 - margin);
}

/** 2 below the margin 1, 0 beyond. */
export function squaredHingeCurvature(margin: number): number {
  return margin < 1 ? 2 : 0;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function squaredHingeTerms(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = squaredHinge(score[i] * target[i]);
}

/** Writes scale · ∂loss/∂score = scale · y · slope(y·f) of every element. */
export function squaredHingeGradient(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * target[i] * squaredHingeSlope(score[i] * target[i]);
}
