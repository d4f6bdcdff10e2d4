import type { NoteParts } from './parts';
import { paragraphsOf } from './paragraphs';
import { MarkupScanner } from './scanner';

/** The parts of a Typst document. Its mathematics is not TeX; the spans are exact all the same. */
export function typstParts(text: string): NoteParts {
  return new TypstScanner(text).scan();
}

class TypstScanner extends MarkupScanner {
  scan(): NoteParts {
    this.visit(/[\\$#]|`+|\/\/|\/\*|https?:\/\/[^\s<>\])]+/g, ([found]) => this.step(found));
    const prose = paragraphsOf(this.text, this.holes, (paragraph) => /^\s*=+ /.test(paragraph));
    return { ...this.parts, prose };
  }

  private step(found: string): boolean {
    switch (found[0]) {
      case '\\':
        this.position += 2;
        return true;
      case '$':
        return this.dollar();
      case '#':
        return this.code();
      case '`':
        return this.raw(found);
      case '/':
        return this.comment(found);
      default:
        return this.hole(this.position + found.length);
    }
  }

  private dollar(): boolean {
    const { text, position } = this;
    let close = this.find('$', position + 1);
    while (close >= 0 && text[close - 1] === '\\') {
      close = this.find('$', close + 1);
    }
    if (close < 0) {
      return false;
    }
    const tex = text.slice(position + 1, close);
    return this.addMath(close + 1, position + 1, close, /^\s/.test(tex) && /\s$/.test(tex));
  }

  /** Statements and the names of functions; their content blocks are prose. */
  private code(): boolean {
    const statement = this.match(/#(?:let|set|show|import|include)\b[^\n]*/y);
    const call = statement ?? this.match(/#[\w.-]+(?:\("[^"\n]*"\))?/y);
    return call !== undefined && this.hole(this.position + call[0].length);
  }

  private raw(ticks: string): boolean {
    const { text, position } = this;
    const from = position + ticks.length;
    const close = this.find(ticks, from);
    if (close < 0) {
      return false;
    }
    const language = ticks.length >= 3 ? /^[\w+-]+/.exec(text.slice(from, from + 30))?.[0] : undefined;
    if (language !== undefined) {
      this.parts.code.push({
        start: Math.min(this.lineEnd(from) + 1, close),
        end: close,
        languageId: language.toLowerCase(),
      });
    }
    return this.hole(close + ticks.length);
  }

  private comment(mark: string): boolean {
    if (mark === '//') {
      return this.text[this.position - 1] !== ':' && this.hole(this.lineEnd(this.position));
    }
    const close = this.find('*/', this.position + 2);
    return close >= 0 && this.hole(close + 2);
  }
}
