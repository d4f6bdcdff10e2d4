import { fail, succeed, type Problem, type Result } from '../../base/result';
import { nonNegative, probabilities as areProbabilities } from '../../numeric/checks/domains';
import { nonEmpty, sameShape } from '../../numeric/checks/shapes';
import type { Computation } from '../../numeric/computation';
import { logarithmBase, type LogarithmBase } from '../../numeric/information/logarithm';
import type { Tensor } from '../../numeric/tensor';
import { bind } from '../binding';
import type { Arguments, Parameter } from '../formula';
import { paramsProblem } from '../params';

type Compute = (args: Arguments) => Result<Computation>;

/** Checks the parameters and finds the base of the logarithm among them (nats if the formula takes none). */
export function withParams(
  params: readonly Parameter[],
  compute: (args: Arguments, base: LogarithmBase) => Result<Computation>,
): Compute {
  const takesBase = params.some(({ kind }) => kind === 'base');
  return (args) => {
    const problem = paramsProblem(params, args.params);
    if (problem) return fail(problem);
    const base = logarithmBase(takesBase ? args.params.base : 'e');
    return base === undefined ? fail(badBase(args.params.base)) : compute(args, base);
  };
}

/** A formula of one distribution p. */
export function ofDistribution(
  params: readonly Parameter[],
  compute: (p: Tensor, base: LogarithmBase, params: Arguments['params']) => Computation,
): Compute {
  return withParams(params, (args, base) => mapped(weights(args, 'p'), (p) => compute(p, base, args.params)));
}

/** A formula of two distributions p and q over the same outcomes. */
export function ofPair(
  params: readonly Parameter[],
  compute: (p: Tensor, q: Tensor, base: LogarithmBase, params: Arguments['params']) => Computation,
): Compute {
  return withParams(params, (args, base) =>
    mapped(pair(args), ({ p, q }) => compute(p, q, base, args.params)),
  );
}

/** A formula of events that have a probability each. */
export function ofEvents(
  params: readonly Parameter[],
  compute: (p: Tensor, base: LogarithmBase) => Computation,
): Compute {
  return withParams(params, (args, base) => mapped(probabilities(args, 'p'), (p) => compute(p, base)));
}

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

/** Two arrays of weights of the same shape, in the slots p and q. */
export function pair(args: Arguments): Result<{ readonly p: Tensor; readonly q: Tensor }> {
  const p = weights(args, 'p');
  if (!p.ok) return p;
  const q = weights(args, 'q');
  if (!q.ok) return q;
  const problem = sameShape('p', p.value, 'q', q.value);
  return problem ? fail(problem) : succeed({ p: p.value, q: q.value });
}

/** The result with its value changed; a problem stays what it is. */
export function mapped<A, B>(result: Result<A>, change: (value: A) => B): Result<B> {
  return result.ok ? succeed(change(result.value)) : result;
}

function checked(
  args: Arguments,
  slot: string,
  domain: (slot: string, tensor: Tensor) => Problem | undefined,
): Result<Tensor> {
  const bound = bind(args, [slot]);
  if (!bound.ok) return bound;
  const tensor = bound.value[slot];
  const problem = nonEmpty(slot, tensor) ?? domain(slot, tensor);
  return problem ? fail(problem) : succeed(tensor);
}

function badBase(base: unknown): Problem {
  const found = JSON.stringify(base ?? null);
  return {
    code: 'domain',
    slot: 'base',
    message: {
      en: `base must be 2, "e", 10 or another positive number except 1, but is ${found}.`,
      'zh-cn': `base 应为 2、"e"、10 或其他不等于 1 的正数，实际为 ${found}。`,
    },
  };
}
