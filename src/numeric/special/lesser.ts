const pair = new Float64Array(2);

/**
 * The lesser of two numbers, NaN if the first is NaN; `Math.min` without its branch.
 *
 * Data fall on both sides of a threshold at random, and a mispredicted branch costs five times the whole loss of an
 * element. So both numbers are written down and the outcome of the comparison is the index of the one to read: exact, and
 * good for infinities too.
 */
export function lesser(a: number, b: number): number {
  pair[0] = a;
  pair[1] = b;
  return pair[Number(a > b)];
}

/** The positive part max(0, x), NaN for NaN; without a branch, and never −0. */
export function positivePart(x: number): number {
  return 0 - lesser(-x, 0);
}

/** x clipped to [−limit, limit], NaN for NaN; without a branch. */
export function clip(x: number, limit: number): number {
  return 0 - lesser(0 - lesser(x, limit), limit);
}
