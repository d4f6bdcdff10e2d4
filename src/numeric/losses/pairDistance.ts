/**
 * The contrastive loss of a distance d: d² for a similar pair (label 0), max(0, margin − d)² for a different one (label 1).
 *
 * Domain: d ≥ 0, labels in [0, 1], margin ≥ 0. At d = ∞: ∞ or 0; NaN propagates. Hadsell and others put ½ before it.
 *
 * Source: Flux.Losses.siamese_contrastive_loss; Hadsell, Chopra, LeCun, Dimensionality Reduction by Learning an Invariant
 * Mapping (2006).
 */
export function contrastive(distance: number, label: number, margin: number): number {
  const lack = Math.max(0, margin - distance);
  const similar = label === 1 ? 0 : (1 - label) * distance * distance;
  return similar + label * lack * lack;
}

/** d/dd = 2(1 − y)d − 2y max(0, margin − d). */
export function contrastiveSlope(distance: number, label: number, margin: number): number {
  return 2 * (1 - label) * distance - 2 * label * Math.max(0, margin - distance);
}

/** Writes the contrastive loss of elements [start, end). */
export function contrastiveTerms(
  out: Float64Array,
  distance: Float64Array,
  label: Float64Array,
  margin: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = contrastive(distance[i], label[i], margin);
}

/** Writes scale · ∂/∂distance of every element. */
export function contrastiveGradient(
  out: Float64Array,
  distance: Float64Array,
  label: Float64Array,
  margin: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * contrastiveSlope(distance[i], label[i], margin);
}

/**
 * The hinge embedding loss of a distance x: x itself for label 1, max(0, margin − x) for label −1.
 *
 * Domain: all real x, labels −1 or 1. NaN propagates. One rounding.
 *
 * Source: torch.nn.HingeEmbeddingLoss.
 */
export function hingeEmbedding(distance: number, label: number, margin: number): number {
  return label === 1 ? distance : Math.max(0, margin - distance);
}

/** Writes the hinge embedding loss of elements [start, end). */
export function hingeEmbeddingTerms(
  out: Float64Array,
  distance: Float64Array,
  label: Float64Array,
  margin: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = hingeEmbedding(distance[i], label[i], margin);
}

/** Writes scale · ∂/∂distance: 1 for label 1; −1 for label −1 below the margin, else 0. */
export function hingeEmbeddingGradient(
  out: Float64Array,
  distance: Float64Array,
  label: Float64Array,
  margin: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    out[i] = label[i] === 1 ? scale : distance[i] < margin ? -scale : 0;
  }
}

/**
 * Writes the margin ranking loss max(0, −y(a − b) + margin) of elements [start, end).
 *
 * Domain: all real a and b, y −1 or 1. NaN propagates. Two roundings.
 *
 * Source: torch.nn.MarginRankingLoss.
 */
export function marginRankingTerms(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  label: Float64Array,
  margin: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = Math.max(0, margin - label[i] * (a[i] - b[i]));
}

/** Writes scale · ∂/∂a: −y where the loss is positive; ∂/∂b is its negative. */
export function marginRankingGradient(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  label: Float64Array,
  margin: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    out[i] = margin - label[i] * (a[i] - b[i]) > 0 ? -scale * label[i] : 0;
  }
}
