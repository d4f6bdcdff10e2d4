/**
 * Writes 1 where prediction and target label differ, else 0, for elements [start, end). NaN in either gives NaN.
 *
 * Source: sklearn.metrics.zero_one_loss.
 */
export function zeroOneTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    const a = prediction[i];
    const b = target[i];
    out[k] = a === b ? 0 : a === a && b === b ? 1 : NaN;
  }
}

/**
 * Writes 1 where the score has the wrong sign (y·f < 0), else 0, for elements [start, end); a score of 0 counts as right.
 * The sign is compared, not the product, which may underflow. NaN propagates.
 */
export function wrongSignTerms(
  out: Float64Array,
  score: Float64Array,
  target: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    const sign = Math.sign(score[i]) * target[i];
    out[k] = sign < 0 ? 1 : sign === sign ? 0 : NaN;
  }
}
