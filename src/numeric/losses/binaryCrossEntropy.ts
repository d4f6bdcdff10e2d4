import { positivePart } from '../special/lesser';
import { sigmoid } from '../special/sigmoid';
import { xLogY } from '../special/xLogY';

/**
 * Binary cross-entropy of a probability p against a target t: −(t ln p + (1 − t) ln(1 − p)), with 0 · ln 0 = 0.
 *
 * Domain: p and t in [0, 1]. At p = 0: 0 for t = 0, else ∞; at p = 1 mirrored; NaN propagates. Nats. Logarithms are not
 * clamped (PyTorch stops them at −100). ln(1 − p) is log1p(−p), which keeps the digits of tiny p.
 *
 * Source: torch.nn.BCELoss.
 */
export function binaryCrossEntropy(p: number, t: number): number {
  const off = t === 1 && p === p ? 0 : (1 - t) * Math.log1p(-p);
  return 0 - xLogY(t, p) - off;
}

/** d/dp = (1 − t)/(1 − p) − t/p. */
export function binaryCrossEntropySlope(p: number, t: number): number {
  const on = t === 0 ? 0 : t / p;
  const off = t === 1 ? 0 : (1 - t) / (1 - p);
  return off - on;
}

/**
 * Binary cross-entropy of a logit x = ln(p/(1 − p)): (1 − t) softplus(x) + w t softplus(−x), w the weight of positives.
 *
 * Domain: all real x, t in [0, 1], w ≥ 0. At ±∞: 0 on the right side, ∞ on the wrong one; NaN propagates. Nats. Relative
 * error below 1e-15, for tiny losses too: both softplus share log1p(e^(−|x|)).
 *
 * Source: torch.nn.BCEWithLogitsLoss.
 */
export function logitCrossEntropy(x: number, t: number, positiveWeight: number): number {
  const size = Math.abs(x);
  if (size === Infinity) return infiniteLogit(x, t, positiveWeight);
  const rest = Math.log1p(Math.exp(-size));
  return positiveWeight * t * (positivePart(-x) + rest) + (1 - t) * (positivePart(x) + rest);
}

/** The limits of the loss: 0 where the target leaves the infinite part out, else ∞. */
function infiniteLogit(x: number, t: number, positiveWeight: number): number {
  const infinitePart = x > 0 ? 1 - t : positiveWeight * t;
  return infinitePart === 0 ? 0 : infinitePart * Infinity;
}

/** d/dx = (1 − t) σ(x) − w t σ(−x). */
export function logitCrossEntropySlope(x: number, t: number, positiveWeight: number): number {
  return (1 - t) * sigmoid(x) - positiveWeight * t * sigmoid(-x);
}

/** Writes the terms of elements [start, end) for probabilities; `weight` multiplies each element. */
export function binaryCrossEntropyTerms(
  out: Float64Array,
  p: Float64Array,
  target: Float64Array,
  weight: Float64Array | undefined,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = binaryCrossEntropy(p[i], target[i]);
  if (weight) weigh(out, weight, start, end);
}

/** Writes the terms of elements [start, end) for logits; element i is of column i mod C of the positives' weights. */
export function logitCrossEntropyTerms(
  out: Float64Array,
  logit: Float64Array,
  target: Float64Array,
  positiveWeight: Float64Array,
  weight: Float64Array | undefined,
  start: number,
  end: number,
): void {
  const columns = positiveWeight.length;
  let column = start % columns;
  for (let i = start, k = 0; i < end; i++, k++) {
    out[k] = logitCrossEntropy(logit[i], target[i], positiveWeight[column]);
    if (++column === columns) column = 0;
  }
  if (weight) weigh(out, weight, start, end);
}

function weigh(out: Float64Array, weight: Float64Array, start: number, end: number): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] *= weight[i];
}

/** Writes scale · ∂/∂p of every element. */
export function binaryCrossEntropyGradient(
  out: Float64Array,
  p: Float64Array,
  target: Float64Array,
  weight: Float64Array | undefined,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    out[i] = scale * (weight ? weight[i] : 1) * binaryCrossEntropySlope(p[i], target[i]);
  }
}

/** Writes scale · ∂/∂x of every element. */
export function logitCrossEntropyGradient(
  out: Float64Array,
  logit: Float64Array,
  target: Float64Array,
  positiveWeight: Float64Array,
  weight: Float64Array | undefined,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    const slope = logitCrossEntropySlope(logit[i], target[i], positiveWeight[i % positiveWeight.length]);
    out[i] = scale * (weight ? weight[i] : 1) * slope;
  }
}
