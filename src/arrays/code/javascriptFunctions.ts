import { elementary } from '../reading/elementary';
import { convert, filled, lengthsOf, linspace } from '../reading/generate';
import { reshape } from '../reading/stack';
import type { ArrayValue, NumberValue, Value } from '../reading/value';
import { isNumeric, opaque } from '../reading/value';
import type { CallArguments, KnownFunction } from './calls';
import { argument, numberArgument } from './calls';

/** `tf.tensor(values, shape?)`, `nj.array(values)`, `new Float32Array(values)`. */
function construct(args: CallArguments): Value {
  const data = args.positional[0];
  const shape = lengthsOf(args.positional[1]);
  if (data === undefined || !isNumeric(data)) {
    return data ?? opaque;
  }
  if (data.kind === 'number') {
    return { ...data, wrapped: true };
  }
  return shape === undefined ? data : (reshape(data, shape) ?? opaque);
}

function typedArray(integer: boolean): KnownFunction {
  return (args) => {
    const data = args.positional[0];
    if (data?.kind !== 'array') {
      return opaque;
    }
    return integer ? convert(data, Math.trunc, true) : data;
  };
}

function fill(value: number | undefined): KnownFunction {
  return (args) => {
    const shape = lengthsOf(argument(args, 0));
    const element = value ?? numberArgument(args, 1);
    return shape === undefined || element === undefined ? opaque : filled(shape, element);
  };
}

function listOf(args: CallArguments): Value {
  const numbers = args.positional.filter((value): value is NumberValue => value.kind === 'number');
  return numbers.length > 0 && numbers.length === args.positional.length
    ? {
        kind: 'array',
        values: numbers.map((number) => number.value),
        shape: [numbers.length],
        integer: false,
        list: true,
      }
    : opaque;
}

function computeLinspace(args: CallArguments): Value {
  const [from, to, count] = [0, 1, 2].map((position) => numberArgument(args, position));
  return from === undefined || to === undefined || count === undefined ? opaque : linspace(from, to, count);
}

const functions: ReadonlyMap<string, KnownFunction> = new Map<string, KnownFunction>([
  ...['tensor', 'tensor1d', 'tensor2d', 'tensor3d', 'tensor4d', 'scalar', 'variable', 'matrix', 'array'].map(
    (name): [string, KnownFunction] => [name, construct],
  ),
  ['zeros', fill(0)],
  ['ones', fill(1)],
  ['fill', fill(undefined)],
  ['linspace', computeLinspace],
]);

const typedArrays = /^(?:Float(?:16|32|64)|(Big)?U?[iI]nt(?:8|16|32|64)(?:Clamped)?)Array(?:\.(?:from|of))?$/;

/** The value of `path(args)` and `new path(args)`, opaque where the function is not known. */
export function callJavaScript(path: string, args: CallArguments): Value {
  if (typedArrays.test(path)) {
    return path.endsWith('.of') ? listOf(args) : typedArray(!path.startsWith('Float'))(args);
  }
  if (path === 'Array.from' || path === 'Array.of' || path === 'Array') {
    return path === 'Array.of' || args.positional.length > 1 ? listOf(args) : typedArray(false)(args);
  }
  if (path.startsWith('Math.')) {
    return callMath(path.slice('Math.'.length), args);
  }
  const dot = path.lastIndexOf('.');
  const known = dot > 0 ? functions.get(path.slice(dot + 1)) : undefined;
  return known === undefined ? opaque : known(args);
}

function callMath(name: string, args: CallArguments): Value {
  const [base, exponent] = args.positional;
  if (name === 'pow' && base?.kind === 'number' && exponent?.kind === 'number') {
    return { kind: 'number', value: base.value ** exponent.value, integer: false };
  }
  const compute = elementary.get(name);
  return compute !== undefined && base?.kind === 'number' && args.positional.length === 1
    ? convert(base, compute)
    : opaque;
}

/** The value of `receiver.method(args)`; undefined where the method is not known. */
export function callJavaScriptMethod(
  receiver: ArrayValue,
  method: string,
  args: CallArguments,
): Value | undefined {
  switch (method) {
    case 'slice':
    case 'flat':
      return args.positional.length > 0 ? undefined : method === 'slice' ? receiver : flat(receiver);
    case 'reshape': {
      const shape = lengthsOf(args.positional[0]);
      return shape === undefined ? undefined : reshape(receiver, shape);
    }
    case 'as1D':
      return flat(receiver);
    case 'toFloat':
    case 'clone':
      return receiver;
    default:
      return undefined;
  }
}

function flat(array: ArrayValue): Value {
  return { ...array, shape: [array.values.length] };
}

/** Constants of JavaScript, bare or of a module. */
export const javaScriptConstants: ReadonlyMap<string, number> = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['undefined', NaN],
  ['Number.NaN', NaN],
  ['Number.POSITIVE_INFINITY', Infinity],
  ['Number.NEGATIVE_INFINITY', -Infinity],
  ['Number.EPSILON', Number.EPSILON],
  ['Math.PI', Math.PI],
  ['Math.E', Math.E],
  ['Math.LN2', Math.LN2],
  ['Math.SQRT2', Math.SQRT2],
]);
