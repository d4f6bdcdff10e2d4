import type { Text } from '../../base/text';
import type { ParameterValue } from '../formula';
import type { FormulaId } from '../ids';
import type { Derivation } from './derivations';

/** Where the input of a formula comes from: an input of the relation, one derived from some, or constant numbers. */
export type Source =
  | string
  | { readonly derive: Derivation; readonly from: readonly string[] }
  | { readonly constant: readonly number[] };

/** A parameter's value: given as it is, or taken from a parameter of the relation. */
export type ParameterSource = ParameterValue | { readonly param: string };

/** One summand: coefficient · formula(inputs; params), the value squared or exponentiated where `apply` says so. */
export interface RelationTerm {
  /** A number, or the relation's parameter that is the factor (δ in Huber = δ · smooth L1). */
  readonly coefficient: number | { readonly param: string };
  /** Absent: the summand is the coefficient itself. */
  readonly formula?: FormulaId;
  readonly inputs?: { readonly [slot: string]: Source };
  readonly params?: { readonly [name: string]: ParameterSource };
  readonly apply?: 'square' | 'exp';
}

/** An array that a relation is about. */
export interface RelationInput {
  readonly name: string;
  readonly label: Text;
  /** An example on which the relation holds, for pictures and for trying it out. */
  readonly example: readonly number[] | readonly (readonly number[])[];
}

/** A parameter that all sides share: the base of the logarithm, δ. */
export interface RelationParameter {
  readonly name: string;
  readonly default: ParameterValue;
}

/** A law between formulas: both sides are sums of formulas' values. */
export interface Relation {
  readonly id: string;
  readonly name: Text;
  readonly tex: string;
  /** The law in words. */
  readonly words: Text;
  /** Left = right, or left ≤ right. */
  readonly sign: '=' | '≤';
  /** On which inputs it holds; `always` needs no more than that the formulas are defined. */
  readonly condition: Text;
  readonly inputs: readonly RelationInput[];
  readonly params: readonly RelationParameter[];
  readonly left: readonly RelationTerm[];
  readonly right: readonly RelationTerm[];
}
