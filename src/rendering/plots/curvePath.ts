import { line } from 'd3-shape';
import type { PlotFrame } from './frame';
import type { Piece } from './sampling';

/** Pixels far outside a scene add nothing but digits. */
const farOutside = 5000;

/** The pieces of a curve as SVG path data in a frame's pixels. */
export function curvePath(pieces: readonly Piece[], frame: PlotFrame): { readonly d: string } {
  const draw = line<readonly [number, number]>(
    ([x]) => frame.x(x),
    ([, y]) => Math.max(-farOutside, Math.min(farOutside, frame.y(y))),
  ).digits(1);
  return { d: pieces.map((piece) => draw([...piece]) ?? '').join('') };
}
