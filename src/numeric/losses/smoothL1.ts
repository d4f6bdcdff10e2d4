import { clip, lesser } from '../special/lesser';

/**
 * The smooth L1 loss: r²/(2β) for |r| < β, else |r| − β/2. Slope 1 in its linear part; huber(δ) = δ · smoothL1(β = δ).
 *
 * Domain: all real r, β ≥ 0 and finite; β = 0 gives |r|. At ±∞: ∞; NaN propagates. Three roundings.
 *
 * With c = min(|r|, β) both branches are (c/β)(|r| − c/2). Dividing c first keeps tiny β from underflowing.
 *
 * Source: torch.nn.SmoothL1Loss; Girshick, Fast R-CNN (2015).
 */
export function smoothL1(residual: number, beta: number): number {
  const size = Math.abs(residual);
  if (beta === 0) return size;
  const clipped = lesser(size, beta);
  return (clipped / beta) * (size - 0.5 * clipped);
}

/** r/β inside β, sign(r) outside; 0 at r = 0 even for β = 0. */
export function smoothL1Slope(residual: number, beta: number): number {
  return beta === 0 ? Math.sign(residual) : clip(residual, beta) / beta;
}

/** 1/β inside β, 0 outside. */
export function smoothL1Curvature(residual: number, beta: number): number {
  return Math.abs(residual) >= beta ? 0 : 1 / beta;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function smoothL1Terms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  beta: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = smoothL1(prediction[i] - target[i], beta);
}

/** Writes scale · ∂loss/∂prediction of every element; ∂loss/∂target is its negative. */
export function smoothL1Gradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  beta: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * smoothL1Slope(prediction[i] - target[i], beta);
}
