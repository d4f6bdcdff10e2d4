/** Significant digits of a printed number. */
export const significantDigits = 6;

/**
 * A number as TeX: the shortest text that reads back as the same double, but at most six significant digits; from 10⁶ and
 * below 10⁻⁴ as a×10^b. The sign is a hyphen-minus, which TeX sets as a minus.
 */
export function texNumber(x: number): string {
  if (Number.isNaN(x)) return '\\text{NaN}';
  if (!Number.isFinite(x)) return x > 0 ? '\\infty' : '-\\infty';
  const rounded = Number(x.toPrecision(significantDigits));
  const size = Math.abs(rounded);
  if (size === 0) return '0';
  if (size >= 1e-4 && size < 1e6) return String(rounded);
  const [mantissa, exponent] = rounded.toExponential().split('e');
  const power = `10^{${Number(exponent)}}`;
  if (mantissa === '1') return power;
  return mantissa === '-1' ? `-${power}` : `${mantissa}\\times ${power}`;
}

/** A number in parentheses if it is negative, for use after a minus or a factor: 3, (-2). Takes a printed number. */
export function bracketed(digits: string): string {
  return digits.startsWith('-') || digits.startsWith('−') ? `(${digits})` : digits;
}

/** A printed number or sum as the base of a power or as one factor of several: in parentheses unless digits are all of it. */
export function atom(tex: string): string {
  return /^(?:[\d.]+|\\infty|\\text\{NaN\})$/.test(tex) ? tex : `\\left(${tex}\\right)`;
}

/** A printed number as a coefficient before a factor in parentheses; 1 is not written. */
export function coefficient(digits: string): string {
  return digits === '1' ? '' : `${digits}\\,`;
}

/** `factor` times a sum in parentheses; the sum alone when the factor is 1. */
export function timesSum(factor: string, sum: string): string {
  return factor === '1' ? sum : `${factor}\\left(${sum}\\right)`;
}

/** `a - b` with printed numbers put in: 3-2.5, 3-(-2.5). */
export function differenceTex(a: string, b: string): string {
  return `${a}-${bracketed(b)}`;
}
