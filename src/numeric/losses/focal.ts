import { sigmoid, softplus } from '../special/sigmoid';
import type { ShapedLoss } from './softmaxShape';

/**
 * The focal factor and cross-entropy of a true-class probability p with ℓ = −ln p: (1 − p)^γ ℓ.
 *
 * Domain: ℓ ≥ 0, γ ≥ 0. At ℓ = 0: 0; at ∞: ∞; NaN propagates. Nats. Relative error about 2e-16 · (1 + γ): 1 − p is
 * −expm1(−ℓ), which keeps the digits of confident predictions.
 *
 * Source: Lin, Goyal, Girshick, He, Dollár, Focal Loss for Dense Object Detection (2017).
 */
export function focal(loss: number, gamma: number): number {
  return (-Math.expm1(-loss)) ** gamma * loss;
}

/** d/dℓ = (1 − p)^γ + γ (1 − p)^(γ−1) p ℓ. */
export function focalSlope(loss: number, gamma: number): number {
  const missing = -Math.expm1(-loss);
  if (gamma === 0) return 1;
  if (missing === 0) return 0;
  const tail = loss === Infinity ? 0 : gamma * missing ** (gamma - 1) * Math.exp(-loss) * loss;
  return missing ** gamma + tail;
}

/** The softmax form: α_y (1 − p_y)^γ ℓ, α of the class or for all. */
export function softmaxFocal(gamma: number, alpha: (y: number) => number): ShapedLoss {
  return {
    value: (loss, y) => alpha(y) * focal(loss, gamma),
    slope: (loss, y) => alpha(y) * focalSlope(loss, gamma),
  };
}

/**
 * The sigmoid focal loss of a logit x and a target t in [0, 1]: α_t (1 − p_t)^γ BCE(x, t), p_t = σ(x) t + σ(−x)(1 − t),
 * α_t = αt + (1 − α)(1 − t), or 1 without α (null).
 *
 * 1 − p_t = σ(−x) t + σ(x)(1 − t) is formed without subtraction. At ±∞: 0 on the right side, ∞ on the wrong one; NaN
 * propagates. Nats.
 *
 * Source: torchvision.ops.sigmoid_focal_loss.
 */
export function sigmoidFocal(x: number, t: number, gamma: number, alpha: number | null): number {
  const missing = sigmoid(-x) * t + sigmoid(x) * (1 - t);
  const entropy = (t === 0 ? 0 : t * softplus(-x)) + (t === 1 ? 0 : (1 - t) * softplus(x));
  if (missing === 0) return gamma === 0 ? alphaOf(t, alpha) * entropy : 0;
  return alphaOf(t, alpha) * missing ** gamma * entropy;
}

/** d/dx: α_t [γ m^(γ−1) m′ BCE + m^γ (σ(x) − t)] with m = 1 − p_t, m′ = σ(x)σ(−x)(1 − 2t). */
export function sigmoidFocalSlope(x: number, t: number, gamma: number, alpha: number | null): number {
  const [on, off] = [sigmoid(x), sigmoid(-x)];
  const missing = off * t + on * (1 - t);
  if (missing === 0) return 0;
  const entropy = (t === 0 ? 0 : t * softplus(-x)) + (t === 1 ? 0 : (1 - t) * softplus(x));
  const spread = on * off * (1 - 2 * t);
  const focus = gamma === 0 || spread === 0 ? 0 : gamma * missing ** (gamma - 1) * spread * entropy;
  return alphaOf(t, alpha) * (focus + missing ** gamma * (on * (1 - t) - off * t));
}

function alphaOf(t: number, alpha: number | null): number {
  return alpha === null ? 1 : alpha * t + (1 - alpha) * (1 - t);
}

/** Writes the sigmoid focal loss of elements [start, end). */
export function sigmoidFocalTerms(
  out: Float64Array,
  logit: Float64Array,
  target: Float64Array,
  gamma: number,
  alpha: number | null,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = sigmoidFocal(logit[i], target[i], gamma, alpha);
}

/** Writes scale · ∂/∂x of every element. */
export function sigmoidFocalGradient(
  out: Float64Array,
  logit: Float64Array,
  target: Float64Array,
  gamma: number,
  alpha: number | null,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * sigmoidFocalSlope(logit[i], target[i], gamma, alpha);
}
