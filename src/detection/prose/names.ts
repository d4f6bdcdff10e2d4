import type { FormulaId } from '../../catalog/ids';
import type { ProseBlock } from '../notes/parts';
import type { Entry, NameNode, Strength } from './lexicon';
import { lexicon } from './lexicon';
import { keysOf, joins } from './words';
import { OpeningFinder, WordWindow } from './wordWindow';

/** A name in prose that may mean a formula. */
export interface NameCandidate {
  readonly formula: FormulaId;
  readonly start: number;
  readonly end: number;
  readonly strength: Strength;
  /** The name's words, for what depends on them. */
  readonly key: string;
}

/** The mathematics of a text by its start: `$L_1$` is a word of "$L_1$ loss". */
export type MathByStart = ReadonlyMap<number, { readonly end: number; readonly tex: string }>;

/** The words that a short formula such as `L_1`, `\ell_2`, `D_{\mathrm{KL}}` stands for; none if it is no name. */
export function mathKeys(tex: string): readonly string[] {
  if (tex.length > 40 || /[=(^|+<>,;:]/.test(tex)) {
    return [];
  }
  const letters = tex
    .replace(/\\ell(?![a-zA-Z])/g, 'l')
    .replace(/\\(?:var)?epsilon(?![a-zA-Z])/g, 'epsilon')
    .replace(/\\(alpha|beta|gamma|delta)(?![a-zA-Z])/g, '$1')
    .replace(/\\(?:mathrm|mathbf|mathcal|mathit|mathsf|text\w*|operatorname\*?|rm|bf|it|,|!)/g, '');
  if (/[^A-Za-z\d\s{}_]/.test(letters)) {
    return [];
  }
  const bare = letters.replace(/[{}_\s]+/g, ' ').trim();
  const norm = /^[lL] ?([12])$/.exec(bare);
  return norm === null ? keysOf(bare) : [`l${norm[1]!}`];
}

/** The names in a block of prose, none of them overlapping. */
export function namesIn(text: string, block: ProseBlock, math: MathByStart): NameCandidate[] {
  return new NameReader(text, block, math).read();
}

interface Match {
  /** Index behind the last word. */
  readonly next: number;
  readonly entry: Entry | undefined;
}

const conjunctions = new Set(['and', 'or', '和', '与', '或', '及']);
const listMark = /^\s*[/,、，&+]\s*$/;
const klCompany =
  /^(?:term|penalty|regularization|regularizer|constraint|annealing|vanishing|distance)$|^[项约惩]$/;
const longestList = 6;

class NameReader {
  private readonly root: NameNode = lexicon();
  /** The words from the place that is looked at, as far as they were asked for. */
  private words: WordWindow;

  constructor(
    private readonly text: string,
    private readonly block: ProseBlock,
    private readonly math: MathByStart,
  ) {
    this.words = new WordWindow(text, block, math, block.start, 0);
  }

  read(): NameCandidate[] {
    const names: NameCandidate[] = [];
    const openings = new OpeningFinder(this.text, this.block, this.math, this.root);
    for (let opening = openings.next(); opening !== undefined; opening = openings.next()) {
      this.words = new WordWindow(this.text, this.block, this.math, opening.start, opening.hole);
      const match = this.longest(0);
      if (match === undefined) {
        continue;
      }
      const name = match.entry === undefined ? undefined : this.name(match.next, match.entry);
      if (name !== undefined) {
        names.push(name.candidate);
      }
      openings.goTo(this.words.at((name?.next ?? match.next) - 1)!.end);
    }
    return names;
  }

  private longest(from: number): Match | undefined {
    const first = this.words.at(from);
    let node = first?.opens === true ? this.root.next.get(first.key) : undefined;
    let best: Match | undefined;
    for (let i = from; node !== undefined;) {
      if ((node.entry !== undefined || node.lookAlike === true) && this.words.at(i)!.closes) {
        best = { next: i + 1, entry: node.lookAlike === true ? undefined : node.entry };
      }
      i = this.continuation(i + 1);
      node = i < 0 ? undefined : node.next.get(this.words.at(i)!.key);
    }
    return best;
  }

  /** Index of the word that continues a name; a short form in brackets may come between: "Kullback-Leibler (KL) divergence". */
  private continuation(index: number): number {
    if (this.adjacent(index)) {
      return index;
    }
    const short = this.words.at(index);
    const next = this.words.at(index + 1);
    if (short === undefined || next === undefined || short.end - short.start > 6) {
      return -1;
    }
    const opening = this.text.slice(this.words.at(index - 1)!.end, short.start);
    const closing = this.text.slice(short.end, next.start);
    return /^\s?[(（]$/.test(opening) && /^[)）]\s?$/.test(closing) ? index + 1 : -1;
  }

  /** Whether the word at an index may continue a name with the word before. */
  private adjacent(index: number): boolean {
    const word = this.words.at(index);
    return word !== undefined && joins(this.text.slice(this.words.at(index - 1)!.end, word.start));
  }

  private name(next: number, entry: Entry): { candidate: NameCandidate; next: number } | undefined {
    const end = this.suffixEnd(next, entry);
    const strength = this.strength(next, end, entry);
    const { start } = this.words.at(0)!;
    if (strength === 'front' || (entry.capital && !this.isCapital(start, end > next))) {
      return undefined;
    }
    const stop = this.words.at(end - 1)!.end;
    return { candidate: { formula: entry.formula, start, end: stop, strength, key: entry.key }, next: end };
  }

  /** Short forms are written in capitals, unless "loss" follows. */
  private isCapital(start: number, suffixed: boolean): boolean {
    return suffixed || /^[\s$\\{]*[A-Z]|^s[A-Z]/.test(this.text.slice(start, start + 12));
  }

  private strength(next: number, end: number, entry: Entry): Strength {
    if (entry.strength === 'sure') {
      return 'sure';
    }
    const following = this.words.at(next);
    if (end > next && following !== undefined && /^(?:loss|cost|损)$/.test(following.key)) {
      return 'sure';
    }
    const kl = entry.key === 'kl' && this.adjacent(next) && klCompany.test(following!.key);
    return kl || this.listEndsInLoss(next) ? 'sure' : entry.strength;
  }

  /** "hinge, logistic and squared losses", "L1/L2 损失": whether a list of names goes on to a loss. */
  private listEndsInLoss(from: number): boolean {
    let at = from;
    for (let items = 0; items < longestList; items++) {
      const item = this.listItem(at);
      const match = item === undefined ? undefined : this.longest(item);
      if (match?.entry === undefined) {
        return false;
      }
      at = match.next;
      const last = this.words.at(at - 1)!.key;
      if (
        last === 'loss' ||
        last === '失' ||
        (this.adjacent(at) && /^(?:loss|损)$/.test(this.words.at(at)!.key))
      ) {
        return true;
      }
    }
    return false;
  }

  /** Index of the next item of a list, behind a comma, a slash, "and". */
  private listItem(from: number): number | undefined {
    const word = this.words.at(from);
    if (word === undefined) {
      return undefined;
    }
    const gap = this.text.slice(this.words.at(from - 1)!.end, word.start);
    const marked = listMark.test(gap);
    if (!marked && (gap.trim() !== '' || !conjunctions.has(word.key))) {
      return undefined;
    }
    const item = conjunctions.has(word.key) ? from + 1 : from;
    return this.words.at(item) === undefined ? undefined : item;
  }

  /** Index behind "loss function", "损失函数" and the like, which belong to the name. */
  private suffixEnd(from: number, entry: Entry): number {
    const lossy = /(?:^| )(?:loss|失)$/.test(entry.key);
    let at = from;
    if (!lossy) {
      const word = this.adjacent(at) ? this.words.at(at)!.key : '';
      if (word === 'loss' || (word === 'cost' && entry.strength !== 'abbreviation') || word === 'objective') {
        at++;
      } else if (this.follows(at, '损失') || this.follows(at, '代价')) {
        at += 2;
      } else {
        return from;
      }
    }
    if (this.adjacent(at) && this.words.at(at)!.key === 'function' && this.words.at(at)!.closes) {
      return at + 1;
    }
    return this.follows(at, '函数') ? at + 2 : at;
  }

  private follows(from: number, characters: string): boolean {
    for (let i = 0; i < characters.length; i++) {
      if (!this.adjacent(from + i) || this.words.at(from + i)!.key !== characters[i]) {
        return false;
      }
    }
    return true;
  }
}
