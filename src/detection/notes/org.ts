import { bareEnvironment, mathEnvironment } from '../markdown/inline';
import { isDollarMath } from './mathLike';
import type { NoteParts } from './parts';
import { paragraphsOf } from './paragraphs';
import { MarkupScanner } from './scanner';

const block = /#\+begin_(src|example|export|comment)[ \t]*([\w+-]*)[^\n]*\n/iy;

/** The parts of an Org document. */
export function orgParts(text: string): NoteParts {
  return new OrgScanner(text).scan();
}

class OrgScanner extends MarkupScanner {
  scan(): NoteParts {
    this.visit(/[\\$]|\[\[|^[ \t]*#|^[ \t]*:|[=~](?=\S)|https?:\/\/[^\s<>\]]+/gm, ([found]) =>
      this.step(found),
    );
    const prose = paragraphsOf(this.text, this.holes, (paragraph) => /^\s*\*+ /.test(paragraph));
    return { ...this.parts, prose };
  }

  private step(found: string): boolean {
    switch (found.trimStart()[0]) {
      case '\\':
        return this.backslash();
      case '$':
        return this.dollar();
      case '[':
        return this.link();
      case '#':
        this.position += found.length - 1;
        return this.keyword();
      case ':':
        return this.hole(this.lineEnd(this.position));
      case 'h':
        return this.hole(this.position + found.length);
      default:
        return this.verbatim(found);
    }
  }

  private backslash(): boolean {
    const { text, position } = this;
    const next = text[position + 1];
    if (next === '(' || next === '[') {
      const close = this.find(next === '(' ? '\\)' : '\\]', position + 2);
      return close >= 0 && this.addMath(close + 2, position + 2, close, next === '[');
    }
    const opening = this.match(mathEnvironment);
    const closer = opening === undefined ? '' : `\\end{${opening[1]!}}`;
    const from = position + (opening?.[0].length ?? 0);
    const close = opening === undefined ? -1 : this.find(closer, from);
    if (close < 0) {
      return false;
    }
    const end = close + closer.length;
    const bare = bareEnvironment.test(opening![1]!);
    return this.addMath(end, bare ? from : position, bare ? close : end, true);
  }

  private dollar(): boolean {
    const { text, position } = this;
    const delimiter = text[position + 1] === '$' ? '$$' : '$';
    const from = position + delimiter.length;
    const close = this.find(delimiter, from);
    if (close < 0) {
      return false;
    }
    const tex = text.slice(from, close);
    const accepted =
      delimiter === '$$' || (!/\n[ \t]*\n/.test(tex) && isDollarMath(tex, text[close + 1] ?? ''));
    return accepted && this.addMath(close + delimiter.length, from, close, delimiter === '$$');
  }

  /** `[[target][description]]`: the description is prose. */
  private link(): boolean {
    const target = this.match(/\[\[[^[\]\n]*\]/y);
    return target !== undefined && this.hole(this.position + target[0].length);
  }

  private keyword(): boolean {
    const found = this.match(block);
    if (found === undefined) {
      const title = this.match(/#\+(?:title|caption|subtitle):/iy);
      const comment = this.text[this.position + 1] === '+' || this.text[this.position + 1] === ' ';
      return (
        comment &&
        this.hole(title === undefined ? this.lineEnd(this.position) : this.position + title[0].length)
      );
    }
    const from = this.position + found[0].length;
    const closing = new RegExp(`^[ \\t]*#\\+end_${found[1]!}`, 'gim');
    closing.lastIndex = from;
    const end = closing.exec(this.text)?.index ?? this.text.length;
    if (found[1]!.toLowerCase() === 'src' && found[2] !== '') {
      this.parts.code.push({ start: from, end, languageId: found[2]!.toLowerCase() });
    }
    return this.hole(end);
  }

  /** `=verbatim=` and `~code~`. */
  private verbatim(mark: string): boolean {
    const before = this.text[this.position - 1] ?? ' ';
    const close = /[\s({'"]/.test(before) ? this.text.indexOf(mark, this.position + 1) : -1;
    return this.onOneLine(close) && this.hole(close + 1);
  }
}
