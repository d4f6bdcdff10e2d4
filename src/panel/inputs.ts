import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { live } from 'lit/directives/live.js';
import type { CalculatorModel, SlotModel } from '../calculator/model';
import type { Act } from './act';
import { chosen } from './events';
import { formulaHtml } from './prose';
import { select } from './select';
import { words } from './words';

/** One field for every array the formula takes. */
export function inputs(model: CalculatorModel, act: Act): TemplateResult {
  const { locale } = model;
  return html`
    <section class="card" aria-labelledby="inputs-title">
      <header>
        <h2 id="inputs-title">${words.inputs[locale]}</h2>
        <span class="quiet">${model.origin}</span>
      </header>
      ${repeat(
        model.slots,
        (slot) => slot.slot,
        (slot) => field(slot, model, act),
      )}
      <div class="actions">
        <vscode-button secondary @click=${() => act.do('takeSelection', null)}
          >${words.takeSelection[locale]}</vscode-button
        >
        ${
          model.canSwap
            ? html`<vscode-button secondary @click=${() => act.do('swap', null)}
                >⇄ ${words.swap[locale]}</vscode-button
              >`
            : nothing
        }
      </div>
    </section>
  `;
}

function field(slot: SlotModel, model: CalculatorModel, act: Act): TemplateResult {
  const { locale } = model;
  const id = `slot-${slot.slot}`;
  return html`
    <div class="field">
      <div class="field-head">
        ${slot.alternatives.length > 1 ? alternatives(slot, act) : html`<label for=${id}>${slot.label}</label>`}
        <span class="symbol" aria-hidden="true">${unsafeHTML(formulaHtml(slot.symbol, false))}</span>
        ${slot.optional ? html`<span class="quiet">${words.optional[locale]}</span>` : nothing}
        <span class="spring"></span>
        ${slot.shape === '' ? nothing : html`<span class="shape" title=${words.shape[locale]}>${slot.shape}</span>`}
      </div>
      <vscode-textarea
        id=${id}
        class="array"
        label=${slot.label}
        rows=${rowsFor(slot.text)}
        resize="vertical"
        ?readonly=${!slot.editable}
        ?invalid=${slot.problem !== ''}
        placeholder=${slot.domain}
        .value=${live(slot.text)}
        @input=${(event: Event) => act.do('editInput', { slot: slot.slot, text: chosen(event) })}
      ></vscode-textarea>
      ${slot.problem === '' ? nothing : html`<p class="problem" role="alert">${slot.problem}</p>`}
      ${origin(slot, model, act)}
    </div>
  `;
}

/** A short array gets a low field, a table one line a row up to six. */
function rowsFor(text: string): number {
  return Math.min(6, Math.max(1, Math.ceil(text.length / 36)));
}

/** In place of a label: which of the alternatives the field fills. */
function alternatives(slot: SlotModel, act: Act): TemplateResult {
  return select(slot.label, slot.slot, slot.alternatives, (to) =>
    act.do('chooseSlot', { from: slot.slot, to }),
  );
}

function origin(slot: SlotModel, model: CalculatorModel, act: Act): TemplateResult | typeof nothing {
  const why = slot.reason === '' ? nothing : html`<span class="quiet">${slot.reason}</span>`;
  if (slot.arrays.length < 2) return slot.reason === '' ? nothing : html`<p class="origin">${why}</p>`;
  const label = `${words.chooseArray[model.locale]}: ${slot.label}`;
  return html`<div class="origin">
    ${select(label, slot.chosen, slot.arrays, (array) => act.do('bindArray', { slot: slot.slot, array: Number(array) }))}
    ${why}
  </div>`;
}
