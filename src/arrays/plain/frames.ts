import type { Piece } from '../reading/piece';
import { bound, container, piece } from '../reading/piece';
import { trouble } from '../reading/value';
import type { Line } from './lines';
import type { NumberToken } from './numbers';
import { numbersOf, readNumberLines } from './numbers';
import type { TableCell } from './table';
import { readTable } from './table';

/** A table whose cells are parted by blanks, as pandas and R print their frames; its index is left out. */
export function readFrame(block: readonly Line[]): Piece | undefined {
  const lines = block.filter((line) => !/^\[\d+ rows x \d+ columns\]\s*$/.test(line.text));
  const rows = lines.map(wordsOf);
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0 || header.some((cell) => /^[+-]?\.?\d/.test(cell.text))) {
    return undefined;
  }
  const width = body[0]!.length;
  const indexed = width === header.length + 1;
  if ((!indexed && width !== header.length) || (width < 2 && body.length < 2)) {
    return undefined;
  }
  if (body.some(isElidedRow) || header.some((cell) => cell.text === '...')) {
    const place = { start: header[0]!.start, end: body.at(-1)!.at(-1)!.end };
    return { ...piece(place.start, place.end, trouble('truncated')), literal: true };
  }
  if (body.some((row) => row.length !== width)) {
    return undefined;
  }
  return readTable(indexed ? [header, ...body.map((row) => row.slice(1))] : rows);
}

function isElidedRow(row: readonly TableCell[]): boolean {
  return row.length > 0 && row.every((cell) => /^\.{2,3}$|^…$/.test(cell.text));
}

function wordsOf(line: Line): TableCell[] {
  return Array.from(line.text.matchAll(/\S+/g), (found) => {
    const start = line.start + found.index;
    return { text: found[0], start, end: start + found[0].length };
  });
}

/** A printed pandas Series: labels, numbers, and a last line with `dtype:`. */
export function readSeries(block: readonly Line[]): Piece | undefined {
  const last = block[block.length - 1]!;
  const name = /^(?:.*\bName:\s*([^,]+?)\s*,)?.*\bdtype:\s*\w+\s*$/.exec(last.text);
  if (name === null || block.length < 2) {
    return undefined;
  }
  const rows: NumberToken[][] = [];
  for (const line of block.slice(0, -1)) {
    const cell = /(\S+)\s*$/.exec(line.text);
    if (cell === null) {
      return undefined;
    }
    const tokens = numbersOf({ start: line.start + cell.index, text: cell[1]! });
    if (tokens === undefined) {
      // The index's own name stands on a line of its own.
      if (rows.length === 0) {
        continue;
      }
      return undefined;
    }
    rows.push(tokens);
  }
  const series = readNumberLines(rows);
  return series === undefined ? undefined : name[1] === undefined ? series : bound([name[1]], series);
}

/** A heading word above a column of numbers. */
export function readHeadedColumn(block: readonly Line[]): Piece | undefined {
  const [heading, ...rest] = block;
  const name = heading!.text.trim();
  if (rest.length < 2 || !/^[\p{L}_][\p{L}\p{N}_ ()%.-]{0,39}$/u.test(name)) {
    return undefined;
  }
  const rows = rest.map(numbersOf);
  if (!rows.every((row): row is NumberToken[] => row?.length === 1)) {
    return undefined;
  }
  const column = readNumberLines(rows);
  return column === undefined ? undefined : container(column.start, column.end, [bound([name], column)]);
}
