/**
 * A sum in two numbers, `high + low`, that grows block by block at nearly the speed of a plain loop.
 *
 * Eight terms of one sign are added as a tree of depth three (relative error below 3.4e-16, on average far less, since
 * the roundings of different eights are independent) and the eights by TwoSum, whose rounding error goes to `low`.
 * Where a block's terms differ in sign, the block is added again, each term by TwoSum: cancellation then costs nothing
 * but the time, until the sum is some 1e12 times smaller than its terms. `isTrustworthy` says whether it was.
 *
 * A NaN among the terms makes `magnitude` NaN, an infinity or an overflow makes it Infinity; `high` and `low` mean
 * nothing then, because infinity − infinity appears in the correction terms.
 *
 * Source: Knuth's TwoSum; Ogita, Rump, Oishi, Accurate Sum and Dot Product (2005).
 */
export class RunningSum {
  private high = 0;
  private low = 0;
  /** Σ|x| of the terms that were added in eights, and of those that were added singly. */
  private coarse = 0;
  private fine = 0;

  /** Adds values[0 .. count). */
  addBlock(values: Float64Array, count: number): void {
    if (!this.addEights(values, count)) this.addEach(values, count);
  }

  /** Σ|x|, rounded. */
  get magnitude(): number {
    return this.coarse + this.fine;
  }

  get sum(): number {
    return this.high + this.low;
  }

  /**
   * Whether `sum` is right to a few units in the last place. The eights are off by 3.4e-16 of their magnitude, so blocks
   * of opposite signs must not have cancelled; single terms by n · 1.2e-32 of theirs, which leaves room for 1e8.
   */
  get isTrustworthy(): boolean {
    const sum = Math.abs(this.sum);
    return this.coarse <= 3 * sum && this.fine <= 1e8 * sum && this.magnitude < Infinity;
  }

  /** Adds the block unless its terms differ in sign (or hold a NaN): then it leaves the sum as it was. */
  private addEights(x: Float64Array, count: number): boolean {
    let high = this.high;
    let low = this.low;
    let magnitude = 0;
    let signed = 0;
    let i = 0;
    for (; i + 7 < count; i += 8) {
      const a = x[i];
      const b = x[i + 1];
      const c = x[i + 2];
      const d = x[i + 3];
      const e = x[i + 4];
      const f = x[i + 5];
      const g = x[i + 6];
      const h = x[i + 7];
      const eight = a + b + (c + d) + (e + f + (g + h));
      magnitude +=
        Math.abs(a) +
        Math.abs(b) +
        (Math.abs(c) + Math.abs(d)) +
        (Math.abs(e) + Math.abs(f) + (Math.abs(g) + Math.abs(h)));
      signed += eight;
      const sum = high + eight;
      const z = sum - high;
      low += high - (sum - z) + (eight - z);
      high = sum;
    }
    // Equal signs make both trees round alike, so that only mixed signs make a difference here.
    if (magnitude !== Math.abs(signed)) return false;
    for (; i < count; i++) {
      const value = x[i];
      const sum = high + value;
      const z = sum - high;
      low += high - (sum - z) + (value - z);
      high = sum;
      magnitude += Math.abs(value);
    }
    this.high = high;
    this.low = low;
    this.coarse += magnitude;
    return true;
  }

  /** Adds every term by TwoSum, in two chains, since one would wait for its own additions. */
  private addEach(x: Float64Array, count: number): void {
    let high0 = this.high;
    let high1 = 0;
    let low0 = this.low;
    let low1 = 0;
    let magnitude = 0;
    let i = 0;
    for (; i + 1 < count; i += 2) {
      const a = x[i];
      const b = x[i + 1];
      const s = high0 + a;
      const t = high1 + b;
      const y = s - high0;
      const z = t - high1;
      low0 += high0 - (s - y) + (a - y);
      low1 += high1 - (t - z) + (b - z);
      high0 = s;
      high1 = t;
      magnitude += Math.abs(a) + Math.abs(b);
    }
    const last = i < count ? x[i] : 0;
    magnitude += Math.abs(last);
    low0 += low1;
    for (const value of [high1, last]) {
      const sum = high0 + value;
      const z = sum - high0;
      low0 += high0 - (sum - z) + (value - z);
      high0 = sum;
    }
    this.high = high0;
    this.low = low0;
    this.fine += magnitude;
  }
}
