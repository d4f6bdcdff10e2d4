import type { Locale } from '../../base/text';
import { curvePath } from './curvePath';
import { emptyScene, frameOf, type Size } from './frame';
import { sample } from './sampling';
import type { PlotLabel, PlotScene } from './scene';
import { shortNumber } from './text';
import { plotWords } from './words';

/** The binary entropy −p log p − (1−p) log(1−p) over p, with a dot at the user's probability. */
export function binaryEntropyScene(
  options: { readonly p?: number; readonly base: number; readonly unit: string },
  locale: Locale,
  size: Size = { width: 300, height: 190 },
): PlotScene {
  const entropy = (p: number): number => (part(p) + part(1 - p)) / Math.log(options.base);
  const labels = { x: plotWords.probability[locale], y: `H(p) (${options.unit})` };
  const frame = frameOf(size, [0, 1], [0, entropy(0.5) * 1.05], labels);
  const { p } = options;
  const inside = p !== undefined && p >= 0 && p <= 1;
  const dot = inside ? { x: frame.x(p), y: frame.y(entropy(p)) } : undefined;
  return {
    ...emptyScene,
    ...size,
    kind: 'binary-entropy',
    alt: plotWords.binaryEntropy[locale],
    area: frame.area,
    ...frame.axes,
    paths: [{ ...curvePath(sample(entropy, 0, 1, [1e-4, 1e-3, 1 - 1e-3, 1 - 1e-4]), frame), color: 'blue' }],
    lines: dot
      ? [{ x1: dot.x, y1: dot.y, x2: dot.x, y2: frame.area.bottom, color: 'muted', dash: '2 3' }]
      : [],
    points: dot ? [{ ...dot, color: 'orange', radius: 4, title: `p = ${shortNumber(p!, 4)}` }] : [],
    labels: dot ? [valueLabel(p!, entropy(p!), dot, frame.area.bottom)] : [],
  };
}

/** Beside the line that leads down from the dot, on the side with more room. */
function valueLabel(p: number, value: number, dot: { x: number; y: number }, bottom: number): PlotLabel {
  const toTheRight = p <= 0.5;
  return {
    x: toTheRight ? dot.x + 8 : dot.x - 8,
    y: Math.min(bottom - 8, (dot.y + bottom) / 2),
    text: `H(${shortNumber(p)}) = ${shortNumber(value, 4)}`,
    color: 'foreground',
    anchor: toTheRight ? 'start' : 'end',
  };
}

/** −p ln p, continued by 0 at p = 0. */
function part(p: number): number {
  return p > 0 ? -p * Math.log(p) : 0;
}
