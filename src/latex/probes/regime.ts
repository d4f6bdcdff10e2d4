import type { ParameterValue } from '../../catalog/formula';
import type { FormulaId } from '../../catalog/ids';
import type { Tensor } from '../../numeric/tensor';

/** The numbers of one probe, by the name of the quantity. */
export interface Probe {
  readonly [quantity: string]: Tensor;
}

export type QuantityKind = 'array' | 'parameter' | 'count';

/** Something a symbol of a formula may stand for. */
export interface Quantity {
  readonly name: string;
  readonly kind: QuantityKind;
  /** Names that usually stand for it. */
  readonly usual: RegExp;
  /** Names that never do. */
  readonly never?: RegExp;
  /** Quantities of different groups are other views of the same data and never meet in one formula. */
  readonly group?: string;
  /** The slot it is reported as; its own name when absent. */
  readonly slot?: string;
}

/** How a record of the catalogue is computed on the quantities of a regime. */
export interface Reference {
  readonly formula: FormulaId;
  /** Slot -> quantity. */
  readonly slots: { readonly [slot: string]: string };
  /** Parameter -> quantity whose symbol it is; a number in the formula may stand in its place. */
  readonly symbols?: { readonly [parameter: string]: string };
  readonly fixed?: { readonly [parameter: string]: ParameterValue };
  /** Parameters to report that are neither symbols nor numbers of the formula. */
  readonly reported?: { readonly [parameter: string]: string };
  /** Parameter -> quantity that it equals, though the symbol stands for something made of it. */
  readonly implied?: { readonly [parameter: string]: string };
  /** The reference is the record's value times this quantity. */
  readonly times?: string;
  /** The reference is one less the record's value: a similarity for a loss. */
  readonly complement?: true;
  /** Where the record has no number for it: the value on a probe. */
  readonly value?: (probe: Probe) => number;
  /** Names that suit this formula better than its rivals. */
  readonly prefers?: RegExp;
  /** Symbols with which the numbers agree but the meaning does not. */
  readonly veto?: (names: readonly string[]) => boolean;
  /** Quantities that must be among the symbols. */
  readonly needs?: readonly string[];
  /** Decides between formulas that coincide; more is better. */
  readonly weight?: number;
  /** How the formula is reduced when only this is meant: a measure of a whole is no elementwise thing. */
  readonly only?: readonly ('natural' | 'mean' | 'sum' | 'none')[];
}

/** A kind of data, and what can be computed on it. */
export interface Regime {
  readonly name: string;
  readonly quantities: readonly Quantity[];
  readonly references: readonly Reference[];
  readonly probes: readonly Probe[];
  /** The probes are single samples, which records see as batches of one. */
  readonly single?: true;
  /** Vectors side by side may mean their inner product: −y·log p. */
  readonly summable?: true;
}

/** How many probes decide. */
export const probeCount = 7;

export function probesOf(make: (seed: number) => Probe): readonly Probe[] {
  return Array.from({ length: probeCount }, (_, seed) => make(seed + 1));
}
