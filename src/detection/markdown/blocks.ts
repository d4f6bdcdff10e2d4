import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import type { NoteParts, PartsBuilder } from '../notes/parts';
import { noParts } from '../notes/parts';
import { scanInline } from './inline';
import type { MathBlock, SearchMemory } from './mathBlock';
import { mathBlocks } from './mathBlock';

const parser = new MarkdownIt('default', { html: true }).use(mathBlocks);

/**
 * The parts of a Markdown text. Only its blocks are parsed by markdown-it; sentences are scanned at their place in the
 * text, so that every offset is exact.
 */
export function markdownParts(text: string): NoteParts {
  return new BlockReader(text).read();
}

/** Of the same length, in the form in which markdown-it reads it. */
function normalised(text: string): string {
  return text
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n')
    .replace(/\0/g, '\uFFFD')
    .replace(
      admonition,
      (line, indent: string) => `${indent}-   ${'x'.repeat(line.length - indent.length - 4)}`,
    );
}

/** MkDocs' `!!! note` and `=== "tab"`: what is indented below is text; a list item with the same indent reads it so. */
const admonition = /^( *)(?:!!!|\?\?\?\+?|===) ["\w][^\n]*/gm;

class BlockReader {
  private readonly source: string;
  private readonly lineStarts: number[] = [0];
  private readonly parts: PartsBuilder = noParts();

  constructor(private readonly text: string) {
    this.source = normalised(text);
    for (let feed = this.source.indexOf('\n'); feed >= 0; feed = this.source.indexOf('\n', feed + 1)) {
      this.lineStarts.push(feed + 1);
    }
  }

  read(): NoteParts {
    const tokens: Token[] = [];
    const memory: SearchMemory = { vain: new Map() };
    parser.block.parse(this.source, parser, memory, tokens);
    let heading = false;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.type === 'table_open') {
        this.table(token);
        i = closingOf(tokens, i);
      } else if (token.type === 'inline') {
        this.sentences(token, heading);
      } else {
        this.block(token);
      }
      heading = token.type === 'heading_open';
    }
    return this.parts;
  }

  private block(token: Token): void {
    if (token.type === 'fence') {
      this.fence(token);
    } else if (token.type === 'html_block') {
      const [first, last] = token.map!;
      this.scan(this.lineStart(first), this.text.slice(this.lineStart(first), this.lineEnd(last - 1)), false);
    } else if (token.type === 'math_block') {
      const { start, end, texStart, texEnd } = token.meta as MathBlock;
      const tex = this.unquoted(texStart, texEnd);
      this.parts.math.push({ start, end, tex, texStart, display: true, ...this.bracketOf(start) });
    }
  }

  private bracketOf(start: number): object {
    if (this.text[start] !== '\\' || this.text.startsWith('\\begin', start)) {
      return {};
    }
    const kind = this.text[start + 1] === '\\' ? '\\\\(' : '\\(';
    return { bracket: { kind, content: 'math' } };
  }

  private lineStart(line: number): number {
    return this.lineStarts[line] ?? this.text.length;
  }

  private lineEnd(line: number): number {
    const next = this.lineStarts[line + 1];
    return next === undefined ? this.text.length : next - 1;
  }

  /** A formula's lines with the marks of quotes before them blank. */
  private unquoted(from: number, to: number): string {
    const tex = this.text.slice(from, to);
    const quoted = /^\s*>/.test(this.text.slice(this.text.lastIndexOf('\n', from - 1) + 1, from));
    return quoted ? tex.replace(/(?<=\n)[ \t]*(?:>[ \t]?)+/g, (marks) => ' '.repeat(marks.length)) : tex;
  }

  private sentences(token: Token, heading: boolean): void {
    const [first] = token.map!;
    const lines = token.content.split('\n');
    const start = this.placeOf(lines[0]!, first, heading);
    let content = this.text.slice(start, this.lineEnd(first));
    for (let i = 1; i < lines.length; i++) {
      const from = this.lineStart(first + i);
      const line = this.text.slice(from, this.lineEnd(first + i));
      const marks = this.placeOf(lines[i]!, first + i, false) - from;
      content += '\n' + (line.slice(0, marks).includes('>') ? ' '.repeat(marks) + line.slice(marks) : line);
    }
    this.scan(start, content, heading);
  }

  /** Where a line's content begins behind the marks of its containers. */
  private placeOf(content: string, line: number, heading: boolean): number {
    const from = this.lineStart(line);
    const source = this.source.slice(from, this.lineEnd(line));
    if (heading) {
      return from + Math.max(0, source.indexOf(content.trim(), /^[^#]*#*/.exec(source)![0].length));
    }
    return from + Math.max(0, source.trimEnd().length - content.trim().length);
  }

  private scan(start: number, content: string, heading: boolean): void {
    const { math, holes } = scanInline(content, start);
    for (const candidate of math) {
      this.parts.math.push(candidate);
    }
    this.parts.prose.push({ start, end: start + content.length, heading, holes });
  }

  /** Each row is read whole: a bar inside a formula must not cut it. */
  private table(token: Token): void {
    const [first, last] = token.map!;
    for (let line = first; line < last; line++) {
      if (line !== first + 1) {
        const from = this.lineStart(line);
        this.scan(from, this.text.slice(from, this.lineEnd(line)), false);
      }
    }
  }

  private fence(token: Token): void {
    const [first, last] = token.map!;
    const start = this.lineStart(first + 1);
    const closing = this.source.slice(this.lineStart(last - 1), this.lineEnd(last - 1));
    const closed = last - 1 > first && /^[\s>]*(?:`{3,}|~{3,})\s*$/.test(closing);
    const end = closed ? this.lineStart(last - 1) : this.lineEnd(last - 1);
    const language = /^(?:\{\s*)?[.=]?\s*([\w+#-]*)/.exec(token.info.trim())?.[1]?.toLowerCase() ?? '';
    if (language === 'math') {
      this.mathFence(token, start, end);
    } else if (end > start && language !== '') {
      this.parts.code.push({ start, end, languageId: language });
    }
  }

  private mathFence(token: Token, start: number, end: number): void {
    const [first, last] = token.map!;
    // MyST's options, such as `:label:`, stand before the formula.
    const options = /^(?:[ \t]*:[\w-]+:[^\n]*\n)*/.exec(this.text.slice(start, end))![0].length;
    const line = this.text.slice(this.lineStart(first), this.lineEnd(first));
    this.parts.math.push({
      start: this.lineStart(first) + Math.max(0, line.search(/`{3}|~{3}/)),
      end:
        this.lineStart(last - 1) +
        this.text.slice(this.lineStart(last - 1), this.lineEnd(last - 1)).trimEnd().length,
      tex: this.unquoted(start + options, end),
      texStart: start + options,
      display: true,
    });
  }
}

function closingOf(tokens: readonly Token[], open: number): number {
  const { level } = tokens[open]!;
  let at = open + 1;
  while (at < tokens.length - 1 && tokens[at]!.level > level) {
    at++;
  }
  return at;
}
