import { html, type TemplateResult } from 'lit';
import type { Choice } from '../calculator/model';
import { chosen } from './events';

/** A drop-down list in VS Code's look. */
export function select(
  label: string,
  value: string,
  choices: readonly Choice[],
  onChoose: (value: string) => void,
): TemplateResult {
  const options = choices.map((choice) => ({
    value: choice.value,
    label: choice.label,
    description: choice.description ?? '',
    selected: choice.value === value,
    disabled: false,
  }));
  return html`<vscode-single-select
    label=${label}
    .options=${options}
    .value=${value}
    @change=${(event: Event) => onChoose(chosen(event))}
  ></vscode-single-select>`;
}
