import type { NamedArray } from '../arrays/namedArray';
import type { ProblemCode } from '../base/result';
import type { ConventionId, FormulaId } from '../catalog/ids';
import type { ParameterValue } from '../catalog/formula';

/** Numbers in nested lists, as a person or JSON writes a tensor. */
export type Nested = number | readonly Nested[];

/** What to evaluate: slots and parameters bear the names of the catalogue's record. */
export interface Request {
  readonly formula: FormulaId | string;
  readonly inputs: { readonly [slot: string]: NamedArray | Nested };
  readonly params?: { readonly [name: string]: ParameterValue | undefined };
  /** Whose definition: `textbook` when absent. */
  readonly convention?: ConventionId | string;
  /** The library's symbol whose definition to follow exactly, e.g. `torch.nn.KLDivLoss`. */
  readonly symbol?: string;
}

/** Something about an evaluation's arrays that makes the number doubtful. Code: an id of the pitfalls where one fits. */
export interface Doubt {
  readonly code: string;
  readonly severity: 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly slot?: string;
  readonly index?: number;
  readonly remedy?: { readonly title: string; readonly request: Request };
}

export type Unit = 'bits' | 'nats' | 'hartleys';

/** The answer to a request. */
export type Outcome =
  | {
      readonly ok: true;
      /** Null for a formula in TeX that the catalogue does not know. */
      readonly formula: FormulaId | null;
      readonly value: number;
      readonly unit?: Unit;
      readonly convention: ConventionId;
      /** One sentence on how this convention's number differs from the textbook's. */
      readonly conventionNote?: string;
      readonly reduction?: string;
      readonly reductions?: { readonly mean: number; readonly sum: number; readonly none: readonly number[] };
      readonly terms?: Float64Array | readonly number[];
      readonly termShape?: readonly number[];
      readonly gradient?: {
        readonly [slot: string]: {
          readonly values: Float64Array | readonly number[];
          readonly shape: readonly number[];
        };
      };
      readonly steps?: readonly string[];
      readonly parts?: { readonly [name: string]: number | readonly number[] | readonly string[] };
      /** For formulas of distributions: whether each (each row of class probabilities) sums to 1 within 1e-9. */
      readonly normalized?: boolean;
      /** The value after dividing each distribution by its sum, where `normalized` is false. */
      readonly valueNormalized?: number;
      /** Whether it is the loss of one sample, the cost of a batch, or a measure. */
      readonly role?: 'loss' | 'cost' | 'objective' | 'measure';
      readonly doubts: readonly Doubt[];
    }
  | {
      readonly ok: false;
      readonly problem: {
        readonly code: ProblemCode;
        readonly slot?: string;
        readonly index?: number;
        readonly message: string;
      };
      /** What the arrays look like instead, with the request that would fit, where that shows. */
      readonly doubts?: readonly Doubt[];
    };
