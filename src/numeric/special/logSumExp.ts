/**
 * Index of the largest of values[start .. start + count), relative to start; NaN is passed over. The first of equals.
 */
export function argmax(values: Float64Array, start: number, count: number): number {
  let best = 0;
  for (let c = 1; c < count; c++) {
    const largest = values[start + best];
    if (values[start + c] > largest || largest !== largest) best = c;
  }
  return best;
}

/**
 * ln Σ exp(values[c]) less its largest term: ln(1 + Σ_{c ≠ top} exp(values[c] − values[top])), in [0, ln C].
 *
 * With `top = argmax` the log-sum-exp is values[top] + this, and −ln softmax_c = (values[top] − values[c]) + this: every
 * digit of a tiny loss survives, because the 1 of the largest term is never added to the others before log1p.
 * NaN for a NaN or a largest value of ±∞ (where softmax is 0/0). Relative error below 1e-15.
 */
export function logSumExpAboveMax(values: Float64Array, start: number, count: number, top: number): number {
  const largest = values[start + top];
  let rest = 0;
  for (let c = 0; c < count; c++) {
    if (c !== top) rest += Math.exp(values[start + c] - largest);
  }
  return Number.isFinite(largest) ? Math.log1p(rest) : NaN;
}

/**
 * Writes softmax of values[start .. start + count) to the same places of `out` and returns −ln softmax at `of`.
 *
 * Every exponential is taken once: e_c = exp(values[c] − largest), p_c = e_c/Σe. NaN for a NaN or a largest value of ±∞.
 * Relative error below 1e-15.
 */
export function softmaxInto(
  out: Float64Array,
  values: Float64Array,
  start: number,
  count: number,
  of: number,
): number {
  const top = argmax(values, start, count);
  const largest = values[start + top];
  let rest = 0;
  for (let c = 0; c < count; c++) {
    const power = Math.exp(values[start + c] - largest);
    out[start + c] = power;
    if (c !== top) rest += power;
  }
  const total = Number.isFinite(largest) ? 1 + rest : NaN;
  for (let c = 0; c < count; c++) out[start + c] /= total;
  return largest - values[start + of] + Math.log1p(total === total ? rest : NaN);
}
