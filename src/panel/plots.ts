import { html, nothing, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import type { CalculatorModel } from '../calculator/model';
import { sceneToSvg } from '../rendering/plots/svg';
import { themeColors } from './theme';
import { words } from './words';

/** The drawings that belong to the result, in the theme's colours. */
export function plots(model: CalculatorModel): TemplateResult | typeof nothing {
  if (model.plots.length === 0) return nothing;
  const colors = themeColors();
  return html`
    <section class="card plots" aria-label=${words.plot[model.locale]}>
      ${model.plots.map((scene) => html`<figure>${unsafeSVG(sceneToSvg(scene, colors))}</figure>`)}
    </section>
  `;
}
