import { html, type TemplateResult } from 'lit';
import type { CalculatorModel, CatalogueEntry } from '../calculator/model';
import type { Act } from './act';
import { chosen } from './events';
import { words } from './words';

/** A list of the catalogue in which names, aliases and ids of both languages can be searched. */
export function formulaPicker(
  model: CalculatorModel,
  catalogue: readonly CatalogueEntry[],
  act: Act,
): TemplateResult {
  const options = catalogue.map((entry) => ({
    value: entry.id,
    label: entry.name,
    description: entry.aliases.join(' · '),
    selected: entry.id === model.formula.id,
    disabled: false,
  }));
  return html`
    <section class="picker">
      <label class="visually-hidden" for="formula">${words.formula[model.locale]}</label>
      <vscode-single-select
        id="formula"
        combobox
        filter="contains"
        label=${words.formula[model.locale]}
        .options=${options}
        .value=${model.formula.id}
        @change=${(event: Event) => act.do('chooseFormula', { formula: chosen(event) })}
      ></vscode-single-select>
    </section>
  `;
}
