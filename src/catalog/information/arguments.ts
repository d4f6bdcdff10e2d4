import { fail, succeed, type Problem, type Result } from '../../base/result';
import { logarithmBase, type LogarithmBase } from '../../numeric/information/logarithm';
import type { Tensor } from '../../numeric/tensor';
import type { Arguments } from '../formula';
import { placeOf } from './tex';

/** Where an element stands, as one writes it in code: `joint[1][0]`. */
export function elementName(slot: string, index: number, shape: readonly number[]): string {
  if (shape.length === 0) return slot;
  return `${slot}${placeOf(index, shape)
    .map((i) => `[${i}]`)
    .join('')}`;
}

/** A weight vector or table of one or more numbers ≥ 0 (NaN is let through, it shows in the result). */
export function weights(args: Arguments, slot: string): Result<Tensor> {
  return within(args, slot, Infinity);
}

/** Numbers in [0, 1], each the probability of an event of its own. */
export function probabilities(args: Arguments, slot: string): Result<Tensor> {
  return within(args, slot, 1);
}

function within(args: Arguments, slot: string, maximum: number): Result<Tensor> {
  const tensor = args.arrays[slot];
  if (tensor === undefined) return fail(missing(slot));
  const { values, shape } = tensor;
  if (values.length === 0) return fail(empty(slot));
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x < 0 || x > maximum) return fail(outside(slot, i, shape, x, maximum));
  }
  return succeed(tensor);
}

/** Two distributions over the same outcomes. */
export function pair(
  args: Arguments,
  first: string,
  second: string,
): Result<{ readonly p: Tensor; readonly q: Tensor }> {
  const p = weights(args, first);
  if (!p.ok) return p;
  const q = weights(args, second);
  if (!q.ok) return q;
  if (!sameShape(p.value.shape, q.value.shape)) {
    return fail(shapesDiffer(first, p.value.shape, second, q.value.shape));
  }
  return succeed({ p: p.value, q: q.value });
}

/** The base among the parameters. */
export function baseOf(args: Arguments): Result<LogarithmBase> {
  const base = logarithmBase(args.params.base);
  if (base !== undefined) return succeed(base);
  const found = JSON.stringify(args.params.base ?? null);
  return fail({
    code: 'domain',
    slot: 'base',
    message: {
      en: `The base of the logarithm is 2, "e", 10 or another positive number except 1, not ${found}.`,
      'zh-cn': `对数的底应为 2、"e"、10 或其他不等于 1 的正数，而不是 ${found}。`,
    },
  });
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

export function missing(slot: string): Problem {
  return {
    code: 'missing',
    slot,
    message: { en: `${slot} is missing.`, 'zh-cn': `缺少 ${slot}。` },
  };
}

export function empty(slot: string): Problem {
  return {
    code: 'empty',
    slot,
    message: {
      en: `${slot} has no elements; at least one is needed.`,
      'zh-cn': `${slot} 没有元素，至少需要一个。`,
    },
  };
}

export function shapesDiffer(
  first: string,
  a: readonly number[],
  second: string,
  b: readonly number[],
): Problem {
  const [one, two] = [`[${a.join(', ')}]`, `[${b.join(', ')}]`];
  return {
    code: 'shape',
    slot: second,
    message: {
      en: `${first} and ${second} need the same shape, but ${first} is ${one} and ${second} is ${two}.`,
      'zh-cn': `${first} 与 ${second} 的形状应相同，但 ${first} 为 ${one}，${second} 为 ${two}。`,
    },
  };
}

function outside(
  slot: string,
  index: number,
  shape: readonly number[],
  found: number,
  maximum: number,
): Problem {
  const name = elementName(slot, index, shape);
  const en =
    maximum === 1 ? 'a probability lies between 0 and 1' : 'probabilities and counts are not negative';
  const zh = maximum === 1 ? '概率应在 0 与 1 之间' : '概率与频数不能为负';
  return {
    code: 'domain',
    slot,
    index,
    message: { en: `${name} is ${found}; ${en}.`, 'zh-cn': `${name} 为 ${found}；${zh}。` },
  };
}
