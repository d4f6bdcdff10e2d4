import type { Locale } from '../base/text';
import { formulas } from '../catalog/catalog';
import type { Formula, Parameter, ParameterValue, Slot } from '../catalog/formula';
import type { Outcome } from '../evaluation/outcome';
import { formatNumber } from '../evaluation/digits';
import { recordOf, requestOf, shownSlots } from './actions';
import { editableElements, shapeText } from './arrayText';
import { conventionChoices, conventionName } from './conventions';
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

/** Terms that travel with every model; the panel asks for the rest while it scrolls. */
const firstTerms = 100;

/** What the panel shows for a state. The outcome is the state's own, evaluated by the caller once. */
export function present(history: History<CalculatorState>, outcome: Outcome, tools: CalculatorTools): CalculatorModel {
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
    parameters: record.params.filter(isOwnControl).map((parameter) => parameterModel(parameter, state, outcome, locale)),
    ...choiceOf('reduction', record, state, locale),
    ...choiceOf('base', record, state, locale),
    convention: { value: state.convention, choices: conventionChoices(state.formula, locale) },
    result: resultModel(outcome, locale),
    steps: outcome.ok ? (outcome.steps ?? []) : [],
    ...termsModel(outcome),
    plots: plotsOf(record, requestOf(state), outcome, completed(record, state.params), locale),
    doubts: outcome.ok ? outcome.doubts.map(({ severity, message, remedy }) => doubtModel(severity, message, remedy)) : [],
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

/** Terms [from, to) as printed, for a list that is being scrolled. */
export function termTexts(outcome: Outcome, from: number, to: number): readonly string[] {
  if (!outcome.ok || outcome.terms === undefined) return [];
  return Array.from(outcome.terms.slice(from, to), formatNumber);
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
export function completed(record: Formula, params: CalculatorState['params']): { [name: string]: ParameterValue } {
  const defaults = record.params.map((parameter) => [parameter.name, parameter.default] as const);
  return { ...Object.fromEntries(defaults), ...params };
}

function isOwnControl(parameter: Parameter): boolean {
  return parameter.name !== 'reduction' && parameter.kind !== 'base';
}

function slotModel(slot: Slot, record: Formula, state: CalculatorState, outcome: Outcome, locale: Locale): SlotModel {
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
    arrays: state.offered.map((offered, index) => ({
      value: String(index),
      label: offered.name ?? `#${index + 1}`,
      description: shapeText(offered.shape),
    })),
  };
}

function alternativesOf(slot: Slot, record: Formula, locale: Locale): readonly Choice[] {
  const group = record.slots.filter((other) => other === slot || (slot.group !== undefined && other.group === slot.group));
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

function choiceOf(
  name: 'reduction' | 'base',
  record: Formula,
  state: CalculatorState,
  locale: Locale,
): { readonly [name: string]: { readonly value: string; readonly choices: readonly Choice[] } } {
  const parameter = record.params.find((candidate) => candidate.name === name);
  if (parameter === undefined) return {};
  return {
    [name]: {
      value: String(state.params[name] ?? parameter.default),
      choices: choicesOf(parameter, locale),
    },
  };
}

function choicesOf(parameter: Parameter, locale: Locale): readonly Choice[] {
  return (parameter.choices ?? []).map(({ value, label }) => ({ value: String(value), label: label[locale] }));
}

function problemAt(slot: string, outcome: Outcome): string {
  return !outcome.ok && outcome.problem.slot === slot ? outcome.problem.message : '';
}

function resultModel(outcome: Outcome, locale: Locale): ResultModel {
  if (!outcome.ok) return { ok: false, message: outcome.problem.message };
  return {
    ok: true,
    text: formatNumber(outcome.value),
    exact: String(outcome.value),
    unit: outcome.unit === undefined ? '' : words[outcome.unit][locale],
    reduction: reductionText(outcome.reduction, locale),
    role: outcome.role === undefined ? '' : words[outcome.role][locale],
    convention: conventionName(outcome.convention, locale),
    conventionNote: outcome.conventionNote ?? '',
  };
}

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
      first: termTexts(outcome, 0, firstTerms),
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
