/**
 * x − ln(1 + x), which is x²/2 near 0.
 *
 * Domain: x ≥ −1. At −1 and ∞: ∞; NaN propagates; NaN below −1. Relative error below 1e-15.
 *
 * Near 0 the difference cancels. With s = x/(2 + x), ln(1 + x) = 2 artanh s = 2(s + s³/3 + s⁵/5 + …) and x − 2s = x·s, so
 * x − ln(1 + x) = x·s − 2s³(1/3 + s²/5 + s⁴/7 + …), whose second part is at most a tenth of the first for |x| ≤ ½.
 */
export function xMinusLog1p(x: number): number {
  if (x === Infinity) return Infinity;
  if (x > 0.5 || x < -0.4 || x !== x) return x - Math.log1p(x);
  const s = x / (2 + x);
  const s2 = s * s;
  let series = 0;
  for (let k = 27; k >= 3; k -= 2) series = series * s2 + 1 / k;
  return s * (x - 2 * s2 * series);
}
