import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { CalculatorModel, CatalogueEntry } from '../calculator/model';
import type { Act } from './act';
import { formulaPicker } from './formulaPicker';
import { inputs } from './inputs';
import { parameters } from './parameters';
import { plots } from './plots';
import { formulaHtml, proseHtml } from './prose';
import { doubts, result } from './result';
import { steps } from './steps';
import { terms } from './terms';
import { words } from './words';

/** The whole calculator for a model. */
export function calculator(
  model: CalculatorModel,
  catalogue: readonly CatalogueEntry[],
  act: Act,
): TemplateResult {
  return html`
    <div class="columns">
      <div class="column">
        ${formulaPicker(model, catalogue, act)} ${formulaCard(model)} ${inputs(model, act)}
        ${parameters(model, act)}
      </div>
      <div class="column">
        ${result(model, act)} ${doubts(model, act)} ${steps(model)} ${plots(model)} ${terms(model, act)}
      </div>
    </div>
  `;
}

function formulaCard(model: CalculatorModel): TemplateResult {
  return html`
    <section class="card formula" aria-label=${words.formula[model.locale]}>
      <div class="tex" role="math" aria-label=${model.formula.words}>
        ${unsafeHTML(formulaHtml(model.formula.tex))}
      </div>
      ${model.formula.about === '' ? nothing : html`<div class="about">${unsafeHTML(proseHtml(model.formula.about))}</div>`}
    </section>
  `;
}
