import type { NamedArray } from '../arrays/namedArray';
import type { ParameterValue } from '../catalog/formula';
import type { ConventionId, FormulaId } from '../catalog/ids';

/** What stands in one input field: the text as it is, and the array it is read as, or why it can't be. */
export interface SlotInput {
  readonly text: string;
  readonly array?: NamedArray;
  readonly problem?: string;
  /** Why this array was bound to this slot, for the person to judge. */
  readonly reason?: string;
}

/** Everything a calculator holds. Plain data: it is kept by the host, replayed to a new panel and survives a reload. */
export interface CalculatorState {
  readonly formula: FormulaId;
  readonly convention: ConventionId;
  /** The library symbol that the formula was opened from; it settles the convention's details. */
  readonly symbol?: string;
  /** Only what was chosen; the record's defaults fill the rest. */
  readonly params: { readonly [name: string]: ParameterValue };
  readonly inputs: { readonly [slot: string]: SlotInput };
  /** Arrays at hand to choose from. */
  readonly offered: readonly NamedArray[];
  /** Where the arrays came from, in words: a file's name, "selection". */
  readonly origin?: string;
}
