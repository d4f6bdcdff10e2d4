import { maximumComputedElements } from './limits';
import { sameShape } from './stack';
import type { ArrayValue, NumberValue, Value } from './value';
import { isNumeric, numberValue, opaque, sizeOf, trouble } from './value';

/** How a language does constant arithmetic. */
export interface ArithmeticRules {
  /** `/` of two integers cuts towards zero. */
  readonly integerDivision: boolean;
  /** Whose sign `%` takes. */
  readonly modulo: 'divisor' | 'dividend';
  /** What `+` and `*` do to plain lists: Python joins and repeats them, R and Julia compute, C and JavaScript neither. */
  readonly lists: 'python' | 'elementwise' | 'none';
}

type Scalar = (a: number, b: number) => number;

function operation(op: string, rules: ArithmeticRules, integers: boolean): Scalar | undefined {
  switch (op) {
    case '+':
    case '.+':
      return (a, b) => a + b;
    case '-':
    case '.-':
      return (a, b) => a - b;
    case '*':
    case '.*':
      return (a, b) => a * b;
    case '/':
    case './':
      return rules.integerDivision && integers ? (a, b) => Math.trunc(a / b) : (a, b) => a / b;
    case '//':
      return (a, b) => Math.floor(a / b);
    case '%':
      return rules.modulo === 'divisor' ? (a, b) => a - b * Math.floor(a / b) : (a, b) => a % b;
    case '**':
    case '.^':
    case '^':
      return (a, b) => a ** b;
    default:
      return undefined;
  }
}

/** Operators whose result is no integer though both sides are. */
const leavesIntegers = new Set(['/', './']);

/** The value of `left op right`; opaque where the language would refuse or give no numbers. */
export function binary(op: string, left: Value, right: Value, rules: ArithmeticRules): Value {
  if (!isNumeric(left) || !isNumeric(right)) {
    return opaque;
  }
  if (isList(left) || isList(right)) {
    if (rules.lists === 'python' && !isTensor(left) && !isTensor(right)) {
      return joinLists(op, left, right);
    }
    if (rules.lists === 'none') {
      return opaque;
    }
  }
  const integers = left.integer && right.integer;
  const compute = operation(op, rules, integers);
  if (compute === undefined) {
    return opaque;
  }
  const integer = integers && (rules.integerDivision || !leavesIntegers.has(op));
  return broadcast(left, right, compute, integer);
}

function isList(value: NumberValue | ArrayValue): value is ArrayValue {
  return value.kind === 'array' && value.list;
}

function isTensor(value: NumberValue | ArrayValue): boolean {
  return value.kind === 'array' ? !value.list : value.wrapped === true;
}

function joinLists(op: string, left: NumberValue | ArrayValue, right: NumberValue | ArrayValue): Value {
  if (op === '+' && left.kind === 'array' && right.kind === 'array') {
    const fits = sameShape(left.shape.slice(1), right.shape.slice(1));
    return fits
      ? {
          ...left,
          values: [...left.values, ...right.values],
          shape: [left.shape[0]! + right.shape[0]!, ...left.shape.slice(1)],
          integer: left.integer && right.integer,
        }
      : trouble('ragged');
  }
  if (op === '*' && left.kind === 'array' && right.kind === 'number') {
    return repeat(left, right.value);
  }
  if (op === '*' && right.kind === 'array' && left.kind === 'number') {
    return repeat(right, left.value);
  }
  return opaque;
}

/** The array `times` times in a row, along its first axis. */
export function repeat(array: ArrayValue, times: number): Value {
  if (!Number.isInteger(times) || times < 0) {
    return opaque;
  }
  if (array.values.length * times > maximumComputedElements) {
    return trouble('too-large');
  }
  const values: number[] = [];
  for (let i = 0; i < times; i++) {
    for (const value of array.values) {
      values.push(value);
    }
  }
  return times === 0
    ? trouble('empty')
    : { ...array, values, shape: [array.shape[0]! * times, ...array.shape.slice(1)] };
}

function broadcast(
  left: NumberValue | ArrayValue,
  right: NumberValue | ArrayValue,
  compute: Scalar,
  integer: boolean,
): Value {
  if (left.kind === 'number' && right.kind === 'number') {
    const wrapped = left.wrapped === true || right.wrapped === true;
    const result = numberValue(compute(left.value, right.value), integer);
    return wrapped ? { ...result, wrapped } : result;
  }
  if (right.kind === 'number') {
    return mapArray(left as ArrayValue, (a) => compute(a, right.value), integer);
  }
  if (left.kind === 'number') {
    return mapArray(right, (b) => compute(left.value, b), integer);
  }
  if (sameShape(left.shape, right.shape)) {
    return mapArray(left, (a, i) => compute(a, right.values[i]!), integer);
  }
  return broadcastArrays(left, right, compute, integer);
}

/** The array with every element replaced. */
export function mapArray(
  array: ArrayValue,
  change: (value: number, index: number) => number,
  integer = false,
): ArrayValue {
  return { kind: 'array', values: array.values.map(change), shape: array.shape, integer, list: false };
}

function broadcastArrays(left: ArrayValue, right: ArrayValue, compute: Scalar, integer: boolean): Value {
  const axes = Math.max(left.shape.length, right.shape.length);
  const a = padShape(left.shape, axes);
  const b = padShape(right.shape, axes);
  if (!a.every((length, axis) => length === b[axis] || length === 1 || b[axis] === 1)) {
    return opaque;
  }
  const shape = a.map((length, axis) => (length === 1 ? b[axis]! : length));
  const size = sizeOf(shape);
  if (size > maximumComputedElements) {
    return trouble('too-large');
  }
  const values = new Array<number>(size);
  for (let i = 0; i < size; i++) {
    values[i] = compute(left.values[indexIn(i, shape, a)]!, right.values[indexIn(i, shape, b)]!);
  }
  return { kind: 'array', values, shape, integer, list: false };
}

function padShape(shape: readonly number[], axes: number): number[] {
  return [...new Array<number>(axes - shape.length).fill(1), ...shape];
}

/** Flat index in an operand of shape `own` for flat index `flat` in the broadcast `shape`. */
function indexIn(flat: number, shape: readonly number[], own: readonly number[]): number {
  let index = 0;
  let stride = 1;
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const position = rest % shape[axis]!;
    rest = (rest - position) / shape[axis]!;
    if (own[axis] !== 1) {
      index += position * stride;
    }
    stride *= own[axis]!;
  }
  return index;
}

/** The value of a sign in front of an operand. */
export function unary(op: string, operand: Value, rules: ArithmeticRules): Value {
  if (op === '+') {
    return isNumeric(operand) ? operand : opaque;
  }
  if (op !== '-') {
    return opaque;
  }
  if (operand.kind === 'number') {
    return { ...operand, value: -operand.value };
  }
  const computes = operand.kind === 'array' && (!operand.list || rules.lists === 'elementwise');
  return computes ? mapArray(operand, (value) => -value, operand.integer) : opaque;
}
