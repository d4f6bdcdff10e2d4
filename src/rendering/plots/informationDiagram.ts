import { scaleLinear } from 'd3-scale';
import type { Locale } from '../../base/text';
import { emptyScene, type Size } from './frame';
import type { ColorRole, PlotBar, PlotLabel, PlotLine, PlotScene } from './scene';
import { shortNumber, textWidth } from './text';
import { fillIn, plotWords } from './words';

/** Entropies of two variables, in one unit. */
export interface InformationData {
  readonly hx: number;
  readonly hy: number;
  readonly hxy: number;
  /** bits, nats … */
  readonly unit: string;
  /** Names of the variables; X and Y when absent. */
  readonly names?: { readonly x: string; readonly y: string };
}

/** A quantity as a bar from one number to another on the common scale. */
interface Part {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly color: ColorRole;
  readonly outlined?: boolean;
}

const rowHeight = 26;
const barHeight = 20;
const top = 8;

/**
 * The entropies of two variables as bars to scale, one below the other (MacKay, Information Theory, Inference, and
 * Learning Algorithms, figure 8.1): where the bars of H(X) and H(Y) overlap lies their mutual information.
 */
export function informationScene(data: InformationData, locale: Locale, width = 420): PlotScene | undefined {
  const { hx, hy, hxy } = data;
  if (![hx, hy, hxy].every((value) => Number.isFinite(value) && value >= 0)) return undefined;
  const { x: nameX, y: nameY } = data.names ?? { x: 'X', y: 'Y' };
  const size: Size = { width, height: top + 4 * rowHeight + 22 };
  const area = { left: 10, top, right: width - 10, bottom: top + 4 * rowHeight };
  const scale = scaleLinear([0, hxy || 1], [area.left, area.right]);
  const parts: Part[] = [
    { name: `H(${nameX},${nameY})`, from: 0, to: hxy, row: 0, color: 'muted', outlined: true },
    { name: `H(${nameX})`, from: 0, to: hx, row: 1, color: 'blue', outlined: true },
    { name: `H(${nameY})`, from: hxy - hy, to: hxy, row: 2, color: 'orange', outlined: true },
    { name: `H(${nameX}|${nameY})`, from: 0, to: hxy - hy, row: 3, color: 'blue', outlined: true },
    { name: `I(${nameX};${nameY})`, from: hxy - hy, to: hx, row: 3, color: 'green', outlined: true },
    { name: `H(${nameY}|${nameX})`, from: hx, to: hxy, row: 3, color: 'orange', outlined: true },
  ];
  const mutual = hx + hy - hxy;
  const values = [hx, hy, hxy, mutual].map((value) => `${shortNumber(value, 4)} ${data.unit}`);
  return {
    ...emptyScene,
    ...size,
    kind: 'information',
    alt: fillIn(plotWords.informationPlot[locale], ...values),
    area,
    bars: parts.map((part) => barOf(part, scale, data.unit)),
    lines: guides([hxy - hy, hx], scale, area.bottom),
    labels: [...parts.flatMap((part) => labelOf(part, scale)), ...rulerLabels(hxy, data.unit, scale, size)],
  };
}

type Scale = (value: number) => number;

function barOf({ name, from, to, row, color, outlined }: Part, scale: Scale, unit: string): PlotBar {
  return {
    x: scale(from),
    y: top + row * rowHeight,
    // Rounding may leave a difference of entropies just below zero.
    width: Math.max(0, scale(to) - scale(from)),
    height: barHeight,
    color,
    ...(outlined && { outlined }),
    title: `${name} = ${shortNumber(to - from, 4)} ${unit}`,
  };
}

/** Name and value inside the bar, as much of them as fits. */
function labelOf({ name, from, to, row }: Part, scale: Scale): PlotLabel[] {
  const room = scale(to) - scale(from) - 4;
  const value = shortNumber(Math.max(0, to - from));
  const text = [`${name} = ${value}`, name].find((candidate) => textWidth(candidate) <= room);
  if (text === undefined) return [];
  const x = (scale(from) + scale(to)) / 2;
  return [{ x, y: top + row * rowHeight + 14, text, color: 'foreground', anchor: 'middle' }];
}

function guides(values: readonly number[], scale: Scale, bottom: number): PlotLine[] {
  return values.map((value) => ({
    x1: scale(value),
    y1: top + rowHeight,
    x2: scale(value),
    y2: bottom - 6,
    color: 'muted',
    dash: '2 3',
  }));
}

function rulerLabels(hxy: number, unit: string, scale: Scale, size: Size): PlotLabel[] {
  const y = size.height - 6;
  return [
    { x: scale(0), y, text: '0', color: 'muted', anchor: 'start' },
    { x: scale(hxy || 1), y, text: `${shortNumber(hxy)} ${unit}`, color: 'muted', anchor: 'end' },
  ];
}
