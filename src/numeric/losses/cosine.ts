/**
 * The cosine of the angle between two vectors, a·b / (|a||b|), of `count` components from `start` in each array.
 *
 * Domain: all real components. In [−1, 1]; 0 for a zero vector (as PyTorch and Keras have it); NaN propagates. Components
 * are scaled by the largest of their vector, so that no square overflows. About `count` roundings.
 *
 * Source: torch.nn.CosineSimilarity; scipy.spatial.distance.cosine is 1 minus it.
 */
export function cosine(a: Float64Array, b: Float64Array, start: number, count: number): number {
  const [largestA, largestB] = [largest(a, start, count), largest(b, start, count)];
  if (largestA === 0 || largestB === 0) return 0;
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = start; i < start + count; i++) {
    const x = a[i] / largestA;
    const y = b[i] / largestB;
    dot += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return dot / Math.sqrt(squareA) / Math.sqrt(squareB);
}

/** Writes factor · ∂cos/∂a = factor · (b/|b| − cos · a/|a|)/|a| to out[start ..); 0 for a zero vector. */
export function cosineGradient(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  start: number,
  count: number,
  factor: number,
): void {
  const [lengthA, lengthB] = [norm(a, start, count), norm(b, start, count)];
  if (factor === 0 || lengthA === 0 || lengthB === 0) return;
  const similarity = cosine(a, b, start, count);
  for (let i = start; i < start + count; i++) {
    out[i] = (factor * (b[i] / lengthB - (similarity * a[i]) / lengthA)) / lengthA;
  }
}

function norm(values: Float64Array, start: number, count: number): number {
  const scale = largest(values, start, count);
  if (scale === 0) return 0;
  let squares = 0;
  for (let i = start; i < start + count; i++) squares += (values[i] / scale) ** 2;
  return scale * Math.sqrt(squares);
}

function largest(values: Float64Array, start: number, count: number): number {
  let size = 0;
  for (let i = start; i < start + count; i++) size = Math.max(size, Math.abs(values[i]));
  return size;
}

/** Writes the cosine of rows [start, end). */
export function cosineTerms(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  width: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = cosine(a, b, i * width, width);
}

/**
 * Writes the cosine embedding loss of rows [start, end): 1 − cos for label 1, max(0, cos − margin) for label −1.
 *
 * Source: torch.nn.CosineEmbeddingLoss.
 */
export function cosineEmbeddingTerms(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  width: number,
  label: Float64Array,
  margin: number,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    const similarity = cosine(a, b, i * width, width);
    out[k] = label[i] === 1 ? 1 - similarity : Math.max(0, similarity - margin);
  }
}

/** Writes scale · ∂loss/∂a of every row; the loss is symmetric in its two vectors. */
export function cosineEmbeddingGradient(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  width: number,
  label: Float64Array,
  margin: number,
  scale: number,
): void {
  for (let row = 0; row < label.length; row++) {
    const start = row * width;
    const apart = label[row] === 1 ? -1 : Number(cosine(a, b, start, width) > margin);
    cosineGradient(out, a, b, start, width, scale * apart);
  }
}
