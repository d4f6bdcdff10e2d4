/** The arrays of a triplet loss, one row of `width` components a sample. */
export interface Triplet {
  readonly anchor: Float64Array;
  readonly positive: Float64Array;
  readonly negative: Float64Array;
  readonly width: number;
}

/** What the triplet loss depends on beside its arrays; `epsilon` is added to each difference, as PyTorch does. */
export interface TripletOptions {
  readonly margin: number;
  readonly p: number;
  readonly epsilon: number;
  /** Takes the positive's distance to the negative where that is smaller than the anchor's (Balntas et al., 2016). */
  readonly swap: boolean;
  /** Squares the distances, as FaceNet has it. */
  readonly squared: boolean;
}

/** (Σ|a − b + ε|^p)^(1/p) of one row, squared on demand. */
function distance(
  a: Float64Array,
  b: Float64Array,
  start: number,
  width: number,
  options: TripletOptions,
): number {
  const { p, epsilon, squared } = options;
  let total = 0;
  for (let i = start; i < start + width; i++) {
    const size = Math.abs(a[i] - b[i] + epsilon);
    total += p === 2 ? size * size : size ** p;
  }
  if (p === 2) return squared ? total : Math.sqrt(total);
  const root = total ** (1 / p);
  return squared ? root * root : root;
}

/**
 * Writes the triplet loss of rows [start, end): max(0, d(a, p) − d(a, n) + margin).
 *
 * Domain: all real components, p ≥ 1, margin real. NaN propagates. About `width` roundings a distance.
 *
 * Source: torch.nn.TripletMarginLoss; Schroff, Kalenichenko, Philbin, FaceNet (2015).
 */
export function tripletTerms(
  out: Float64Array,
  triplet: Triplet,
  options: TripletOptions,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++)
    out[k] = Math.max(0, lack(triplet, options, i * triplet.width));
}

function lack(triplet: Triplet, options: TripletOptions, start: number): number {
  const { anchor, positive, negative, width } = triplet;
  const near = distance(anchor, positive, start, width, options);
  const far = distance(anchor, negative, start, width, options);
  const other = options.swap ? distance(positive, negative, start, width, options) : far;
  return near - (other < far ? other : far) + options.margin;
}

/** The derivatives by anchor, positive and negative. */
export interface TripletGradient {
  readonly anchor: Float64Array;
  readonly positive: Float64Array;
  readonly negative: Float64Array;
}

/** Writes scale · ∂/∂ of every component of the rows whose loss is positive; 0 where a distance is 0. */
export function tripletGradient(
  out: TripletGradient,
  triplet: Triplet,
  options: TripletOptions,
  scale: number,
): void {
  const { anchor, positive, negative, width } = triplet;
  for (let start = 0; start < anchor.length; start += width) {
    if (!(lack(triplet, options, start) > 0)) continue;
    addSlope(out.anchor, out.positive, anchor, positive, start, width, options, scale);
    const far = distance(anchor, negative, start, width, options);
    const swapped = options.swap && distance(positive, negative, start, width, options) < far;
    const [nearOut, near] = swapped ? [out.positive, positive] : [out.anchor, anchor];
    addSlope(nearOut, out.negative, near, negative, start, width, options, -scale);
  }
}

/** Adds factor · ∂d(a, b)/∂a to one array and its negative to the other: d' = sign(x)(|x|/d)^(p−1), times 2d if squared. */
function addSlope(
  outA: Float64Array,
  outB: Float64Array,
  a: Float64Array,
  b: Float64Array,
  start: number,
  width: number,
  options: TripletOptions,
  factor: number,
): void {
  const length = distance(a, b, start, width, { ...options, squared: false });
  if (length === 0) return;
  const outer = options.squared ? 2 * length : 1;
  for (let i = start; i < start + width; i++) {
    const x = a[i] - b[i] + options.epsilon;
    const slope = factor * outer * Math.sign(x) * (Math.abs(x) / length) ** (options.p - 1);
    outA[i] += slope;
    outB[i] -= slope;
  }
}
