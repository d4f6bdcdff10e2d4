import { html, nothing, type TemplateResult } from 'lit';
import type { CalculatorModel, TermsModel } from '../calculator/model';
import type { Act } from './act';
import { words } from './words';

/** The contributions before reduction: the first ones, and honestly how many more there are. */
export function terms(model: CalculatorModel, act: Act): TemplateResult | typeof nothing {
  if (model.terms === undefined) return nothing;
  return html`
    <section class="card" aria-labelledby="terms-title">
      <header>
        <h2 id="terms-title">${words.terms[model.locale]}</h2>
        <span class="quiet">${model.terms.shape}</span>
        <span class="spring"></span>
        <vscode-button secondary @click=${() => act.do('copy', { kind: 'csv' })}
          >${words.copyCsv[model.locale]}</vscode-button
        >
      </header>
      <ol class="terms" tabindex="0" aria-labelledby="terms-title">
        ${model.terms.first.map((text, index) => html`<li><span class="index">${index}</span><span>${text}</span></li>`)}
      </ol>
      ${rest(model.terms, model)}
    </section>
  `;
}

function rest(terms: TermsModel, model: CalculatorModel): TemplateResult | typeof nothing {
  const more = terms.count - terms.first.length;
  if (more <= 0) return nothing;
  return html`<p class="quiet">
    ${words.more[model.locale].replace('{0}', more.toLocaleString(model.locale))}
  </p>`;
}
