/** A stretch of code without the marks that its lines have in the document: indentation, quotes, prompts. */
export interface StrippedCode {
  readonly text: string;
  /** The offset in the given stretch of an offset in the code. */
  at(offset: number): number;
}

const prompt = /^(?:>>>|\.\.\.|In ?\[\d*\]:|\s*\.\.\.:)(?: |$)/;

/** Takes the common indentation and the marks of quotes off; of a session at the prompt only the typed lines stay. */
export function stripCode(code: string): StrippedCode {
  const lines = code.split('\n');
  const indent = commonIndent(lines);
  const session = lines.some(
    (line) => line.slice(indent).startsWith('>>>') || /^In ?\[\d*\]:/.test(line.slice(indent)),
  );
  if (indent === 0 && !session) {
    return { text: code, at: (offset) => offset };
  }
  const starts: number[] = [];
  const shifts: number[] = [];
  let text = '';
  let source = 0;
  for (const line of lines) {
    const body = line.slice(Math.min(indent, line.length));
    const mark = session ? prompt.exec(body)?.[0].length : 0;
    if (mark !== undefined) {
      const skipped = Math.min(indent, line.length) + mark;
      starts.push(text.length);
      shifts.push(source + skipped - text.length);
      text += `${line.slice(skipped)}\n`;
    }
    source += line.length + 1;
  }
  return { text, at: (offset) => offset + shifts[lineOf(starts, offset)]! };
}

function commonIndent(lines: readonly string[]): number {
  let indent = Infinity;
  for (const line of lines) {
    if (line.trim() !== '') {
      indent = Math.min(indent, /^(?:[ \t]*>[ \t]?)*[ \t]*/.exec(line)![0].length);
    }
  }
  return Number.isFinite(indent) ? indent : 0;
}

/** Index of the last start that is not behind the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
