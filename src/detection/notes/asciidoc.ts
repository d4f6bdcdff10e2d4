import type { NoteParts } from './parts';
import { paragraphsOf } from './paragraphs';
import { MarkupScanner } from './scanner';

const stemMacro = /(?:stem|latexmath|asciimath):\w*\[/y;
const stemBlock = /\[(?:stem|latexmath|asciimath)[^[\]\n]*\][ \t\r]*\n(?:\.[^\n]*\n)?\+{4,}[ \t\r]*\n/y;
const sourceBlock = /\[(?:source|,)[, ]*(\w*)[^[\]\n]*\][ \t\r]*\n(?:\.[^\n]*\n)?(-{4,}|\.{4,})[ \t\r]*\n/y;
const plainBlock = /(-{4,}|\.{4,}|\/{4,}|\+{4,})[ \t\r]*\n/y;

/** The parts of an AsciiDoc document. */
export function asciidocParts(text: string): NoteParts {
  return new AsciidocScanner(text).scan();
}

class AsciidocScanner extends MarkupScanner {
  scan(): NoteParts {
    const marks =
      /\b(?:stem|latexmath|asciimath):|`|https?:\/\/[^\s[\]<>]+|^\[|^(?:-{4}|\.{4}|\/{4}|\+{4})|^\/\/|^:|\$/gm;
    this.visit(marks, ([found]) => this.step(found));
    const prose = paragraphsOf(this.text, this.holes, (paragraph) => /^\s*(?:=+|\.)\s?\S/.test(paragraph));
    return { ...this.parts, prose };
  }

  private step(found: string): boolean {
    if (found === '`') {
      const close = this.text.indexOf('`', this.position + 1);
      return this.onOneLine(close) && this.hole(close + 1);
    }
    if (found.startsWith('http')) {
      return this.hole(this.position + found.length);
    }
    if (found === '[') {
      return this.block() || this.hole(this.lineEnd(this.position));
    }
    if (found === '$') {
      return this.dollars();
    }
    if (/^(?:stem|latexmath|asciimath):$/.test(found)) {
      return this.macro();
    }
    return (
      this.delimited() || (found !== ':' && found !== '//' ? false : this.hole(this.lineEnd(this.position)))
    );
  }

  /** `stem:[…]`: a bracket inside is escaped. */
  private macro(): boolean {
    const opening = this.match(stemMacro);
    if (opening === undefined) {
      return false;
    }
    const from = this.position + opening[0].length;
    let close = this.find(']', from);
    while (close >= 0 && this.text[close - 1] === '\\') {
      close = this.find(']', close + 1);
    }
    return close >= 0 && this.addMath(close + 1, from, close, false);
  }

  private dollars(): boolean {
    const escaped = this.text[this.position - 1] === '\\';
    const close = escaped ? this.find('\\$', this.position + 1) : -1;
    return this.onOneLine(close) && this.addMath(close + 2, this.position + 1, close, false);
  }

  private block(): boolean {
    const stem = this.match(stemBlock);
    if (stem !== undefined) {
      const from = this.position + stem[0].length;
      const close = /\n\+{4,}[ \t\r]*(?=\n|$)/g;
      close.lastIndex = from - 1;
      const found = close.exec(this.text);
      return found !== null && this.addMath(close.lastIndex, from, found.index, true);
    }
    const source = this.match(sourceBlock);
    if (source === undefined) {
      return false;
    }
    const from = this.position + source[0].length;
    const close = this.find(`\n${source[2]!}`, from - 1);
    const end = close < 0 ? this.text.length : close;
    if (source[1] !== '') {
      this.parts.code.push({ start: from, end, languageId: source[1]!.toLowerCase() });
    }
    return this.hole(Math.min(this.text.length, end + 1 + source[2]!.length));
  }

  private delimited(): boolean {
    const opening = this.match(plainBlock);
    if (opening === undefined) {
      return false;
    }
    const from = this.position + opening[0].length;
    const close = this.find(`\n${opening[1]!}`, from - 1);
    return close >= 0 && this.hole(close + 1 + opening[1]!.length);
  }
}
