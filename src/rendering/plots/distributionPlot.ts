import { scaleBand, scaleLinear } from 'd3-scale';
import type { Locale } from '../../base/text';
import { emptyScene, frameOf, legendOf, type LegendEntry, type PlotFrame, type Size } from './frame';
import type { PlotBar, PlotLabel, PlotLine, PlotScene } from './scene';
import { fitted, shortNumber, textWidth } from './text';
import { fillIn, plotWords } from './words';

export interface DistributionData {
  readonly p: ArrayLike<number>;
  /** A second distribution over the same outcomes. */
  readonly q?: ArrayLike<number>;
  /** What each outcome adds to the value: p log(p/q), −p log p … */
  readonly contributions?: ArrayLike<number>;
  readonly outcomes?: readonly string[];
  /** Legends; `p` and `q` when absent. */
  readonly names?: { readonly p: string; readonly q: string };
  /** Unit of the contributions: bits, nats … */
  readonly unit?: string;
}

/** More bars than these are thinner than a pixel or two. */
const mostOutcomes = 60;

const usualSize: Size = { width: 420, height: 230 };

/** Bars of p, beside those of q, and below them what each outcome contributes. Undefined without outcomes. */
export function distributionScene(
  data: DistributionData,
  locale: Locale,
  size: Size = usualSize,
): PlotScene | undefined {
  const count = Math.min(data.p.length, mostOutcomes);
  if (count === 0) return undefined;
  const below = data.contributions === undefined ? 0 : Math.round(0.38 * size.height);
  const upper = { width: size.width, height: size.height - below };
  const highest = Math.max(...finiteValues(data.p, count), ...finiteValues(data.q, count), 0) || 1;
  const frame = frameOf(
    upper,
    [0, count],
    [0, highest * 1.04],
    { x: '', y: plotWords.probability[locale] },
    { numbers: extremes(data, count) },
  );
  const band = scaleBand(indices(count), [frame.area.left, frame.area.right])
    .paddingInner(0.25)
    .paddingOuter(0.15);
  const place = (i: number): { x: number; width: number } => ({ x: band(i) ?? 0, width: band.bandwidth() });
  const legend = legendOf(legendEntries(data), frame.area);
  const strip = data.contributions && stripOf(data, data.contributions, count, frame, size, place, locale);
  return {
    ...emptyScene,
    ...size,
    kind: 'distribution',
    alt: fillIn(plotWords.distributionPlot[locale], data.p.length),
    area: frame.area,
    x: { ...frame.axes.x, ticks: [] },
    y: frame.axes.y,
    bars: [...barsOf(data, count, frame, place), ...legend.bars, ...(strip?.bars ?? [])],
    lines: strip?.lines ?? [],
    labels: [
      ...legend.labels,
      ...outcomeLabels(data, count, frame, place),
      ...(strip?.labels ?? []),
      ...truncation(data.p.length, count, size, locale),
    ],
  };
}

function indices(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function finiteValues(values: ArrayLike<number> | undefined, count: number): number[] {
  return values === undefined ? [] : Array.from(values).slice(0, count).filter(Number.isFinite);
}

/** The lowest and highest contribution, and at least 0. */
function extremes(data: DistributionData, count: number): readonly [number, number] {
  const values = finiteValues(data.contributions, count);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

function outcomeName(data: DistributionData, i: number): string {
  return data.outcomes?.[i] ?? String(i + 1);
}

type Place = (i: number) => { readonly x: number; readonly width: number };

function barsOf(data: DistributionData, count: number, frame: PlotFrame, place: Place): PlotBar[] {
  const bars: PlotBar[] = [];
  const series = data.q === undefined ? [data.p] : [data.p, data.q];
  const names = [data.names?.p ?? 'p', data.names?.q ?? 'q'];
  for (let i = 0; i < count; i++) {
    const { x, width } = place(i);
    for (const [s, values] of series.entries()) {
      const value = values[i];
      const y = frame.y(Number.isFinite(value) ? Math.max(0, value) : 0);
      const part = width / series.length;
      bars.push({
        x: x + s * part,
        y,
        width: part,
        height: frame.area.bottom - y,
        color: s === 0 ? 'blue' : 'orange',
        outlined: s === 1,
        title: `${names[s]}(${outcomeName(data, i)}) = ${shortNumber(value, 4)}`,
      });
    }
  }
  return bars;
}

/** A legend with small bars in place of lines. */
function legendEntries(data: DistributionData): readonly LegendEntry[] {
  if (data.q === undefined) return [];
  return [
    { name: data.names?.p ?? 'p', color: 'blue', mark: 'bar' },
    { name: data.names?.q ?? 'q', color: 'orange', mark: 'outlined' },
  ];
}

function outcomeLabels(data: DistributionData, count: number, frame: PlotFrame, place: Place): PlotLabel[] {
  const step = Math.ceil(count / Math.max(1, Math.floor((frame.area.right - frame.area.left) / 26)));
  const labels: PlotLabel[] = [];
  for (let i = 0; i < count; i += step) {
    const { x, width } = place(i);
    const text = fitted(outcomeName(data, i), step * width * 1.3);
    labels.push({ x: x + width / 2, y: frame.area.bottom + 14, text, color: 'muted', anchor: 'middle' });
  }
  return labels;
}

interface Strip {
  readonly bars: readonly PlotBar[];
  readonly lines: readonly PlotLine[];
  readonly labels: readonly PlotLabel[];
}

/** Contributions with their own zero line, below the distributions. */
function stripOf(
  data: DistributionData,
  contributions: ArrayLike<number>,
  count: number,
  frame: PlotFrame,
  size: Size,
  place: Place,
  locale: Locale,
): Strip {
  const { left, right, bottom } = frame.area;
  const [top, base] = [bottom + 40, size.height - 16];
  const [low, high] = extremes(data, count);
  const scale = scaleLinear([low, high > low ? high : low + 1], [base, top]);
  const zero = scale(0);
  const bars = indices(count).map((i) =>
    contributionBar(data, contributions[i], i, scale, [top, base], place),
  );
  const unit = data.unit === undefined ? '' : ` (${data.unit})`;
  const tick = (value: number): PlotLabel => ({
    x: left - 6,
    y: scale(value) + 4,
    text: shortNumber(value),
    color: 'muted',
    anchor: 'end',
  });
  const ends = [low, high].filter((value) => Math.abs(scale(value) - zero) > 12);
  return {
    bars,
    lines: [{ x1: left, y1: zero, x2: right, y2: zero, color: 'muted' }],
    labels: [
      {
        x: left,
        y: top - 8,
        text: plotWords.contribution[locale] + unit,
        color: 'foreground',
        anchor: 'start',
      },
      ...[0, ...ends].map(tick),
    ],
  };
}

function contributionBar(
  data: DistributionData,
  value: number,
  i: number,
  scale: (value: number) => number,
  [top, base]: readonly [number, number],
  place: Place,
): PlotBar {
  const zero = scale(0);
  const end = Number.isFinite(value) ? scale(value) : value > 0 ? top : value < 0 ? base : zero;
  return {
    ...place(i),
    y: Math.min(zero, end),
    height: Math.abs(end - zero),
    color: value < 0 ? 'red' : 'green',
    outlined: value < 0,
    title: `${outcomeName(data, i)}: ${shortNumber(value, 4)}`,
  };
}

function truncation(all: number, shown: number, size: Size, locale: Locale): PlotLabel[] {
  if (all <= shown) return [];
  const text = fillIn(plotWords.firstOf[locale], shown, all);
  const x = Math.max(size.width - 10, textWidth(text));
  return [{ x, y: size.height - 3, text, color: 'muted', anchor: 'end' }];
}
