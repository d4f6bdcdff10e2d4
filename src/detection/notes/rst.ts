import type { NoteParts } from './parts';
import { paragraphsOf } from './paragraphs';
import { MarkupScanner } from './scanner';

const underline = /\n([=\-~^"'`#*+.:_])\1{2,}[ \t\r]*(?:\n|$)/;
const directive = /\.\. ([\w:-]+)::[ \t]*/y;

/** The parts of a reStructuredText document. */
export function rstParts(text: string): NoteParts {
  return new RstScanner(text).scan();
}

class RstScanner extends MarkupScanner {
  scan(): NoteParts {
    this.visit(/`+|\.\. |::[ \t\r]*\n|https?:\/\/[^\s<>`]+/g, ([found]) => this.step(found));
    const prose = paragraphsOf(this.text, this.holes, (paragraph) => underline.test(paragraph));
    return { ...this.parts, prose };
  }

  private step(found: string): boolean {
    switch (found[0]) {
      case '`':
        return this.ticks(found.length);
      case '.':
        return this.startsLine() && this.directive();
      case ':':
        return this.literal(found.length);
      default:
        return this.hole(this.position + found.length);
    }
  }

  private ticks(length: number): boolean {
    const { text, position } = this;
    if (length >= 2) {
      const close = this.find('``', position + length);
      return close >= 0 && this.hole(close + 2);
    }
    const close = this.find('`', position + 1);
    if (close < 0) {
      return false;
    }
    const role = /:([\w:+.-]+):$/.exec(text.slice(Math.max(0, position - 30), position));
    const start = position - (role?.[0].length ?? 0);
    if (role?.[1] === 'math') {
      this.position = start;
      return this.addMath(close + 1, position + 1, close, false);
    }
    if (role !== null) {
      this.position = start;
      return this.hole(close + 1);
    }
    return this.hyperlink(close);
  }

  /** In a reference such as `text <target>`_ the text is prose. */
  private hyperlink(close: number): boolean {
    const target = this.text.slice(this.position, close).lastIndexOf('<');
    if (target > 0) {
      this.position += target;
      return this.hole(close + 1);
    }
    this.position = close + 1;
    return true;
  }

  private directive(): boolean {
    const found = this.match(directive);
    const { position } = this;
    if (found === undefined) {
      // Comments, footnotes and targets.
      const silent = this.match(/\.\. (?:_[^\n]*|\|[^\n]*)/y);
      return silent !== undefined && this.hole(position + silent[0].length);
    }
    const name = found[1]!;
    const lineEnd = this.lineEnd(position);
    const body = this.indented(lineEnd, this.indentOf(position));
    if (name === 'math') {
      return this.mathDirective(position + found[0].length, lineEnd, body);
    }
    if (/^(?:code|code-block|sourcecode|ipython|jupyter-execute|plot|testcode|doctest)$/.test(name)) {
      const language = this.text
        .slice(position + found[0].length, lineEnd)
        .trim()
        .toLowerCase();
      const start = this.afterOptions(body.start, body.end);
      this.parts.code.push({ start, end: body.end, languageId: language === '' ? 'python' : language });
      return this.hole(body.end);
    }
    return this.hole(position + found[0].length);
  }

  private mathDirective(from: number, lineEnd: number, body: { start: number; end: number }): boolean {
    const argument = this.text.slice(from, lineEnd).trim();
    const texStart = argument === '' ? this.afterOptions(body.start, body.end) : from;
    const texEnd = texStart + this.text.slice(texStart, Math.max(body.end, lineEnd)).trimEnd().length;
    return texEnd > texStart ? this.addMath(texEnd, texStart, texEnd, true) : this.hole(lineEnd);
  }

  /** `:label: x` and the like, and the blank lines around them. */
  private afterOptions(start: number, end: number): number {
    const options = /^(?:[ \t]*(?::[\w-]+:[^\n]*)?\r?\n)*/.exec(this.text.slice(start, end))![0].length;
    return start + options;
  }

  private indentOf(position: number): number {
    return position - (this.text.lastIndexOf('\n', position - 1) + 1);
  }

  /** The lines below `lineEnd` that are blank or indented deeper. */
  private indented(lineEnd: number, indent: number): { start: number; end: number } {
    const start = Math.min(lineEnd + 1, this.text.length);
    let end = start;
    for (let at = start; at < this.text.length;) {
      const stop = this.lineEnd(at);
      const line = this.text.slice(at, stop);
      const blank = line.trim() === '';
      if (!blank && line.length - line.trimStart().length <= indent) {
        break;
      }
      if (!blank) {
        end = stop;
      }
      at = stop + 1;
    }
    return { start, end };
  }

  /** A paragraph that ends in `::` announces a literal block. */
  private literal(length: number): boolean {
    const { text, position } = this;
    const lineStart = text.lastIndexOf('\n', position) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart, position))![0].length;
    const body = this.indented(position + length - 1, indent);
    return body.end > body.start && this.hole(body.end);
  }
}
