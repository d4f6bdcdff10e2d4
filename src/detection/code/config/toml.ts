import type { LiteralTerm, Term } from '../program/term';
import { plainValue } from './yaml';

interface Entry {
  readonly key: LiteralTerm;
  readonly value: Term;
}

/** The tables of a TOML document, each with the keys that stand under its header. */
export function readToml(text: string): readonly Term[] {
  const tables: { readonly start: number; readonly entries: Entry[] }[] = [{ start: 0, entries: [] }];
  const line = /^[ \t]*(?:(\[+[^\]\n]*\]+)|(["']?)([\w.-]+)\2[ \t]*=[ \t]*([^\n]*))/gm;
  for (const match of text.matchAll(line)) {
    if (match[1] !== undefined) tables.push({ start: match.index, entries: [] });
    else {
      const at = match.index + match[0].length - match[4]!.length;
      const key = match[3]!.slice(match[3]!.lastIndexOf('.') + 1);
      tables.at(-1)!.entries.push({ key: literal(key, match.index), value: new Values(text, at).read(0) });
    }
  }
  return tables.map(({ start, entries }) => ({ kind: 'dictionary', entries, start, end: text.length }));
}

function literal(value: LiteralTerm['value'], start: number, length = String(value).length): LiteralTerm {
  return { kind: 'literal', value, start, end: start + length };
}

const deepest = 50;

/** Reads one value: a string, an array, an inline table, a number or a word. */
class Values {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  read(depth: number): Term {
    this.skipBlank();
    const c = this.text.charAt(this.at);
    if (depth > deepest) this.at = this.text.length;
    if (c === '"' || c === "'") return this.readString(c);
    if (c === '[') return this.readArray(depth);
    if (c === '{') return this.readTable(depth);
    const start = this.at;
    const source = /[^\s,\]}#]*/y;
    source.lastIndex = start;
    const word = source.exec(this.text)?.[0] ?? '';
    this.at += word.length;
    return literal(plainValue(word), start, word.length);
  }

  private skipBlank(): void {
    const blank = /(?:\s|#[^\n]*)*/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.text)?.[0].length ?? 0;
  }

  private readString(quote: string): Term {
    const start = this.at + 1;
    this.at = start;
    while (
      this.at < this.text.length &&
      this.text.charAt(this.at) !== quote &&
      this.text.charAt(this.at) !== '\n'
    )
      this.at += this.text.charAt(this.at) === '\\' && quote === '"' ? 2 : 1;
    const value = this.text.slice(start, this.at);
    this.at++;
    return literal(value, start, value.length);
  }

  private readArray(depth: number): Term {
    const start = this.at++;
    const items: Term[] = [];
    for (
      this.skipBlank();
      this.at < this.text.length && this.text.charAt(this.at) !== ']';
      this.skipBlank()
    ) {
      const before = this.at;
      if (this.text.charAt(this.at) === ',') this.at++;
      else items.push(this.read(depth + 1));
      if (this.at === before) break;
    }
    return { kind: 'list', items, start, end: ++this.at };
  }

  private readTable(depth: number): Term {
    const start = this.at++;
    const entries: Entry[] = [];
    const pair = /[\s,]*(["']?)([\w.-]+)\1\s*=/y;
    for (pair.lastIndex = this.at; ; pair.lastIndex = this.at) {
      const match = pair.exec(this.text);
      if (!match) break;
      this.at += match[0].length;
      entries.push({ key: literal(match[2]!, this.at), value: this.read(depth + 1) });
    }
    return { kind: 'dictionary', entries, start, end: ++this.at };
  }
}
