import { frameworks } from '../../../catalog/frameworks/frameworks';
import { elementwise, logarithms, reductions, several } from '../meaning/functions';
import type { Library } from '../library/library';
import { isTellingName } from '../program/naming';
import type { Lines, Vocabulary } from './lines';
import { rank } from './selection';

/** Packages whose names count even where the document does not name the package: snippets leave imports out. */
const always = new Set(['torch', 'keras', 'tf', 'sklearn', 'scipy', 'optax', 'torchmetrics', 'torchvision']);

interface Seed {
  readonly rank: number;
  readonly packages: ReadonlySet<string>;
}

/** The words that name a loss in some library, or stand for one in a configuration. */
export class Seeds {
  private readonly names = new Map<string, Seed>();
  private readonly strings = new Set<string>();

  constructor(private readonly library: Library) {
    for (const symbol of library.symbols)
      for (const path of [symbol.symbol, ...symbol.exports])
        this.add(path, symbol.kind === 'class' ? rank.maker : rank.callable);
    for (const framework of frameworks())
      for (const { string, aliases } of framework.symbols)
        for (const literal of string === undefined ? [] : [string, ...aliases]) this.strings.add(literal);
  }

  /** Writes the ranks of the document's words that are seeds. */
  mark({ words }: Lines, vocabulary: Vocabulary, ranks: Uint8Array): void {
    const present = new Uint8Array(vocabulary.size);
    const distinct: number[] = [];
    for (const word of words) {
      if (present[word]) continue;
      present[word] = 1;
      distinct.push(word);
    }
    const isNamed = (name: string): boolean => present[vocabulary.numberOf(name)] === 1;
    for (const word of distinct) ranks[word] = this.rankOf(vocabulary.wordOf(word), isNamed);
  }

  /** Marks the names by which people call modules without importing them: what binds them otherwise must be seen. */
  markAliases(vocabulary: Vocabulary, marks: Uint8Array): void {
    for (const name of this.library.aliases) {
      const number = vocabulary.numberOf(name);
      if (number < marks.length) marks[number] = 1;
    }
  }

  /** The words of reductions, and of functions that are reduced. */
  numericWords(vocabulary: Vocabulary): {
    readonly reductions: ReadonlySet<number>;
    readonly functions: ReadonlySet<number>;
  } {
    const numbers = (names: readonly string[]): ReadonlySet<number> =>
      new Set(names.map((name) => vocabulary.numberOf(name)));
    return {
      reductions: numbers([...Object.keys(reductions), 'where', 'dot']),
      functions: numbers([
        ...Object.keys(logarithms),
        ...Object.keys(elementwise),
        ...Object.keys(several),
        'pow',
        'power',
        'clamp',
        'clip',
        'where',
      ]),
    };
  }

  isTellingName(name: string): boolean {
    return isTellingName(name);
  }

  /** Words that name the number as often as the function. */
  isPlainWord(name: string): boolean {
    return /^(?:(?:compute|get|calc|calculate)_)?_*(?:loss|losses|criterion|error|errors|distance|distances)(?:_?fn)?$/i.test(
      name,
    );
  }

  private rankOf(word: string, isNamed: (name: string) => boolean): number {
    if (word.startsWith('"')) return this.isConfig(word.slice(1)) ? rank.callable : rank.dull;
    const seed = this.names.get(word);
    if (!seed) return rank.dull;
    for (const name of seed.packages) if (always.has(name) || isNamed(name)) return seed.rank;
    return rank.dull;
  }

  /** A string that stands for a loss: by itself, with parameters behind it, or as the last part of a path. */
  private isConfig(literal: string): boolean {
    if (this.strings.has(literal) || this.strings.has(literal.replace(/[:@].*/s, ''))) return true;
    const last = literal.slice(literal.lastIndexOf('.') + 1);
    return this.library.endingWith(last).some((symbol) => symbol.kind === 'class' || last !== literal);
  }

  private add(path: string, to: number): void {
    const parts = path.split('.');
    const first = parts[0] === 'tensorflow' ? 'tf' : parts[0]!;
    this.addName(parts.at(-1)!, first, to);
    const parent = parts.at(-2) ?? '';
    if (/^[A-Z]/.test(parent)) this.addName(parent, first, rank.maker);
  }

  private addName(name: string, packageName: string, to: number): void {
    const present = this.names.get(name);
    const packages = new Set([...(present?.packages ?? []), packageName]);
    this.names.set(name, { rank: Math.max(to, present?.rank ?? 0), packages });
  }
}
