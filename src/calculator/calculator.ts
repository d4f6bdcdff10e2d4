import type { ParameterValue } from '../catalog/formula';
import type { ConventionId, FormulaId } from '../catalog/ids';
import type { Outcome } from '../evaluation/outcome';
import * as actions from './actions';
import type { History } from './history';
import { insertionText, type InsertionKind, type InsertionTarget } from './insertion';
import type { CalculatorModel, CatalogueEntry } from './model';
import { catalogueEntries, present } from './present';
import type { CalculatorState } from './state';
import type { CalculatorTools } from './tools';

/** The calculator: from one state to the next, and from a state to what is seen. Holds nothing itself. */
export interface Calculator {
  readonly catalogue: readonly CatalogueEntry[];
  first(formula: FormulaId): CalculatorState;
  open(state: CalculatorState, opening: actions.Opening): CalculatorState;
  withFormula(state: CalculatorState, formula: FormulaId): CalculatorState;
  withParameter(state: CalculatorState, name: string, value: ParameterValue): CalculatorState;
  withConvention(state: CalculatorState, convention: ConventionId): CalculatorState;
  withInputText(state: CalculatorState, slot: string, text: string): CalculatorState;
  withBinding(state: CalculatorState, slot: string, array: number): CalculatorState;
  withSlotChosen(state: CalculatorState, from: string, to: string): CalculatorState;
  withRemedy(state: CalculatorState, outcome: Outcome, doubt: number): CalculatorState;
  swapped(state: CalculatorState): CalculatorState;
  evaluate(state: CalculatorState): Outcome;
  present(history: History<CalculatorState>, outcome: Outcome): CalculatorModel;
  /** The text that goes into a document or onto the clipboard. */
  insertion(state: CalculatorState, outcome: Outcome, kind: InsertionKind, target: InsertionTarget): string;
}

export function createCalculator(tools: CalculatorTools): Calculator {
  return {
    catalogue: catalogueEntries(tools.locale),
    first: (formula) => actions.firstState(formula, tools),
    open: (state, opening) => actions.open(state, opening, tools),
    withFormula: (state, formula) => actions.withFormula(state, formula, tools),
    withParameter: actions.withParameter,
    withConvention: actions.withConvention,
    withInputText: (state, slot, text) => actions.withInputText(state, slot, text, tools),
    withBinding: actions.withBinding,
    withSlotChosen: actions.withSlotChosen,
    withRemedy: (state, outcome, doubt) => actions.withRemedy(state, outcome, doubt, tools),
    swapped: actions.swapped,
    evaluate: (state) => tools.evaluate(actions.requestOf(state)),
    present: (history, outcome) => present(history, outcome, tools),
    insertion: (state, outcome, kind, target) => insertionText(state, outcome, kind, target, tools.locale),
  };
}
