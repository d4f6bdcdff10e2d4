import { fail, succeed, type Problem, type Result } from '../../base/result';
import { nonNegative, probabilities as areProbabilities } from '../../numeric/checks/domains';
import { nonEmpty, sameShape } from '../../numeric/checks/shapes';
import { logarithmBase, type LogarithmBase } from '../../numeric/information/logarithm';
import type { Tensor } from '../../numeric/tensor';
import type { Arguments } from '../formula';

/** A vector or table of one or more numbers ≥ 0. NaN is let through and shows in the result. */
export function weights(args: Arguments, slot: string): Result<Tensor> {
  return checked(args, slot, nonNegative);
}

/** Numbers in [0, 1], each the probability of an event of its own. */
export function probabilities(args: Arguments, slot: string): Result<Tensor> {
  return checked(args, slot, areProbabilities);
}

/** An array of one or more numbers of any kind. */
export function numbers(args: Arguments, slot: string): Result<Tensor> {
  return checked(args, slot, () => undefined);
}

function checked(
  args: Arguments,
  slot: string,
  domain: (slot: string, tensor: Tensor) => Problem | undefined,
): Result<Tensor> {
  const tensor = args.arrays[slot];
  if (tensor === undefined) return fail(missing(slot));
  const problem = nonEmpty(slot, tensor) ?? domain(slot, tensor);
  return problem === undefined ? succeed(tensor) : fail(problem);
}

/** Two distributions over the same outcomes, and the base of the logarithm if the formula takes one. */
export interface Pair {
  readonly p: Tensor;
  readonly q: Tensor;
}

export function pair(args: Arguments): Result<Pair> {
  const p = weights(args, 'p');
  if (!p.ok) return p;
  const q = weights(args, 'q');
  if (!q.ok) return q;
  const problem = sameShape('p', p.value, 'q', q.value);
  return problem === undefined ? succeed({ p: p.value, q: q.value }) : fail(problem);
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
      en: `base must be 2, "e", 10 or another positive number except 1, but is ${found}.`,
      'zh-cn': `base 应为 2、"e"、10 或其他不等于 1 的正数，实际为 ${found}。`,
    },
  });
}

/** Both or the first problem. */
export function both<A, B>(a: Result<A>, b: Result<B>): Result<{ readonly first: A; readonly second: B }> {
  if (!a.ok) return a;
  if (!b.ok) return b;
  return succeed({ first: a.value, second: b.value });
}

export function missing(slot: string): Problem {
  return {
    code: 'missing',
    slot,
    message: { en: `${slot} is missing.`, 'zh-cn': `缺少 ${slot}。` },
  };
}
