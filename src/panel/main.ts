import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-collapsible/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { render } from 'lit';
import type { CalculatorModel, CatalogueEntry } from '../calculator/model';
import { Channel } from '../protocol/channel';
import type { HostRequests, PanelRequests } from '../protocol/messages';
import type { Act } from './act';
import { calculator } from './calculator';
import { localeOf, type Locale } from '../base/text';
import { words } from './words';

const root = document.getElementById('calculator')!;
const locale: Locale = localeOf(document.documentElement.lang);
const vscode = acquireVsCodeApi();

const channel = new Channel<PanelRequests, HostRequests>(
  (envelope) => vscode.postMessage(envelope),
  { show: (model) => show(model) },
  report,
);
window.addEventListener('message', (event: MessageEvent<unknown>) => void channel.receive(event.data));

/** Comes with the answer to `ready`, which carries the newest model too: what is shown before it would have no list to pick from. */
let catalogue: readonly CatalogueEntry[] | undefined;

const act: Act = {
  do: (name, body) => void channel.ask(name, body).catch(report),
  ask: (name, body) => channel.ask(name, body),
};

function show(model: CalculatorModel): null {
  if (catalogue !== undefined) render(calculator(model, catalogue, act), root);
  return null;
}

function report(reason: unknown): void {
  const status = document.getElementById('status')!;
  status.textContent = words.lost[locale] + (reason instanceof Error ? reason.message : String(reason));
}

document.addEventListener('keydown', (event) => {
  const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
  if (!isUndo || isTextField(event)) return;
  event.preventDefault();
  act.do(event.shiftKey ? 'redo' : 'undo', null);
});

/** In a text field the keys undo the typing, as everywhere. */
function isTextField(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((node) => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement);
}

channel
  .ask('ready', null)
  .then((start) => {
    catalogue = start.catalogue;
    show(start.model);
  })
  .catch(report);
