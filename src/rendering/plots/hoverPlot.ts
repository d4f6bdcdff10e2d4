import type { Locale } from '../../base/text';
import type { Formula, ParameterValue } from '../../catalog/formula';
import type { ThemeKind } from '../theme';
import { plotColors } from './colors';
import { lossScene } from './lossPlot';
import { sceneToSvg } from './svg';

/** A hover is 250 pixels high at most; title, formula and links come first. */
const size = { width: 340, height: 108 };

/**
 * The small plot of a hover as SVG: loss and gradient with the call's parameters, the record's defaults for the rest.
 * Empty when the record has no curve, or none for these parameters.
 */
export function hoverPlot(
  record: Formula,
  params: { readonly [name: string]: ParameterValue },
  theme: ThemeKind,
  locale: Locale,
): string {
  if (record.curve === undefined) return '';
  const defaults = record.params.map((parameter) => [parameter.name, parameter.default] as const);
  const complete = { ...Object.fromEntries(defaults), ...params };
  const scene = lossScene(record.curve, complete, { ...size, locale, parameters: record.params });
  return scene === undefined ? '' : sceneToSvg(scene, plotColors[theme]);
}
