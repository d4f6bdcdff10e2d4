import type { ArrayProblemCode } from '../namedArray';

/** A number known at reading time. `integer` follows the language's own types: `1` is one, `1.0` is not. */
export interface NumberValue {
  readonly kind: 'number';
  readonly value: number;
  readonly integer: boolean;
  /** Written as an array without axes, as in `torch.tensor(0.5)`. */
  readonly wrapped?: boolean;
}

/** A dense array; flat row-major values. */
export interface ArrayValue {
  readonly kind: 'array';
  readonly values: readonly number[];
  readonly shape: readonly number[];
  readonly integer: boolean;
  /** A plain list of the language, for which `+` and `*` mean something else than arithmetic. */
  readonly list: boolean;
}

/** Several arrays under keys: a list of records, a data frame. */
export interface ColumnsValue {
  readonly kind: 'columns';
  readonly columns: readonly { readonly name: string; readonly value: ArrayValue | Trouble }[];
}

/** A dict or object; what its keys hold. */
export interface RecordValue {
  readonly kind: 'record';
  readonly fields: readonly { readonly name: string; readonly value: Value }[];
}

/** Looks like an array, but cannot be read as one. */
export interface Trouble {
  readonly kind: 'trouble';
  readonly code: ArrayProblemCode;
}

/** What an expression is worth to somebody who looks for arrays. */
export type Value =
  | NumberValue
  | ArrayValue
  | ColumnsValue
  | RecordValue
  | Trouble
  | { readonly kind: 'text'; readonly text: string }
  /** A dotted name that is no constant: `np.array`. */
  | { readonly kind: 'path'; readonly path: string }
  /** `…`: values that were left out. */
  | { readonly kind: 'elided' }
  | { readonly kind: 'opaque' };

export const opaque: Value = { kind: 'opaque' };
export const elided: Value = { kind: 'elided' };

export function numberValue(value: number, integer = false): NumberValue {
  return { kind: 'number', value, integer };
}

export function trouble(code: ArrayProblemCode): Trouble {
  return { kind: 'trouble', code };
}

export function isNumeric(value: Value): value is NumberValue | ArrayValue {
  return value.kind === 'number' || value.kind === 'array';
}

/** The number of elements of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
