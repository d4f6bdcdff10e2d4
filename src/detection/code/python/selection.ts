import type { Lines, Vocabulary } from './lines';
import { lineKinds } from './lines';
import type { Seeds } from './seeds';

/** What is known of a word while lines are chosen. */
export const rank = {
  /** Nothing: lines with it alone are left out. */
  dull: 0,
  /** A function, or an object that is called: what a call gives is a number. */
  callable: 1,
  /** A class, or a function that gives such an object. */
  maker: 2,
} as const;

/** What is taken of a line. Of headers that tell nothing themselves the shape is enough. */
export const kept = { nothing: 0, whole: 1, shape: 2 } as const;

const longestConstant = 240;

/** An assignment of numbers, names, strings, lists and dictionaries of them. */
const constantLine = /^(?:self\.)?\w+(?:\s*:\s*\w+)?\s*=\s*([-\w\s.*/+()'"{}[\],:]+)$/;

/** A call of anything but what computes constants. */
const calls = /(?<!\b(?:dict|float|int|(?:math|np|numpy|torch|jnp)\.\w+))(?<=\w)\s*\(/;

/** A longer function does more than to compute one formula. */
const longestFunction = 40;

/** Names that every module gives to what it computes. */
const computing = new Set([
  'forward',
  'call',
  'compute',
  'update',
  'fit',
  'predict',
  'step',
  'main',
  'run',
  'loss',
]);

/** Chains of names that are longer are not followed. */
const mostRounds = 8;

/**
 * Which lines of a document can hold a mention or decide what one is: those with a word that names a loss in some
 * library, those with a name that is bound in such a line, and the headers that they stand under. A long document is
 * mostly other lines, and parsing is what costs.
 */
export class Selection {
  /** What is taken of each line: `kept.nothing`, `kept.shape` or `kept.whole`. */
  readonly live: Uint8Array;
  /** The line under which a line stands; -1 at the top. */
  readonly parents: Int32Array;
  private readonly ranks: Uint8Array;

  constructor(
    private readonly lines: Lines,
    private readonly vocabulary: Vocabulary,
    seeds: Seeds,
    /** Names that get their meaning elsewhere, with their ranks. */
    known: ReadonlyMap<string, number>,
  ) {
    for (const name of known.keys()) vocabulary.numberOf(name);
    this.live = new Uint8Array(lines.count);
    this.parents = parentsOf(lines);
    this.ranks = new Uint8Array(vocabulary.size + 1);
    seeds.mark(lines, vocabulary, this.ranks);
    for (const [name, to] of known) this.learn(name, to);
    this.learnOwn(seeds);
    this.spread();
    this.keepBlocksNamed(seeds);
    this.keepFormulas(seeds);
    this.keepConstants(seeds);
    const whole = this.live.slice();
    this.keepStructure();
    const shadows = new Uint8Array(vocabulary.size);
    seeds.markAliases(vocabulary, shadows);
    for (let line = 0; line < lines.count; line++)
      if (this.live[line] && !whole[line] && !this.isTelling(line) && !this.holds(line, shadows))
        this.live[line] = kept.shape;
  }

  /** Own functions and classes that are named like a loss; `loss` alone names a number as often. */
  private learnOwn(seeds: Seeds): void {
    const { count, kinds } = this.lines;
    for (let line = 0; line < count; line++) {
      if (kinds[line] !== lineKinds.definition) continue;
      const match = /^(?:async\s+)?(def|class)\s+(\w+)/.exec(this.source(line));
      if (match && seeds.isTellingName(match[2]!) && !seeds.isPlainWord(match[2]!))
        this.learn(match[2]!, match[1] === 'class' ? rank.maker : rank.callable);
    }
  }

  private spread(): void {
    let grew = true;
    for (let round = 0; grew && round < mostRounds; round++) {
      grew = false;
      for (let line = 0; line < this.lines.count; line++)
        if (this.isTelling(line) && this.keep(line)) grew = true;
    }
  }

  private isTelling(line: number): boolean {
    const { words, wordsFrom } = this.lines;
    for (let i = wordsFrom[line]!; i < wordsFrom[line + 1]!; i++)
      if (this.ranks[words[i]!] !== rank.dull) return true;
    return false;
  }

  /** Keeps a line; true where that made names tell something that told nothing before. */
  private keep(line: number): boolean {
    this.live[line] = 1;
    const source = this.source(line);
    switch (this.lines.kinds[line]) {
      case lineKinds.import:
        return this.learnAliases(source);
      case lineKinds.definition:
        return this.learnHeader(source);
      case lineKinds.return:
        return this.learnResult(line, source);
      default:
        return this.learnTargets(source);
    }
  }

  private source(line: number): string {
    return this.lines.text.slice(this.lines.starts[line], this.lines.ends[line]);
  }

  private learn(word: string, to: number): boolean {
    const number = this.vocabulary.numberOf(word);
    if (number >= this.ranks.length || this.ranks[number]! >= to) return false;
    this.ranks[number] = to;
    return true;
  }

  private rankOf(word: string): number {
    return this.ranks[this.vocabulary.numberOf(word)] ?? rank.dull;
  }

  private learnAliases(source: string): boolean {
    let grew = false;
    for (const [, name, alias] of source.matchAll(/(\w+)\s+as\s+(\w+)/g))
      grew = this.learn(alias!, this.rankOf(name!)) || grew;
    return grew;
  }

  /** The name of a class; parameters that have a telling default or type. */
  private learnHeader(source: string): boolean {
    const name = /^class\s+(\w+)/.exec(source)?.[1];
    if (name !== undefined) return this.learn(name, rank.maker);
    let grew = false;
    for (const [, parameter, rest] of source.matchAll(/(\w+)\s*[:=]([^,]*)/g))
      if (this.resultRank(rest!) !== rank.dull) grew = this.learn(parameter!, rank.callable) || grew;
    return grew;
  }

  /** A function that returns an object to be called makes such objects. */
  private learnResult(line: number, source: string): boolean {
    if (this.resultRank(source.slice('return'.length)) === rank.dull) return false;
    for (let at = this.parents[line]!; at >= 0; at = this.parents[at]!) {
      const name = /^(?:async\s+)?def\s+(\w+)/.exec(this.source(at))?.[1];
      if (name !== undefined) return this.learn(name, rank.maker);
    }
    return false;
  }

  private learnTargets(source: string): boolean {
    const match = /^([^=(){}"'#]+|\([^=(){}"'#]+\))=(?!=)/.exec(source);
    if (!match || /[-+*/%&|^@<>!:]$/.test(match[1]!)) return false;
    const result = this.resultRank(source.slice(match[0].length));
    if (result === rank.dull) return false;
    let grew = false;
    const targets = match[1]!.replace(/:.*/s, '');
    for (const [, name] of targets.matchAll(/(\w+)\s*(?=$|[,)[=])/g))
      grew = this.learn(name!, result) || grew;
    return grew;
  }

  /** What an expression may give, judged by its words and whether they are called. */
  private resultRank(source: string): number {
    let best: number = rank.dull;
    for (const match of source.matchAll(/"[^"\n]*"|'[^'\n]*'|[A-Za-z_]\w*/g)) {
      const own = this.rankOf(match[0]);
      if (own === rank.dull) continue;
      const isCalled = /^\s*\(/.test(
        source.slice(match.index + match[0].length, match.index + match[0].length + 4),
      );
      const given = isCalled ? own - 1 : own;
      if (given > best) best = given;
    }
    return best;
  }

  /** Functions and classes that are named like a loss are kept whole: what they compute is to be told. */
  private keepBlocksNamed(seeds: Seeds): void {
    const { count, kinds, indents } = this.lines;
    for (let line = 0; line < count; line++) {
      if (kinds[line] !== lineKinds.definition) continue;
      const name = /^(?:async\s+)?(?:def|class)\s+(\w+)/.exec(this.source(line))?.[1];
      if (name === undefined || (this.rankOf(name) === rank.dull && !seeds.isTellingName(name))) continue;
      this.live[line] = 1;
      for (let inner = line + 1; inner < count && indents[inner]! > indents[line]!; inner++)
        this.live[inner] = 1;
    }
  }

  /** Lines that may compute a formula: they reduce something, and apply a function or a power before. */
  private keepFormulas(seeds: Seeds): void {
    const { reductions, functions } = seeds.numericWords(this.vocabulary);
    const { words, wordsFrom } = this.lines;
    for (let line = 0; line < this.lines.count; line++) {
      let reduces = false;
      let applies = false;
      for (let i = wordsFrom[line]!; i < wordsFrom[line + 1]!; i++) {
        reduces ||= reductions.has(words[i]!);
        applies ||= functions.has(words[i]!);
      }
      if (!reduces || (!applies && !this.source(line).includes('**'))) continue;
      this.live[line] = 1;
      this.keepFunctionAround(line);
    }
    this.spread();
  }

  /** The function that a formula stands in is told by it, and needs its other lines for that. */
  private keepFunctionAround(line: number): void {
    const { count, indents, kinds } = this.lines;
    let header = this.parents[line]!;
    while (header >= 0 && kinds[header] !== lineKinds.definition) header = this.parents[header]!;
    const name = header < 0 ? undefined : /^(?:async\s+)?def\s+(\w+)/.exec(this.source(header))?.[1];
    if (name === undefined || line - header > longestFunction) return;
    if (!name.startsWith('__') && !computing.has(name)) this.learn(name, rank.callable);
    const end = Math.min(count, header + longestFunction);
    for (let inner = header; inner < end && (inner === header || indents[inner]! > indents[header]!); inner++)
      this.live[inner] = 1;
  }

  /** Assignments of constants to names that live lines use, and whatever else assigns to these. */
  private keepConstants(seeds: Seeds): void {
    const { count, kinds } = this.lines;
    const used = new Uint8Array(this.vocabulary.size);
    for (let line = 0; line < count; line++) if (this.live[line]) this.markWords(line, used);
    const constant = new Uint8Array(used.length);
    seeds.markAliases(this.vocabulary, constant);
    for (let line = 0; line < count; line++) {
      const target = this.targetOf(line);
      if (kinds[line] === lineKinds.simple && used[target] && this.isConstant(line)) constant[target] = 1;
    }
    for (let line = 0; line < count; line++)
      if (kinds[line] === lineKinds.simple && constant[this.targetOf(line)]) this.live[line] = 1;
  }

  private holds(line: number, marks: Uint8Array): boolean {
    const { words, wordsFrom } = this.lines;
    for (let i = wordsFrom[line]!; i < wordsFrom[line + 1]!; i++) if (marks[words[i]!]) return true;
    return false;
  }

  private markWords(line: number, marks: Uint8Array): void {
    const { words, wordsFrom } = this.lines;
    for (let i = wordsFrom[line]!; i < wordsFrom[line + 1]!; i++) marks[words[i]!] = 1;
  }

  /** The word that a line would assign to: its first, or the second of `self.beta`. */
  private targetOf(line: number): number {
    const { words, wordsFrom } = this.lines;
    const first = wordsFrom[line]!;
    const isMember = this.vocabulary.wordOf(words[first]!) === 'self' && first + 1 < wordsFrom[line + 1]!;
    return words[isMember ? first + 1 : first] ?? 0;
  }

  private isConstant(line: number): boolean {
    if (this.lines.ends[line]! - this.lines.starts[line]! > longestConstant) return false;
    const match = constantLine.exec(this.source(line));
    return match !== null && !calls.test(match[1]!);
  }

  /** Headers above live lines, the other arms of their statements, and something in every block. */
  private keepStructure(): void {
    const { count, kinds } = this.lines;
    const hasLive = new Uint8Array(count);
    for (let line = count - 1; line >= 0; line--) {
      if (hasLive[line] || kinds[line] === lineKinds.import) this.live[line] = 1;
      const parent = this.parents[line]!;
      if (this.live[line] && parent >= 0) hasLive[parent] = 1;
      if (this.live[line] && kinds[line] === lineKinds.continuation) this.keepChain(line, hasLive);
    }
    this.keepDecorated();
    this.keepArmsAndBodies(hasLive);
  }

  private keepDecorated(): void {
    const { count, kinds, indents } = this.lines;
    for (let line = 1; line < count; line++) {
      const follows = kinds[line - 1] === lineKinds.decorator && indents[line] === indents[line - 1];
      if (follows && this.live[line - 1]) this.live[line] = 1;
    }
  }

  private keepArmsAndBodies(hasLive: Uint8Array): void {
    const { count, kinds } = this.lines;
    for (let line = 0; line < count; line++) {
      if (kinds[line] === lineKinds.continuation && this.chainIsLive(line)) this.live[line] = 1;
      const isHeader = line + 1 < count && this.parents[line + 1] === line;
      if (this.live[line] && isHeader && !hasLive[line]) this.live[line + 1] = 1;
    }
  }

  /** The arms before one that matters: an `else` needs its `if`. */
  private keepChain(line: number, hasLive: Uint8Array): void {
    const before = this.armBefore(line);
    if (before < 0) return;
    this.live[before] = 1;
    const parent = this.parents[before]!;
    if (parent >= 0) hasLive[parent] = 1;
  }

  private chainIsLive(line: number): boolean {
    const before = this.armBefore(line);
    return before >= 0 && this.live[before] === 1;
  }

  /** The header of the arm before this one. */
  private armBefore(line: number): number {
    const { indents } = this.lines;
    let at = line - 1;
    while (at >= 0 && indents[at]! > indents[line]!) at = this.parents[at]!;
    return at >= 0 && indents[at] === indents[line] ? at : -1;
  }
}

/** The nearest line before each that is indented less. */
function parentsOf({ count, indents }: Lines): Int32Array {
  const parents = new Int32Array(count);
  const open: number[] = [];
  for (let line = 0; line < count; line++) {
    while (open.length > 0 && indents[open.at(-1)!]! >= indents[line]!) open.pop();
    parents[line] = open.at(-1) ?? -1;
    open.push(line);
  }
  return parents;
}
