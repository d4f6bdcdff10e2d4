/** A piece of a curve without jumps: points (x, y), all finite. */
export type Piece = readonly (readonly [number, number])[];

/**
 * A function's graph on [from, to] as pieces: a jump (the slope of |x| at 0) or a place without a value ends one. `stops`
 * are arguments that must be hit exactly, such as kinks.
 */
export function sample(
  f: (x: number) => number,
  from: number,
  to: number,
  stops: readonly number[] = [],
): readonly Piece[] {
  const xs = argumentsIn(from, to, stops);
  const ys = xs.map(f);
  const reach = spread(ys);
  const pieces: [number, number][][] = [[]];
  for (const [i, x] of xs.entries()) {
    const y = ys[i];
    if (!Number.isFinite(y)) {
      pieces.push([]);
      continue;
    }
    const piece = pieces[pieces.length - 1];
    const last = piece[piece.length - 1];
    if (last && Math.abs(y - last[1]) > 0.04 * reach) {
      const jump = jumpBetween(f, last[0], x);
      if (jump) {
        piece.push([jump.x, jump.before]);
        pieces.push([[jump.x, jump.behind]]);
      }
    }
    pieces[pieces.length - 1].push([x, y]);
  }
  return pieces.filter((piece) => extent(piece) > 1e-6 * (to - from));
}

/** A single point, such as the 0 between the slopes −1 and 1 of |x|, is no line. */
function extent(piece: Piece): number {
  return piece.length === 0 ? 0 : piece[piece.length - 1][0] - piece[0][0];
}

const intervals = 160;

function argumentsIn(from: number, to: number, stops: readonly number[]): number[] {
  const xs = Array.from({ length: intervals + 1 }, (_, i) => from + ((to - from) * i) / intervals);
  const inside = stops.filter((stop) => stop > from && stop < to);
  return [...new Set([...xs, ...inside])].sort((a, b) => a - b);
}

/** From the 5th to the 95th percentile, so that a pole does not hide the rest. */
function spread(ys: readonly number[]): number {
  const at = quantiles(ys);
  return at(0.95) - at(0.05);
}

/**
 * Lowest and highest value of a curve; where it runs off to a pole, a good deal beyond what 92 % of it reach. [0, 0] for
 * no curve.
 */
export function usualValues(pieces: readonly Piece[]): readonly [number, number] {
  const at = quantiles(pieces.flatMap((piece) => piece.map(([, y]) => y)));
  return [-usualHeight(-at(0), -at(0.08)), usualHeight(at(1), at(0.92))];
}

function usualHeight(highest: number, usual: number): number {
  return usual > 0 && highest > 2.5 * usual ? 1.6 * usual : highest;
}

function quantiles(values: readonly number[]): (part: number) => number {
  const finite = values.filter(Number.isFinite).sort((a, b) => a - b);
  return (part) => finite[Math.floor(part * (finite.length - 1))] ?? 0;
}

/** Where a function jumps in (a, b), by halving, or undefined when it merely is steep. */
function jumpBetween(
  f: (x: number) => number,
  a: number,
  b: number,
): { readonly x: number; readonly before: number; readonly behind: number } | undefined {
  let [left, right] = [a, b];
  let [before, behind] = [f(a), f(b)];
  const whole = Math.abs(behind - before);
  for (let i = 0; i < 40; i++) {
    const middle = (left + right) / 2;
    const value = f(middle);
    if (Math.abs(value - before) > Math.abs(behind - value)) [right, behind] = [middle, value];
    else [left, before] = [middle, value];
    if (Math.abs(behind - before) < whole / 2) return undefined;
  }
  return { x: (left + right) / 2, before, behind };
}
