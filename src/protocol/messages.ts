import type { ParameterValue } from '../catalog/formula';
import type { InsertionKind } from '../calculator/insertion';
import type { CalculatorModel, CatalogueEntry } from '../calculator/model';

/** What the panel asks of the host, and what it gets. Every request is answered. */
export interface PanelRequests {
  ready: { readonly ask: null; readonly answer: PanelStart };
  chooseFormula: { readonly ask: { readonly formula: string }; readonly answer: null };
  chooseConvention: { readonly ask: { readonly convention: string }; readonly answer: null };
  setParameter: {
    readonly ask: { readonly name: string; readonly value: ParameterValue };
    readonly answer: null;
  };
  editInput: { readonly ask: { readonly slot: string; readonly text: string }; readonly answer: null };
  bindArray: { readonly ask: { readonly slot: string; readonly array: number }; readonly answer: null };
  chooseSlot: { readonly ask: { readonly from: string; readonly to: string }; readonly answer: null };
  swap: { readonly ask: null; readonly answer: null };
  takeSelection: { readonly ask: null; readonly answer: null };
  takeRemedy: { readonly ask: { readonly doubt: number }; readonly answer: null };
  undo: { readonly ask: null; readonly answer: null };
  redo: { readonly ask: null; readonly answer: null };
  insert: { readonly ask: { readonly kind: InsertionKind }; readonly answer: { readonly inserted: boolean } };
  copy: { readonly ask: { readonly kind: InsertionKind }; readonly answer: null };
}

/** What the host tells the panel. */
export interface HostRequests {
  show: { readonly ask: CalculatorModel; readonly answer: null };
}

/** The first answer to a panel that has just been created or re-created: state is replayed. */
export interface PanelStart {
  readonly model: CalculatorModel;
  readonly catalogue: readonly CatalogueEntry[];
}

/** The asking side's view of a contract: a name, what is asked, what is answered. */
export type Contract<C> = { readonly [K in keyof C]: { readonly ask: unknown; readonly answer: unknown } };
