import { Adder } from 'd3-array';

/** Exact and far from both ends of the range: a sum that overflows by less than 2^100 is still represented. */
const down = 2 ** -100;
const up = 2 ** 100;

/**
 * A sum that is rounded once, however much cancels: 1e16 + 1 − 1e16 is 1.
 *
 * Keeps Shewchuk's non-overlapping partial sums (d3-array's `Adder`), so the cost is about ten plain additions a term.
 * Sums IEEE's way outside the finite numbers: a NaN, or infinities of both signs, give NaN; an infinity gives itself;
 * an intermediate overflow does no harm ([1e308, 1e308, −1e308] is 1e308).
 *
 * Source: Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates (1997).
 */
export class ExactSum {
  private readonly scaled: boolean;
  private readonly adder = new Adder();
  private nonFinite = 0;

  /** `scaled`: work on terms × 2^−100, for terms whose sum may leave the range; below 2^−974 their bits are lost. */
  constructor(scaled = false) {
    this.scaled = scaled;
  }

  add(x: number): void {
    if (!Number.isFinite(x)) this.nonFinite += x;
    else this.adder.add(this.scaled ? x * down : x);
  }

  addBlock(values: Float64Array, count: number): void {
    for (let i = 0; i < count; i++) this.add(values[i]);
  }

  /** The sum, ±Infinity where it leaves the range. */
  get sum(): number {
    return this.quotient(1);
  }

  /** The sum divided by `divisor`; finite even where the sum itself overflows. NaN for 0/0. */
  quotient(divisor: number): number {
    if (this.nonFinite !== 0) return this.nonFinite / divisor;
    const quotient = +this.adder / divisor;
    return this.scaled ? quotient * up : quotient;
  }
}
