import type { NamedArray } from '../arrays/namedArray';

/** Arrays up to this many elements are shown and edited as text; longer ones are shown in part. */
export const editableElements = 400;

/** The array as nested lists in brackets, numbers in their shortest exact form. */
export function textOf(array: NamedArray): string {
  if (array.values.length > editableElements) return headOf(array);
  const numbers = Array.from(array.values, numberText);
  return nested(numbers, array.shape, { next: 0 }, 0);
}

/** "4", "3 × 2"; "" for a scalar. */
export function shapeText(shape: readonly number[]): string {
  return shape.join(' × ');
}

function headOf(array: NamedArray): string {
  const head = Array.from(array.values.slice(0, 6), numberText).join(', ');
  return `[${head}, …]`;
}

function nested(
  numbers: readonly string[],
  shape: readonly number[],
  cursor: { next: number },
  axis: number,
): string {
  if (axis >= shape.length) return numbers[cursor.next++] ?? '';
  const rows: string[] = [];
  for (let row = 0; row < shape[axis]; row++) rows.push(nested(numbers, shape, cursor, axis + 1));
  return `[${rows.join(', ')}]`;
}

function numberText(x: number): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? 'Infinity' : '-Infinity';
  return String(x);
}
