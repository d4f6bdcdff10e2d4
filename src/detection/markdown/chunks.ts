/** A part of a Markdown document that can be read without the rest. */
export interface Chunk {
  readonly text: string;
  /** The document's head of settings, in which there is neither prose nor mathematics. */
  readonly front: boolean;
}

/** Chunks are at least this long, unless the document ends. */
const shortestChunk = 4_000;

const frontMatter = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n[^]*?\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * Cuts a Markdown document before lines that begin a block whatever stands before them: a heading or an unindented
 * sentence behind a blank line, outside fences, formulas and comments. `previous` are the chunks of an earlier text of the
 * same document: those that are still there are taken over as they are.
 */
export function cutChunks(text: string, previous: readonly Chunk[] = []): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let at = takeOver(text, previous, chunks);
  const tail = new Tail(previous);
  if (at === 0) {
    const front = frontMatter.exec(text)?.[0].length ?? 0;
    if (front > 0) {
      chunks.push({ text: text.slice(0, front), front: true });
      at = front;
    }
  }
  while (at < text.length) {
    const rest = tail.from(text, at);
    if (rest !== undefined) {
      return [...chunks, ...rest];
    }
    const end = cutAfter(text, at);
    chunks.push({ text: text.slice(at, end), front: false });
    at = end;
  }
  return chunks;
}

/** Finds the chunks behind an edit, which are still there, only at another offset. */
class Tail {
  private readonly indexByDistance = new Map<number, number>();

  constructor(private readonly chunks: readonly Chunk[]) {
    let distance = 0;
    for (let i = chunks.length - 1; i >= 0; i--) {
      distance += chunks[i]!.text.length;
      this.indexByDistance.set(distance, i);
    }
  }

  /** The chunks of the text from `start` on, if they are the last ones of the earlier text. */
  from(text: string, start: number): readonly Chunk[] | undefined {
    const index = this.indexByDistance.get(text.length - start);
    if (index === undefined || this.chunks[index]!.front) {
      return undefined;
    }
    let at = start;
    for (let i = index; i < this.chunks.length; i++) {
      if (!text.startsWith(this.chunks[i]!.text, at)) {
        return undefined;
      }
      at += this.chunks[i]!.text.length;
    }
    return this.chunks.slice(index);
  }
}

/** Takes over the chunks with which the text still begins, but for the last of them: its end depends on what follows. */
function takeOver(text: string, previous: readonly Chunk[], chunks: Chunk[]): number {
  let at = 0;
  for (const chunk of previous) {
    if (!text.startsWith(chunk.text, at)) {
      break;
    }
    chunks.push(chunk);
    at += chunk.text.length;
  }
  if (at < text.length || chunks.length < previous.length) {
    at -= chunks.pop()?.text.length ?? 0;
  }
  return at;
}

/** Where the chunk that begins at `start` ends. */
function cutAfter(text: string, start: number): number {
  const lines = new LineWatcher();
  let blankBefore = false;
  for (let at = start; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    if (blankBefore && at - start >= shortestChunk && lines.isOutside() && beginsBlock(text, at)) {
      return at;
    }
    blankBefore = lines.read(text, at, end);
    at = end + 1;
  }
  return text.length;
}

/** A heading, or a letter at the line's begin: no list, quote, table, indented line. */
function beginsBlock(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0x2e80;
  return code === 35 || letter;
}

/** Follows what a line may stand inside of. */
class LineWatcher {
  private fence: string | undefined;
  private formula = false;
  private comment = false;

  isOutside(): boolean {
    return this.fence === undefined && !this.formula && !this.comment;
  }

  /** Takes note of a line; whether it is blank. */
  read(text: string, start: number, end: number): boolean {
    let at = start;
    while (at < end && text.charCodeAt(at) <= 32) {
      at++;
    }
    if (at === end) {
      return true;
    }
    const line = text.slice(at, end);
    if (this.fence !== undefined) {
      this.closeFence(line);
    } else {
      this.open(line);
    }
    return false;
  }

  private closeFence(line: string): void {
    const run = /^(?:>\s*)*(`{3,}|~{3,})\s*$/.exec(line)?.[1];
    if (run !== undefined && run.startsWith(this.fence!)) {
      this.fence = undefined;
    }
  }

  private open(line: string): void {
    const run = /^(?:>\s*|[-*+]\s+|\d+[.)]\s+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (run !== undefined) {
      this.fence = run;
      this.formula = false;
      return;
    }
    if (line.startsWith('#')) {
      // A heading ends a formula that was never closed.
      this.formula = false;
    } else if (line.includes('$$') || line.startsWith('\\')) {
      this.toggleFormula(line);
    }
    this.comment = this.comment ? !line.includes('-->') : line.lastIndexOf('<!--') > line.lastIndexOf('-->');
  }

  private toggleFormula(line: string): void {
    const marks = line.split('$$').length - 1;
    if (marks % 2 === 1) {
      this.formula = !this.formula;
    } else if (/^\\(?:\\?\[|begin\b)/.test(line)) {
      this.formula = !/\\\]|\\end\b/.test(line);
    } else if (/^\\(?:\\?\]|end\b)/.test(line)) {
      this.formula = false;
    }
  }
}
