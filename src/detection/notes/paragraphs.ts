import type { Range } from '../../base/range';
import type { ProseBlock } from './parts';

/**
 * The paragraphs of a text, parted by blank lines, with the holes that fall into each.
 * `holes` may overlap and come in any order; `heading` says whether a paragraph's text is a title.
 */
export function paragraphsOf(
  text: string,
  holes: readonly Range[],
  heading: (paragraph: string) => boolean = () => false,
): ProseBlock[] {
  const sorted = [...holes].sort((a, b) => a.start - b.start);
  const blocks: ProseBlock[] = [];
  const blankLine = /\n[ \t\r]*\n/g;
  let next = 0;
  let start = 0;
  for (;;) {
    blankLine.lastIndex = start;
    const end = blankLine.exec(text)?.index ?? text.length;
    const own: Range[] = [];
    // A hole that reaches over the paragraph's end is met again by the next one.
    for (let i = next; i < sorted.length && sorted[i]!.start < end; i++) {
      if (sorted[i]!.end > start) {
        own.push(sorted[i]!);
      }
      if (sorted[i]!.end <= end && i === next) {
        next++;
      }
    }
    if (end > start) {
      blocks.push({
        start,
        end,
        heading: heading(text.slice(start, Math.min(end, start + 200))),
        holes: own,
      });
    }
    if (end >= text.length) {
      return blocks;
    }
    start = end + 1;
  }
}
