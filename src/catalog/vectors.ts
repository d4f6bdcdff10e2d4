import type { Problem, Result } from '../base/result';
import { fail, succeed } from '../base/result';
import { nonEmpty, sameShape } from '../numeric/checks/shapes';
import type { Tensor } from '../numeric/tensor';
import { bind } from './binding';
import type { Arguments, Slot } from './formula';

/** Vectors of equal shape, one per row; a single vector is one row. */
export interface Rows<Name extends string> {
  readonly arrays: { readonly [N in Name]: Tensor };
  readonly rows: number;
  readonly width: number;
}

/** Binds arrays of vectors, at least one component and all of the same shape. */
export function bindRows<Name extends string>(args: Arguments, names: readonly Name[]): Result<Rows<Name>> {
  const bound = bind(args, names);
  if (!bound.ok) return bound;
  const [first, ...others] = names;
  const vectors = bound.value[first];
  let problem: Problem | undefined = nonEmpty(first, vectors);
  for (const name of others) problem ??= sameShape(first, vectors, name, bound.value[name]);
  if (problem) return fail(problem);
  const width = vectors.shape[vectors.shape.length - 1] ?? 1;
  return succeed({ arrays: bound.value, rows: vectors.values.length / width, width });
}

const anyNumber = { en: 'real numbers', 'zh-cn': '实数' } as const;

/** A slot of vectors, one per row; a single vector is admitted. */
export function vectorSlot(
  name: string,
  en: string,
  chinese: string,
  symbol: string,
  usualNames: readonly string[],
): Slot {
  return {
    name,
    role: 'embedding',
    label: { en, 'zh-cn': chinese },
    symbol,
    domain: anyNumber,
    usualNames,
  };
}

/** A row's vector in TeX, `(1,\,2,\,3)`, cut after four components. */
export function vectorTex(tensor: Tensor, row: number, width: number, digits: (x: number) => string): string {
  const all = Array.from(tensor.values.subarray(row * width, (row + 1) * width), digits);
  const shown = all.length > 5 ? [...all.slice(0, 4), '\\dots'] : all;
  return `(${shown.join(',\\,')})`;
}
