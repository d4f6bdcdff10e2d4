import type { Result } from '../base/result';
import type { Text } from '../base/text';
import type { Computation } from '../numeric/computation';
import type { Tensor } from '../numeric/tensor';
import type { FormulaId } from './ids';

export type ParameterValue = number | string | boolean | null;

export type Family = 'regression' | 'classification' | 'information' | 'coding';

/** What an array means to a formula; binding by name and the doubts about data go by role. */
export type Role =
  | 'prediction'
  | 'target'
  | 'logits'
  | 'log-probabilities'
  | 'probabilities'
  | 'class-index'
  | 'margin-score'
  | 'margin-label'
  | 'distribution'
  | 'joint'
  | 'weight'
  | 'embedding'
  | 'samples'
  | 'labels'
  | 'other';

/** An input of a formula. Names are those of the golden set: prediction, target, logits, classIndex, p, q, joint … */
export interface Slot {
  readonly name: string;
  readonly role: Role;
  readonly label: Text;
  /** How the slot is written in the record's TeX, e.g. `\\hat y`. */
  readonly symbol: string;
  /** Shape in words of its axes: [] scalar, ['N'], ['N', 'C']; absent: any shape, the same for all such slots. */
  readonly axes?: readonly string[];
  /** What values are admitted, in words. */
  readonly domain: Text;
  readonly optional?: boolean;
  /** Exactly one slot of the same group is given (`logits` or `probabilities`); the first is the usual one. */
  readonly group?: string;
  /** Only together with this slot, which stands before it: labels of Y with labels of X. Then needed, unless optional. */
  readonly with?: string;
  /** Other names under which people keep such arrays in code and tables: y_true, labels, y_pred … lower case. */
  readonly usualNames: readonly string[];
}

/** A parameter of a formula. */
export interface Parameter {
  readonly name: string;
  readonly label: Text;
  readonly symbol: string;
  readonly kind: 'number' | 'integer' | 'boolean' | 'choice' | 'base';
  readonly default: ParameterValue;
  readonly choices?: readonly { readonly value: ParameterValue; readonly label: Text }[];
  /** Admitted numbers; the exclusive flags leave the end points out. ∞ is admitted where `maximum` is Infinity. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  /** Range of the slider in the calculator. */
  readonly slider?: { readonly from: number; readonly to: number; readonly step: number };
}

/** The checked arguments of one evaluation: parameters are complete (defaults filled in) and of the declared kind. */
export interface Arguments {
  readonly arrays: { readonly [slot: string]: Tensor };
  readonly params: { readonly [name: string]: ParameterValue };
}

/** The curve of a loss over one variable, for plots: value, slope and curvature at x. */
export interface Curve {
  /** `prediction`: the loss depends on more than the residual; it is drawn for one target, which `label` tells. */
  readonly axis: 'residual' | 'prediction' | 'margin' | 'probability' | 'logit';
  /** The name of x, where that of the axis does not say enough. */
  readonly label?: Text;
  readonly from: number;
  readonly to: number;
  value(x: number, params: Arguments['params']): number;
  slope(x: number, params: Arguments['params']): number;
  curvature?(x: number, params: Arguments['params']): number;
}

export interface Notation {
  readonly tex: string;
  readonly note: Text;
}

/** What a formula is: one record, one file. */
export interface Formula {
  readonly id: FormulaId;
  readonly family: Family;
  /** First is the name shown; then aliases as people write them. */
  readonly names: { readonly en: readonly string[]; readonly 'zh-cn': readonly string[] };
  readonly summary: Text;
  readonly slots: readonly Slot[];
  readonly params: readonly Parameter[];
  /** The left side, e.g. `L_\\delta(y, \\hat y)`, and the right side with parameters as symbols. */
  readonly tex: { readonly left: string; readonly right: string };
  /** The right side for given parameters, when these change its look (δ = 1.5 put in, base 2 …); else symbols are replaced. */
  texWith?(params: { readonly [name: string]: ParameterValue }): string;
  /** The formula in words, for alt text and screen readers. */
  readonly words: Text;
  readonly notations: readonly Notation[];
  /** `information`: the value has a unit that follows the base. */
  readonly unit?: 'information';
  /** One sample's loss, a batch's cost, anything minimised, or a measure that nobody minimises as such. */
  readonly role: 'loss' | 'cost' | 'objective' | 'measure';
  readonly range: Text;
  readonly limits: Text;
  readonly robustness: Text;
  readonly curvature: Text;
  readonly use: Text;
  readonly avoid: Text;
  readonly references: readonly string[];
  /** Checks the arguments and binds them. The one door between names and numbers. */
  compute?(args: Arguments): Result<Computation>;
  /** TeX of the index-th term with its numbers put in, e.g. `\\tfrac12 (3-2.5)^2`; `digits` prints a number. */
  termTex?(args: Arguments, index: number, digits: (x: number) => string): string;
  /**
   * TeX of the value with numbers put in, for formulas that are no sum of terms: a quotient of entropies, the logarithm
   * of a sum. `sum` is the sum of the terms as `termTex` writes them, empty without it.
   */
  valueTex?(args: Arguments, digits: (x: number) => string, sum: string): string;
  /** TeX of `finish` around the reduced number: the root of RMSE. For formulas whose computation finishes. */
  finishTex?(reduced: string, params: Arguments['params']): string;
  readonly curve?: Curve;
}
