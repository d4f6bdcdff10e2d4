import type { ParameterValue } from '../catalog/formula';
import { formulaOf } from '../catalog/catalog';
import type { Tensor } from '../numeric/tensor';
import { reduceTerms, termsOf } from '../numeric/reduce';
import type { Reference, Regime } from './probes/regime';

/** What a record of the catalogue gives on one probe. */
export interface ReferenceValue {
  /** The value as the record defines it. */
  readonly natural: number;
  readonly sum: number;
  readonly mean: number;
  readonly terms: Float64Array;
  readonly reducible: boolean;
}

/** Numbers that stand in the formula for parameters of the reference. */
export interface Literals {
  readonly [parameter: string]: number;
}

const known = new WeakMap<Reference, Map<string, ReferenceValue | undefined>>();
const maximalKnown = 400;

/** The reference on a probe; undefined where the record cannot be computed on it. */
export function referenceValue(
  reference: Reference,
  regime: Regime,
  probe: number,
  literals: Literals,
): ReferenceValue | undefined {
  let values = known.get(reference);
  if (!values) known.set(reference, (values = new Map<string, ReferenceValue | undefined>()));
  const key = `${regime.name}/${probe}/${JSON.stringify(literals)}`;
  if (values.has(key)) return values.get(key);
  if (values.size >= maximalKnown) values.clear();
  const value = compute(reference, regime, probe, literals);
  values.set(key, value);
  return value;
}

function compute(
  reference: Reference,
  regime: Regime,
  probe: number,
  literals: Literals,
): ReferenceValue | undefined {
  const quantities = regime.probes[probe]!;
  const arrays: { [slot: string]: Tensor } = {};
  for (const [slot, quantity] of Object.entries(reference.slots)) {
    arrays[slot] = regime.single ? asBatch(quantities[quantity]!) : quantities[quantity]!;
  }
  const symbols = Object.entries(reference.symbols ?? {}).map(
    ([parameter, quantity]) => [parameter, quantities[quantity]!.values[0]!] as const,
  );
  const implied = Object.entries(reference.implied ?? {}).map(
    ([parameter, quantity]) => [parameter, quantities[quantity]!.values[0]!] as const,
  );
  const params = { ...Object.fromEntries([...symbols, ...implied]), ...literals, ...reference.fixed };
  if (reference.value) return ofNumber(reference.value(quantities));
  const value = evaluated(reference.formula, arrays, params);
  if (!value) return undefined;
  if (reference.complement) return { ...value, natural: 1 - value.natural };
  return reference.times ? scaled(value, quantities[reference.times]!.values[0]!) : value;
}

function ofNumber(natural: number): ReferenceValue {
  return { natural, sum: natural, mean: natural, terms: Float64Array.of(natural), reducible: false };
}

function scaled(value: ReferenceValue, by: number): ReferenceValue {
  return {
    natural: value.natural * by,
    sum: value.sum * by,
    mean: value.mean * by,
    terms: value.terms.map((x) => x * by),
    reducible: value.reducible,
  };
}

function asBatch(tensor: Tensor): Tensor {
  return { values: tensor.values, shape: [1, ...tensor.shape] };
}

/** Computes a record with its defaults filled in. */
export function evaluated(
  id: string,
  arrays: { readonly [slot: string]: Tensor },
  given: { readonly [name: string]: ParameterValue },
): ReferenceValue | undefined {
  const formula = formulaOf(id);
  if (!formula?.compute) return undefined;
  const defaults = Object.fromEntries(formula.params.map((parameter) => [parameter.name, parameter.default]));
  const result = formula.compute({ arrays, params: { ...defaults, ...given } });
  if (!result.ok) return undefined;
  const computation = result.value;
  const reduced = reduceTerms(computation);
  if (!reduced) return undefined;
  const own = computation.reduction === 'mean' ? reduced.mean : reduced.sum;
  return {
    natural: computation.value ?? (computation.finish ? computation.finish(own) : own),
    sum: reduced.sum,
    mean: reduced.mean,
    terms: termsOf(computation),
    reducible: computation.reducible,
  };
}
