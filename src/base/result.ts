import type { Text } from './text';

/** Why a computation was refused. `too-large` and `unknown` come from doors, the rest from checks of arguments. */
export type ProblemCode = 'empty' | 'shape' | 'domain' | 'missing' | 'unknown' | 'too-large';

/** A refusal: what was expected, what was found and where, in one sentence per language. */
export interface Problem {
  readonly code: ProblemCode;
  /** The slot or parameter that is at fault. */
  readonly slot?: string;
  /** Flat row-major index of the first offending element. */
  readonly index?: number;
  readonly message: Text;
}

/** A value, or the reason why there is none. Failures are values here; a thrown error is a bug. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}
