import { html, nothing, type TemplateResult } from 'lit';
import type { CalculatorModel, DoubtModel, ResultModel } from '../calculator/model';
import type { Act } from './act';
import { words } from './words';

/** The value with everything a number needs beside it: unit, reduction, convention. */
export function result(model: CalculatorModel, act: Act): TemplateResult {
  return html`
    <section class="card result" aria-label=${words.result[model.locale]} aria-live="polite">
      ${model.result.ok ? value(model.result, model, act) : html`<p class="problem">${model.result.message}</p>`}
    </section>
  `;
}

function value(found: Extract<ResultModel, { ok: true }>, model: CalculatorModel, act: Act): TemplateResult {
  const { locale } = model;
  const facts = [found.reduction, found.role, found.convention].filter((fact) => fact !== '');
  return html`
    <p class="value" title=${found.exact}>
      <span id="value">${found.text}</span>
      ${found.unit === '' ? nothing : html`<span class="unit">${found.unit}</span>`}
    </p>
    <p class="quiet">${facts.join(' · ')}</p>
    ${found.exact === found.text ? nothing : html`<p class="quiet exact">${found.exact}</p>`}
    ${found.conventionNote === '' ? nothing : html`<p class="note">${found.conventionNote}</p>`}
    <div class="actions">
      <vscode-button @click=${() => act.do('insert', { kind: 'value' })}
        >${words.insertValue[locale]}</vscode-button
      >
      <vscode-button secondary @click=${() => act.do('insert', { kind: 'latex' })}
        >${words.insertSteps[locale]}</vscode-button
      >
      <vscode-button secondary @click=${() => act.do('copy', { kind: 'value' })}
        >${words.copy[locale]}</vscode-button
      >
    </div>
  `;
}

/** What makes the number doubtful, each with a button that evaluates as was probably meant. */
export function doubts(model: CalculatorModel, act: Act): TemplateResult | typeof nothing {
  if (model.doubts.length === 0) return nothing;
  return html`
    <section class="card doubts" aria-label=${words.data[model.locale]}>
      ${model.doubts.map((found, index) => doubt(found, index, act))}
    </section>
  `;
}

function doubt(found: DoubtModel, index: number, act: Act): TemplateResult {
  return html`<div class="doubt ${found.severity}" role="note">
    <p>${found.message}</p>
    ${
      found.remedy === undefined
        ? nothing
        : html`<vscode-button secondary @click=${() => act.do('takeRemedy', { doubt: index })}
            >${found.remedy}</vscode-button
          >`
    }
  </div>`;
}
