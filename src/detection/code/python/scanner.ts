import { longestLine } from '../readable';
import { lineKinds, type Lines, type Vocabulary } from './lines';

/** Brackets nested deeper than this are no code that anyone wrote; the line is left out. */
const deepestBrackets = 150;

/** A string that is longer is a text, not a name in a configuration. */
const longestName = 64;

const code = {
  tab: 9,
  newline: 10,
  carriageReturn: 13,
  space: 32,
  bang: 33,
  doubleQuote: 34,
  hash: 35,
  percent: 37,
  quote: 39,
  leftParen: 40,
  rightParen: 41,
  at: 64,
  question: 63,
  leftBracket: 91,
  backslash: 92,
  rightBracket: 93,
  leftBrace: 123,
  rightBrace: 125,
} as const;

/** 1 for letters, digits, underscore and everything beyond ASCII. */
const isWordCode = Uint8Array.from({ length: 128 }, (_, c) => (/\w/.test(String.fromCharCode(c)) ? 1 : 0));

function isWord(c: number): boolean {
  return c >= 128 || isWordCode[c] === 1;
}

/** A growing list of integers. */
class Integers {
  private data = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Int32Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  get(index: number): number {
    return this.data[index]!;
  }

  truncate(length: number): void {
    this.length = length;
  }

  done(): Int32Array {
    return this.data.slice(0, this.length);
  }
}

const openers: { readonly [word: string]: number } = {
  import: lineKinds.import,
  from: lineKinds.import,
  def: lineKinds.definition,
  class: lineKinds.definition,
  async: lineKinds.definition,
  if: lineKinds.block,
  for: lineKinds.block,
  while: lineKinds.block,
  with: lineKinds.block,
  try: lineKinds.block,
  match: lineKinds.simple,
  elif: lineKinds.continuation,
  else: lineKinds.continuation,
  except: lineKinds.continuation,
  finally: lineKinds.continuation,
  return: lineKinds.return,
};

/** Words that begin a statement and nothing else: a bracket left open before them was forgotten. */
const surelyStatements = new Set(['def', 'class', 'import', 'return', 'while', 'try', 'with', 'raise']);

/** Cuts a text into logical lines in one pass. Signs that IPython alone understands are no part of any line. */
export function scanLines(text: string, vocabulary: Vocabulary): Lines {
  if (foreignCell.test(text)) return emptyLines(text);
  const scanner = new Scanner(text, vocabulary);
  scanner.run(0, () => false);
  return scanner.lines();
}

/** A notebook's cell in another language. */
export const foreignCell =
  /^\s*%%(?:bash|sh|script|cmd|system|sx|html|HTML|js|javascript|latex|markdown|svg|SVG|perl|ruby|R|sql|bigquery|cython)\b/;

function emptyLines(text: string): Lines {
  const none = new Int32Array(0);
  return {
    text,
    count: 0,
    starts: none,
    ends: none,
    indents: none,
    kinds: new Uint8Array(0),
    words: none,
    wordsFrom: new Int32Array(1),
  };
}

export class Scanner {
  private readonly starts = new Integers();
  private readonly ends = new Integers();
  private readonly indents = new Integers();
  private readonly kinds = new Integers();
  private readonly words = new Integers();
  private readonly wordsFrom = new Integers();
  private at = 0;
  private depth = 0;
  private isTooDeep = false;

  constructor(
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
  ) {}

  lines(): Lines {
    this.wordsFrom.push(this.words.length);
    return {
      text: this.text,
      count: this.starts.length,
      starts: this.starts.done(),
      ends: this.ends.done(),
      indents: this.indents.done(),
      kinds: Uint8Array.from(this.kinds.done()),
      words: this.words.done(),
      wordsFrom: this.wordsFrom.done(),
    };
  }

  /** Reads lines from an offset to the end, or to the first that begins where the caller says; then true. */
  run(from: number, isEnough: (at: number) => boolean): boolean {
    this.at = from;
    while (this.at < this.text.length) {
      const indent = this.skipIndent();
      const c = this.text.charCodeAt(this.at);
      if (c === code.newline || c === code.carriageReturn) this.at++;
      else if (c === code.hash) this.skipToLineEnd();
      else if (c === code.percent || c === code.bang || c === code.question) this.skipMagic();
      else if (this.at < this.text.length) {
        if (isEnough(this.at)) return true;
        this.readLine(indent);
      }
    }
    return false;
  }

  /** Passes the blanks at the start of a line; tabs reach to the next multiple of eight. */
  private skipIndent(): number {
    let indent = 0;
    for (; this.at < this.text.length; this.at++) {
      const c = this.text.charCodeAt(this.at);
      if (c === code.space || c === 0xfeff || c === 12) indent++;
      else if (c === code.tab) indent = (indent | 7) + 1;
      else break;
    }
    return indent;
  }

  private skipToLineEnd(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  /** `%timeit f(x)` is Python behind its first word; of other magics and of shell commands nothing is. */
  private skipMagic(): void {
    const timing = /%%?(?:time|timeit|prun|memit|mprun|lprun)\b(?:[ \t]+-\w+(?:[ \t]+\d+)?)*[ \t]*/y;
    timing.lastIndex = this.at;
    const match = timing.exec(this.text);
    if (match) this.at += match[0].length;
    else this.skipToLineEnd();
  }

  private readLine(indent: number): void {
    const start = this.at;
    const wordsBefore = this.words.length;
    this.depth = 0;
    this.isTooDeep = false;
    const first = this.text.charCodeAt(start);
    while (this.at < this.text.length && !this.passToken(indent));
    if (this.isTooDeep || this.hasLongLine(start)) {
      this.words.truncate(wordsBefore);
      return;
    }
    this.starts.push(start);
    this.ends.push(this.at);
    this.indents.push(indent);
    this.wordsFrom.push(wordsBefore);
    this.kinds.push(first === code.at ? lineKinds.decorator : this.kindOf(wordsBefore));
  }

  private hasLongLine(start: number): boolean {
    if (this.at - start <= longestLine) return false;
    for (let from = start; from < this.at;) {
      const end = this.text.indexOf('\n', from);
      const to = end < 0 || end > this.at ? this.at : end;
      if (to - from > longestLine) return true;
      from = to + 1;
    }
    return false;
  }

  private kindOf(firstWord: number): number {
    if (this.words.length === firstWord) return lineKinds.simple;
    const word = this.vocabulary.wordOf(this.words.get(firstWord));
    return Object.hasOwn(openers, word) ? openers[word]! : lineKinds.simple;
  }

  /** Passes one token; true where the logical line ends. */
  private passToken(indent: number): boolean {
    const c = this.text.charCodeAt(this.at);
    if (isWord(c)) return this.passWord();
    switch (c) {
      case code.newline:
        return this.passLineBreak(indent);
      case code.hash:
        this.skipToLineEnd();
        return false;
      case code.quote:
      case code.doubleQuote:
        this.passString(c);
        return false;
      case code.leftParen:
      case code.leftBracket:
      case code.leftBrace:
        if (++this.depth > deepestBrackets) this.isTooDeep = true;
        break;
      case code.rightParen:
      case code.rightBracket:
      case code.rightBrace:
        if (this.depth > 0) this.depth--;
        break;
      case code.backslash:
        this.passContinuation();
        return false;
    }
    this.at++;
    return false;
  }

  private passWord(): false {
    const start = this.at;
    while (this.at < this.text.length && isWord(this.text.charCodeAt(this.at))) this.at++;
    const first = this.text.charCodeAt(start);
    const isNumber = first >= 48 && first <= 57;
    if (!isNumber) this.words.push(this.vocabulary.numberOf(this.text.slice(start, this.at)));
    return false;
  }

  /** A line break ends the line unless a bracket is open; one that was forgotten must not swallow the rest. */
  private passLineBreak(indent: number): boolean {
    if (this.depth === 0) return true;
    const ahead = /\n[ \t]*(@?)([a-z]+)[ \t:]/y;
    ahead.lastIndex = this.at;
    const match = ahead.exec(this.text);
    if (match && surelyStatements.has(match[2]!) && widthOf(match[0]) <= indent) return true;
    this.at++;
    return false;
  }

  private passContinuation(): void {
    this.at++;
    if (this.text.charCodeAt(this.at) === code.carriageReturn) this.at++;
    if (this.at < this.text.length) this.at++;
  }

  /** Passes a string; one line's string ends with the line at the latest. */
  private passString(quote: number): void {
    const start = this.at;
    const sign = this.text.charAt(start);
    const triple = sign + sign + sign;
    const isFormatted = this.isFormatted(start);
    if (this.text.startsWith(triple, start)) {
      this.passUntil(triple, start + 3);
      if (isFormatted) this.collectWords(start);
      return;
    }
    this.at++;
    while (this.at < this.text.length) {
      const c = this.text.charCodeAt(this.at);
      if (c === quote || c === code.newline) break;
      this.at += c === code.backslash ? 2 : 1;
    }
    if (isFormatted) this.collectWords(start);
    if (this.text.charCodeAt(this.at) !== quote) return;
    if (this.at - start <= longestName)
      this.words.push(this.vocabulary.numberOf(`"${this.text.slice(start + 1, this.at)}`));
    this.at++;
  }

  /** Whether the word just before a quote makes it a string with expressions in it. */
  private isFormatted(quote: number): boolean {
    const prefix = this.text.slice(Math.max(0, quote - 3), quote);
    return /(?:^|[^A-Za-z0-9_])(?:[fF]|[fF][rR]|[rR][fF])$/.test(prefix);
  }

  private collectWords(from: number): void {
    for (const match of this.text.slice(from, this.at).matchAll(/[A-Za-z_]\w*/g))
      this.words.push(this.vocabulary.numberOf(match[0]));
  }

  private passUntil(close: string, from: number): void {
    let end = this.text.indexOf(close, from);
    while (end > 0 && isEscaped(this.text, end)) end = this.text.indexOf(close, end + 1);
    this.at = end < 0 ? this.text.length : end + close.length;
  }
}

function widthOf(lineStart: string): number {
  return /^\n[ \t]*/.exec(lineStart)![0].length - 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === code.backslash) slashes++;
  return slashes % 2 === 1;
}
