import type { Lines } from './lines';
import { lineKinds, pickLines } from './lines';

/** What a block needs may need other blocks in turn; so far it is followed. */
const mostRounds = 4;

/**
 * The lines that decide what stands at an offset: the block at the margin in which it lies, imports, and whatever at
 * the margin binds a name that those use. In a long document that is little.
 */
export function linesAround(lines: Lines, offset: number): Lines {
  const { count } = lines;
  const taken = new Uint8Array(count);
  const needed = new Set<number>();
  const take = (block: number): void => {
    for (let line = block; line < blockEnd(lines, block); line++) {
      if (taken[line]) return;
      taken[line] = 1;
      for (let i = lines.wordsFrom[line]!; i < lines.wordsFrom[line + 1]!; i++) needed.add(lines.words[i]!);
    }
  };
  take(blockAt(lines, offset));
  let size = -1;
  for (let round = 0; round < mostRounds && needed.size !== size; round++) {
    size = needed.size;
    for (let line = 0; line < count; line = blockEnd(lines, line))
      if (!taken[line] && isNeeded(lines, line, needed)) take(line);
  }
  const numbers: number[] = [];
  for (let line = 0; line < count; line++) if (taken[line]) numbers.push(line);
  return pickLines(lines, numbers);
}

function blockAt({ starts, indents, kinds }: Lines, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && (indents[low]! > 0 || kinds[low] === lineKinds.continuation)) low--;
  return Math.max(0, low);
}

/** The line after a block at the margin; the arms of one statement are one block. */
function blockEnd({ count, indents, kinds }: Lines, block: number): number {
  let line = block + 1;
  while (line < count && (indents[line]! > 0 || kinds[line] === lineKinds.continuation)) line++;
  return line;
}

/** Whether a block at the margin imports, or binds a name that is needed. */
function isNeeded(lines: Lines, block: number, needed: ReadonlySet<number>): boolean {
  const { kinds, words, wordsFrom } = lines;
  const first = wordsFrom[block]!;
  switch (kinds[block]) {
    case lineKinds.import:
      return true;
    case lineKinds.definition:
      return first + 1 < wordsFrom[block + 1]! && needed.has(words[first + 1]!);
    case lineKinds.simple:
      return first < wordsFrom[block + 1]! && needed.has(words[first]!);
    case lineKinds.block: {
      for (let line = block; line < blockEnd(lines, block); line++) {
        const target = wordsFrom[line]!;
        if (kinds[line] === lineKinds.import) return true;
        if (kinds[line] === lineKinds.simple && target < wordsFrom[line + 1]! && needed.has(words[target]!))
          return true;
      }
      return false;
    }
    default:
      return false;
  }
}
