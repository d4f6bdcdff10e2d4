/**
 * x ln y with 0 · ln 0 = 0.
 *
 * Domain: all real x, y ≥ 0. At y = 0: 0 for x = 0, else −∞ · sign x; NaN propagates. Nats. Two roundings.
 *
 * Source: scipy.special.xlogy.
 */
export function xLogY(x: number, y: number): number {
  return x === 0 && y === y ? 0 : x * Math.log(y);
}
