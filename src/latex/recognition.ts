import type { FormulaId } from '../catalog/ids';

/** Something wrong with a formula's text; offsets count in the TeX that was given. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
  readonly fix?: {
    readonly title: string;
    readonly start: number;
    readonly end: number;
    readonly newText: string;
  };
}

/** What a formula means. `formula: null` is an honest "unknown". */
export interface Recognition {
  readonly formula: FormulaId | null;
  readonly confidence: number;
  /** Base of the logarithms: 2, Math.E or 10. */
  readonly base?: number;
  /** The formula equals `factor` times the catalogue's. */
  readonly factor?: number;
  readonly reduction?: 'mean' | 'sum' | 'none';
  /** Slot name -> the TeX that stands for it, e.g. { p: 'p(x_i)' }. */
  readonly bindings: { readonly [slot: string]: string };
  readonly params?: { readonly [name: string]: number | string };
  /** Other formulas that coincide with it, best first. */
  readonly alternatives?: readonly FormulaId[];
  readonly faults: readonly Fault[];
}
