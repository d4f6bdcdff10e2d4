import { mapArray } from '../reading/arithmetic';
import { elementary } from '../reading/elementary';
import { arange, cast, convert, filled, identity, lengthsOf, linspace } from '../reading/generate';
import { reshape, transpose } from '../reading/stack';
import type { ArrayValue, NumberValue, Value } from '../reading/value';
import { isNumeric, opaque } from '../reading/value';
import type { CallArguments, KnownFunction } from './calls';
import { argument, nameOf, numberArgument } from './calls';

/** Marks a value as an array of a library, for which `*` and `+` compute. */
function tensor(value: Value): Value {
  if (value.kind === 'array') {
    return { ...value, list: false };
  }
  return value.kind === 'number' ? { ...value, wrapped: true } : value;
}

function construct(args: CallArguments, dtype?: string): Value {
  const data = argument(args, 0, 'object', 'data', 'value', 'a', 'initial_value');
  if (data === undefined) {
    return opaque;
  }
  if (data.kind === 'record') {
    return opaque;
  }
  const named = args.named.get('dtype');
  const type = dtype ?? nameOf(named ?? args.positional[1]);
  if (!isNumeric(data)) {
    return data;
  }
  const value = tensor(data) as ArrayValue | NumberValue;
  const shape = lengthsOf(args.named.get('shape'));
  const cut = type === undefined ? value : cast(value, type);
  return cut.kind === 'array' && shape !== undefined ? (reshape(cut, shape) ?? opaque) : cut;
}

function fill(value: number): KnownFunction {
  return (args) => {
    const single = lengthsOf(argument(args, 0, 'shape', 'size'));
    const shape =
      args.positional.length > 1 && args.positional.every((length) => length.kind === 'number')
        ? args.positional.map((length) => (length as NumberValue).value)
        : single;
    return shape === undefined ? opaque : filled(shape, value);
  };
}

function full(args: CallArguments): Value {
  const shape = lengthsOf(argument(args, 0, 'shape', 'size', 'dims'));
  const value = numberArgument(args, 1, 'fill_value', 'value');
  return shape === undefined || value === undefined ? opaque : filled(shape, value);
}

function pythonRange(args: CallArguments): Value {
  const numbers = args.positional.map((value) => (value.kind === 'number' ? value : undefined));
  if (numbers.length === 0 || numbers.includes(undefined)) {
    return opaque;
  }
  const [first, second, third] = numbers as NumberValue[];
  const step = third?.value ?? numberArgument(args, 2, 'step') ?? 1;
  const integer = (numbers as NumberValue[]).every((number) => number.integer);
  if (step === 0) {
    return opaque;
  }
  const value =
    second === undefined
      ? arange(0, first!.value, step, integer)
      : arange(first!.value, second.value, step, integer);
  const type = nameOf(args.named.get('dtype'));
  return type !== undefined && value.kind === 'array' ? cast(value, type) : value;
}

function pythonLinspace(args: CallArguments): Value {
  const from = numberArgument(args, 0, 'start');
  const to = numberArgument(args, 1, 'stop', 'end');
  const count = numberArgument(args, 2, 'num', 'steps') ?? 50;
  const endpoint = numberArgument(args, 3, 'endpoint') !== 0;
  return from === undefined || to === undefined ? opaque : linspace(from, to, count, endpoint);
}

function logspace(args: CallArguments): Value {
  const exponents = pythonLinspace({ positional: args.positional.slice(0, 3), named: args.named });
  const base = numberArgument(args, 4, 'base') ?? 10;
  return exponents.kind === 'array' ? mapArray(exponents, (x) => base ** x) : opaque;
}

function eye(args: CallArguments): Value {
  const size = numberArgument(args, 0, 'n', 'N', 'num_rows');
  return size === undefined || args.positional.length > 1 ? opaque : identity(size);
}

/** `list(range(5))` and `[*…]` write a range out; a range alone is a loop's business. */
function list(args: CallArguments): Value {
  const value = args.positional[0];
  return value?.kind === 'array' ? { ...value, list: true } : opaque;
}

function stackRows(args: CallArguments): Value {
  const value = args.positional[0];
  const axis = numberArgument(args, 1, 'axis', 'dim') ?? 0;
  return value?.kind === 'array' && axis === 0 ? { ...value, list: false } : opaque;
}

function stackColumns(args: CallArguments): Value {
  const value = args.positional[0];
  return value?.kind === 'array' && value.shape.length === 2 ? transpose(value) : opaque;
}

function concatenate(args: CallArguments): Value {
  const value = args.positional[0];
  if (value?.kind !== 'array' || value.shape.length !== 2) {
    return opaque;
  }
  return { ...value, shape: [value.values.length], list: false };
}

function diagonal(args: CallArguments): Value {
  const value = args.positional[0];
  if (value?.kind !== 'array' || value.shape.length !== 1) {
    return opaque;
  }
  const size = value.shape[0]!;
  const zeros = filled([size, size], 0);
  if (zeros.kind !== 'array') {
    return zeros;
  }
  const values = zeros.values.map((_, i) => (i % (size + 1) === 0 ? value.values[i / (size + 1)]! : 0));
  return { ...zeros, values };
}

function math(compute: (x: number) => number): KnownFunction {
  return (args) => {
    const value = args.positional[0];
    return value !== undefined && isNumeric(value) && args.positional.length === 1
      ? convert(value, compute)
      : opaque;
  };
}

function float(args: CallArguments): Value {
  const value = args.positional[0];
  if (value?.kind === 'text') {
    const text = value.text.trim().toLowerCase();
    const special = /^([+-]?)(inf|infinity|nan)$/.exec(text);
    const parsed = special === null ? Number(text) : special[2] === 'nan' ? NaN : Infinity;
    return text === ''
      ? opaque
      : { kind: 'number', value: special?.[1] === '-' ? -parsed : parsed, integer: false };
  }
  return value?.kind === 'number' ? { ...value, integer: false } : opaque;
}

const constructors = [
  'array',
  'asarray',
  'asanyarray',
  'ascontiguousarray',
  'mat',
  'matrix',
  'tensor',
  'as_tensor',
  'from_numpy',
  'to_tensor',
  'constant',
  'convert_to_tensor',
  'Variable',
  'Parameter',
  'Tensor',
  'FloatTensor',
  'DoubleTensor',
  'HalfTensor',
  'Series',
  'Index',
  'mx.nd.array',
];

const integerConstructors = ['LongTensor', 'IntTensor', 'ShortTensor', 'ByteTensor'];

/** Types that, called, convert. */
const converting = ['float16', 'float32', 'float64', 'int8', 'int16', 'int32', 'int64', 'uint8', 'bool_'];

/** What NumPy, PyTorch, TensorFlow, JAX and pandas compute from literals, by the last part of their names. */
const functions: ReadonlyMap<string, KnownFunction> = new Map<string, KnownFunction>([
  ...[...elementary].map(([name, compute]): [string, KnownFunction] => [name, math(compute)]),
  ...constructors.map((name): [string, KnownFunction] => [name, (args) => construct(args)]),
  ...integerConstructors.map((name): [string, KnownFunction] => [name, (args) => construct(args, 'int64')]),
  ...converting.map((name): [string, KnownFunction] => [name, (args) => construct(args, name)]),
  ['BoolTensor', (args) => construct(args, 'bool')],
  ['zeros', fill(0)],
  ['ones', fill(1)],
  ['full', full],
  ['fill', full],
  ['eye', eye],
  ['identity', eye],
  ['arange', pythonRange],
  ['linspace', pythonLinspace],
  ['logspace', logspace],
  ['stack', stackRows],
  ['vstack', stackRows],
  ['row_stack', stackRows],
  ['column_stack', stackColumns],
  ['concatenate', concatenate],
  ['hstack', concatenate],
  ['cat', concatenate],
  ['diag', diagonal],
]);

const bareFunctions: ReadonlyMap<string, KnownFunction> = new Map<string, KnownFunction>([
  ['list', list],
  ['tuple', list],
  ['float', float],
  ['int', math(Math.trunc)],
]);

/** The value of `path(args)`, opaque where the function is not known. */
export function callFunction(path: string, args: CallArguments): Value {
  const bare = bareFunctions.get(path);
  if (bare !== undefined) {
    return bare(args);
  }
  const known = functions.get(path.slice(path.lastIndexOf('.') + 1));
  return known === undefined ? opaque : known(args);
}

const keeping = new Set([
  'cpu',
  'cuda',
  'numpy',
  'tolist',
  'detach',
  'requires_grad_',
  'clone',
  'copy',
  'contiguous',
  'half',
  'float',
  'double',
  'to_numpy',
  'block_until_ready',
]);

const flattening = new Set(['flatten', 'ravel']);

/** The value of `receiver.method(args)`; undefined where the method is not known. */
export function callMethod(
  receiver: ArrayValue | NumberValue,
  method: string,
  args: CallArguments,
): Value | undefined {
  if (keeping.has(method)) {
    return receiver;
  }
  if (method === 'to' || method === 'astype' || method === 'type') {
    const type = nameOf(argument(args, 0, 'dtype'));
    const device = type !== undefined && /^(cuda|cpu|mps|device)\b|device$/.test(type);
    return type === undefined || device ? receiver : cast(receiver, type);
  }
  if (method === 'long' || method === 'int' || method === 'bool') {
    return cast(receiver, method);
  }
  const compute = args.positional.length === 0 ? elementary.get(method) : undefined;
  if (compute !== undefined) {
    return convert(receiver, compute);
  }
  return receiver.kind === 'array' ? callShapeMethod(receiver, method, args) : undefined;
}

function callShapeMethod(receiver: ArrayValue, method: string, args: CallArguments): Value | undefined {
  if (flattening.has(method) && args.positional.length === 0) {
    return { ...receiver, shape: [receiver.values.length], list: false };
  }
  if (method === 'reshape' || method === 'view') {
    const lengths =
      args.positional.length > 1
        ? args.positional.map((length) => (length.kind === 'number' ? length.value : NaN))
        : lengthsOf(argument(args, 0, 'shape'));
    return lengths === undefined ? opaque : (reshape(receiver, lengths) ?? opaque);
  }
  if (method === 't' || (method === 'transpose' && args.positional.length === 0)) {
    return transpose(receiver);
  }
  if (method === 'unsqueeze') {
    return unsqueeze(receiver, numberArgument(args, 0, 'dim'));
  }
  return undefined;
}

function unsqueeze(receiver: ArrayValue, axis: number | undefined): Value {
  if (axis === undefined || !Number.isInteger(axis)) {
    return opaque;
  }
  const shape = [...receiver.shape];
  const at = axis < 0 ? shape.length + 1 + axis : axis;
  if (at < 0 || at > shape.length) {
    return opaque;
  }
  shape.splice(at, 0, 1);
  return { ...receiver, shape };
}

/** Constants by the last part of their dotted names. */
const constants: ReadonlyMap<string, number> = new Map([
  ['inf', Infinity],
  ['Inf', Infinity],
  ['infty', Infinity],
  ['PINF', Infinity],
  ['NINF', -Infinity],
  ['nan', NaN],
  ['NaN', NaN],
  ['NAN', NaN],
  ['NA', NaN],
  ['pi', Math.PI],
  ['e', Math.E],
]);

/** `np.nan`, `math.pi`: a constant of a module, never a bare name. */
export function constantOf(path: string): number | undefined {
  const name =
    /^(?:np|numpy|onp|jnp|jax\.numpy|math|cmath|torch|tf(?:\.math)?|pd|pandas|paddle|mx)\.(\w+)$/.exec(
      path,
    )?.[1];
  return name === undefined ? undefined : constants.get(name);
}
