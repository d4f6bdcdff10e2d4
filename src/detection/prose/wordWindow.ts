import type { ProseBlock } from '../notes/parts';
import type { NameNode } from './lexicon';
import type { MathByStart } from './names';
import { mathKeys } from './names';
import type { Word } from './words';
import { isHan, isWordCode, keyOf, partsOf } from './words';

/** A place where a name may begin, and the index of the first hole that is not before it. */
export interface Opening {
  readonly start: number;
  readonly hole: number;
}

/** The end of the written word that begins at `start`; a Han character is a word of its own. */
function wordEnd(text: string, start: number, limit: number): number {
  if (isHan(text.charCodeAt(start))) {
    return start + 1;
  }
  let end = start + 1;
  while (end < limit && isWordCode(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

/** Whether a word can begin a name; asked for every word of a document, and words repeat. */
const canOpen = new Map<string, boolean>();
const wordsRemembered = 20_000;

/** Goes through a block and stops at the words that begin a name of the lexicon; all others cost next to nothing. */
export class OpeningFinder {
  private position: number;
  private hole = 0;

  constructor(
    private readonly text: string,
    private readonly block: ProseBlock,
    private readonly math: MathByStart,
    private readonly root: NameNode,
  ) {
    this.position = block.start;
  }

  /** Goes on behind a name. */
  goTo(position: number): void {
    this.position = Math.max(this.position, position);
  }

  next(): Opening | undefined {
    const { block, text } = this;
    while (this.position < block.end) {
      const limit = this.skipHoles();
      if (this.position >= limit) {
        const opening = this.holeOpening();
        if (opening !== undefined) {
          return opening;
        }
        continue;
      }
      const start = this.position;
      const code = text.charCodeAt(start);
      if (!isHan(code) && !isWordCode(code)) {
        this.position++;
        continue;
      }
      this.position = wordEnd(text, start, limit);
      if (this.opens(text.slice(start, this.position))) {
        return { start, hole: this.hole };
      }
    }
    return undefined;
  }

  /** Leaves holes behind that end before the position; where the text before the next one ends. */
  private skipHoles(): number {
    const { holes, end } = this.block;
    while (this.hole < holes.length && holes[this.hole]!.end <= this.position) {
      this.hole++;
    }
    const next = holes[this.hole];
    return next === undefined ? end : Math.min(end, next.start);
  }

  /** The next hole, if it is a formula that may begin a name, such as `$L_1$`. */
  private holeOpening(): Opening | undefined {
    const hole = this.block.holes[this.hole];
    if (hole === undefined) {
      this.position = this.block.end;
      return undefined;
    }
    const { start } = hole;
    this.position = Math.max(hole.end, this.position + 1);
    const first = mathKeys(this.math.get(start)?.tex ?? '')[0];
    return first !== undefined && this.root.next.has(first) ? { start, hole: this.hole } : undefined;
  }

  private opens(word: string): boolean {
    let known = canOpen.get(word);
    if (known === undefined) {
      if (canOpen.size >= wordsRemembered) {
        canOpen.clear();
      }
      known = this.root.next.has(keyOf(partsOf(word)[0]!));
      canOpen.set(word, known);
    }
    return known;
  }
}

/** The words of a block from a place on, read as far as somebody asks. */
export class WordWindow {
  private readonly words: Word[] = [];

  constructor(
    private readonly text: string,
    private readonly block: ProseBlock,
    private readonly math: MathByStart,
    private position: number,
    private hole: number,
  ) {}

  at(index: number): Word | undefined {
    while (this.words.length <= index && this.extend()) {
      // Each turn reads one more written word.
    }
    return this.words[index];
  }

  private extend(): boolean {
    const { block, text } = this;
    while (this.position < block.end) {
      const next = block.holes[this.hole];
      if (next !== undefined && next.start <= this.position) {
        this.hole++;
        if (this.position < next.end) {
          this.position = next.end;
          if (this.addFormula(next.start)) {
            return true;
          }
        }
        continue;
      }
      const start = this.position;
      const code = text.charCodeAt(start);
      if (!isHan(code) && !isWordCode(code)) {
        this.position++;
        continue;
      }
      this.position = wordEnd(text, start, Math.min(block.end, next?.start ?? block.end));
      const written = text.slice(start, this.position);
      // The genitive's s is no word of a name.
      if (written !== 's' || !/['\u2019]/.test(text[start - 1] ?? '')) {
        this.addWritten(written, start);
        return true;
      }
    }
    return false;
  }

  private addFormula(start: number): boolean {
    const formula = this.math.get(start);
    const keys = formula === undefined ? [] : mathKeys(formula.tex);
    keys.forEach((key, i) => {
      const closes = i === keys.length - 1;
      this.words.push({
        key,
        start: i === 0 ? start : formula!.end,
        end: formula!.end,
        opens: i === 0,
        closes,
      });
    });
    return keys.length > 0;
  }

  private addWritten(written: string, start: number): void {
    const parts = partsOf(written);
    let at = start;
    parts.forEach((part, i) => {
      const closes = i === parts.length - 1;
      this.words.push({ key: keyOf(part), start: at, end: at + part.length, opens: i === 0, closes });
      at += part.length;
    });
  }
}
