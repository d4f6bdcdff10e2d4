import { maximumAxes } from './limits';
import type { Value } from './value';
import { trouble } from './value';

/** How nested numbers are written. */
export interface NestedSyntax {
  readonly open: string;
  readonly close: string;
  /** Blanks alone part the numbers, as in printed arrays; else only commas do. */
  readonly blanks: boolean;
  /** Words that stand for numbers, in lower case; empty where words need a parser. */
  readonly words: ReadonlyMap<string, number>;
}

const wordsOfPrints: ReadonlyMap<string, number> = new Map([
  ['nan', NaN],
  ['none', NaN],
  ['null', NaN],
  ['na', NaN],
  ['n/a', NaN],
  ['<na>', NaN],
  ['nat', NaN],
  ['undefined', NaN],
  ['true', 1],
  ['false', 0],
  ['inf', Infinity],
  ['infinity', Infinity],
  ['-inf', -Infinity],
  ['-infinity', -Infinity],
  ['+inf', Infinity],
]);

const noWords: ReadonlyMap<string, number> = new Map();

/** Lists of plain decimal numbers, which every C-like language reads alike; anything else is left to its parser. */
export const squareLists: NestedSyntax = { open: '[', close: ']', blanks: false, words: noWords };
export const curlyLists: NestedSyntax = { open: '{', close: '}', blanks: false, words: noWords };

/** Arrays as NumPy, PyTorch, TensorFlow and consoles print them. */
export const printedArrays: NestedSyntax = { open: '[', close: ']', blanks: true, words: wordsOfPrints };
export const printedTuples: NestedSyntax = { open: '(', close: ')', blanks: true, words: wordsOfPrints };
export const printedBraces: NestedSyntax = { open: '{', close: '}', blanks: true, words: wordsOfPrints };

export interface NestedReading {
  readonly end: number;
  readonly value: Value;
}

const number = /[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y;
const printedNumber = /[+\-\u2212]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?%?(?=[\s,;\])}]|$)/y;
const word = /[+-]?(?:<NA>|n\/a|[a-z]+)(?=[\s,;\])}]|$)/iy;
const ellipsis = /\.{3}|…/y;
const blank = /[\s]+/y;

/**
 * Reads nested brackets of numbers from `start`, in one pass and without recursion. Undefined where the text is not
 * such a literal from its opening to its closing bracket.
 */
export function readNested(text: string, start: number, syntax: NestedSyntax): NestedReading | undefined {
  const { end, value } = readNestedFrom(text, start, syntax);
  return value === undefined ? undefined : { end, value };
}

/** As `readNested`; without a value `end` is where the reading stopped, so that a search can go on from there. */
export function readNestedFrom(
  text: string,
  start: number,
  syntax: NestedSyntax,
): { readonly end: number; readonly value?: Value } {
  return text[start] === syntax.open ? new NestedReader(text, start, syntax).read() : { end: start };
}

class NestedReader {
  private readonly values: number[] = [];
  /** Items seen so far in the open bracket of each depth. */
  private readonly counts: number[] = [];
  /** How many items a bracket of each depth has, once one was closed. */
  private readonly lengths: number[] = [];
  private readonly pattern: RegExp;
  private leafDepth = 0;
  private code: 'ragged' | 'truncated' | 'too-deep' | 'not-numeric' | undefined;
  /** Whether a separator must come before the next item. */
  private needsSeparator = false;

  constructor(
    private readonly text: string,
    private position: number,
    private readonly syntax: NestedSyntax,
  ) {
    this.pattern = syntax.blanks ? printedNumber : number;
  }

  read(): { readonly end: number; readonly value?: Value } {
    do {
      if (this.position >= this.text.length || !this.step()) {
        return { end: this.position };
      }
    } while (this.counts.length > 0);
    return { end: this.position, value: this.result() };
  }

  private result(): Value {
    if (this.code !== undefined) {
      return trouble(this.code);
    }
    if (this.values.length === 0) {
      return trouble('empty');
    }
    const shape = this.lengths.slice(0, this.leafDepth);
    return shape.length > maximumAxes
      ? trouble('too-deep')
      : { kind: 'array', values: this.values, shape, integer: false, list: true };
  }

  /** Reads one token; false where the text is something else than a literal. */
  private step(): boolean {
    const character = this.text[this.position]!;
    if (character === this.syntax.open) {
      return this.openBracket();
    }
    if (character === this.syntax.close) {
      return this.closeBracket();
    }
    if (character === ',' || (character === ';' && this.syntax.blanks)) {
      return this.separator();
    }
    return this.skipBlank() || this.readNumber() || this.readEllipsis() || this.readWord();
  }

  private openBracket(): boolean {
    if (this.needsSeparator) {
      return false;
    }
    this.item();
    this.counts.push(0);
    this.position++;
    if (this.leafDepth > 0 && this.counts.length > this.leafDepth) {
      this.fault('ragged');
    }
    return true;
  }

  private closeBracket(): boolean {
    const count = this.counts.pop()!;
    const depth = this.counts.length;
    const length = (this.lengths[depth] ??= count);
    if (length !== count) {
      this.fault('ragged');
    }
    this.position++;
    this.needsSeparator = !this.syntax.blanks;
    return true;
  }

  private separator(): boolean {
    if (!this.syntax.blanks && !this.needsSeparator) {
      return false;
    }
    this.needsSeparator = false;
    this.position++;
    return true;
  }

  private item(): void {
    if (this.counts.length > 0) {
      this.counts[this.counts.length - 1]!++;
    }
  }

  private fault(code: 'ragged' | 'truncated' | 'too-deep' | 'not-numeric'): void {
    if (this.code === undefined || code !== 'ragged') {
      this.code = code;
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) {
      this.position += found.length;
    }
    return found;
  }

  private skipBlank(): boolean {
    return this.match(blank) !== undefined;
  }

  private readNumber(): boolean {
    const found = this.needsSeparator ? undefined : this.match(this.pattern);
    if (found === undefined) {
      return false;
    }
    this.push(this.syntax.blanks ? printedValue(found) : Number(found));
    return true;
  }

  private readEllipsis(): boolean {
    if (!this.syntax.blanks || this.match(ellipsis) === undefined) {
      return false;
    }
    this.fault('truncated');
    return true;
  }

  private readWord(): boolean {
    const { words } = this.syntax;
    const found = words.size > 0 && !this.needsSeparator ? this.match(word) : undefined;
    const value = found === undefined ? undefined : words.get(found.toLowerCase());
    if (value === undefined) {
      return false;
    }
    this.push(value);
    return true;
  }

  private push(value: number): void {
    this.item();
    this.values.push(value);
    this.needsSeparator = !this.syntax.blanks;
    const depth = this.counts.length;
    if (this.leafDepth === 0) {
      this.leafDepth = depth;
    } else if (this.leafDepth !== depth) {
      this.fault('ragged');
    }
  }
}

/** The number that a printed token stands for: percent are fractions, U+2212 is a minus. */
export function printedValue(token: string): number {
  const ascii = token.replace('\u2212', '-');
  return ascii.endsWith('%') ? percentage(ascii.slice(0, -1)) : Number(ascii);
}

/** `12.5` percent as the nearest double of 0.125, which a division by 100 need not give. */
export function percentage(digits: string): number {
  return /[eE]/.test(digits) ? Number(digits) / 100 : Number(`${digits}e-2`);
}
