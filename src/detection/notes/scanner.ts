import type { Range } from '../../base/range';
import type { MathCandidate, PartsBuilder } from './parts';
import { noParts } from './parts';

/** What the scanners of marked-up texts share: a position, searches that are not repeated in vain, holes. */
export class MarkupScanner {
  protected position = 0;
  protected readonly parts: PartsBuilder = noParts();
  protected readonly holes: Range[] = [];
  private readonly absent = new Set<string>();

  constructor(protected readonly text: string) {}

  /** Visits every place where one of the pattern's characters stands, unless the visit before moved beyond it. */
  protected visit(pattern: RegExp, step: (found: RegExpExecArray) => boolean): void {
    for (;;) {
      pattern.lastIndex = this.position;
      const found = pattern.exec(this.text);
      if (found === null) {
        return;
      }
      this.position = found.index;
      if (!step(found)) {
        this.position = found.index + found[0].length;
      }
    }
  }

  protected match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text) ?? undefined;
  }

  protected find(closer: string, from: number): number {
    if (this.absent.has(closer)) {
      return -1;
    }
    const found = this.text.indexOf(closer, from);
    if (found < 0) {
      this.absent.add(closer);
    }
    return found;
  }

  protected hole(end: number): true {
    this.holes.push({ start: this.position, end });
    this.position = end;
    return true;
  }

  protected addMath(end: number, texStart: number, texEnd: number, display: boolean): true {
    const found: MathCandidate = {
      start: this.position,
      end,
      tex: this.text.slice(texStart, texEnd),
      texStart,
      display,
    };
    this.parts.math.push(found);
    return this.hole(end);
  }

  protected lineEnd(from: number): number {
    const feed = this.text.indexOf('\n', from);
    return feed < 0 ? this.text.length : feed;
  }

  /** Whether no line ends between the position and `end`. */
  protected onOneLine(end: number): boolean {
    return end >= 0 && !this.text.slice(this.position, end).includes('\n');
  }

  /** Whether only blanks stand between the line's begin and the position. */
  protected startsLine(): boolean {
    let at = this.position - 1;
    while (at >= 0 && (this.text[at] === ' ' || this.text[at] === '\t')) {
      at--;
    }
    return at < 0 || this.text[at] === '\n';
  }
}
