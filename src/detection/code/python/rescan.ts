import type { Lines, Vocabulary } from './lines';
import { foreignCell, scanLines, Scanner } from './scanner';

/** The lines of a text that differs from one already cut in one place: only what changed is read again. */
export function rescanLines(previous: Lines, text: string, vocabulary: Vocabulary): Lines {
  const before = commonStart(previous.text, text);
  const after = commonEnd(previous.text, text, before);
  const shift = text.length - previous.text.length;
  const changeEnd = text.length - after;
  if (foreignCell.test(text) || previous.count === 0) return scanLines(text, vocabulary);
  const kept = firstFrom(previous.ends, before);
  let next = firstFrom(previous.starts, changeEnd - shift);
  const scanner = new Scanner(text, vocabulary);
  // Each logical line begins afresh, so the old lines hold again from the first that begins where an old one does.
  const agrees = (at: number): boolean => {
    while (next < previous.count && previous.starts[next]! + shift < at) next++;
    return at >= changeEnd && next < previous.count && previous.starts[next]! + shift === at;
  };
  const found = scanner.run(kept === 0 ? 0 : previous.ends[kept - 1]!, agrees);
  return joinLines(
    text,
    slice(previous, 0, kept),
    scanner.lines(),
    slice(previous, found ? next : previous.count, previous.count),
    shift,
  );
}

/** The first of ascending offsets that is not below the limit. */
function firstFrom(offsets: Int32Array, limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many signs two texts have in common at their start. */
function commonStart(a: string, b: string): number {
  let low = 0;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(low, middle) === b.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function commonEnd(a: string, b: string, start: number): number {
  let low = 0;
  let high = Math.min(a.length, b.length) - start;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(a.length - middle, a.length - low) === b.slice(b.length - middle, b.length - low))
      low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Lines of the same text, by their numbers. */
function slice(lines: Lines, from: number, to: number): Lines {
  const firstWord = lines.wordsFrom[from]!;
  return {
    text: lines.text,
    count: to - from,
    starts: lines.starts.subarray(from, to),
    ends: lines.ends.subarray(from, to),
    indents: lines.indents.subarray(from, to),
    kinds: lines.kinds.subarray(from, to),
    words: lines.words.subarray(firstWord, lines.wordsFrom[to]),
    wordsFrom: lines.wordsFrom.subarray(from, to + 1).map((at) => at - firstWord),
  };
}

function joinLines(text: string, first: Lines, middle: Lines, last: Lines, shift: number): Lines {
  const parts = [first, middle, last] as const;
  const count = first.count + middle.count + last.count;
  const wordsFrom = new Int32Array(count + 1);
  let line = 0;
  let words = 0;
  for (const part of parts) {
    for (let i = 0; i < part.count; i++) wordsFrom[line++] = words + part.wordsFrom[i]!;
    words += part.words.length;
  }
  wordsFrom[count] = words;
  const moved = (offsets: Int32Array): Int32Array => offsets.map((offset) => offset + shift);
  return {
    text,
    count,
    starts: concatenate([first.starts, middle.starts, moved(last.starts)]),
    ends: concatenate([first.ends, middle.ends, moved(last.ends)]),
    indents: concatenate(parts.map(({ indents }) => indents)),
    kinds: Uint8Array.from(concatenate(parts.map(({ kinds }) => Int32Array.from(kinds)))),
    words: concatenate(parts.map((part) => part.words)),
    wordsFrom,
  };
}

function concatenate(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
