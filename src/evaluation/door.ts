import type { ArrayProblemCode, NamedArray } from '../arrays/namedArray';
import { fail, succeed, type Problem, type Result } from '../base/result';
import type { Text } from '../base/text';
import type { Formula } from '../catalog/formula';
import { alternatives, slotsToFill } from '../catalog/slotChoice';
import { place, shapeText } from '../numeric/checks/place';
import type { Tensor } from '../numeric/tensor';
import type { Nested } from './outcome';

/** More elements than this in one input are refused before memory is taken: 400 MB as doubles. */
export const elementLimit = 50_000_000;

/** Deeper nesting than this is a mistake, not a tensor. */
const depthLimit = 32;

/**
 * Lets the inputs of a request in: nested lists, numbers, typed arrays and named arrays become tensors, with one copy
 * at most (none for a Float64Array). The strings "NaN", "Infinity" and "-Infinity", which JSON writes for those
 * numbers, are numbers here, true and false are 1 and 0. Whatever else is found is refused with a sentence that says
 * what and where; `inputs` may be anything at all.
 */
export function openDoor(record: Formula, inputs: unknown): Result<{ readonly [slot: string]: Tensor }> {
  const tensors: { [slot: string]: Tensor } = {};
  for (const [name, input] of Object.entries(isObject(inputs) ? inputs : {})) {
    if (input === undefined) continue;
    if (!record.slots.some((slot) => slot.name === name)) return fail(unknownSlot(record, name));
    const tensor = tensorOf(name, input);
    if (!tensor.ok) return tensor;
    tensors[name] = tensor.value;
  }
  const absent = missingSlot(record, tensors);
  return absent === undefined ? succeed(tensors) : fail(absent);
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

/** Lists have a method of the name `values`; an array with a name has a field. */
function isNamed(value: unknown): value is NamedArray {
  return isObject(value) && !Array.isArray(value) && !ArrayBuffer.isView(value) && 'values' in value;
}

/** One input as a tensor. */
export function tensorOf(slot: string, input: unknown): Result<Tensor> {
  const scalar = numberOf(input);
  if (scalar !== undefined) return succeed({ values: Float64Array.of(scalar), shape: [] });
  if (Array.isArray(input)) return fromNested(slot, input);
  if (ArrayBuffer.isView(input)) return fromFlat(slot, input, [lengthOf(input)]);
  if (isNamed(input)) return fromNamed(slot, input);
  return fail(notNumeric(slot, [], 0, input));
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') return spelled.get(value);
  return undefined;
}

const spelled: ReadonlyMap<string, number> = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);

function lengthOf(list: ArrayLike<unknown> | ArrayBufferView): number {
  return 'length' in list ? list.length : 0;
}

function fromNamed(slot: string, named: NamedArray): Result<Tensor> {
  // The types are a promise of whoever wrote the request; it may have come as JSON.
  const { problem, values, shape }: { readonly [field: string]: unknown } = { ...named };
  if (isObject(problem)) return fail(unreadable(slot, String(problem['message'])));
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) return fail(notNumeric(slot, [], 0, values));
  const axes: readonly unknown[] = Array.isArray(shape) ? shape : [lengthOf(values)];
  const isShape = axes.every((length) => Number.isInteger(length) && (length as number) >= 0);
  const size = axes.reduce<number>((product, length) => product * (length as number), 1);
  if (!isShape || size !== lengthOf(values)) return fail(wrongSize(slot, axes, lengthOf(values)));
  return fromFlat(slot, values, axes as readonly number[]);
}

function fromFlat(
  slot: string,
  list: ArrayBufferView | readonly unknown[],
  shape: readonly number[],
): Result<Tensor> {
  const refused = refusedSize(slot, shape);
  if (refused) return fail(refused);
  if (list instanceof Float64Array) return succeed({ values: list, shape });
  const flat = list as ArrayLike<unknown>;
  const values = new Float64Array(flat.length);
  for (let i = 0; i < values.length; i++) {
    const value = numberOf(flat[i]);
    if (value === undefined) return fail(notNumeric(slot, shape, i, flat[i]));
    values[i] = value;
  }
  return succeed({ values, shape });
}

function fromNested(slot: string, list: readonly unknown[]): Result<Tensor> {
  const shape = outerShape(list);
  if (shape === undefined) return fail(tooDeep(slot));
  const refused = refusedSize(slot, shape);
  if (refused) return fail(refused);
  const values = new Float64Array(shape.reduce((product, length) => product * length, 1));
  const problem = fill(slot, list, shape, values);
  return problem === undefined ? succeed({ values, shape }) : fail(problem);
}

/** The lengths along the first elements, which every other element has to agree with. */
function outerShape(list: readonly unknown[]): readonly number[] | undefined {
  const shape: number[] = [];
  for (let inner: unknown = list; Array.isArray(inner); inner = inner[0]) {
    shape.push(inner.length);
    if (shape.length > depthLimit) return undefined;
  }
  return shape;
}

/** Copies the numbers, row by row of the innermost axis; `undefined` when everything fits the shape. */
function fill(
  slot: string,
  list: readonly unknown[],
  shape: readonly number[],
  values: Float64Array,
): Problem | undefined {
  const width = shape[shape.length - 1]!;
  const counters = new Array<number>(Math.max(0, shape.length - 1)).fill(0);
  for (let start = 0; start < values.length; start += width) {
    const row = descend(slot, list, shape, counters);
    if (!row.ok) return row.problem;
    const problem = copyRow(slot, row.value, shape, values, start);
    if (problem) return problem;
    advance(counters, shape);
  }
  return undefined;
}

/** Follows the counters to an innermost row; every list on the way must have its axis' length. */
function descend(
  slot: string,
  list: readonly unknown[],
  shape: readonly number[],
  counters: readonly number[],
): Result<readonly unknown[]> {
  let row = list;
  for (const [depth, index] of counters.entries()) {
    const inner = row[index];
    const at =
      slot +
      counters
        .slice(0, depth + 1)
        .map((i) => `[${i}]`)
        .join('');
    if (!Array.isArray(inner) || inner.length !== shape[depth + 1]) {
      return fail(ragged(slot, at, shape[depth + 1]!, inner));
    }
    row = inner;
  }
  return succeed(row);
}

function copyRow(
  slot: string,
  row: readonly unknown[],
  shape: readonly number[],
  values: Float64Array,
  start: number,
): Problem | undefined {
  for (let i = 0; i < row.length; i++) {
    const value = numberOf(row[i]);
    if (value === undefined) {
      return Array.isArray(row[i])
        ? ragged(slot, place(slot, shape, start + i), undefined, row[i])
        : notNumeric(slot, shape, start + i, row[i]);
    }
    values[start + i] = value;
  }
  return undefined;
}

function advance(counters: number[], shape: readonly number[]): void {
  for (let axis = counters.length - 1; axis >= 0; axis--) {
    counters[axis]!++;
    if (counters[axis]! < shape[axis]!) return;
    counters[axis] = 0;
  }
}

function refusedSize(slot: string, shape: readonly number[]): Problem | undefined {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size === 0) {
    return problemOf('empty', slot, {
      en: `${slot} is empty: at least one value is needed.`,
      'zh-cn': `${slot} 为空：至少需要一个值。`,
    });
  }
  if (size <= elementLimit) return undefined;
  return problemOf('too-large', slot, {
    en: `${slot} has ${size} elements; at most ${elementLimit} can be evaluated.`,
    'zh-cn': `${slot} 有 ${size} 个元素；最多可计算 ${elementLimit} 个。`,
  });
}

/** The first slot that has to be given and is not, or one given where it may not be. */
function missingSlot(record: Formula, tensors: { readonly [slot: string]: Tensor }): Problem | undefined {
  const isGiven = (name: string) => Object.hasOwn(tensors, name);
  const toFill = slotsToFill(record.slots, isGiven);
  for (const slot of toFill) {
    const group = alternatives(record.slots, slot);
    const [present, another] = group.filter(({ name }) => isGiven(name));
    if (present && another) return twice(present.name, another.name);
    if (present === undefined && group.every(({ optional }) => optional !== true)) {
      return absent(group.map(({ name }) => name));
    }
  }
  const stray = record.slots.find((slot) => isGiven(slot.name) && !toFill.includes(slot));
  return stray?.with === undefined ? undefined : alone(stray.name, stray.with);
}

function absent(alternatives: readonly string[]): Problem {
  const [first] = alternatives;
  return problemOf('missing', first!, {
    en: `${alternatives.join(' or ')} is missing.`,
    'zh-cn': `缺少 ${alternatives.join(' 或 ')}。`,
  });
}

function alone(name: string, companion: string): Problem {
  return problemOf('missing', companion, {
    en: `${name} goes with ${companion}, which is missing.`,
    'zh-cn': `${name} 须与 ${companion} 一起给出，但缺少 ${companion}。`,
  });
}

function twice(first: string, second: string): Problem {
  return problemOf('unknown', second, {
    en: `${first} and ${second} exclude each other: give one of them.`,
    'zh-cn': `${first} 与 ${second} 不能同时给出，请只给其中一个。`,
  });
}

/** An input of a request as an array with a shape; one that cannot be read says why, as any array does. */
export function namedArrayOf(input: NamedArray | Nested): NamedArray {
  if (isNamed(input)) return input;
  const tensor = tensorOf('', input);
  if (tensor.ok) return { ...tensor.value, source: 'request' };
  const { code, message } = tensor.problem;
  return {
    values: [],
    shape: [0],
    source: 'request',
    problem: { code: arrayProblems[code], message: message.en },
  };
}

const arrayProblems: { readonly [C in Problem['code']]: ArrayProblemCode } = {
  empty: 'empty',
  shape: 'ragged',
  domain: 'not-numeric',
  missing: 'empty',
  unknown: 'unsupported',
  'too-large': 'too-large',
};

function unknownSlot(record: Formula, name: string): Problem {
  const known = record.slots.map((slot) => slot.name);
  return problemOf('unknown', name, {
    en:
      known.length === 0
        ? `${record.id} takes parameters only, no input ${quote(name)}.`
        : `${record.id} has no input ${quote(name)}; its inputs are ${known.join(', ')}.`,
    'zh-cn':
      known.length === 0
        ? `${record.id} 只有参数，没有名为 ${quote(name)} 的输入。`
        : `${record.id} 没有名为 ${quote(name)} 的输入；它的输入有 ${known.join('、')}。`,
  });
}

function unreadable(slot: string, reason: string): Problem {
  return problemOf('domain', slot, {
    en: `${slot} could not be read: ${reason}`,
    'zh-cn': `无法读取 ${slot}：${reason}`,
  });
}

function wrongSize(slot: string, axes: readonly unknown[], length: number): Problem {
  const shape = `[${axes.map(String).join(', ')}]`;
  return problemOf('shape', slot, {
    en: `${slot} has ${length} values, which do not fill its shape ${shape}.`,
    'zh-cn': `${slot} 有 ${length} 个值，与其形状 ${shape} 不符。`,
  });
}

function tooDeep(slot: string): Problem {
  return problemOf('shape', slot, {
    en: `${slot} is nested more than ${depthLimit} lists deep.`,
    'zh-cn': `${slot} 的嵌套超过 ${depthLimit} 层。`,
  });
}

function ragged(slot: string, at: string, expected: number | undefined, found: unknown): Problem {
  const list = Array.isArray(found) ? found.length : undefined;
  const wanted: Text =
    expected === undefined
      ? { en: 'a number', 'zh-cn': '一个数' }
      : { en: `a list of ${expected}`, 'zh-cn': `长度为 ${expected} 的列表` };
  const seen: Text =
    list === undefined
      ? { en: describe(found), 'zh-cn': describe(found) }
      : { en: `a list of ${list}`, 'zh-cn': `长度为 ${list} 的列表` };
  return problemOf('shape', slot, {
    en: `${slot} is ragged: ${at} should be ${wanted.en} as the others, but is ${seen.en}.`,
    'zh-cn': `${slot} 不规则：${at} 应与其他元素一样为${wanted['zh-cn']}，实际为 ${seen['zh-cn']}。`,
  });
}

function notNumeric(slot: string, shape: readonly number[], index: number, found: unknown): Problem {
  const at = place(slot, shape, index);
  const message: Text = {
    en: `${at} must be a number, but is ${describe(found)}.`,
    'zh-cn': `${at} 应为数值，实际为 ${describe(found)}。`,
  };
  return { code: 'domain', slot, index, message };
}

function problemOf(code: Problem['code'], slot: string, message: Text): Problem {
  return { code, slot, message };
}

/** A value of any kind in a few characters. */
function describe(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return shapeText([value.length]);
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
