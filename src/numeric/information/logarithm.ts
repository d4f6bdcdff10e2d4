/**
 * The base of a logarithm, made ready for loops: which of Math's logarithms to take, and 1 / ln(base) for numbers that
 * are at hand in nats.
 */
export interface LogarithmBase {
  readonly kind: 'bits' | 'nats' | 'hartleys' | 'other';
  /** log2(base); what base-2 logarithms are divided by when the base is none of the three. */
  readonly log2: number;
  /** 1 / ln(base): a number in nats times this is the number in the base's unit. */
  readonly perNat: number;
}

/** Bits. */
export const bits: LogarithmBase = { kind: 'bits', log2: 1, perNat: Math.LOG2E };
/** Nats. */
export const nats: LogarithmBase = { kind: 'nats', log2: Math.LOG2E, perNat: 1 };
/** Hartleys. */
export const hartleys: LogarithmBase = { kind: 'hartleys', log2: Math.log2(10), perNat: Math.LOG10E };

/**
 * The base that a parameter names: 2, 'e' or 10, or any other positive number but 1. Undefined for anything else.
 * A base below 1 turns the sign of every logarithm, as the mathematics has it.
 */
export function logarithmBase(base: unknown): LogarithmBase | undefined {
  if (base === 'e' || base === Math.E) return nats;
  if (base === 2) return bits;
  if (base === 10) return hartleys;
  if (typeof base !== 'number' || !(base > 0) || base === 1 || base === Infinity) return undefined;
  const log2 = Math.log2(base);
  return { kind: 'other', log2, perNat: 1 / Math.log(base) };
}

/**
 * log x to the base. Exact for the powers of 2 in bits (so ½ ¼ ⅛ ⅛ has 1.75 bits, not nearly so) and for the powers
 * of 10 in hartleys. log 0 = −∞, log ∞ = ∞, negative x and NaN give NaN.
 *
 * A plain switch, not a function chosen beforehand: the branch is always predicted, and V8 inlines it into the loops.
 */
export function logarithm(x: number, base: LogarithmBase): number {
  switch (base.kind) {
    case 'bits':
      return Math.log2(x);
    case 'nats':
      return Math.log(x);
    case 'hartleys':
      return Math.log10(x);
    case 'other':
      return Math.log2(x) / base.log2;
  }
}

/**
 * log(a / b) for a, b ≥ 0, to the base.
 *
 * Where a ≈ b the quotient is near 1 and its rounding would be all that the logarithm sees; there the difference, which
 * is exact, is put through log1p: log(a/b) = log1p((a − b)/b). Where the quotient leaves the range in which a double has
 * all its digits (b = 5e-324, say), log a − log b takes its place. Relative error about 3e-16 elsewhere.
 *
 * log(0/b) = −∞, log(a/0) = ∞, log(0/0) = NaN.
 */
export function logarithmOfRatio(a: number, b: number, base: LogarithmBase): number {
  const ratio = a / b;
  if (ratio > 0.5 && ratio < 1.5) return Math.log1p((a - b) / b) * base.perNat;
  if (ratio > 1e-290 && ratio < Infinity) return logarithm(ratio, base);
  return logarithm(a, base) - logarithm(b, base);
}
