/** Which of Math's logarithms a base takes. Numbers, because V8 compares these in hot loops three times as fast as strings. */
const binary = 0;
const natural = 1;
const decimal = 2;
const other = 3;

/**
 * The base of a logarithm, made ready for loops: which of Math's logarithms to take, and 1 / ln(base) for numbers that
 * are at hand in nats.
 */
export interface LogarithmBase {
  readonly kind: number;
  /** log2(base); what base-2 logarithms are divided by when the base is none of the three. */
  readonly log2: number;
  /** 1 / ln(base): a number in nats times this is the number in the base's unit. */
  readonly perNat: number;
}

/** Bits. */
export const bits: LogarithmBase = { kind: binary, log2: 1, perNat: Math.LOG2E };
/** Nats. */
export const nats: LogarithmBase = { kind: natural, log2: Math.LOG2E, perNat: 1 };
/** Hartleys. */
export const hartleys: LogarithmBase = { kind: decimal, log2: Math.log2(10), perNat: Math.LOG10E };

/**
 * The base that a parameter names: 2, 'e' or 10, or any other positive number but 1. Undefined for anything else.
 * A base below 1 turns the sign of every logarithm, as the mathematics has it.
 */
export function logarithmBase(base: unknown): LogarithmBase | undefined {
  if (base === 'e' || base === Math.E) return nats;
  if (base === 2) return bits;
  if (base === 10) return hartleys;
  if (typeof base !== 'number' || !(base > 0) || base === 1 || base === Infinity) return undefined;
  return { kind: other, log2: Math.log2(base), perNat: 1 / Math.log(base) };
}

/**
 * log x to the base. Exact for the powers of 2 in bits (so ½ ¼ ⅛ ⅛ has 1.75 bits, not nearly so) and for the powers
 * of 10 in hartleys. log 0 = −∞, log ∞ = ∞, negative x and NaN give NaN.
 *
 * A plain switch, not a function chosen beforehand: the branch is always predicted, and V8 inlines it into the loops.
 */
export function logarithm(x: number, base: LogarithmBase): number {
  switch (base.kind) {
    case binary:
      return Math.log2(x);
    case natural:
      return Math.log(x);
    case decimal:
      return Math.log10(x);
    default:
      return Math.log2(x) / base.log2;
  }
}

/** Within these bounds no intermediate number of `remainder` leaves the range in which doubles have all their digits. */
const smallest = 1e-280;
const largest = 1e280;

/**
 * log(a / b) for a, b ≥ 0, to the base, right to about one unit in the last place.
 *
 * The quotient r is rounded, and near 1 that rounding would be all that the logarithm sees. What it took away is known,
 * though: a/b = r (1 + ρ/a) with ρ = a − r·b, which two-product arithmetic gives exactly; so log(a/b) = log r + ρ/a · log e
 * but for ρ². No branch depends on how close a and b are, which random data would mispredict half the time.
 *
 * log(0/b) = −∞, log(a/0) = ∞, log(0/0) = NaN.
 */
export function logarithmOfRatio(a: number, b: number, base: LogarithmBase): number {
  const ratio = a / b;
  if (ratio > smallest && ratio < largest && a > smallest && b < largest) {
    return logarithm(ratio, base) + (remainder(a, b, ratio) / a) * base.perNat;
  }
  return logarithmOfExtremes(a, b, base);
}

/** 2^27 + 1: what splits a double into two halves of 26 bits. */
const splitter = 134217729;

/** a − r·b without rounding the product (Veltkamp's splitting and Dekker's product), for r the rounded a/b. */
function remainder(a: number, b: number, r: number): number {
  const scaledB = splitter * b;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  const scaledR = splitter * r;
  const highR = scaledR - (scaledR - r);
  const lowR = r - highR;
  return a - highB * highR - highB * lowR - lowB * highR - lowB * lowR;
}

/** The same for numbers at the ends of the range: zeros, infinities, subnormal numbers and quotients that overflow. */
function logarithmOfExtremes(a: number, b: number, base: LogarithmBase): number {
  const ratio = a / b;
  if (ratio > 0.5 && ratio < 1.5) return Math.log1p((a - b) / b) * base.perNat;
  if (ratio > 1e-290 && ratio < Infinity) return logarithm(ratio, base);
  return logarithm(a, base) - logarithm(b, base);
}
