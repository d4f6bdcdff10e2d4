import { bin } from 'd3-array';
import type { Locale } from '../../base/text';
import { emptyScene, frameOf, type Size } from './frame';
import type { PlotLabel, PlotScene } from './scene';
import { shortNumber } from './text';
import { fillIn, plotWords } from './words';

/** Histogram of an evaluation's terms with a line at their mean; those that are not finite are counted beside it. */
export function histogramScene(
  values: ArrayLike<number>,
  locale: Locale,
  size: Size = { width: 340, height: 180 },
  label: string = plotWords.term[locale],
): PlotScene | undefined {
  const finite = Array.from(values).filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  const thresholds = Math.max(5, Math.min(40, Math.ceil(Math.sqrt(finite.length))));
  const bins = bin<number, number>().domain(domainOf(finite)).thresholds(thresholds)(finite);
  const from = bins[0].x0!;
  const to = bins[bins.length - 1].x1!;
  const highest = Math.max(...bins.map((each) => each.length));
  const frame = frameOf(size, [from, to], [0, highest * 1.05], { x: label, y: plotWords.count[locale] });
  const mean = finite.reduce((sum, value) => sum + value / finite.length, 0);
  const x = frame.x(mean);
  return {
    ...emptyScene,
    ...size,
    kind: 'histogram',
    alt: fillIn(plotWords.histogram[locale], values.length),
    area: frame.area,
    x: frame.axes.x,
    y: { ...frame.axes.y, ticks: frame.axes.y.ticks.filter((tick) => Number.isInteger(tick.value)) },
    bars: bins.map((each) => ({
      x: frame.x(each.x0!) + 0.5,
      y: frame.y(each.length),
      width: Math.max(1, frame.x(each.x1!) - frame.x(each.x0!) - 1),
      height: frame.area.bottom - frame.y(each.length),
      color: 'blue',
      title: `[${shortNumber(each.x0!)}, ${shortNumber(each.x1!)}): ${each.length}`,
    })),
    lines: [
      { x1: x, y1: frame.area.top, x2: x, y2: frame.area.bottom, color: 'orange', width: 2, dash: '5 3' },
    ],
    labels: [
      meanLabel(mean, x, frame.area, locale),
      ...notFiniteLabel(values.length - finite.length, size, locale),
    ],
  };
}

/** A little room around a single value, so that it has a bin. */
function domainOf(values: readonly number[]): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  if (low < high) return [low, high];
  const room = Math.abs(low) * 0.1 || 0.5;
  return [low - room, high + room];
}

function meanLabel(mean: number, x: number, area: PlotScene['area'], locale: Locale): PlotLabel {
  const toTheRight = x < (area.left + area.right) / 2;
  return {
    x: toTheRight ? x + 5 : x - 5,
    y: area.top + 10,
    text: `${plotWords.mean[locale]} ${shortNumber(mean, 4)}`,
    color: 'foreground',
    anchor: toTheRight ? 'start' : 'end',
  };
}

function notFiniteLabel(count: number, size: Size, locale: Locale): PlotLabel[] {
  if (count === 0) return [];
  const text = `${plotWords.notFinite[locale]}: ${count}`;
  return [{ x: size.width - 10, y: 14, text, color: 'red', anchor: 'end' }];
}
