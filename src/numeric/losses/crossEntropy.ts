import { argmax, logSumExpAboveMax, softmaxInto } from '../special/logSumExp';

/**
 * Cross-entropy of class distributions against targets, row by row, in nats.
 *
 * Every target form comes down to coefficients a_c of a row: the term is −Σ_c a_c ln p_c with 0 · ln 0 = 0.
 * Index y with class weights w and label smoothing s over C classes: a_c = (1 − s) w_y [c = y] + (s/C) w_c;
 * probability targets t: a_c = w_c (t_c (1 − s) + s/C).
 *
 * Source: torch.nn.CrossEntropyLoss; Szegedy et al., Rethinking the Inception Architecture (2016) for the smoothing.
 */
export interface Coefficients {
  /** Writes a_c of one row to `out[0 .. C)`. */
  row(out: Float64Array, row: number): void;
}

/** What class indices, weights, smoothing and the ignored index make of a row; ignored rows have coefficients 0. */
export function indexCoefficients(
  classIndex: Float64Array,
  weight: Float64Array | undefined,
  smoothing: number,
  ignored: number | null,
): Coefficients {
  return {
    row(out, row) {
      const y = classIndex[row];
      if (y === ignored) {
        out.fill(0);
        return;
      }
      const uniform = smoothing / out.length;
      for (let c = 0; c < out.length; c++) out[c] = uniform * (weight ? weight[c] : 1);
      out[y] += (1 - smoothing) * (weight ? weight[y] : 1);
    },
  };
}

/** What probability targets, weights and smoothing make of a row. */
export function probabilityCoefficients(
  target: Float64Array,
  weight: Float64Array | undefined,
  smoothing: number,
): Coefficients {
  return {
    row(out, row) {
      const uniform = smoothing / out.length;
      const start = row * out.length;
      for (let c = 0; c < out.length; c++) {
        out[c] = (target[start + c] * (1 - smoothing) + uniform) * (weight ? weight[c] : 1);
      }
    },
  };
}

/** Σ of w_y over the rows that are not ignored: what PyTorch's mean divides by. */
export function indexWeight(
  classIndex: Float64Array,
  weight: Float64Array | undefined,
  ignored: number | null,
): number {
  let total = 0;
  for (const y of classIndex) if (y !== ignored) total += weight ? weight[y] : 1;
  return total;
}

/**
 * −ln softmax_y of one row of logits starting at `start`.
 *
 * With m the largest logit, ln Σ e^z = m + ln(1 + Σ_{c ≠ top} e^(z_c − m)), so the loss is (m − z_y) + log1p(…): two
 * non-negative parts, the first 0 where y is the largest. −∞ logits have probability 0 (∞ at the target); a logit of +∞ and
 * NaN give NaN. Relative error below 1e-15 (times the error of z_y itself).
 */
export function softmaxLoss(logits: Float64Array, start: number, classes: number, y: number): number {
  const top = argmax(logits, start, classes);
  return logits[start + top] - logits[start + y] + logSumExpAboveMax(logits, start, classes, top);
}

/** Writes −ln softmax_y of rows [start, end) to `out[0 ..)`: unweighted class indices, none ignored. */
export function softmaxLossTerms(
  out: Float64Array,
  logits: Float64Array,
  classes: number,
  classIndex: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++)
    out[k] = softmaxLoss(logits, i * classes, classes, classIndex[i]);
}

/** Writes the terms of rows [start, end) for logits and any targets. */
export function logitTerms(
  out: Float64Array,
  logits: Float64Array,
  classes: number,
  targets: Coefficients,
  start: number,
  end: number,
): void {
  const coefficients = new Float64Array(classes);
  for (let i = start, k = 0; i < end; i++, k++) {
    targets.row(coefficients, i);
    out[k] = logitTerm(logits, i * classes, coefficients);
  }
}

function logitTerm(logits: Float64Array, start: number, coefficients: Float64Array): number {
  const classes = coefficients.length;
  const top = argmax(logits, start, classes);
  const rest = logSumExpAboveMax(logits, start, classes, top);
  const largest = logits[start + top];
  let term = 0;
  for (let c = 0; c < classes; c++) {
    if (coefficients[c] !== 0) term += coefficients[c] * (largest - logits[start + c] + rest);
  }
  return term;
}

/** Writes the terms of rows [start, end) for probabilities and any targets. */
export function probabilityTerms(
  out: Float64Array,
  probabilities: Float64Array,
  classes: number,
  targets: Coefficients,
  start: number,
  end: number,
): void {
  const coefficients = new Float64Array(classes);
  for (let i = start, k = 0; i < end; i++, k++) {
    targets.row(coefficients, i);
    let term = 0;
    for (let c = 0; c < classes; c++) {
      if (coefficients[c] !== 0) term -= coefficients[c] * Math.log(probabilities[i * classes + c]);
    }
    out[k] = term + 0;
  }
}

/**
 * Writes scale · ∂/∂z_c = scale · (A p_c − a_c), A = Σ a_c. Where the row has one coefficient only, p_c − 1 at that class is
 * expm1(ln p_c), which keeps the digits of a confident prediction.
 */
export function logitGradient(
  out: Float64Array,
  logits: Float64Array,
  classes: number,
  targets: Coefficients,
  scale: number,
): void {
  const coefficients = new Float64Array(classes);
  for (let start = 0, row = 0; start < logits.length; start += classes, row++) {
    targets.row(coefficients, row);
    const sole = coefficients.findIndex((a) => a !== 0);
    const loss = softmaxInto(out, logits, start, classes, Math.max(sole, 0));
    let total = 0;
    for (let c = 0; c < classes; c++) total += coefficients[c];
    for (let c = 0; c < classes; c++) {
      const share = total === 0 ? 0 : total * out[start + c] - coefficients[c];
      out[start + c] = scale * share;
    }
    if (sole >= 0 && coefficients[sole] === total) out[start + sole] = scale * total * Math.expm1(-loss);
  }
}

/** Writes scale · ∂/∂p_c = −scale · a_c/p_c, 0 where a_c is 0. */
export function probabilityGradient(
  out: Float64Array,
  probabilities: Float64Array,
  classes: number,
  targets: Coefficients,
  scale: number,
): void {
  const coefficients = new Float64Array(classes);
  for (let start = 0, row = 0; start < probabilities.length; start += classes, row++) {
    targets.row(coefficients, row);
    for (let c = 0; c < classes; c++) {
      const a = coefficients[c];
      out[start + c] = a === 0 ? 0 : (-scale * a) / probabilities[start + c];
    }
  }
}
