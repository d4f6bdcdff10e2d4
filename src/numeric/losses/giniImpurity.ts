/** Writes the squares p² of proportions [start, end); the Gini impurity is 1 minus their sum. Exact but for one rounding. */
export function squaredProportionTerms(out: Float64Array, p: Float64Array, start: number, end: number): void {
  for (let i = start, k = 0; i < end; i++, k++) out[k] = p[i] * p[i];
}
