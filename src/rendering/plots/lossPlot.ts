import type { Locale } from '../../base/text';
import type { Curve, Parameter } from '../../catalog/formula';
import {
  emptyScene,
  frameOf,
  legendOf,
  type LegendEntry,
  type Domain,
  type PlotFrame,
  type Size,
} from './frame';
import { type Kink, type Params, kinksOf } from './kinks';
import { curvePath } from './curvePath';
import { type Piece, sample, usualValues } from './sampling';
import type { PlotLabel, PlotLine, PlotPoint, PlotScene } from './scene';
import { plainSymbol, shortNumber } from './text';
import { axisNames, curveNames, fillIn, plotWords } from './words';

export interface LossPlotOptions extends Partial<Size> {
  readonly locale: Locale;
  /** What the curve is: a `measure` is not called a loss, and its probability is of no class. */
  readonly kind?: 'loss' | 'measure';
  /** The record's parameters: those that bend the curve are marked on it. */
  readonly parameters?: readonly Parameter[];
  /** Arguments of the user's data (residuals, margins, probabilities), shown as dots on the loss. */
  readonly points?: ArrayLike<number>;
}

const usualSize: Size = { width: 340, height: 190 };

/** More dots than these hide one another; every n-th is shown. */
const mostPoints = 400;

const gradientDash = '5 3';

/**
 * A loss and its gradient over the residual, margin, probability or logit, with marks where parameters bend it.
 * Undefined when the curve has no finite value for these parameters.
 */
export function lossScene(curve: Curve, params: Params, options: LossPlotOptions): PlotScene | undefined {
  const { locale } = options;
  const kinks = kinksOf(curve, options.parameters ?? [], params);
  const points = finite(options.points ?? []);
  const [from, to] = argumentsShown(curve, kinks, points);
  const stops = [0, ...kinks.map((kink) => kink.x)];
  const loss = sample((x) => curve.value(x, params), from, to, stops);
  const gradient = sample((x) => curve.slope(x, params), from, to, stops);
  if (loss.length === 0) return undefined;
  const size = { width: options.width ?? usualSize.width, height: options.height ?? usualSize.height };
  const names = namesOf(curve, options);
  const entries = legendEntries(names, points.length > 0 ? plotWords.yourData[locale] : undefined);
  const frame = frameOf(
    size,
    [from, to],
    valuesShown(loss, gradient),
    { x: names.axis, y: '' },
    { legend: entries },
  );
  const marks = kinkMarks(kinks, frame, (x) => curve.value(x, params));
  const dots = dotsOn(frame, points, (x) => curve.value(x, params));
  const legend = legendOf(entries, frame.area);
  return {
    ...emptyScene,
    ...size,
    kind: 'loss',
    alt: altText(names, kinks, locale),
    area: frame.area,
    ...frame.axes,
    lines: [...marks.lines, ...legend.lines],
    paths: [
      {
        ...curvePath(gradient, frame),
        color: 'orange',
        series: names.slope,
        dash: gradientDash,
      },
      { ...curvePath(loss, frame), color: 'blue', series: names.value },
    ],
    points: [...dots, ...marks.points, ...legend.points],
    labels: [...marks.labels, ...legend.labels],
  };
}

interface Names {
  readonly axis: string;
  readonly value: string;
  readonly slope: string;
}

function namesOf(curve: Curve, { kind = 'loss', locale }: LossPlotOptions): Names {
  const ofNoClass = kind === 'measure' && curve.axis === 'probability';
  const axis = curve.label ?? (ofNoClass ? plotWords.probability : axisNames[curve.axis]);
  const { value, slope } = curveNames[kind];
  return { axis: axis[locale], value: value[locale], slope: slope[locale] };
}

function legendEntries(names: Names, data: string | undefined): readonly LegendEntry[] {
  const entries: LegendEntry[] = [
    { name: names.value, color: 'blue', mark: 'line' },
    { name: names.slope, color: 'orange', mark: 'line', dash: gradientDash },
  ];
  if (data !== undefined) entries.push({ name: data, color: 'green', mark: 'dot' });
  return entries;
}

function altText({ axis, value, slope }: Names, kinks: readonly Kink[], locale: Locale): string {
  const text = fillIn(plotWords.curvePlot[locale], value, slope, axis);
  if (kinks.length === 0) return text;
  const named = kinks.map((kink) => `${kinkName(kink)} = ${shortNumber(kink.x)}`);
  return text + fillIn(plotWords.marked[locale], named.join(plotWords.comma[locale]));
}

/** The curve's own range, widened to show its kinks and the user's data. */
function argumentsShown(
  curve: Curve,
  kinks: readonly Kink[],
  points: readonly number[],
): readonly [number, number] {
  const { from, to } = curve;
  if (curve.axis === 'probability') return [from, to];
  const reach = Math.max(Math.abs(from), Math.abs(to));
  const farthest = Math.max(
    0,
    ...kinks.map((kink) => 1.6 * Math.abs(kink.x)),
    1.05 * outermost(points, reach),
  );
  const factor = Math.max(1, farthest / reach);
  return [from * factor, to * factor];
}

/** The farthest of the points, but for those so far away that the curve would shrink to nothing. */
function outermost(points: readonly number[], reach: number): number {
  return points.reduce((far, x) => (Math.abs(x) <= 20 * reach ? Math.max(far, Math.abs(x)) : far), 0);
}

/**
 * The numbers to show of a loss and its gradient. A pole leaves the picture, and the gradient goes no farther below zero
 * than the loss above it, so that the loss keeps at least half of the height.
 */
function valuesShown(loss: readonly Piece[], gradient: readonly Piece[]): Domain {
  const [lowestLoss, highestLoss] = usualValues(loss);
  const [lowestSlope, highestSlope] = usualValues(gradient);
  const top = Math.max(highestLoss, Math.min(highestSlope, 1.2 * highestLoss));
  const bottom = Math.min(0, lowestLoss, Math.max(lowestSlope, -top));
  return top > bottom ? [bottom, top + 0.04 * (top - bottom)] : [bottom, bottom + 1];
}

function kinkMarks(
  kinks: readonly Kink[],
  frame: PlotFrame,
  value: (x: number) => number,
): { readonly lines: PlotLine[]; readonly points: PlotPoint[]; readonly labels: PlotLabel[] } {
  const lines: PlotLine[] = [];
  const points: PlotPoint[] = [];
  const labels: PlotLabel[] = [];
  const { area } = frame;
  for (const kink of kinks) {
    const x = frame.x(kink.x);
    if (x < area.left || x > area.right) continue;
    const y = Math.max(area.top, Math.min(area.bottom, frame.y(value(kink.x))));
    lines.push({ x1: x, y1: area.top, x2: x, y2: area.bottom, color: 'muted', dash: '2 3' });
    points.push({ x, y, color: 'blue', radius: 3.5, hollow: true, title: shortNumber(kink.x) });
    const anchor = kink.negative ? 'end' : 'start';
    const text = kink.negative ? kinkName(kink) : `${kinkName(kink)} = ${shortNumber(kink.x)}`;
    labels.push({ x: x + (kink.negative ? -4 : 4), y: area.top + 10, text, color: 'foreground', anchor });
  }
  return { lines, points, labels };
}

function kinkName(kink: Kink): string {
  return (kink.negative ? '−' : '') + (plainSymbol(kink.parameter.symbol) || kink.parameter.name);
}

function dotsOn(
  frame: PlotFrame,
  points: readonly number[],
  value: (x: number) => number,
): readonly PlotPoint[] {
  const step = Math.ceil(points.length / mostPoints);
  const [low, high] = frame.axes.x.domain;
  const dots: PlotPoint[] = [];
  for (let i = 0; i < points.length; i += step) {
    const x = points[i];
    const y = value(x);
    if (x < low || x > high || Number.isNaN(y)) continue;
    const at = Math.max(frame.area.top, Math.min(frame.area.bottom, frame.y(y)));
    const title = `${shortNumber(x, 4)} → ${shortNumber(y, 4)}`;
    dots.push({ x: frame.x(x), y: at, color: 'green', title });
  }
  return dots;
}

function finite(values: ArrayLike<number>): readonly number[] {
  return Array.from(values).filter(Number.isFinite);
}
