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
