import type { Piece } from '../reading/piece';
import { shifted } from '../reading/piece';
import { stack } from '../reading/stack';
import { readJsonValue } from './javascript';

/** The pieces of a JSON text, or of JSON lines: one value a line, whose records make columns. */
export function readJson(text: string): Piece {
  const lines = jsonLines(text);
  return lines === undefined ? shifted(readJsonValue(text), -1) : readJsonLines(lines);
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The lines, if there are several and each begins and ends like an object. */
function jsonLines(text: string): readonly Line[] | undefined {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    if (line.trim() !== '') {
      if (!/^\s*\{.*\}\s*$/.test(line)) {
        return undefined;
      }
      lines.push({ start, text: line });
    }
    start = end < 0 ? text.length : end + 1;
  }
  return lines.length > 1 ? lines : undefined;
}

function readJsonLines(lines: readonly Line[]): Piece {
  const records = lines.map((line) => shifted(readJsonValue(line.text), line.start - 1));
  const start = lines[0]!.start;
  const end = lines[lines.length - 1]!.start + lines[lines.length - 1]!.text.length;
  const value = stack(records.map((record) => record.value));
  return { start, end, value, parts: value.kind === 'columns' ? [] : records };
}
