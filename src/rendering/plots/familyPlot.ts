import type { Locale } from '../../base/text';
import type { Curve } from '../../catalog/formula';
import { curvePath } from './curvePath';
import { emptyScene, frameOf, legendOf, type Size } from './frame';
import type { Params } from './kinks';
import { sample, usualValues } from './sampling';
import type { ColorRole, PlotScene } from './scene';
import { axisNames, fillIn, plotWords } from './words';

/** One loss among others. */
export interface FamilyMember {
  readonly name: string;
  readonly curve: Curve;
  readonly params: Params;
}

// Every line differs from the others in its dashes too, for those who do not tell the colours apart.
const styles: readonly { readonly color: ColorRole; readonly dash?: string }[] = [
  { color: 'blue' },
  { color: 'orange', dash: '6 3' },
  { color: 'green', dash: '2 2' },
  { color: 'purple', dash: '8 3 2 3' },
  { color: 'red', dash: '4 2' },
  { color: 'yellow', dash: '1 3' },
];

/** More curves than styles would be told apart by nothing. */
export const mostMembers = styles.length;

/**
 * Several losses over one axis, at most `mostMembers`. Those over another axis than the first are left out; undefined
 * when nothing remains.
 */
export function familyScene(
  members: readonly FamilyMember[],
  locale: Locale,
  size: Size = { width: 420, height: 240 },
): PlotScene | undefined {
  const axis = members[0]?.curve.axis;
  const shown = members.filter(({ curve }) => curve.axis === axis).slice(0, mostMembers);
  if (axis === undefined) return undefined;
  const from = Math.min(...shown.map(({ curve }) => curve.from));
  const to = Math.max(...shown.map(({ curve }) => curve.to));
  const graphs = shown.map(({ curve, params }) => sample((x) => curve.value(x, params), from, to, [0]));
  const tops = graphs.map((graph) => usualValues(graph)[1]);
  const bottom = Math.min(0, ...graphs.map((graph) => usualValues(graph)[0]));
  const name = axisNames[axis][locale];
  const legend = shown.map((member, i) => ({ ...styles[i], name: member.name, mark: 'line' as const }));
  const labels = { x: name, y: '' };
  const frame = frameOf(size, [from, to], [bottom, heightOf(tops, bottom)], labels, { legend });
  const names = shown.map((member) => member.name).join(plotWords.comma[locale]);
  return {
    ...emptyScene,
    ...legendOf(legend, frame.area),
    ...size,
    kind: 'family',
    alt: fillIn(plotWords.familyPlot[locale], name, names),
    area: frame.area,
    ...frame.axes,
    paths: graphs.map((graph, i) => ({ ...curvePath(graph, frame), ...styles[i], series: shown[i].name })),
  };
}

/** One steep loss may leave the picture; the others must not become flat lines. */
function heightOf(tops: readonly number[], bottom: number): number {
  const sorted = [...tops].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  const top = Math.min(sorted[sorted.length - 1], 2 * middle || Infinity);
  return top > bottom ? top * 1.04 : bottom + 1;
}
