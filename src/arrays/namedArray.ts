/** Why something that looks like an array could not be read. */
export type ArrayProblemCode =
  | 'truncated'
  | 'ragged'
  | 'empty'
  | 'not-literal'
  | 'not-numeric'
  | 'unbalanced'
  | 'too-deep'
  | 'too-large'
  | 'refused'
  | 'unsupported'
  | 'corrupt';

/** An array that was found in a text, a file or a debugger; flat row-major values, `shape` multiplies to their number. */
export interface NamedArray {
  readonly name?: string;
  readonly values: Float64Array | readonly number[];
  readonly shape: readonly number[];
  readonly dtype?: string;
  /** Where it stands in the document it came from. */
  readonly start?: number;
  readonly end?: number;
  /** Where it comes from: 'text', a file's name, a debugger's expression … */
  readonly source: string;
  readonly note?: string;
  readonly problem?: { readonly code: ArrayProblemCode; readonly message: string };
}
