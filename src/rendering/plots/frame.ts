import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Area, Axis, ColorRole, PlotBar, PlotLabel, PlotLine, PlotPoint, PlotScene } from './scene';
import { shortNumber, textWidth } from './text';

/** Size of a scene in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Domain = readonly [number, number];

/** A scene's scales and axes. */
export interface PlotFrame {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly area: Area;
  readonly axes: { readonly x: Axis; readonly y: Axis };
}

/** A scene with nothing in it; builders spread it and fill in their lists. */
export const emptyScene: Pick<PlotScene, 'bars' | 'lines' | 'paths' | 'points' | 'labels'> = {
  bars: [],
  lines: [],
  paths: [],
  points: [],
  labels: [],
};

/** Scales and axes for numbers in two domains. The left margin makes room for the widest number. */
export function frameOf(size: Size, x: Domain, y: Domain, labels: { x: string; y: string }): PlotFrame {
  const top = 24;
  const bottom = size.height - (labels.x === '' ? 20 : 35);
  const yScale = scaleLinear([...y], [bottom, top]);
  const yTicks = yScale.ticks(Math.max(2, Math.floor((bottom - top) / 28)));
  const left = 12 + Math.max(...yTicks.map((tick) => textWidth(shortNumber(tick))), 8);
  const right = size.width - 10;
  const xScale = scaleLinear([...x], [left, right]);
  const xTicks = xScale.ticks(Math.max(2, Math.floor((right - left) / 50)));
  return {
    x: xScale,
    y: yScale,
    area: { left, top, right, bottom },
    axes: { x: axisOf(xScale, xTicks, labels.x), y: axisOf(yScale, yTicks, labels.y) },
  };
}

function axisOf(scale: ScaleLinear<number, number>, ticks: readonly number[], label: string): Axis {
  const [from, to] = scale.domain();
  const [start, end] = scale.range();
  return {
    label,
    domain: [from, to],
    range: [start, end],
    ticks: ticks.map((value) => ({ value, position: scale(value), label: shortNumber(value) })),
  };
}

/** One line of a legend. */
export interface LegendEntry {
  readonly name: string;
  readonly color: ColorRole;
  readonly mark: 'line' | 'dot' | 'bar' | 'outlined';
  readonly dash?: string | undefined;
}

/** A legend above the plotting area, flush with its right edge. */
export function legendOf(
  entries: readonly LegendEntry[],
  area: Area,
): Pick<PlotScene, 'bars' | 'lines' | 'points' | 'labels'> {
  const bars: PlotBar[] = [];
  const lines: PlotLine[] = [];
  const points: PlotPoint[] = [];
  const labels: PlotLabel[] = [];
  const y = area.top - 12;
  let right = area.right;
  for (const { name, color, mark, dash } of [...entries].reverse()) {
    labels.push({ x: right, y: y + 4, text: name, color: 'foreground', anchor: 'end' });
    const end = right - textWidth(name) - 5;
    const start = end - (mark === 'line' ? 16 : mark === 'dot' ? 6 : 10);
    if (mark === 'dot') points.push({ x: end - 3, y, color });
    else if (mark === 'line')
      lines.push({ x1: start, y1: y, x2: end, y2: y, color, width: 2, ...(dash !== undefined && { dash }) });
    else bars.push({ x: start, y: y - 5, width: 10, height: 10, color, outlined: mark === 'outlined' });
    right = start - 12;
  }
  return { bars, lines, points, labels };
}
