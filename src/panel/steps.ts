import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { CalculatorModel } from '../calculator/model';
import { formulaHtml } from './prose';
import { words } from './words';

/** The worked steps, one below the other. */
export function steps(model: CalculatorModel): TemplateResult | typeof nothing {
  if (model.steps.length === 0) return nothing;
  return html`
    <section class="card" aria-labelledby="steps-title">
      <h2 id="steps-title">${words.steps[model.locale]}</h2>
      <div class="steps">
        ${model.steps.map((step) => html`<div class="tex" tabindex="0">${unsafeHTML(formulaHtml(step))}</div>`)}
      </div>
    </section>
  `;
}
