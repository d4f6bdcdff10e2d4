import type { Locale } from '../base/text';
import type { ParameterValue } from '../catalog/formula';
import type { PlotScene } from '../rendering/plots/scene';

/** One choice of a list. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** One input field: the slot it fills, or the alternatives of which it fills one. */
export interface SlotModel {
  readonly slot: string;
  readonly label: string;
  readonly symbol: string;
  readonly domain: string;
  readonly optional: boolean;
  /** Slots of which exactly one is given; one entry where there is no choice. */
  readonly alternatives: readonly Choice[];
  readonly text: string;
  /** False for arrays too long to be edited as text. */
  readonly editable: boolean;
  /** "3 × 2", or "" where nothing was read. */
  readonly shape: string;
  readonly name: string;
  readonly reason: string;
  readonly problem: string;
  /** The arrays on offer, for rebinding, and which of them it is; "" for none. */
  readonly chosen: string;
  readonly arrays: readonly Choice[];
}

export interface ParameterModel {
  readonly name: string;
  readonly label: string;
  readonly symbol: string;
  readonly kind: 'number' | 'integer' | 'boolean' | 'choice';
  readonly value: ParameterValue;
  readonly choices: readonly Choice[];
  readonly slider?: { readonly from: number; readonly to: number; readonly step: number };
  readonly problem: string;
}

export type ResultModel =
  | {
      readonly ok: true;
      readonly text: string;
      /** The double in its shortest exact form. */
      readonly exact: string;
      readonly unit: string;
      readonly reduction: string;
      readonly role: string;
      readonly convention: string;
      readonly conventionNote: string;
    }
  | { readonly ok: false; readonly message: string };

export interface TermsModel {
  readonly count: number;
  readonly shape: string;
  /** The first terms, as printed. */
  readonly first: readonly string[];
}

export interface DoubtModel {
  readonly severity: 'warning' | 'information' | 'hint';
  readonly message: string;
  /** Title of the button that evaluates as was probably meant. */
  readonly remedy?: string;
}

/** What the panel shows: words, numbers as text, TeX. It decides nothing but layout. */
export interface CalculatorModel {
  readonly locale: Locale;
  readonly formula: {
    readonly id: string;
    readonly name: string;
    readonly tex: string;
    readonly words: string;
    /** Markdown with TeX between dollars. */
    readonly about: string;
  };
  readonly origin: string;
  readonly slots: readonly SlotModel[];
  readonly canSwap: boolean;
  readonly parameters: readonly ParameterModel[];
  readonly reduction?: { readonly value: string; readonly choices: readonly Choice[] };
  readonly base?: { readonly value: string; readonly choices: readonly Choice[] };
  readonly convention: { readonly value: string; readonly choices: readonly Choice[] };
  readonly result: ResultModel;
  readonly steps: readonly string[];
  readonly terms?: TermsModel;
  readonly plots: readonly PlotScene[];
  readonly doubts: readonly DoubtModel[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The catalogue as the picker lists it: everything a person may type to find a formula. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly aliases: readonly string[];
}
