/**
 * Writes the multi-label margin loss of rows [start, end): (1/C) Σ_{j true} Σ_{k not true} max(0, 1 − (f_j − f_k)).
 *
 * `target` holds each row's true classes, padded with −1; what stands behind the first −1 is not read.
 * Domain: all real scores. NaN propagates. About C² roundings.
 *
 * Source: torch.nn.MultiLabelMarginLoss.
 */
export function multilabelMarginTerms(
  out: Float64Array,
  scores: Float64Array,
  classes: number,
  target: Float64Array,
  start: number,
  end: number,
): void {
  const isTrue = new Uint8Array(classes);
  for (let i = start, k = 0; i < end; i++, k++) {
    markTrue(isTrue, target, i * classes);
    let total = 0;
    for (let j = 0; j < classes; j++) {
      if (isTrue[j] === 1) total += lackOf(scores, i * classes, j, isTrue);
    }
    out[k] = total / classes;
  }
}

function lackOf(scores: Float64Array, start: number, j: number, isTrue: Uint8Array): number {
  let total = 0;
  for (let k = 0; k < isTrue.length; k++) {
    if (isTrue[k] === 0) total += Math.max(0, 1 - (scores[start + j] - scores[start + k]));
  }
  return total;
}

function markTrue(isTrue: Uint8Array, target: Float64Array, start: number): void {
  isTrue.fill(0);
  for (let c = 0; c < isTrue.length && target[start + c] !== -1; c++) isTrue[target[start + c]] = 1;
}

/** Writes scale · ∂/∂f of every score: each violated pair pulls its true class up and the other down by 1/C. */
export function multilabelMarginGradient(
  out: Float64Array,
  scores: Float64Array,
  classes: number,
  target: Float64Array,
  scale: number,
): void {
  const isTrue = new Uint8Array(classes);
  for (let start = 0; start < scores.length; start += classes) {
    markTrue(isTrue, target, start);
    for (let j = 0; j < classes; j++) {
      if (isTrue[j] === 1) pull(out, scores, start, j, isTrue, scale / classes);
    }
  }
}

function pull(
  out: Float64Array,
  scores: Float64Array,
  start: number,
  j: number,
  isTrue: Uint8Array,
  step: number,
): void {
  for (let k = 0; k < isTrue.length; k++) {
    if (isTrue[k] === 1 || !(1 - (scores[start + j] - scores[start + k]) > 0)) continue;
    out[start + j] -= step;
    out[start + k] += step;
  }
}
