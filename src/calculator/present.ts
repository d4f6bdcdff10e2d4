import type { Locale } from '../base/text';
import { formulas } from '../catalog/catalog';
import type { Formula, Parameter, ParameterValue, Slot } from '../catalog/formula';
import type { Outcome } from '../evaluation/outcome';
import { formatNumber } from '../evaluation/digits';
import { recordOf, shownSlots } from './actions';
import { editableElements, shapeText } from './arrayText';
import type { History } from './history';
import type {
  CalculatorModel,
  CatalogueEntry,
  Choice,
  ParameterModel,
  ResultModel,
  SlotModel,
  TermsModel,
} from './model';
import { plotsOf } from './plots';
import type { CalculatorState } from './state';
import type { CalculatorTools } from './tools';
import { words } from './words';

/** Terms that travel with every model; how many more there are is said. */
const firstTerms = 100;

/** What the panel shows for a state. The outcome is the state's own, evaluated by the caller once. */
export function present(
  history: History<CalculatorState>,
  outcome: Outcome,
  tools: CalculatorTools,
): CalculatorModel {
  const state = history.present;
  const record = recordOf(state.formula);
  const { locale } = tools;
  return {
    locale,
    formula: {
      id: record.id,
      name: record.names[locale][0],
      tex: `${record.tex.left} = ${record.texWith?.(completed(record, state.params)) ?? record.tex.right}`,
      words: record.words[locale],
      about: record.summary[locale],
    },
    origin: state.origin ?? '',
    slots: shownSlots(record, state).map((slot) => slotModel(slot, record, state, outcome, locale)),
    canSwap: shownSlots(record, state).filter((slot) => slot.optional !== true).length >= 2,
    parameters: record.params
      .filter(isOwnControl)
      .map((parameter) => parameterModel(parameter, state, outcome, locale)),
    ...reductionModel(state, outcome, locale),
    ...baseModel(record, state, locale),
    convention: { value: state.convention, choices: conventionChoices(state, tools) },
    result: resultModel(outcome, tools),
    steps: outcome.ok ? (outcome.steps ?? []) : [],
    ...termsModel(outcome),
    plots: plotsOf({ record, state, outcome, params: completed(record, state.params), locale }),
    doubts: outcome.ok
      ? outcome.doubts.map(({ severity, message, remedy }) => doubtModel(severity, message, remedy))
      : [],
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

/** The catalogue as the picker lists it. */
export function catalogueEntries(locale: Locale): readonly CatalogueEntry[] {
  return formulas
    .filter((record) => record.compute !== undefined)
    .map((record) => ({
      id: record.id,
      name: record.names[locale][0],
      family: record.family,
      aliases: [record.id, ...record.names.en, ...record.names['zh-cn']],
    }));
}

/** The chosen parameters with the record's defaults for the rest. */
export function completed(
  record: Formula,
  params: CalculatorState['params'],
): { [name: string]: ParameterValue } {
  const defaults = record.params.map((parameter) => [parameter.name, parameter.default] as const);
  return { ...Object.fromEntries(defaults), ...params };
}

function isOwnControl(parameter: Parameter): boolean {
  return parameter.name !== 'reduction' && parameter.kind !== 'base';
}

function slotModel(
  slot: Slot,
  record: Formula,
  state: CalculatorState,
  outcome: Outcome,
  locale: Locale,
): SlotModel {
  const input = state.inputs[slot.name];
  const array = input?.array;
  return {
    slot: slot.name,
    label: slot.label[locale],
    symbol: slot.symbol,
    domain: slot.domain[locale],
    optional: slot.optional === true,
    alternatives: alternativesOf(slot, record, locale),
    text: input?.text ?? '',
    editable: array === undefined || array.values.length <= editableElements,
    shape: array === undefined ? '' : shapeText(array.shape),
    name: array?.name ?? '',
    reason: input?.reason ?? '',
    problem: input?.problem ?? problemAt(slot.name, outcome),
    chosen: array === undefined ? '' : choiceAt(state.offered.indexOf(array)),
    arrays: state.offered.map((offered, index) => ({
      value: String(index),
      label: offered.name ?? `#${index + 1}`,
      description: shapeText(offered.shape),
    })),
  };
}

function choiceAt(index: number): string {
  return index < 0 ? '' : String(index);
}

function alternativesOf(slot: Slot, record: Formula, locale: Locale): readonly Choice[] {
  const group = record.slots.filter(
    (other) => other === slot || (slot.group !== undefined && other.group === slot.group),
  );
  return group.map((other) => ({ value: other.name, label: other.label[locale] }));
}

function parameterModel(
  parameter: Parameter,
  state: CalculatorState,
  outcome: Outcome,
  locale: Locale,
): ParameterModel {
  return {
    name: parameter.name,
    label: parameter.label[locale],
    symbol: parameter.symbol,
    kind: parameter.kind === 'base' ? 'choice' : parameter.kind,
    value: state.params[parameter.name] ?? parameter.default,
    choices: choicesOf(parameter, locale),
    ...(parameter.slider && { slider: parameter.slider }),
    problem: problemAt(parameter.name, outcome),
  };
}

/** How the terms are reduced, where the definition leaves a choice; a library's own way is one more of them. */
function reductionModel(
  state: CalculatorState,
  outcome: Outcome,
  locale: Locale,
): Pick<CalculatorModel, 'reduction'> {
  const chosen = outcome.ok ? outcome.reductions && outcome.reduction : state.params['reduction'];
  if (typeof chosen !== 'string') return {};
  const names = new Set(['mean', 'sum', 'none', chosen]);
  const choices = [...names].map((name) => ({ value: name, label: reductionText(name, locale) }));
  return { reduction: { value: chosen, choices } };
}

const unitChoices = [
  { value: '2', unit: 'bits' },
  { value: 'e', unit: 'nats' },
  { value: '10', unit: 'hartleys' },
] as const;

function baseModel(record: Formula, state: CalculatorState, locale: Locale): Pick<CalculatorModel, 'base'> {
  const parameter = record.params.find((candidate) => candidate.kind === 'base');
  if (parameter === undefined) return {};
  const value = String(state.params[parameter.name] ?? parameter.default);
  const units = unitChoices.map((choice) => ({ value: choice.value, label: words[choice.unit][locale] }));
  const isUnit = units.some((unit) => unit.value === value);
  return { base: { value, choices: isUnit ? units : [...units, { value, label: value }] } };
}

function conventionChoices(state: CalculatorState, tools: CalculatorTools): readonly Choice[] {
  return tools.conventionsOf(state.formula).map(({ convention, name, symbols }) => ({
    value: convention,
    label: name,
    ...(symbols.length > 0 && { description: symbols[0] }),
  }));
}

function choicesOf(parameter: Parameter, locale: Locale): readonly Choice[] {
  return (parameter.choices ?? []).map(({ value, label }) => ({
    value: String(value),
    label: label[locale],
  }));
}

function problemAt(slot: string, outcome: Outcome): string {
  return !outcome.ok && outcome.problem.slot === slot ? outcome.problem.message : '';
}

function resultModel(outcome: Outcome, tools: CalculatorTools): ResultModel {
  const { locale } = tools;
  if (!outcome.ok) return { ok: false, message: outcome.problem.message };
  return {
    ok: true,
    text: outcome.reduction === 'none' ? vectorText(outcome.terms ?? []) : formatNumber(outcome.value),
    exact: outcome.reduction === 'none' ? '' : String(outcome.value),
    unit: outcome.unit === undefined ? '' : words[outcome.unit][locale],
    reduction: outcome.reductions === undefined ? '' : reductionText(outcome.reduction, locale),
    role: outcome.role === undefined ? '' : words[outcome.role][locale],
    convention:
      tools.conventionsOf(outcome.formula ?? '').find(({ convention }) => convention === outcome.convention)
        ?.name ?? '',
    conventionNote: outcome.conventionNote ?? '',
  };
}

/** The head of an unreduced result; the list of terms has them all. */
function vectorText(terms: ArrayLike<number>): string {
  const head = Array.from({ length: Math.min(terms.length, vectorHead) }, (_, index) =>
    formatNumber(terms[index]),
  );
  return `[${head.join(', ')}${terms.length > vectorHead ? ', …' : ''}]`;
}

const vectorHead = 6;

function reductionText(reduction: string | undefined, locale: Locale): string {
  if (reduction === 'mean' || reduction === 'sum' || reduction === 'none') return words[reduction][locale];
  return reduction ?? '';
}

function termsModel(outcome: Outcome): { readonly terms?: TermsModel } {
  if (!outcome.ok || outcome.terms === undefined || outcome.terms.length === 0) return {};
  return {
    terms: {
      count: outcome.terms.length,
      shape: shapeText(outcome.termShape ?? [outcome.terms.length]),
      first: Array.from(outcome.terms.slice(0, firstTerms), formatNumber),
    },
  };
}

function doubtModel(
  severity: 'warning' | 'information' | 'hint',
  message: string,
  remedy: { readonly title: string } | undefined,
): CalculatorModel['doubts'][number] {
  return { severity, message, ...(remedy && { remedy: remedy.title }) };
}
