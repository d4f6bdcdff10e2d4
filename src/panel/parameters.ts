import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CalculatorModel, Choice, ParameterModel } from '../calculator/model';
import type { Act } from './act';
import { chosen, ticked } from './events';
import { select } from './select';
import { words } from './words';

/** The formula's parameters, then reduction, unit and convention. */
export function parameters(model: CalculatorModel, act: Act): TemplateResult | typeof nothing {
  const { locale } = model;
  const lists = [model.reduction, model.base, model.convention].filter(
    (list) => (list?.choices.length ?? 0) > 1,
  );
  if (model.parameters.length + lists.length === 0) return nothing;
  return html`
    <section class="card" aria-labelledby="parameters-title">
      <h2 id="parameters-title">${words.parameters[locale]}</h2>
      <div class="grid">
        ${model.parameters.map((parameter) => control(parameter, act))}
        ${list(words.reduction[locale], model.reduction, (value) => act.do('setParameter', { name: 'reduction', value }))}
        ${list(words.base[locale], model.base, (value) => act.do('setParameter', { name: 'base', value: baseOf(value) }))}
        ${list(words.convention[locale], model.convention, (convention) => act.do('chooseConvention', { convention }))}
      </div>
    </section>
  `;
}

function list(
  label: string,
  choice: { readonly value: string; readonly choices: readonly Choice[] } | undefined,
  onChoose: (value: string) => void,
): TemplateResult | typeof nothing {
  if (choice === undefined || choice.choices.length < 2) return nothing;
  return html`<div class="control">
    <span class="control-label">${label}</span>
    ${select(label, choice.value, choice.choices, onChoose)}
  </div>`;
}

function baseOf(value: string): string | number {
  return value === 'e' ? 'e' : Number(value);
}

function control(parameter: ParameterModel, act: Act): TemplateResult {
  if (parameter.kind === 'boolean') return checkbox(parameter, act);
  if (parameter.kind === 'choice') {
    return list(parameter.label, { value: String(parameter.value), choices: parameter.choices }, (value) =>
      act.do('setParameter', { name: parameter.name, value }),
    ) as TemplateResult;
  }
  return number(parameter, act);
}

function checkbox(parameter: ParameterModel, act: Act): TemplateResult {
  return html`<div class="control">
    <vscode-checkbox
      label=${parameter.label}
      .checked=${live(parameter.value === true)}
      @change=${(event: Event) => act.do('setParameter', { name: parameter.name, value: ticked(event) })}
    ></vscode-checkbox>
  </div>`;
}

function number(parameter: ParameterModel, act: Act): TemplateResult {
  const id = `parameter-${parameter.name}`;
  const set = (text: string): void => {
    act.do('setParameter', { name: parameter.name, value: text.trim() === '' ? null : Number(text) });
  };
  return html`<div class="control">
    <label class="control-label" for=${id}>${parameter.label}</label>
    <div class="number">
      <vscode-textfield
        id=${id}
        type="number"
        step="any"
        label=${parameter.label}
        ?invalid=${parameter.problem !== ''}
        .value=${live(parameter.value === null ? '' : String(parameter.value))}
        @input=${(event: Event) => set(chosen(event))}
      ></vscode-textfield>
      ${slider(parameter, set)}
    </div>
    ${parameter.problem === '' ? nothing : html`<p class="problem" role="alert">${parameter.problem}</p>`}
  </div>`;
}

function slider(parameter: ParameterModel, set: (text: string) => void): TemplateResult | typeof nothing {
  if (parameter.slider === undefined) return nothing;
  const { from, to, step } = parameter.slider;
  return html`<input
    type="range"
    aria-label=${parameter.label}
    min=${from}
    max=${to}
    step=${step}
    .value=${live(String(parameter.value ?? from))}
    @input=${(event: Event) => set(chosen(event))}
  />`;
}
