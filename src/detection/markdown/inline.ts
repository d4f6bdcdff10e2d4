import type { Range } from '../../base/range';
import { isDollarMath, judgeMath } from '../notes/mathLike';
import type { MathCandidate } from '../notes/parts';
import { formulaInAddress } from './addresses';

/** What stands in a block of sentences: its mathematics and the holes in its prose (which include the mathematics). */
export interface InlineParts {
  readonly math: readonly MathCandidate[];
  readonly holes: readonly Range[];
}

/** Environments that are mathematics wherever they stand. */
export const mathEnvironment =
  /\\begin\s*\{((?:equation|align|alignat|aligned|gather|gathered|multline|eqnarray|flalign|displaymath|math|split|cases|array|dcases|[bpvBV]?matrix|smallmatrix|subequations|dmath)\*?)\}/y;

/** Those that only mark the formula; the others are part of it. */
export const bareEnvironment = /^(?:equation|displaymath|math|dmath|subequations)\*?$/;

const tag = /<\/?[A-Za-z][\w-]*(?:[^<>"'`]|"[^"]*"|'[^']*')*>/y;
const autolink = /<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>/iy;
const address = /(?:https?|ftp):\/\/[^\s<>"`，。；、）」』]*/iy;
const destination = /\]\((?:[^()\n\\]|\\[^\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\)/y;
const attributes = /\{[#.:][^{}\n]*\}|\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}/y;
const liquidMath =
  /\{%-?\s*(math|katex|latex|mathjax|math_block|mathblock|equation)\b[^%]*%\}|\{\{[<%]\s*(math|katex|latex|mathjax)\b[^<>%}]*[>%]\}\}/y;
const mathScript = /<script\s[^<>]*type\s*=\s*["']math\/tex(;\s*mode\s*=\s*display)?["'][^<>]*>/iy;
/** WordPress' own brackets, with and without escapes. */
const latexBracket = /\\?\[latex[^[\]\n]*?\\?\]/y;
const role = /(?:\{math\}|:math:)$/;

/** Elements whose text is no prose. */
const silentElement = /^<(code|pre|script|style|kbd|samp|tt|math|svg|textarea)\b/i;

/**
 * Scans a block of sentences in one pass; `content` begins at document offset `base`.
 */
export function scanInline(content: string, base: number): InlineParts {
  return new InlineScanner(content, base).scan();
}

class InlineScanner {
  private readonly math: MathCandidate[] = [];
  private readonly holes: Range[] = [];
  private position = 0;
  private imageStart = -1;
  /** Closers that were looked for in vain: no need to look again further right. */
  private readonly absent = new Set<string>();
  private ticks: ReadonlyMap<number, readonly number[]> | undefined;

  constructor(
    private readonly content: string,
    private readonly base: number,
  ) {}

  scan(): InlineParts {
    const interesting = /[\\`$<\]{!h]|\[latex/g;
    for (;;) {
      interesting.lastIndex = this.position;
      const found = interesting.exec(this.content);
      if (found === null) {
        return { math: this.math, holes: this.holes };
      }
      this.position = found.index;
      if (!this.step(found[0])) {
        this.position = found.index + 1;
      }
    }
  }

  /** Reads the construct at the position and moves behind it; false where there is none. */
  private step(character: string): boolean {
    switch (character) {
      case '\\':
        return this.backslash();
      case '`':
        return this.codeSpan();
      case '$':
        return this.dollar();
      case '<':
        return this.angle();
      case ']':
        return this.destination();
      case '{':
        return this.brace();
      case '!':
        if (this.content[this.position + 1] === '[') {
          this.imageStart = this.position;
        }
        return false;
      case '[latex':
        return this.wordPress();
      default:
        return this.bareAddress();
    }
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    return pattern.exec(this.content) ?? undefined;
  }

  private find(closer: string, from: number): number {
    if (this.absent.has(closer)) {
      return -1;
    }
    const found = this.content.indexOf(closer, from);
    if (found < 0) {
      this.absent.add(closer);
    }
    return found;
  }

  private hole(end: number): true {
    this.holes.push({ start: this.base + this.position, end: this.base + end });
    this.position = end;
    return true;
  }

  private addMath(end: number, texFrom: number, texTo: number, more: Partial<MathCandidate> = {}): true {
    this.math.push({
      start: this.base + this.position,
      end: this.base + end,
      tex: this.content.slice(texFrom, texTo),
      texStart: this.base + texFrom,
      display: false,
      ...more,
    });
    return this.hole(end);
  }

  private backslash(): boolean {
    const { content, position } = this;
    if (this.environment() || this.escapedEnvironment() || this.wordPress()) {
      return true;
    }
    const doubled = content[position + 1] === '\\';
    const bracket = content[position + (doubled ? 2 : 1)];
    if (bracket === '(' || bracket === '[') {
      return this.bracket(doubled, bracket) || this.skip(2);
    }
    return this.skip(2);
  }

  private skip(length: number): true {
    this.position += length;
    return true;
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
    return bareEnvironment.test(opening[1]!)
      ? this.addMath(end, from, close, { display: true })
      : this.addMath(end, this.position, end, { display: true });
  }

  /** `\\\\begin{…}`, where the exporter doubled every backslash. */
  private escapedEnvironment(): boolean {
    const { content, position } = this;
    if (!content.startsWith('\\\\begin', position)) {
      return false;
    }
    mathEnvironment.lastIndex = position + 1;
    const name = mathEnvironment.exec(content)?.[1];
    const closer = `\\end{${name ?? ''}}`;
    const close = name === undefined ? -1 : this.find(closer, position);
    return (
      close >= 0 && this.addMath(close + closer.length, position, close + closer.length, { display: true })
    );
  }

  private wordPress(): boolean {
    const opening = this.match(latexBracket);
    if (opening === undefined) {
      return false;
    }
    const from = this.position + opening[0].length;
    const closer = opening[0].startsWith('\\') ? '\\[/latex\\]' : '[/latex]';
    const close = this.find(closer, from);
    if (close < 0) {
      return false;
    }
    const raw = this.content.slice(from, close);
    const tex = opening[0].startsWith('\\') ? unescaped(raw) : raw;
    return this.addMath(close + closer.length, from, close, { tex });
  }

  private bracket(doubled: boolean, opening: '(' | '['): boolean {
    const slashes = doubled ? '\\\\' : '\\';
    const closer = slashes + (opening === '(' ? ')' : ']');
    const from = this.position + slashes.length + 1;
    const close = this.find(closer, from);
    if (close < 0) {
      return false;
    }
    const content = this.content.slice(from, close);
    // `\\[4pt]` and escaped brackets of prose close far away; a formula has no second opening.
    if (content.includes(slashes + opening) && !doubled) {
      return false;
    }
    const verdict = judgeMath(content);
    const candidate = {
      display: opening === '[',
      bracket: { kind: doubled ? '\\\\(' : '\\(', content: verdict },
    } as const;
    const end = close + closer.length;
    if (verdict !== 'prose') {
      return this.addMath(end, from, close, candidate);
    }
    // Brackets of prose count when the document is judged, but are no hole in it.
    const { base, position } = this;
    this.math.push({
      start: base + position,
      end: base + end,
      tex: content,
      texStart: base + from,
      ...candidate,
    });
    return false;
  }

  private codeSpan(): boolean {
    this.ticks ??= tickRuns(this.content);
    const length = runLength(this.content, this.position);
    const close = nextAfter(this.ticks.get(length), this.position + length);
    if (close === undefined) {
      return this.skip(length);
    }
    const { content, position } = this;
    const end = close + length;
    if (role.test(content.slice(Math.max(0, position - 8), position))) {
      return this.addMath(end, position + length, close);
    }
    return this.hole(end);
  }

  private dollar(): boolean {
    const { content, position } = this;
    if (content[position + 1] === '$') {
      return this.doubleDollar() || this.skip(2);
    }
    return this.tickedDollar() || this.singleDollar();
  }

  /** GitLab's and GitHub's $`…`$. */
  private tickedDollar(): boolean {
    const { content, position } = this;
    if (content[position + 1] !== '`') {
      return false;
    }
    const close = this.find('`$', position + 2);
    if (close < 0 || content.slice(position + 2, close).includes('`')) {
      return false;
    }
    return this.addMath(close + 2, position + 2, close);
  }

  private doubleDollar(): boolean {
    const { content, position } = this;
    let close = this.find('$$', position + 2);
    while (close >= 0 && isEscaped(content, close)) {
      close = this.find('$$', close + 1);
    }
    if (close < 0) {
      return false;
    }
    const tex = content.slice(position + 2, close);
    if (tex.trim() === '' || judgeMath(tex) === 'prose') {
      return false;
    }
    const end = close + 2;
    return this.addMath(end, position + 2, close, { display: standsAlone(content, position, end) });
  }

  private singleDollar(): boolean {
    const { content, position } = this;
    let close = content.indexOf('$', position + 1);
    while (close >= 0 && isEscaped(content, close)) {
      close = content.indexOf('$', close + 1);
    }
    if (close < 0 || close === position + 1) {
      return false;
    }
    const tex = content.slice(position + 1, close);
    if (!isDollarMath(tex, content[close + 1] ?? '')) {
      return false;
    }
    return this.addMath(close + 1, position + 1, close);
  }

  private angle(): boolean {
    const { content, position } = this;
    if (content.startsWith('<!--', position)) {
      const close = this.find('-->', position + 4);
      return close >= 0 && this.hole(close + 3);
    }
    const link = this.match(autolink);
    if (link !== undefined) {
      return this.hole(position + link[0].length);
    }
    if (this.absent.has('>')) {
      return false;
    }
    return this.mathElement() || this.element();
  }

  private mathElement(): boolean {
    const script = this.match(mathScript);
    if (script === undefined) {
      return false;
    }
    const from = this.position + script[0].length;
    const close = this.find('</script>', from);
    return (
      close >= 0 &&
      this.addMath(close + '</script>'.length, from, close, { display: script[1] !== undefined })
    );
  }

  private element(): boolean {
    const { position } = this;
    const opening = this.find('>', position) < 0 ? undefined : this.match(tag);
    if (opening === undefined) {
      return false;
    }
    const end = position + opening[0].length;
    const silent = silentElement.exec(opening[0]);
    if (silent !== null && !opening[0].endsWith('/>')) {
      const close = this.find(`</${silent[1]!}`, end);
      return this.hole(close < 0 ? end : close);
    }
    this.imageElement(opening[0], end);
    return this.hole(end);
  }

  private imageElement(element: string, end: number): void {
    const source = /^<img\b[^>]*?\bsrc\s*=\s*(["'])([^>]*?)\1/i.exec(element);
    if (source === null) {
      return;
    }
    const start = this.position;
    const at = this.base + start + source[0].length - source[2]!.length - 1;
    const formula = formulaInAddress(source[2]!, at, { start: this.base + start, end: this.base + end });
    if (formula !== undefined) {
      this.math.push(formula);
    }
  }

  /** The target of a link or an image: `](address "title")`. */
  private destination(): boolean {
    const { position, imageStart } = this;
    const target = this.match(destination);
    if (target === undefined) {
      return false;
    }
    const end = position + target[0].length;
    if (imageStart >= 0) {
      const inside = target[0].slice(2, -1);
      const place = { start: this.base + imageStart, end: this.base + end };
      const formula = formulaInAddress(inside, this.base + position + 2, place);
      if (formula !== undefined) {
        this.math.push(formula);
      }
      this.imageStart = -1;
    }
    return this.hole(end);
  }

  private brace(): boolean {
    const { position } = this;
    const liquid = this.match(liquidMath);
    if (liquid !== undefined) {
      const from = position + liquid[0].length;
      const name = liquid[1] ?? liquid[2]!;
      const close = liquid[1] === undefined ? this.shortcodeEnd(name, from) : this.liquidEnd(name, from);
      if (close !== undefined) {
        return this.addMath(close.end, from, close.start, { display: name !== 'katex' });
      }
    }
    const braces = this.match(attributes);
    return braces !== undefined && this.hole(position + braces[0].length);
  }

  private liquidEnd(name: string, from: number): Range | undefined {
    const close = this.find(`end${name}`, from);
    const start = close < 0 ? -1 : this.content.lastIndexOf('{%', close);
    const end = close < 0 ? -1 : this.content.indexOf('%}', close);
    return start >= from && end >= 0 ? { start, end: end + 2 } : undefined;
  }

  private shortcodeEnd(name: string, from: number): Range | undefined {
    const close = this.find(`/${name}`, from);
    const start = close < 0 ? -1 : this.content.lastIndexOf('{{', close);
    const end = close < 0 ? -1 : this.content.indexOf('}}', close);
    return start >= from && end >= 0 ? { start, end: end + 2 } : undefined;
  }

  private bareAddress(): boolean {
    const found = this.match(address);
    return found !== undefined && this.hole(this.position + found[0].length);
  }
}

/** TeX that an exporter escaped as if it were prose; of the same length, so that offsets stay what they are. */
function unescaped(tex: string): string {
  return tex.replace(/\\([\\[\]_*#{}|()<>~`-])/g, (_, character: string) => ` ${character}`);
}

function isEscaped(content: string, position: number): boolean {
  let slashes = 0;
  while (content[position - 1 - slashes] === '\\') {
    slashes++;
  }
  return slashes % 2 === 1;
}

function standsAlone(content: string, start: number, end: number): boolean {
  const lineStart = content.lastIndexOf('\n', start - 1) + 1;
  const feed = content.indexOf('\n', end);
  const after = content.slice(end, feed < 0 ? content.length : feed);
  return (
    content.slice(lineStart, start).trim() === '' &&
    /^[\s.,;，。；]*(?:\(\d[\d.]*\)|\{[^{}]*\})?\s*$/.test(after)
  );
}

function runLength(content: string, start: number): number {
  let end = start;
  while (content[end] === '`') {
    end++;
  }
  return end - start;
}

/** Where the runs of backticks of each length stand. */
function tickRuns(content: string): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (const run of content.matchAll(/`+/g)) {
    const { length } = run[0];
    const starts = runs.get(length);
    if (starts === undefined) {
      runs.set(length, [run.index]);
    } else {
      starts.push(run.index);
    }
  }
  return runs;
}

/** The first of the sorted positions that is not before `from`. */
function nextAfter(positions: readonly number[] | undefined, from: number): number | undefined {
  if (positions === undefined) {
    return undefined;
  }
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]! < from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return positions[low];
}
