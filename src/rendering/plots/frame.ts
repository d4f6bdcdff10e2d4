import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Area, Axis, ColorRole, PlotBar, PlotLabel, PlotLine, PlotPoint, PlotScene } from './scene';
import { fitted, shortNumber, textWidth } from './text';

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

/** What else a frame makes room for. */
export interface Room {
  /** Numbers that a builder writes in the left margin itself. */
  readonly numbers?: readonly number[];
  /** Entries of a legend above the plotting area. */
  readonly legend?: readonly LegendEntry[];
}

/** Scales and axes for numbers in two domains. The left margin makes room for the widest number. */
export function frameOf(
  size: Size,
  x: Domain,
  y: Domain,
  labels: { readonly x: string; readonly y: string },
  room: Room = {},
): PlotFrame {
  const right = size.width - 10;
  const top = 24 + (rowsOf(room.legend ?? [], right).length - 1) * legendRowHeight;
  const bottom = size.height - (labels.x === '' ? 20 : 35);
  const yScale = scaleLinear([...y], [bottom, top]);
  const yTicks = yScale.ticks(Math.max(2, Math.floor((bottom - top) / 28)));
  const numbers = [...yTicks, ...(room.numbers ?? [])];
  const left = 12 + Math.max(...numbers.map((tick) => textWidth(shortNumber(tick))), 8);
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

const legendRowHeight = 16;

type LegendParts = Pick<PlotScene, 'bars' | 'lines' | 'points' | 'labels'>;

/** A legend above the plotting area, flush with its right edge, in as many rows as it needs. */
export function legendOf(entries: readonly LegendEntry[], area: Area): LegendParts {
  const rows = rowsOf(entries, area.right);
  const parts = rows.map((row, i) => {
    const y = area.top - 12 - (rows.length - 1 - i) * legendRowHeight;
    return legendRow(row, area.right, y);
  });
  return {
    bars: parts.flatMap((part) => part.bars),
    lines: parts.flatMap((part) => part.lines),
    points: parts.flatMap((part) => part.points),
    labels: parts.flatMap((part) => part.labels),
  };
}

/** Width of a legend's entry beside its name: the mark and the gaps around it. */
const besideName = 33;

/** Entries filled into rows of a width; there is at least one row, and a name wider than a row is cut. */
function rowsOf(entries: readonly LegendEntry[], width: number): readonly (readonly LegendEntry[])[] {
  const rows: LegendEntry[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    const name = fitted(entry.name, width - besideName);
    const wide = textWidth(name) + besideName;
    if (used > 0 && used + wide > width) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1].push({ ...entry, name });
    used += wide;
  }
  return rows;
}

function legendRow(entries: readonly LegendEntry[], width: number, y: number): LegendParts {
  const bars: PlotBar[] = [];
  const lines: PlotLine[] = [];
  const points: PlotPoint[] = [];
  const labels: PlotLabel[] = [];
  let right = width;
  for (const { name, color, mark, dash } of [...entries].reverse()) {
    labels.push({ x: right, y: y + 4, text: name, color: 'foreground', anchor: 'end' });
    const end = right - textWidth(name) - 5;
    const start = end - (mark === 'line' ? 16 : mark === 'dot' ? 6 : 10);
    const dashed = dash === undefined ? {} : { dash };
    if (mark === 'dot') points.push({ x: end - 3, y, color });
    else if (mark === 'line') lines.push({ x1: start, y1: y, x2: end, y2: y, color, width: 2, ...dashed });
    else bars.push({ x: start, y: y - 5, width: 10, height: 10, color, outlined: mark === 'outlined' });
    right = start - 12;
  }
  return { bars, lines, points, labels };
}
