import { maximumComputedElements } from './limits';
import type { ArrayValue, NumberValue, Value } from './value';
import { opaque, sizeOf, trouble } from './value';

/** Arrays that a call computes from a few numbers. Sizes are checked before anything is allocated. */

export function filled(shape: readonly number[], fill: number, integer = false): Value {
  if (shape.length === 0 || !shape.every((length) => Number.isInteger(length) && length >= 0)) {
    return opaque;
  }
  const size = sizeOf(shape);
  if (size > maximumComputedElements) {
    return trouble('too-large');
  }
  return size === 0
    ? trouble('empty')
    : { kind: 'array', values: new Array<number>(size).fill(fill), shape, integer, list: false };
}

export function identity(size: number): Value {
  const zeros = filled([size, size], 0);
  if (zeros.kind !== 'array') {
    return zeros;
  }
  const values = zeros.values.map((_, i) => (i % (size + 1) === 0 ? 1 : 0));
  return { ...zeros, values };
}

/** `count` points from `from` to `to`, the latter included unless said otherwise, as numpy.linspace computes them. */
export function linspace(from: number, to: number, count: number, endpoint = true): Value {
  const intervals = endpoint ? count - 1 : count;
  return sequence(count, (i) => {
    if (endpoint && i === count - 1 && i > 0) {
      return to;
    }
    return intervals > 0 ? from + i * ((to - from) / intervals) : from;
  });
}

/** from, from + step … before `to`, as numpy.arange and Python's range. */
export function arange(from: number, to: number, step: number, integer: boolean): Value {
  const count = Math.max(0, Math.ceil((to - from) / step));
  return sequence(count, (i) => from + i * step, integer);
}

/** from, from + step … up to and including `to`, as the colon of R, MATLAB and Julia. */
export function colon(from: number, to: number, step: number, integer: boolean): Value {
  const count = Math.max(0, Math.floor((to - from) / step + 1e-10) + 1);
  return sequence(count, (i) => from + i * step, integer);
}

export function sequence(count: number, element: (index: number) => number, integer = false): Value {
  if (!Number.isFinite(count)) {
    return opaque;
  }
  const zeros = filled([count], 0, integer);
  return zeros.kind === 'array' ? { ...zeros, values: zeros.values.map((_, i) => element(i)) } : zeros;
}

/** The lengths that an argument such as `3` or `(2, 3)` names; undefined for anything else. */
export function lengthsOf(value: Value | undefined): readonly number[] | undefined {
  if (value?.kind === 'number') {
    return [value.value];
  }
  return value?.kind === 'array' && value.shape.length === 1 ? value.values : undefined;
}

/** The values cut to what a data type of this name can hold; the type's name may be dotted or quoted. */
export function cast(value: ArrayValue | NumberValue, dtype: string): Value {
  const name = dtype.slice(dtype.lastIndexOf('.') + 1).toLowerCase();
  if (/^(obj|str|string|datetime|complex|c(64|128))/.test(name)) {
    return opaque;
  }
  if (/^bool/.test(name)) {
    return convert(value, (x) => (x !== 0 ? 1 : 0), true);
  }
  if (/^(u?int|long|short|u?i\d|[ui](8|16|32|64)$|[<>|=]?[iu]\d$)/.test(name)) {
    return convert(value, Math.trunc, true);
  }
  return value.kind === 'array' ? { ...value, integer: false } : { ...value, integer: false };
}

export function convert(
  value: ArrayValue | NumberValue,
  change: (x: number) => number,
  integer = false,
): ArrayValue | NumberValue {
  return value.kind === 'array'
    ? { ...value, values: value.values.map((x) => change(x)), integer, list: false }
    : { ...value, value: change(value.value), integer };
}
