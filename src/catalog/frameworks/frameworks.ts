import type { ConventionId, FormulaId } from '../ids';
import { usualAliases } from './aliases';
import { decodeLibrary } from './encoding';
import type { Library } from './libraries';
import { libraries } from './libraries';
import type { FrameworkSymbol, StringContext } from './symbol';

/** A library and what its symbols mean. Its records are decoded when they are first asked for. */
export interface Framework {
  readonly id: ConventionId;
  readonly name: string;
  readonly version: string;
  /** Every place in which it reads configuration strings. */
  readonly contexts: readonly StringContext[];
  readonly symbols: readonly FrameworkSymbol[];
  /** The symbols under a path, export or string; aliases of strings count. */
  named(name: string): readonly FrameworkSymbol[];
}

const all: readonly Framework[] = libraries.map(openLibrary);

function openLibrary({ id, name, version, text }: Library): Framework {
  const library = once(() => decodeLibrary(id, text));
  const symbols = once(() => library().symbols());
  const names = once(() => indexNames(symbols()));
  return {
    id,
    name,
    version,
    get contexts() {
      return library().contexts;
    },
    get symbols() {
      return symbols();
    },
    named: (wanted) => names().get(wanted) ?? [],
  };
}

function indexNames(symbols: readonly FrameworkSymbol[]): ReadonlyMap<string, readonly FrameworkSymbol[]> {
  const map = new Map<string, FrameworkSymbol[]>();
  for (const symbol of symbols) {
    const literals = symbol.string === undefined ? [] : [stem(symbol.string), ...symbol.aliases];
    for (const name of new Set([symbol.symbol, ...symbol.exports, ...literals])) append(map, name, symbol);
  }
  return map;
}

/** Every library, the ones that most people use first. */
export function frameworks(): readonly Framework[] {
  return all;
}

/** The library of a convention; undefined for the textbook and for ids that name no library. */
export function frameworkOf(id: string): Framework | undefined {
  return all.find((framework) => framework.id === id);
}

/** Module → usual short names, for resolving what a person typed. */
export function importAliases(): { readonly [module: string]: readonly string[] } {
  return usualAliases;
}

/**
 * The symbol with this full path (`torch.nn.KLDivLoss`, also any of its exports). Where several libraries own the
 * path (`tf.keras.*` is Keras 3 or Keras 2), the named one, else the first in the list of libraries.
 */
export function symbolNamed(path: string, framework?: ConventionId | string): FrameworkSymbol | undefined {
  const isPath = !path.includes('"');
  for (const [at, library] of all.entries()) {
    if (framework !== undefined && library.id !== framework) continue;
    if (isPath && !libraries[at]!.roots.some((root) => path.startsWith(root))) continue;
    const found = library.named(path).find((symbol) => symbol.string !== path);
    if (found) return found;
  }
  return undefined;
}

/** Where a string literal stands: the called path with its keyword or position, a key of an object or dictionary. */
export interface StringPlace {
  readonly callee?: string;
  readonly keyword?: string;
  readonly position?: number;
  readonly objectKey?: string;
  readonly dictKey?: string;
}

/**
 * The symbols that a string literal may stand for at a place, `compile(loss='mse')` say; several libraries may share
 * one. Parameters written into the literal (`Huber:delta=2`, `tweedie-nloglik@1.5`) do not matter.
 */
export function stringsNamed(literal: string, place: StringPlace): readonly FrameworkSymbol[] {
  const readers = all.filter((library) => library.contexts.some((context) => admits(context, place)));
  return readers.flatMap((library) => {
    const exact = library.named(literal);
    const found = exact.length > 0 ? exact : library.named(stem(literal));
    return found.filter((symbol) => symbol.contexts.some((context) => admits(context, place)));
  });
}

/** Whether some library reads configuration strings at this place. */
export function readsStrings(place: StringPlace): boolean {
  return all.some((library) => library.contexts.some((context) => admits(context, place)));
}

function admits(context: StringContext, place: StringPlace): boolean {
  if (context.callee === undefined)
    return context.dict_key !== undefined && context.dict_key === place.dictKey;
  if (place.callee === undefined || !endsWithPath(place.callee, context.callee)) return false;
  if (context.object_key !== undefined) return context.object_key === place.objectKey;
  if (context.keyword !== undefined && context.keyword === place.keyword) return true;
  return context.position !== undefined && context.position === place.position;
}

function endsWithPath(path: string, end: string): boolean {
  return path === end || path.endsWith(`.${end}`);
}

/** The literal without the parameters that CatBoost and XGBoost write behind it; XGBoost's `reg:` is no parameter. */
function stem(literal: string): string {
  const at = literal.indexOf('@');
  if (at > 0) return literal.slice(0, at);
  return /^[^:]+:[^=:]+=/.test(literal) ? literal.slice(0, literal.indexOf(':')) : literal;
}

/**
 * The symbols of a library that compute the formula, the one to take when none is named first: a class that reduces
 * by the mean before its function, the plain definition before variants, what can be computed before what cannot.
 */
export function symbolsFor(
  formula: FormulaId | string,
  convention: ConventionId | string,
): FrameworkSymbol[] {
  const symbols = frameworkOf(convention)?.symbols.filter((symbol) => symbol.formula === formula) ?? [];
  return symbols
    .map((symbol, order) => ({ symbol, rank: obscurity(symbol), order }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ symbol }) => symbol);
}

function obscurity(symbol: FrameworkSymbol): number {
  const kinds = { class: 0, function: 1, string: 2 } as const;
  return [
    { holds: symbol.detectOnly, rank: 1000 },
    { holds: symbol.estimator === true || symbol.deprecated === true, rank: 300 },
    { holds: symbol.inputKind !== undefined || symbol.labelTransform === true, rank: 100 },
    { holds: symbol.variant !== undefined || symbol.complement, rank: 40 },
    { holds: symbol.reduction !== 'mean' && symbol.reduction !== 'weighted-mean', rank: 4 },
  ].reduce((sum, { holds, rank }) => sum + (holds ? rank : 0), kinds[symbol.kind] * 10);
}

/**
 * The name under which the catalogue's formula keeps an option: `label_smoothing` is `labelSmoothing`, `quantile` is
 * `q`. Names are those that `catalogParam` and `fixed` use.
 */
export function parameterName(catalogParam: string): string {
  if (catalogParam === 'quantile') return 'q';
  return catalogParam.replace(/(?<=[a-z0-9])_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function append(map: Map<string, FrameworkSymbol[]>, key: string, symbol: FrameworkSymbol): void {
  const present = map.get(key);
  if (present) present.push(symbol);
  else map.set(key, [symbol]);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
