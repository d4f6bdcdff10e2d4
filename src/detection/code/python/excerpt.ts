import type { Lines } from './lines';
import { lineKinds } from './lines';
import { kept } from './selection';

/** The chosen lines of a document, one below the other, and the way back to where they stand. */
export interface Excerpt {
  readonly source: string;
  /** The document's offset of an offset in the excerpt. */
  toDocument(offset: number): number;
}

/** Takes the lines that are marked out of a document, with the indentation that Python's syntax needs. */
export function excerptOf(lines: Lines, live: Uint8Array, from = 0, to = lines.count): Excerpt {
  const { text, starts, ends, indents } = lines;
  const base = leastIndent(lines, live, from, to);
  const parts: string[] = [];
  const here: number[] = [];
  const there: number[] = [];
  let length = 0;
  for (let line = from; line < to; line++) {
    if (!live[line]) continue;
    const indent = ' '.repeat(indents[line]! - base);
    here.push(length + indent.length);
    there.push(starts[line]!);
    const isHeader = line + 1 < lines.count && indents[line + 1]! > indents[line]!;
    const whole = text.slice(starts[line], ends[line]);
    const body = isHeader && live[line] === kept.shape ? shapeOf(whole, lines.kinds[line]!) : whole;
    parts.push(indent, body, '\n');
    length += indent.length + body.length + 1;
  }
  return { source: parts.join(''), toDocument: (offset) => translate(here, there, offset) };
}

/** A header without what it says: a function with its name and first parameter, a block of the same kind. */
function shapeOf(header: string, kind: number): string {
  if (kind === lineKinds.definition) {
    const match = /^(?:async\s+)?def\s+\w+\s*\(\s*\w*/.exec(header);
    return match ? `${match[0]}):` : header;
  }
  const word = /^\w+/.exec(header)?.[0] ?? '';
  return Object.hasOwn(shapes, word) ? shapes[word]! : header;
}

const shapes: { readonly [word: string]: string } = {
  if: 'if 0:',
  elif: 'elif 0:',
  else: 'else:',
  for: 'while 0:',
  while: 'while 0:',
  with: 'with 0:',
  try: 'try:',
  except: 'except:',
  finally: 'finally:',
};

/** A snippet may be indented as a whole. */
function leastIndent({ indents }: Lines, live: Uint8Array, from: number, to: number): number {
  let least = Infinity;
  for (let line = from; line < to; line++) if (live[line]) least = Math.min(least, indents[line]!);
  return least === Infinity ? 0 : least;
}

function translate(here: readonly number[], there: readonly number[], offset: number): number {
  let low = 0;
  let high = here.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (here[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return here.length === 0 ? offset : there[low]! + offset - here[low]!;
}
