import type { Locale } from '../../base/text';
import type { FormulaId } from '../../catalog/ids';
import type { FormulaText } from '../formulaText';
import type { Budget } from '../match';
import type { Candidate } from '../recognise';
import type { Recognition } from '../recognition';

/** What the search for faults starts from. */
export interface Examined {
  readonly tex: string;
  readonly text: FormulaText;
  readonly candidate: Candidate | undefined;
  readonly recognition: Recognition;
  readonly named: readonly FormulaId[];
  readonly locale: Locale;
  readonly budget: Budget;
}

export function faultsOf(examined: Examined): Recognition {
  return examined.recognition;
}
