import type { Piece } from '../reading/piece';
import type { Line } from './lines';
import type { TableCell } from './table';
import { readTable } from './table';

export type Delimiter = ',' | '\t' | ';' | '|';

/** The cells of one record; quoted cells may hold delimiters and doubled quotes. */
export function splitRecord(line: Line, delimiter: Delimiter): TableCell[] {
  const cells: TableCell[] = [];
  const { text } = line;
  for (let at = 0; at <= text.length;) {
    const stop = cellEnd(text, at, delimiter);
    cells.push(cellAt(line, at, stop));
    at = stop + 1;
  }
  return cells;
}

function cellEnd(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (text[at] === ' ') {
    at++;
  }
  if (text[at] === '"') {
    do {
      const quote = text.indexOf('"', at + 1);
      at = quote < 0 ? text.length : quote + 1;
    } while (text[at] === '"');
  }
  const stop = text.indexOf(delimiter, at);
  return stop < 0 ? text.length : stop;
}

function cellAt(line: Line, from: number, to: number): TableCell {
  const raw = line.text.slice(from, to);
  const text = raw.trim();
  const lead = raw.length - raw.trimStart().length;
  const start = line.start + from + lead;
  const quoted = /^"([^]*)"$/.exec(text);
  return {
    text: quoted === null ? text : quoted[1]!.replace(/""/g, '"'),
    start,
    end: start + text.length,
  };
}

/** The table that lines with delimiters make; comment lines and a trailing delimiter are left out. */
export function readDelimited(lines: readonly Line[], delimiter: Delimiter): Piece | undefined {
  const records = lines
    .filter((line) => line.text.trim() !== '' && !line.text.trimStart().startsWith('#'))
    .map((line) => splitRecord(line, delimiter));
  const trailing =
    records.length > 0 && records.every((record) => record.length > 1 && isEmpty(record.at(-1)!));
  const rows = trailing ? records.map((record) => record.slice(0, -1)) : records;
  return readTable(rows, { decimalComma: delimiter === ';' });
}

function isEmpty(cell: TableCell): boolean {
  return cell.text === '';
}

/** The delimiter that parts most lines into the same number of cells; undefined where there is none. */
export function delimiterOf(lines: readonly Line[]): Delimiter | undefined {
  const sample = lines.filter((line) => !line.text.trimStart().startsWith('#')).slice(0, 20);
  const candidates: readonly Delimiter[] = ['\t', ';', '|', ','];
  return candidates.find((delimiter) => {
    const widths = sample.map((line) => splitRecord(line, delimiter).length);
    return (
      widths.length > 0 &&
      widths.every((width) => width > 1) &&
      Math.max(...widths) - Math.min(...widths) <= 1
    );
  });
}
