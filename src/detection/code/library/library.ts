import { frameworks, importAliases } from '../../../catalog/frameworks/frameworks';
import type { FrameworkSymbol } from '../../../catalog/frameworks/symbol';

/**
 * The libraries' symbols of one language as its code spells them: also through private modules
 * (`optax._src.loss.huber_loss`), which libraries move about while the names stay.
 */
export interface Library {
  /** Whether a full path needs no import, as in C++, Rust and R. */
  readonly isAbsolute: boolean;
  /** The symbol at an absolute path, dots between its parts. */
  symbolAt(path: string): FrameworkSymbol | undefined;
  /** Whether some symbol lies in this module. */
  isModule(path: string): boolean;
  readonly symbols: readonly FrameworkSymbol[];
  /** The symbols whose path ends with the name. */
  endingWith(name: string): readonly FrameworkSymbol[];
  /** The modules that people call by this name in imports (`F`, `nn`), the most usual first. */
  aliased(name: string): readonly string[];
  /** All such names. */
  readonly aliases: readonly string[];
}

interface Spelling {
  /** The parts before the name. */
  readonly parents: readonly string[];
  readonly symbol: FrameworkSymbol;
}

/** Paths whose symbol is kept; documents in their thousands must not fill the memory. */
const rememberedPaths = 20_000;

const opened = new Map<string, Library>();

/** The library of a language as the records name it: `python`, `javascript`, `cpp`, `rust`, `julia`, `r`, `matlab`. */
export function libraryOf(language: string): Library {
  const present = opened.get(language);
  if (present) return present;
  const library = openLibrary(language);
  opened.set(language, library);
  return library;
}

function openLibrary(language: string): Library {
  const symbols = frameworks()
    .flatMap((framework) => framework.symbols)
    .filter((symbol) => symbol.kind !== 'string' && isSpoken(symbol, language));
  const spellings = new Map<string, Spelling[]>();
  const modules = new Set<string>();
  for (const symbol of symbols)
    for (const path of spellingsOf(symbol, language)) addSpelling(spellings, modules, symbol, path);
  const aliases = indexAliases();
  return {
    isAbsolute: language !== 'python' && language !== 'javascript',
    symbols,
    symbolAt: remember((path) => findSymbol(spellings, path)),
    isModule: (path) => modules.has(canonicalPath(path)),
    endingWith: (name) => [...new Set((spellings.get(name) ?? []).map((spelling) => spelling.symbol))],
    aliased: (name) => aliases.get(name) ?? [],
    aliases: [...aliases.keys()],
  };
}

/** Whether programs of the language use the symbol: tch offers PyTorch's functions to Rust. */
function isSpoken(symbol: FrameworkSymbol, language: string): boolean {
  const isBound = language === 'rust' && symbol.framework === 'torch' && symbol.kind === 'function';
  return symbol.language === language || isBound;
}

/** The paths to a symbol. burn makes its losses from configurations of the same name; ATen has libtorch's functions. */
function spellingsOf(symbol: FrameworkSymbol, language: string): readonly string[] {
  const paths = [symbol.symbol, ...symbol.exports];
  if (symbol.language === 'rust' && symbol.kind === 'class')
    return [...paths, ...paths.map((path) => `${path}Config`)];
  const method = /^torch\.nn\.functional\.(\w+)$/.exec(symbol.symbol)?.[1];
  if (language === 'rust' && method !== undefined) return [`tch.Tensor.${method}`];
  const native = /^torch::nn::functional::(\w+)$/.exec(symbol.symbol)?.[1];
  return native === undefined ? paths : [...paths, `torch::${native}`, `at::${native}`];
}

function addSpelling(
  spellings: Map<string, Spelling[]>,
  modules: Set<string>,
  symbol: FrameworkSymbol,
  path: string,
): void {
  const parts = canonicalPath(path).split('.');
  const name = parts.pop()!;
  for (let i = 1; i <= parts.length; i++) modules.add(parts.slice(0, i).join('.'));
  const present = spellings.get(name);
  const spelling = { parents: parts, symbol };
  if (present) present.push(spelling);
  else spellings.set(name, [spelling]);
}

/** One spelling where a library has several: `tensorflow.keras` is `keras`, `::` is a dot. */
function canonicalPath(path: string): string {
  const dotted = path.replaceAll('::', '.');
  const short = dotted.replace(/^tensorflow(?=\.|$)/, 'tf');
  return short.replace(/^tf\.(?:compat\.v[12]\.|python\.)?keras(?=\.|$)/, 'keras');
}

/**
 * The symbol whose path is the given one, or whose modules stand in it in the same order: libraries keep their code in
 * deeper modules than they export it from.
 */
function findSymbol(
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  path: string,
): FrameworkSymbol | undefined {
  const parts = canonicalPath(path).split('.');
  const name = parts.pop()!;
  const candidates = spellings.get(name);
  if (!candidates) return undefined;
  const exact = candidates.find((candidate) => candidate.parents.join('.') === parts.join('.'));
  if (exact) return exact.symbol;
  if (parts.length === 0) return undefined;
  const inner = candidates.filter((candidate) => isInside(candidate.parents, parts));
  const deepest = Math.max(...inner.map((candidate) => candidate.parents.length));
  return inner.find((candidate) => candidate.parents.length === deepest)?.symbol;
}

/** Whether the path starts in the same package and passes all the modules on its way. */
function isInside(modules: readonly string[], path: readonly string[]): boolean {
  if (modules[0] !== path[0]) return false;
  let at = 0;
  for (const part of path) if (part === modules[at] || areTwins(part, modules[at])) at++;
  return at === modules.length;
}

/** Keras offers every function of one of these in the other as well. */
function areTwins(a: string, b: string | undefined): boolean {
  return (a === 'losses' && b === 'metrics') || (a === 'metrics' && b === 'losses');
}

function indexAliases(): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const [module, names] of Object.entries(importAliases()))
    for (const name of names) {
      const present = aliases.get(name);
      if (present) present.push(module);
      else aliases.set(name, [module]);
    }
  return aliases;
}

function remember<T>(find: (path: string) => T): (path: string) => T {
  const found = new Map<string, T>();
  return (path) => {
    if (found.has(path)) return found.get(path)!;
    if (found.size >= rememberedPaths) found.clear();
    const value = find(path);
    found.set(path, value);
    return value;
  };
}
