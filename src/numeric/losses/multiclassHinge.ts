/**
 * The largest margin violation of a row (Crammer and Singer): max(0, 1 − (f_y − max_{j≠y} f_j)).
 *
 * Domain: all real scores, at least two classes. NaN if any score of the row is NaN. Two roundings.
 *
 * Source: sklearn.metrics.hinge_loss (multiclass); Crammer and Singer (2001).
 */
export function crammerSinger(scores: Float64Array, start: number, classes: number, y: number): number {
  return Math.max(0, 1 - (scores[start + y] - scores[start + rival(scores, start, classes, y)]));
}

/** The wrong class of the highest score; the first of equals, any that is NaN. */
function rival(scores: Float64Array, start: number, classes: number, y: number): number {
  let best = y === 0 ? 1 : 0;
  for (let c = best + 1; c < classes; c++) {
    if (c !== y && !(scores[start + c] <= scores[start + best])) {
      if (scores[start + best] === scores[start + best]) best = c;
    }
  }
  return best;
}

/** Writes the loss of rows [start, end). */
export function crammerSingerTerms(
  out: Float64Array,
  scores: Float64Array,
  classes: number,
  classIndex: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++)
    out[k] = crammerSinger(scores, i * classes, classes, classIndex[i]);
}

/** Writes scale · ∂/∂f: −1 at the true class and 1 at its rival where the margin is violated. */
export function crammerSingerGradient(
  out: Float64Array,
  scores: Float64Array,
  classes: number,
  classIndex: Float64Array,
  scale: number,
): void {
  for (let row = 0, start = 0; start < scores.length; row++, start += classes) {
    const y = classIndex[row];
    if (!(crammerSinger(scores, start, classes, y) > 0)) continue;
    out[start + y] = -scale;
    out[start + rival(scores, start, classes, y)] = scale;
  }
}

/** What the multi-margin loss depends on beside the scores. */
export interface MultiMargin {
  readonly margin: number;
  readonly power: number;
  readonly weight?: Float64Array;
}

/**
 * The multi-margin loss of a row, (w_y/C) Σ_{j≠y} max(0, margin − f_y + f_j)^power.
 *
 * Domain: all real scores, power 1 or 2. NaN propagates. About C roundings.
 *
 * Source: torch.nn.MultiMarginLoss.
 */
export function multiMargin(
  scores: Float64Array,
  start: number,
  classes: number,
  y: number,
  { margin, power, weight }: MultiMargin,
): number {
  let total = 0;
  for (let c = 0; c < classes; c++) {
    const lack = Math.max(0, margin - scores[start + y] + scores[start + c]);
    if (c !== y) total += power === 1 ? lack : lack * lack;
  }
  return (total / classes) * (weight ? weight[y] : 1);
}

/** Writes the loss of rows [start, end). */
export function multiMarginTerms(
  out: Float64Array,
  scores: Float64Array,
  classes: number,
  classIndex: Float64Array,
  options: MultiMargin,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    out[k] = multiMargin(scores, i * classes, classes, classIndex[i], options);
  }
}

/** Writes scale · ∂/∂f of every score. */
export function multiMarginGradient(
  out: Float64Array,
  scores: Float64Array,
  classes: number,
  classIndex: Float64Array,
  { margin, power, weight }: MultiMargin,
  scale: number,
): void {
  for (let row = 0, start = 0; start < scores.length; row++, start += classes) {
    const y = classIndex[row];
    const factor = (scale / classes) * (weight ? weight[y] : 1);
    let total = 0;
    for (let c = 0; c < classes; c++) {
      const lack = margin - scores[start + y] + scores[start + c];
      if (c === y || !(lack > 0)) continue;
      const slope = factor * (power === 1 ? 1 : 2 * lack);
      out[start + c] = slope;
      total += slope;
    }
    out[start + y] = -total;
  }
}
