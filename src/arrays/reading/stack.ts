import { maximumAxes } from './limits';
import type { ArrayValue, RecordValue, Trouble, Value } from './value';
import { sizeOf, trouble } from './value';

/** Which trouble of its items a list reports, most telling first. */
const troublesByWeight = [
  'truncated',
  'too-deep',
  'too-large',
  'unbalanced',
  'not-literal',
  'not-numeric',
  'ragged',
  'empty',
] as const;

/** The value of a list of items: one more axis than they have, or why that cannot be. */
export function stack(items: readonly Value[]): Value {
  if (items.length === 0) {
    return trouble('empty');
  }
  if (items.every((item): item is RecordValue => item.kind === 'record')) {
    return columnsOf(items);
  }
  return troubleAmong(items) ?? stackNumeric(items as readonly NumericItem[]);
}

type NumericItem = Extract<Value, { kind: 'number' | 'array' }>;

function troubleAmong(items: readonly Value[]): Trouble | undefined {
  let heaviest: number = troublesByWeight.length;
  for (const item of items) {
    const code = codeOf(item);
    if (code !== undefined) {
      heaviest = Math.min(heaviest, troublesByWeight.indexOf(code));
    }
  }
  return heaviest < troublesByWeight.length ? trouble(troublesByWeight[heaviest]!) : undefined;
}

function codeOf(item: Value): (typeof troublesByWeight)[number] | undefined {
  switch (item.kind) {
    case 'number':
    case 'array':
      return undefined;
    case 'trouble':
      return (troublesByWeight as readonly string[]).includes(item.code)
        ? (item.code as (typeof troublesByWeight)[number])
        : 'not-literal';
    case 'elided':
      return 'truncated';
    case 'text':
      return 'not-numeric';
    default:
      return 'not-literal';
  }
}

function stackNumeric(items: readonly NumericItem[]): ArrayValue | Trouble {
  const inner = shapeOf(items[0]!);
  if (inner.length >= maximumAxes) {
    return trouble('too-deep');
  }
  const values: number[] = [];
  let integer = true;
  for (const item of items) {
    if (!sameShape(shapeOf(item), inner)) {
      return trouble('ragged');
    }
    integer &&= item.integer;
    if (item.kind === 'number') {
      values.push(item.value);
    } else {
      for (const value of item.values) {
        values.push(value);
      }
    }
  }
  return { kind: 'array', values, shape: [items.length, ...inner], integer, list: true };
}

function shapeOf(item: NumericItem): readonly number[] {
  return item.kind === 'number' ? [] : item.shape;
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/** One array per key of the records; a key that a record lacks is NaN there, keys without any number are left out. */
function columnsOf(records: readonly RecordValue[]): Value {
  const cells = new Map<string, Value[]>();
  records.forEach((record, row) => {
    for (const { name, value } of record.fields) {
      let column = cells.get(name);
      if (column === undefined) {
        cells.set(name, (column = new Array<Value>(records.length).fill(missing)));
      }
      column[row] = value;
    }
  });
  const columns: { name: string; value: ArrayValue | Trouble }[] = [];
  for (const [name, values] of cells) {
    const value = stack(values);
    const telling = value.kind === 'trouble' && (value.code === 'ragged' || value.code === 'truncated');
    if (value.kind === 'array' || telling) {
      columns.push({ name, value });
    }
  }
  return columns.length > 0 ? { kind: 'columns', columns } : { kind: 'opaque' };
}

const missing: Value = { kind: 'number', value: NaN, integer: false };

/** The same values under another shape, one length of which may be -1; undefined where they do not fit. */
export function reshape(array: ArrayValue, wanted: readonly number[]): ArrayValue | undefined {
  const known = sizeOf(wanted.filter((length) => length !== -1));
  const shape = wanted.map((length) => (length === -1 ? array.values.length / known : length));
  const fits = shape.every((length) => Number.isInteger(length) && length >= 0);
  return fits && sizeOf(shape) === array.values.length ? { ...array, shape, list: false } : undefined;
}

/** Rows become columns: all axes in reverse order, as `.T` does. */
export function transpose(array: ArrayValue): ArrayValue {
  const { shape } = array;
  if (shape.length < 2) {
    return { ...array, list: false };
  }
  const turned = [...shape].reverse();
  const strides = stridesOf(shape).reverse();
  const values = new Array<number>(array.values.length);
  const index = new Array<number>(turned.length).fill(0);
  let from = 0;
  for (let to = 0; to < values.length; to++) {
    values[to] = array.values[from]!;
    for (let axis = turned.length - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++index[axis]! < turned[axis]!) {
        break;
      }
      from -= strides[axis]! * turned[axis]!;
      index[axis] = 0;
    }
  }
  return { ...array, values, shape: turned, list: false };
}

function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  }
  return strides;
}
