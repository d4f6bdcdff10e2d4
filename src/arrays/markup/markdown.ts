import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { readPlain } from '../plain/plain';
import type { TableCell } from '../plain/table';
import { readTable } from '../plain/table';
import type { Piece } from '../reading/piece';
import { container, piece, shifted } from '../reading/piece';
import type { Value } from '../reading/value';

const parser = new MarkdownIt('default', { html: true });

/** Reads a stretch of a document in another language, at its place: offsets of the pieces count in the whole text. */
export type EmbeddedReader = (content: string, languageId: string) => Piece;

/** The pieces of a Markdown text: tables, fenced code in its own language, bullets of numbers, and what stands in sentences. */
export function readMarkdown(text: string, readEmbedded: EmbeddedReader): Piece {
  return new MarkdownReader(text, readEmbedded).read();
}

class MarkdownReader {
  private readonly lineStarts: number[] = [0];

  constructor(
    private readonly text: string,
    private readonly readEmbedded: EmbeddedReader,
  ) {
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      this.lineStarts.push(feed + 1);
    }
  }

  read(): Piece {
    const tokens: Token[] = [];
    // Only the blocks are needed; markdown-it's normalisation keeps the number of lines.
    parser.block.parse(this.text.replace(/\r\n?/g, '\n').replace(/\0/g, '\uFFFD'), parser, {}, tokens);
    const parts: Piece[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.type === 'table_open') {
        parts.push(...this.table(token));
        i = closingOf(tokens, i);
      } else if (token.type === 'bullet_list_open') {
        const bullets = this.bullets(tokens, i);
        if (bullets !== undefined) {
          parts.push(bullets);
          i = closingOf(tokens, i);
        }
      } else if (token.type === 'fence') {
        parts.push(this.fence(token));
      } else if (token.type === 'inline' || token.type === 'code_block') {
        parts.push(readPlain(this.text, this.lineStart(token.map![0]), this.lineEnd(token.map![1] - 1)));
      }
    }
    return container(0, this.text.length, parts);
  }

  private lineStart(line: number): number {
    return this.lineStarts[line] ?? this.text.length;
  }

  private lineEnd(line: number): number {
    const next = this.lineStarts[line + 1];
    return next === undefined ? this.text.length : next - 1;
  }

  private fence(token: Token): Piece {
    const [first, last] = token.map!;
    const start = this.lineStart(first + 1);
    const closed = last - 1 > first && /^[\s>]*(?:`{3,}|~{3,})\s*$/.test(this.line(last - 1));
    const end = this.lineEnd(closed ? last - 2 : last - 1);
    if (end <= start) {
      return container(start, start, []);
    }
    const language = /^\{?[.\s]*([\w+#-]*)/.exec(token.info.trim())?.[1]?.toLowerCase() ?? '';
    const content = this.text.slice(start, end);
    return shifted(this.readEmbedded(content, language), start);
  }

  private line(index: number): string {
    return this.text.slice(this.lineStart(index), this.lineEnd(index));
  }

  private table(token: Token): Piece[] {
    const [first, last] = token.map!;
    const rows: TableCell[][] = [];
    for (let line = first; line < last; line++) {
      if (line !== first + 1) {
        rows.push(tableRow(this.line(line), this.lineStart(line)));
      }
    }
    const header = rows[0]!;
    const named = header.some((cell) => cell.text !== '') ? rows : rows.slice(1);
    const even = named.map((row) => row.slice(0, header.length));
    const table = readTable(even);
    return table === undefined ? [] : [table];
  }

  /** A list each of whose items is one number is a vector. */
  private bullets(tokens: readonly Token[], open: number): Piece | undefined {
    const close = closingOf(tokens, open);
    const inlines = tokens.slice(open, close).filter((token) => token.type === 'inline');
    const items = tokens.slice(open, close).filter((token) => token.type === 'list_item_open').length;
    if (inlines.length < 2 || inlines.length !== items) {
      return undefined;
    }
    const values = inlines.map((token) =>
      /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.exec(token.content),
    );
    if (values.includes(null)) {
      return undefined;
    }
    const lines = inlines.map((token) => token.map![0]);
    const start = this.lineStart(lines[0]!) + this.line(lines[0]!).lastIndexOf(inlines[0]!.content);
    const end = this.lineStart(lines.at(-1)!) + this.line(lines.at(-1)!).trimEnd().length;
    const value: Value = {
      kind: 'array',
      values: inlines.map((token) => Number(token.content)),
      shape: [inlines.length],
      integer: false,
      list: true,
    };
    return piece(start, end, value);
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

/** The cells of a table's row; code and emphasis around a cell's text are taken off. */
function tableRow(line: string, start: number): TableCell[] {
  const cells: TableCell[] = [];
  const body = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?\|?/.exec(line)![0].length;
  const last = /\|?\s*$/.exec(line)!.index;
  const separator = /(?<!\\)\|/g;
  let from = line[body - 1] === '|' ? body : /^\s*/.exec(line)![0].length;
  separator.lastIndex = from;
  for (let found = separator.exec(line); from <= last; found = separator.exec(line)) {
    const to = found === null || found.index > last ? Math.max(last, from) : found.index;
    const raw = line.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    cells.push({
      text: plainText(raw.trim()),
      start: start + from + lead,
      end: start + from + lead + raw.trim().length,
    });
    if (found === null || found.index >= last) {
      break;
    }
    from = found.index + 1;
  }
  return cells;
}

function plainText(cell: string): string {
  return cell
    .replace(/^(?:\*\*|__|\*|_|`|\$)+|(?:\*\*|__|\*|_|`|\$)+$/g, '')
    .replace(/\\([|%])/g, '$1')
    .trim();
}
