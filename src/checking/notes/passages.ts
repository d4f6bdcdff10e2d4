import type { Range } from '../../base/range';

/** A stretch between blank lines. */
export interface Paragraph extends Range {
  readonly heading: boolean;
}

/** Inputs of a number stand at most so far before it. */
const longestReach = 1_600;
const paragraphsBack = 2;

const headingLine = /^\s{0,3}(?:#{1,6}\s|={1,6}\s|\*+\s|\\(?:chapter|(?:sub)*section|paragraph)\b)/;
const sentenceEnd = /[。！？!?]|[.](?=\s|$)|[；;](?=\s|$)|\n(?=\s*(?:[-*+•]|\d+[.)]|\||#)\s?)/g;

/** A note by its paragraphs and sentences. */
export class Passages {
  readonly paragraphs: readonly Paragraph[];

  constructor(private readonly text: string) {
    this.paragraphs = paragraphsOf(text);
  }

  /** Number of the paragraph that holds the offset, or of the last one before it. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.paragraphs[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The paragraph of a place together with those just before it, not past the heading above. */
  reachOf(place: Range): Range {
    const index = this.indexAt(place.start);
    const own = this.paragraphs[index];
    if (own === undefined) return place;
    let { start } = own;
    for (let k = index - 1; k >= 0 && k >= index - paragraphsBack; k--) {
      const before = this.paragraphs[k]!;
      if (before.heading || place.start - before.start > longestReach) break;
      start = before.start;
    }
    return { start: Math.max(start, place.start - longestReach), end: Math.max(own.end, place.end) };
  }

  paragraphAt(offset: number): Range {
    return this.paragraphs[this.indexAt(offset)] ?? { start: 0, end: this.text.length };
  }

  /** The sentence, the list's item or the table's row that a place stands in. */
  sentenceOf(place: Range): Range {
    const paragraph = this.paragraphAt(place.start);
    const from = Math.max(paragraph.start, place.start - longestReach);
    const before = this.text.slice(from, place.start);
    let start = from;
    for (const end of before.matchAll(sentenceEnd)) start = from + end.index + end[0].length;
    const limit = Math.min(Math.max(paragraph.end, place.end), place.end + longestReach);
    sentenceEnd.lastIndex = 0;
    const next = sentenceEnd.exec(this.text.slice(place.end, limit));
    sentenceEnd.lastIndex = 0;
    return { start, end: next === null ? limit : place.end + next.index + 1 };
  }
}

function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = -1;
  let heading = false;
  const close = (end: number): void => {
    if (start >= 0) paragraphs.push({ start, end, heading });
    start = -1;
  };
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, Math.min(end, at + 200));
    const titles = headingLine.test(line);
    if (line.trim() === '' || titles || heading) close(at);
    if (line.trim() !== '') {
      if (start < 0) {
        start = at;
        heading = titles;
      }
    } else heading = false;
    at = end + 1;
  }
  close(text.length);
  return paragraphs;
}
