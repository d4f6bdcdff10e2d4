import type { Locale } from '../base/text';
import type { Formula, ParameterValue } from '../catalog/formula';
import { lossScene } from '../rendering/plots/lossPlot';
import type { PlotScene } from '../rendering/plots/scene';
import type { CalculatorState } from './state';

/** The drawings that explain a result. */
export function plotsOf(
  record: Formula,
  state: CalculatorState,
  params: { readonly [name: string]: ParameterValue },
  locale: Locale,
): readonly PlotScene[] {
  if (record.curve === undefined) return [];
  const points = curvePoints(record, state);
  const scene = lossScene(record.curve, params, { locale, parameters: record.params, points });
  return scene === undefined ? [] : [scene];
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
      return Array.from(values('p'));
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
