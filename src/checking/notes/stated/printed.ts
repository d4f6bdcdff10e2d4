/** A number as somebody printed it. */
export interface Printed {
  readonly value: number;
  /** Half of a unit of its last digit: how far the true value may lie away. */
  readonly half: number;
  /** The number's own characters, without sign of percent and without unit. */
  readonly digits: string;
  /** What a value is divided by to be printed so: 0.01 for percent, 10^k for scientific notation. */
  readonly scale: number;
}

/** How a printed number stands to a value. */
export type Agreement = 'rounded' | 'cut' | 'different';

/** Whole numbers up to here are taken at their word behind an equals sign: "= 2" is not a rounded 1.75. */
const smallInteger = 100;

/**
 * Reads `0.7219`, `-1`, `.5`, `72.19`; `scale` for what follows it. `loose` where the text itself says that the number is
 * approximate.
 */
export function printedNumber(digits: string, scale = 1, loose = false): Printed | undefined {
  const plain = digits.replace(/[\u2212\u2013]/g, '-').replace(/(?<=\d)(?:,|\{,\}|\\,)(?=\d{3})/g, '');
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return undefined;
  const value = Number(plain) * scale;
  const decimals = /\.(\d*)/.exec(plain)?.[1]!.length ?? 0;
  const exponent = Number(/[eE]([+-]?\d+)$/.exec(plain)?.[1] ?? 0);
  const whole = decimals === 0 && scale === 1 && exponent === 0;
  const exact = whole && !loose && Math.abs(value) < smallInteger;
  // "≈ 1000" may be 1024: closing zeros are no digits that were meant.
  const zeros = whole && loose ? /0*$/.exec(plain.replace(/^[+-]?0+$/, ''))![0].length : 0;
  const half = exact ? 0.05 : 0.5 * 10 ** (exponent - decimals + zeros) * scale;
  return { value, half, digits, scale };
}

/** Whether the printed number is the value, rounded (halves either way) or cut off. */
export function agreement(printed: Printed, value: number): Agreement {
  if (value === printed.value) return 'rounded';
  if (!Number.isFinite(value)) return 'different';
  const distance = Math.abs(value - printed.value);
  const rounding = 1e-9 * Math.max(Math.abs(value), printed.half);
  if (distance <= printed.half + rounding) return 'rounded';
  const towardsZero = Math.abs(printed.value) <= Math.abs(value) && printed.value * value >= 0;
  const decimal = printed.digits.includes('.');
  return decimal && towardsZero && distance < 2 * printed.half + rounding ? 'cut' : 'different';
}

/** The value with as many digits as the author gave, in the author's notation. */
export function likePrinted(printed: Printed, value: number): string {
  const decimals = /\.(\d+)/.exec(printed.digits)?.[1]!.length ?? 0;
  const exponent = /[eE][+-]?\d+$/.exec(printed.digits)?.[0];
  if (exponent !== undefined) return value.toExponential(decimals);
  const shown = value / printed.scale;
  // An author who gave a whole number learns the first digits of what is none.
  const digits = decimals === 0 && Math.abs(shown - Math.round(shown)) > 1e-9 ? 4 : decimals;
  const text = shown.toFixed(digits);
  const trimmed = decimals === 0 && digits > 0 ? text.replace(/\.?0+$/, '') : text;
  return printed.digits.startsWith('.') || printed.digits.startsWith('-.')
    ? trimmed.replace(/^(-?)0\./, '$1.')
    : trimmed;
}

/** Six significant digits: what an editor shows beside a number that was found right. */
export function shortNumber(value: number): string {
  return Number.isFinite(value)
    ? String(Number(value.toPrecision(6)))
    : value > 0
      ? '∞'
      : value < 0
        ? '−∞'
        : 'NaN';
}
