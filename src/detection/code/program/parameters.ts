import type { FormulaId } from '../../../catalog/ids';
import type { ParameterValue } from '../../../catalog/formula';
import type { FrameworkSymbol, SymbolParameter } from '../../../catalog/frameworks/symbol';
import { legacyOrder, legacyReduction } from '../library/legacy';
import { constantOf } from './constant';
import type { Argument } from './term';
import type { Given } from './value';

export interface Params {
  readonly [name: string]: ParameterValue;
}

/** An argument of a call under the name that the symbol gives it. */
interface NamedArgument {
  readonly name: string;
  readonly argument: Argument;
}

/** What a call means: the formula that its arguments choose, and the options it gives. */
export interface CallMeaning {
  readonly formula: FormulaId;
  readonly params: Params;
}

/** The formula and options of a call of a symbol; undefined where the catalogue lacks the formula. */
export function meaningOfCall(symbol: FrameworkSymbol, given: Given | undefined): CallMeaning | undefined {
  if (symbol.formula === 'unlisted') return undefined;
  const named = given ? nameArguments(symbol, given) : [];
  const values = new Map<string, ParameterValue>();
  for (const { name, argument } of named) {
    const value = given && constantOf(argument.value, given);
    if (value !== undefined) values.set(name, value);
  }
  const params = catalogueParams(symbol, values);
  return reshape(symbol.formula, symbol, named, values, params);
}

/** The options under the catalogue's names; an option of the library that sets nothing there is left out. */
function catalogueParams(symbol: FrameworkSymbol, values: ReadonlyMap<string, ParameterValue>): Params {
  const params: { [name: string]: ParameterValue } = {};
  for (const [name, value] of values) {
    const parameter = symbol.params.find((candidate) => candidate.name === name);
    if (parameter?.catalogParam === undefined || parameter.catalogParam === null) continue;
    if (value === null && parameter.default === null) continue;
    params[parameter.catalogParam] = readValue(parameter, value);
  }
  const reduction = legacyReduction(symbol, values);
  if (reduction !== undefined) params.reduction ??= reduction;
  return params;
}

const bases: { readonly [name: string]: number } = { log: Math.E, log2: 2, log10: 10 };

/** Enumerations of reductions are compared by their names in lower case. */
function readValue(parameter: SymbolParameter, value: ParameterValue): ParameterValue {
  if (typeof value !== 'string') return value;
  if (parameter.catalogParam === 'reduction') return value.toLowerCase();
  if (parameter.catalogParam === 'base' && Object.hasOwn(bases, value)) return bases[value]!;
  return value;
}

/** Options that make another formula of a symbol. */
function reshape(
  formula: FormulaId,
  symbol: FrameworkSymbol,
  named: readonly NamedArgument[],
  values: ReadonlyMap<string, ParameterValue>,
  params: Params,
): CallMeaning {
  if (symbol.withSecondArg && isGiven(named, symbol.args[1]?.name, values))
    return { formula: symbol.withSecondArg, params };
  if (values.get('squared') === false && Object.hasOwn(rooted, formula)) {
    const { squared: _, ...rest } = params;
    return { formula: rooted[formula]!, params: rest };
  }
  if (values.get('use_sigmoid') === true && formula === 'cross-entropy')
    return { formula: 'binary-cross-entropy', params };
  return { formula, params };
}

const rooted: { readonly [formula: string]: FormulaId } = { mse: 'rmse', msle: 'rmsle' };

function isGiven(
  named: readonly NamedArgument[],
  name: string | undefined,
  values: ReadonlyMap<string, ParameterValue>,
): boolean {
  return named.some((argument) => argument.name === name) && values.get(name ?? '') !== null;
}

/** Gives every argument its name: keywords as written, positions by the symbol's order. */
function nameArguments(symbol: FrameworkSymbol, given: Given): readonly NamedArgument[] {
  const order = positionalOrder(symbol);
  const named: NamedArgument[] = [];
  let position = 0;
  for (const argument of given.arguments) {
    if (argument.spread === 'list') position = Infinity;
    else if (argument.spread === 'dictionary') named.push(...spreadEntries(argument, given));
    else if (argument.name !== undefined) named.push({ name: argument.name, argument });
    else {
      const name = order[position++];
      if (name !== undefined) named.push({ name, argument });
    }
  }
  return named;
}

/** For a class the arguments of its constructor, for a function the data first. */
function positionalOrder(symbol: FrameworkSymbol): readonly string[] {
  if (symbol.positional) return symbol.positional;
  const data = symbol.kind === 'class' ? [] : symbol.args.map(({ name }) => name);
  return [...data, ...(legacyOrder(symbol) ?? symbol.params.map(({ name }) => name))];
}

/** `**options` where the dictionary is written out. */
function spreadEntries(argument: Argument, given: Given): readonly NamedArgument[] {
  const value = given.home.evaluate(argument.value, given.scope, given.branch);
  if (value?.kind !== 'data' || value.term.kind !== 'dictionary') return [];
  return value.term.entries.flatMap(({ key, value: entry }) =>
    key?.kind === 'literal' ? [{ name: String(key.value), argument: { value: entry } }] : [],
  );
}
