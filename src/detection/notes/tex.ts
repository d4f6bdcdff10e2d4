import { bareEnvironment, mathEnvironment } from '../markdown/inline';
import type { NoteParts } from './parts';
import { paragraphsOf } from './paragraphs';
import { MarkupScanner } from './scanner';

/** Arguments that are no prose. */
const silentCommand =
  /\\(?:label|ref|eqref|cref|Cref|autoref|pageref|cite\w*|nocite|bibliography\w*|includegraphics|input|include|usepackage|documentclass|newcommand|renewcommand|providecommand|DeclareMathOperator|def|url|href|begin|end|lstinputlisting|bibitem|setlength|vspace|hspace)\*?\s*(?:\[[^[\]\n]*\]\s*)*(?:\{(?:[^{}\n]|\{[^{}\n]*\})*\})?/y;

const verbatimEnvironment =
  /\\begin\s*\{(verbatim\*?|Verbatim|lstlisting|minted|comment|filecontents\*?|tikzpicture|alltt)\}/y;

const codeLanguage = /^\s*(?:\[[^\]]*?language\s*=\s*\{?(\w+)[^\]]*\]|(?:\[[^\]]*\])?\s*\{(\w+)\})/;

/** The parts of a LaTeX document. */
export function texParts(text: string): NoteParts {
  return new TexScanner(text).scan();
}

class TexScanner extends MarkupScanner {
  scan(): NoteParts {
    this.visit(/[\\$%]/g, ([character]) => this.step(character));
    const prose = paragraphsOf(this.text, this.holes, (paragraph) =>
      /^\s*\\(?:part|chapter|(?:sub)*section|paragraph|title|caption)\*?\s*[{[]/.test(paragraph),
    );
    return { ...this.parts, prose };
  }

  private step(character: string): boolean {
    if (character === '%') {
      return this.hole(this.lineEnd(this.position));
    }
    return character === '$' ? this.dollar() : this.command();
  }

  private dollar(): boolean {
    const { text, position } = this;
    const delimiter = text[position + 1] === '$' ? '$$' : '$';
    const from = position + delimiter.length;
    let close = this.find(delimiter, from);
    while (close >= 0 && text[close - 1] === '\\' && text[close - 2] !== '\\') {
      close = this.find(delimiter, close + 1);
    }
    if (close < 0) {
      return false;
    }
    // A paragraph's end inside a formula is an error of LaTeX: the dollar sign was a stray one.
    const blank = /\n[ \t\r]*\n/g;
    blank.lastIndex = from;
    const gap = this.nextGap(blank);
    return gap < close && delimiter === '$'
      ? false
      : this.addMath(close + delimiter.length, from, close, delimiter === '$$');
  }

  private gap = -1;

  /** The next blank line behind the position; looked for once per paragraph. */
  private nextGap(blank: RegExp): number {
    if (this.gap < this.position) {
      this.gap = blank.exec(this.text)?.index ?? Infinity;
    }
    return this.gap;
  }

  private command(): boolean {
    const { text, position } = this;
    const next = text[position + 1];
    if (next === '(' || next === '[') {
      const close = this.find(next === '(' ? '\\)' : '\\]', position + 2);
      return close >= 0 ? this.addMath(close + 2, position + 2, close, next === '[') : this.skip(2);
    }
    return this.verbatim() || this.environment() || this.silent() || this.skip(2);
  }

  private skip(length: number): true {
    const name = /\\(?:[a-zA-Z]+\*?|[^])?/y;
    name.lastIndex = this.position;
    return this.hole(
      Math.max(this.position + length - 1, name.exec(this.text) === null ? 0 : name.lastIndex),
    );
  }

  private verbatim(): boolean {
    const { text, position } = this;
    const inline = this.match(/\\(?:verb\*?|lstinline)(?:\[[^[\]\n]*\])?([^\sA-Za-z*])/y);
    if (inline !== undefined) {
      const close = text.indexOf(inline[1] === '{' ? '}' : inline[1]!, position + inline[0].length);
      return this.hole(close < 0 ? position + inline[0].length : close + 1);
    }
    const block = this.match(verbatimEnvironment);
    if (block === undefined) {
      return false;
    }
    const closer = `\\end{${block[1]!}}`;
    const from = position + block[0].length;
    const close = this.find(closer, from);
    if (close < 0) {
      return this.hole(from);
    }
    const language = codeLanguage.exec(text.slice(from, Math.min(close, from + 200)));
    const name = language?.[1] ?? language?.[2];
    if (name !== undefined) {
      this.parts.code.push({
        start: Math.min(close, this.lineEnd(from) + 1),
        end: close,
        languageId: name.toLowerCase(),
      });
    }
    return this.hole(close + closer.length);
  }

  private environment(): boolean {
    const opening = this.match(mathEnvironment);
    if (opening === undefined) {
      return false;
    }
    const closer = `\\end{${opening[1]!}}`;
    const from = this.position + opening[0].length;
    const close = this.find(closer, from);
    if (close < 0) {
      return false;
    }
    const end = close + closer.length;
    const bare = bareEnvironment.test(opening[1]!);
    return this.addMath(end, bare ? from : this.position, bare ? close : end, true);
  }

  private silent(): boolean {
    const found = this.match(silentCommand);
    return found !== undefined && this.hole(this.position + found[0].length);
  }
}
