import type { Locale } from '../base/text';
import type { Formula, ParameterValue } from '../catalog/formula';
import type { Outcome } from '../evaluation/outcome';
import { codeTreeScene } from '../rendering/plots/codeTree';
import { distributionScene } from '../rendering/plots/distributionPlot';
import { histogramScene } from '../rendering/plots/histogram';
import { informationScene } from '../rendering/plots/informationDiagram';
import { lossScene } from '../rendering/plots/lossPlot';
import type { PlotScene } from '../rendering/plots/scene';
import type { CalculatorState } from './state';
import { words } from './words';

/** What drawings are made from. */
export interface Drawn {
  readonly record: Formula;
  readonly state: CalculatorState;
  readonly outcome: Outcome;
  /** Complete parameters. */
  readonly params: { readonly [name: string]: ParameterValue };
  readonly locale: Locale;
}

type Drawing = (drawn: Drawn) => PlotScene | undefined;

/** Every drawing there is; each says for itself whether it fits. In the order in which they are shown. */
const drawings: readonly Drawing[] = [
  curveDrawing,
  distributionDrawing,
  informationDrawing,
  codeDrawing,
  histogramDrawing,
];

/** The drawings that explain a result. */
export function plotsOf(drawn: Drawn): readonly PlotScene[] {
  return drawings.map((drawing) => drawing(drawn)).filter((scene) => scene !== undefined);
}

/** Loss and gradient over residual, margin or probability, with the user's elements on the curve. */
function curveDrawing({ record, state, params, locale }: Drawn): PlotScene | undefined {
  if (record.curve === undefined) return undefined;
  const points = curvePoints(record, state);
  return lossScene(record.curve, params, { locale, parameters: record.params, points });
}

/** p against q, and what every outcome adds. */
function distributionDrawing({ record, state, outcome, locale }: Drawn): PlotScene | undefined {
  const p = state.inputs['p']?.array;
  if (!outcome.ok || p === undefined || record.unit !== 'information' || p.shape.length !== 1)
    return undefined;
  const q = state.inputs['q']?.array;
  const isPerOutcome = outcome.terms?.length === p.values.length;
  return distributionScene(
    {
      p: p.values,
      ...(q && { q: q.values }),
      ...(isPerOutcome && { contributions: outcome.terms! }),
      ...(outcome.unit && { unit: words[outcome.unit][locale] }),
    },
    locale,
  );
}

/** The entropies of two variables as overlapping bars to scale. */
function informationDrawing({ outcome, locale }: Drawn): PlotScene | undefined {
  if (!outcome.ok || outcome.unit === undefined) return undefined;
  const [hx, hy, hxy] = ['H(X)', 'H(Y)', 'H(X,Y)'].map((name) => outcome.parts?.[name]);
  if (typeof hx !== 'number' || typeof hy !== 'number' || typeof hxy !== 'number') return undefined;
  return informationScene({ hx, hy, hxy, unit: words[outcome.unit][locale] }, locale);
}

/** The tree of an optimal code. */
function codeDrawing({ state, outcome, locale }: Drawn): PlotScene | undefined {
  const codeWords = outcome.ok ? outcome.parts?.['codeWords'] : undefined;
  if (!isTexts(codeWords)) return undefined;
  const probabilities = state.inputs['p']?.array?.values;
  return codeTreeScene({ words: codeWords, ...(probabilities && { probabilities }) }, locale);
}

/** Fewer terms than these are seen better one by one. */
const fewestForHistogram = 12;

function histogramDrawing({ outcome, locale }: Drawn): PlotScene | undefined {
  if (!outcome.ok || outcome.terms === undefined || outcome.terms.length < fewestForHistogram)
    return undefined;
  return histogramScene(outcome.terms, locale);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Where the user's elements stand on the curve's axis: residuals, margins, probabilities. */
function curvePoints(record: Formula, state: CalculatorState): readonly number[] {
  const values = (slot: string): ArrayLike<number> => state.inputs[slot]?.array?.values ?? [];
  switch (record.curve?.axis) {
    case 'residual':
      return pairwise(values('prediction'), values('target'), (prediction, target) => prediction - target);
    case 'margin':
      return pairwise(values('score'), values('target'), (score, target) => score * target);
    case 'probability':
      return Array.from(values('p').length <= mostPoints ? values('p') : []);
    default:
      return [];
  }
}

/** More points than these hide one another. */
const mostPoints = 2000;

function pairwise(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  combine: (x: number, y: number) => number,
): readonly number[] {
  if (a.length !== b.length) return [];
  return Array.from({ length: Math.min(a.length, mostPoints) }, (_, index) => combine(a[index], b[index]));
}
