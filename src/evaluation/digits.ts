/** Significant digits of a number in worked steps and sentences. */
const significant = 6;

/**
 * A number as TeX: the shortest text that reads back as the same double, but at most six significant digits; beyond
 * 10⁶ and below 10⁻⁴ as a×10^b. The sign is a hyphen-minus, which TeX sets as a minus.
 */
export function digitsTex(x: number): string {
  if (Number.isNaN(x)) return '\\text{NaN}';
  if (!Number.isFinite(x)) return x > 0 ? '\\infty' : '-\\infty';
  const rounded = Number(x.toPrecision(significant));
  const size = Math.abs(rounded);
  if (size === 0) return '0';
  if (size >= 1e-4 && size < 1e6) return String(rounded);
  const [mantissa, exponent] = rounded.toExponential().split('e');
  const power = `10^{${Number(exponent)}}`;
  if (mantissa === '1') return power;
  return mantissa === '-1' ? `-${power}` : `${mantissa}\\times ${power}`;
}

/** A number in a sentence: as `digitsTex`, with the typographic minus and without TeX. */
export function formatNumber(x: number): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  return String(Number(x.toPrecision(significant))).replaceAll('-', '−');
}

/** Whether six digits say all there is to say about the number. */
export function isShort(x: number): boolean {
  return !Number.isFinite(x) || Number(x.toPrecision(significant)) === x;
}
