import { significantDigits } from '../catalog/tex';

/** A number in a sentence: as `texNumber`, with the typographic minus and without TeX. */
export function formatNumber(x: number): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  return String(Number(x.toPrecision(significantDigits))).replaceAll('-', '−');
}

/** Whether six digits say all there is to say about the number. */
export function isShort(x: number): boolean {
  return !Number.isFinite(x) || Number(x.toPrecision(significantDigits)) === x;
}
