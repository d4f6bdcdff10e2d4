import type { NamedArray } from '../arrays/namedArray';
import { formulaOf } from '../catalog/catalog';
import type { Formula, ParameterValue } from '../catalog/formula';
import { slotsToFill } from '../catalog/slotChoice';
import { isFormulaId, type ConventionId, type FormulaId } from '../catalog/ids';
import type { Nested, Outcome, Request } from '../evaluation/outcome';
import { textOf } from './arrayText';
import { sampleInputs } from './samples';
import type { CalculatorState, SlotInput } from './state';
import type { BoundArray, CalculatorTools } from './tools';
import { words } from './words';

/** What opens a calculator: a formula with its parameters, and the arrays that came along. */
export interface Opening {
  readonly formula?: FormulaId;
  readonly params?: { readonly [name: string]: ParameterValue };
  readonly symbol?: string;
  readonly convention?: ConventionId;
  /** Arrays that the user pointed at: they are bound, whatever comes of it. */
  readonly arrays?: readonly NamedArray[];
  /** Arrays that merely stand around: they are bound when the formula can be evaluated on them, else only offered. */
  readonly nearby?: readonly NamedArray[];
  readonly origin?: string;
}

/** A calculator for a formula with the sample arrays, so that an empty one teaches. */
export function firstState(formula: FormulaId, tools: CalculatorTools): CalculatorState {
  return {
    formula,
    convention: 'textbook',
    params: {},
    inputs: sampleInputs(recordOf(formula), tools),
    offered: [],
    origin: words.sample[tools.locale],
  };
}

/** The state after opening from code, a note or a selection; arrays that do not come along stay as they are. */
export function open(state: CalculatorState, opening: Opening, tools: CalculatorTools): CalculatorState {
  const formula = opening.formula ?? state.formula;
  const renewed: CalculatorState = {
    formula,
    convention: opening.convention ?? (opening.formula === undefined ? state.convention : 'textbook'),
    ...(opening.symbol !== undefined && { symbol: opening.symbol }),
    params: opening.params ?? (opening.formula === undefined ? state.params : {}),
    inputs: state.inputs,
    offered: state.offered,
    ...(state.origin !== undefined && { origin: state.origin }),
  };
  if (opening.arrays !== undefined && opening.arrays.length > 0) {
    return withArrays(renewed, opening.arrays, opening.origin, tools);
  }
  if (opening.nearby !== undefined && opening.nearby.length > 0) return withNearby(renewed, opening, tools);
  return formula === state.formula ? renewed : rebound(renewed, tools);
}

function withNearby(state: CalculatorState, opening: Opening, tools: CalculatorTools): CalculatorState {
  const bound = withArrays(state, opening.nearby ?? [], opening.origin, tools);
  return tools.evaluate(requestOf(bound)).ok ? bound : withSamples(bound, tools);
}

/** Another formula for the arrays at hand; where these fill no slot, its sample arrays. */
export function withFormula(
  state: CalculatorState,
  formula: FormulaId,
  tools: CalculatorTools,
): CalculatorState {
  if (formula === state.formula) return state;
  const { symbol: _symbol, ...rest } = state;
  return rebound({ ...rest, formula, convention: 'textbook', params: {} }, tools);
}

export function withParameter(state: CalculatorState, name: string, value: ParameterValue): CalculatorState {
  return { ...state, params: { ...state.params, [name]: value } };
}

export function withConvention(state: CalculatorState, convention: ConventionId): CalculatorState {
  const { symbol: _symbol, ...rest } = state;
  return { ...rest, convention };
}

/** The text of an input field as typed: kept whatever it is, read as an array when it is one. */
export function withInputText(
  state: CalculatorState,
  slot: string,
  text: string,
  tools: CalculatorTools,
): CalculatorState {
  return { ...state, inputs: { ...state.inputs, [slot]: readInput(text, tools) } };
}

/** Gives the array that is on offer at `index` to the slot. */
export function withBinding(state: CalculatorState, slot: string, index: number): CalculatorState {
  const array = state.offered[index];
  if (array === undefined) return state;
  return { ...state, inputs: { ...state.inputs, [slot]: inputOf({ array, reason: '' }) } };
}

/** Moves the array of one alternative to the other: logits ↔ probabilities. */
export function withSlotChosen(state: CalculatorState, from: string, to: string): CalculatorState {
  const { [from]: moved, ...others } = state.inputs;
  return { ...state, inputs: { ...others, [to]: moved ?? { text: '' } } };
}

/** Exchanges the arrays of the first two slots that are shown. */
export function swapped(state: CalculatorState): CalculatorState {
  const [first, second] = shownSlots(recordOf(state.formula), state).filter((slot) => !slot.optional);
  if (first === undefined || second === undefined) return state;
  const { [first.name]: a, [second.name]: b } = state.inputs;
  return {
    ...state,
    inputs: { ...state.inputs, [first.name]: b ?? { text: '' }, [second.name]: a ?? { text: '' } },
  };
}

/** New arrays: bound to the formula's slots, the rest on offer. Those that can't be read show their sentence. */
export function withArrays(
  state: CalculatorState,
  arrays: readonly NamedArray[],
  origin: string | undefined,
  tools: CalculatorTools,
): CalculatorState {
  const record = recordOf(state.formula);
  const readable = arrays.filter((array) => array.problem === undefined);
  const bound = inputsOf(tools.bind(record, readable));
  const refused = arrays.filter((array) => array.problem !== undefined);
  return {
    ...state,
    inputs: withRefusals(record, bound, refused),
    offered: readable,
    ...(origin !== undefined && { origin }),
  };
}

/** The request that a state stands for. */
export function requestOf(state: CalculatorState): Request {
  const inputs: Record<string, NamedArray> = {};
  for (const slot of shownSlots(recordOf(state.formula), state)) {
    const array = state.inputs[slot.name]?.array;
    if (array !== undefined) inputs[slot.name] = array;
  }
  return {
    formula: state.formula,
    inputs,
    params: state.params,
    convention: state.convention,
    ...(state.symbol !== undefined && { symbol: state.symbol }),
  };
}

/** The slots that have a field: of alternatives the one that is filled, or the usual one; companions with theirs. */
export function shownSlots(record: Formula, state: CalculatorState): Formula['slots'] {
  return slotsToFill(record.slots, (name) => state.inputs[name] !== undefined);
}

export function recordOf(formula: FormulaId): Formula {
  const record = formulaOf(formula);
  if (record === undefined) throw new Error(`The catalogue has no record "${formula}".`);
  return record;
}

function rebound(state: CalculatorState, tools: CalculatorTools): CalculatorState {
  const record = recordOf(state.formula);
  const inputs = inputsOf(tools.bind(record, state.offered));
  const isComplete = shownSlots(record, { ...state, inputs }).every(
    (slot) => slot.optional || inputs[slot.name],
  );
  if (state.offered.length > 0 && isComplete) return { ...state, inputs };
  return withSamples(state, tools);
}

function withSamples(state: CalculatorState, tools: CalculatorTools): CalculatorState {
  return {
    ...state,
    inputs: sampleInputs(recordOf(state.formula), tools),
    origin: words.sample[tools.locale],
  };
}

function inputsOf(bound: { readonly [slot: string]: BoundArray }): { [slot: string]: SlotInput } {
  return Object.fromEntries(Object.entries(bound).map(([slot, given]) => [slot, inputOf(given)]));
}

function inputOf({ array, reason }: BoundArray): SlotInput {
  return { text: textOf(array), array, reason };
}

/** Puts what could not be read into the slots that are still empty, so that the sentence stands where it belongs. */
function withRefusals(
  record: Formula,
  bound: { [slot: string]: SlotInput },
  refused: readonly NamedArray[],
): { [slot: string]: SlotInput } {
  const free = slotsToFill(record.slots, (name) => bound[name] !== undefined).filter(
    (slot) => slot.optional !== true && bound[slot.name] === undefined,
  );
  const inputs = { ...bound };
  refused.forEach((array, index) => {
    const slot = free[index];
    if (slot) inputs[slot.name] = { text: array.note ?? '', problem: array.problem?.message ?? '' };
  });
  return inputs;
}

function readInput(text: string, tools: CalculatorTools): SlotInput {
  if (text.trim() === '') return { text };
  const arrays = tools.readArrays([text], 'plaintext');
  const array = arrays.find((found) => found.problem === undefined);
  const problem = arrays.find((found) => found.problem !== undefined)?.problem?.message;
  if (problem !== undefined) return { text, problem };
  return array === undefined ? { text, problem: words.noNumbers[tools.locale] } : { text, array };
}

/** Takes the corrected evaluation that a doubt offers. */
export function withRemedy(
  state: CalculatorState,
  outcome: Outcome,
  doubt: number,
  tools: CalculatorTools,
): CalculatorState {
  const request = outcome.ok ? outcome.doubts[doubt]?.remedy?.request : undefined;
  if (request === undefined || !isFormulaId(request.formula)) return state;
  const inputs = Object.fromEntries(
    Object.entries(request.inputs).map(([slot, given]) => [slot, inputOfGiven(given, tools)]),
  );
  const params = Object.fromEntries(
    Object.entries(request.params ?? {}).filter(([, value]) => value !== undefined),
  );
  return { ...state, formula: request.formula, inputs, params: params as CalculatorState['params'] };
}

function inputOfGiven(given: NamedArray | Nested, tools: CalculatorTools): SlotInput {
  if (isNamedArray(given)) return inputOf({ array: given, reason: '' });
  return readInput(JSON.stringify(given), tools);
}

function isNamedArray(given: NamedArray | Nested): given is NamedArray {
  return typeof given === 'object' && 'values' in given && 'shape' in given;
}
