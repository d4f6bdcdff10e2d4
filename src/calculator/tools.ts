import type { NamedArray } from '../arrays/namedArray';
import type { Locale } from '../base/text';
import type { Formula } from '../catalog/formula';
import type { ConventionChoice } from '../evaluation/evaluator';
import type { Outcome, Request } from '../evaluation/outcome';

/** An array given to a slot, and why. */
export interface BoundArray {
  readonly array: NamedArray;
  readonly reason: string;
}

/** What the calculator needs of the other rooms; the engine hands it in. */
export interface CalculatorTools {
  readonly locale: Locale;
  evaluate(request: Request): Outcome;
  /** The conventions that a formula has, the textbook's first. */
  conventionsOf(formula: string): readonly ConventionChoice[];
  /** Reads each text on its own, as a selection or an input field gives it. */
  readArrays(texts: readonly string[], languageId: string): readonly NamedArray[];
  /** Gives arrays to a formula's slots by name, role and order. */
  bind(formula: Formula, arrays: readonly NamedArray[]): { readonly [slot: string]: BoundArray };
}
