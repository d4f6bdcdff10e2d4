import { fail, succeed, type Result } from '../../base/result';
import { valueOf } from '../../numeric/reduce';
import type { Tensor } from '../../numeric/tensor';
import { formulaOf } from '../catalog';
import type { ParameterValue } from '../formula';
import { completeParams } from '../params';
import { derivations } from './derivations';
import type { Relation, RelationTerm, Source } from './relation';

/** Both sides of a relation on given inputs. */
export interface RelationOutcome {
  readonly left: number;
  readonly right: number;
  /** left − right: 0 for an equality that holds, at most 0 for an inequality that does. NaN where both are infinite. */
  readonly gap: number;
  /** Whether it holds on these inputs, but for rounding. */
  readonly holds: boolean;
  /** coefficient · value of every summand, in order. */
  readonly leftTerms: readonly number[];
  readonly rightTerms: readonly number[];
}

/** Rounding that is forgiven, relative to the largest summand. */
const tolerance = 1e-9;

interface Inputs {
  readonly [name: string]: Tensor;
}
interface Params {
  readonly [name: string]: ParameterValue;
}

/**
 * Evaluates every summand of both sides.
 *
 * - `inputs`: the arrays that the relation names; the first problem of any formula is returned as it is.
 * - `params`: the relation's parameters; defaults for those left out.
 */
export function evaluateRelation(
  relation: Relation,
  inputs: Inputs,
  params: Params = {},
): Result<RelationOutcome> {
  const absent = relation.inputs.find(({ name }) => !Object.hasOwn(inputs, name));
  if (absent) {
    const message = { en: `${absent.name} is missing.`, 'zh-cn': `缺少 ${absent.name}。` };
    return fail({ code: 'missing', slot: absent.name, message });
  }
  const shared = Object.fromEntries(
    relation.params.map(({ name, default: usual }) => [name, params[name] ?? usual]),
  );
  const left = evaluateSide(relation.left, inputs, shared);
  if (!left.ok) return left;
  const right = evaluateSide(relation.right, inputs, shared);
  if (!right.ok) return right;
  return succeed(compare(relation, left.value, right.value));
}

function compare(
  relation: Relation,
  leftTerms: readonly number[],
  rightTerms: readonly number[],
): RelationOutcome {
  const [left, right] = [total(leftTerms), total(rightTerms)];
  const gap = left - right;
  const largest = Math.max(1, ...[...leftTerms, ...rightTerms].map(Math.abs));
  const allowed = tolerance * (Number.isFinite(largest) ? largest : 1);
  const equal = left === right || Math.abs(gap) <= allowed;
  const holds = relation.sign === '=' ? equal : equal || left < right;
  return { left, right, gap, holds, leftTerms, rightTerms };
}

function total(terms: readonly number[]): number {
  return terms.reduce((sum, term) => sum + term, 0);
}

function evaluateSide(
  terms: readonly RelationTerm[],
  inputs: Inputs,
  params: Params,
): Result<readonly number[]> {
  const values: number[] = [];
  for (const term of terms) {
    const value = evaluateTerm(term, inputs, params);
    if (!value.ok) return value;
    const { coefficient } = term;
    values.push(
      (typeof coefficient === 'number' ? coefficient : Number(params[coefficient.param])) * value.value,
    );
  }
  return succeed(values);
}

function evaluateTerm(term: RelationTerm, inputs: Inputs, params: Params): Result<number> {
  if (term.formula === undefined) return succeed(1);
  const formula = formulaOf(term.formula);
  if (!formula?.compute) return fail(notComputed(term.formula));
  const { reduction, ...given } = resolveParams(term.params ?? {}, params);
  const complete = completeParams(formula.params, given);
  if (!complete.ok) return complete;
  const arrays = Object.fromEntries(
    Object.entries(term.inputs ?? {}).map(([slot, source]) => [slot, resolveSource(source, inputs)]),
  );
  const computed = formula.compute({ arrays, params: complete.value });
  if (!computed.ok) return computed;
  const value = valueOf(computed.value, reduction === 'sum' || reduction === 'mean' ? reduction : undefined);
  return succeed(applied(term.apply, value ?? NaN));
}

function applied(apply: RelationTerm['apply'], value: number): number {
  if (apply === 'square') return value * value;
  return apply === 'exp' ? Math.exp(value) : value;
}

function resolveParams(sources: NonNullable<RelationTerm['params']>, params: Params): Params {
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [
      name,
      typeof source === 'object' && source !== null ? params[source.param] : source,
    ]),
  );
}

function resolveSource(source: Source, inputs: Inputs): Tensor {
  if (typeof source === 'string') return inputs[source];
  if ('constant' in source) {
    return { values: Float64Array.from(source.constant), shape: [source.constant.length] };
  }
  return derivations[source.derive](...source.from.map((name) => inputs[name]));
}

function notComputed(id: string) {
  return {
    code: 'unknown',
    message: { en: `${id} is not computed.`, 'zh-cn': `${id} 不可计算。` },
  } as const;
}
