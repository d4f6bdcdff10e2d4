/**
 * A number as TeX, in at most six significant digits: 1.5, −0.25, 1.5\times10^{-6}. For formulas with parameters put in.
 */
export function texNumber(x: number): string {
  if (Number.isNaN(x)) return '\\mathrm{NaN}';
  if (!Number.isFinite(x)) return x > 0 ? '\\infty' : '-\\infty';
  const text = String(Number(x.toPrecision(6)));
  const [mantissa, exponent] = text.split('e');
  if (exponent === undefined) return text;
  const power = `10^{${Number(exponent)}}`;
  if (mantissa === '1') return power;
  return mantissa === '-1' ? `-${power}` : `${mantissa}\\times${power}`;
}

/** A number in parentheses if it is negative, for use after a minus or a factor: 3, (-2). Takes a printed number. */
export function bracketed(digits: string): string {
  return digits.startsWith('-') || digits.startsWith('−') ? `(${digits})` : digits;
}

/** `a - b` with printed numbers put in: 3-2.5, 3-(-2.5). */
export function differenceTex(a: string, b: string): string {
  return `${a}-${bracketed(b)}`;
}
