import type { Piece } from '../reading/piece';
import { bound, container, piece } from '../reading/piece';
import type { Value } from '../reading/value';
import { trouble } from '../reading/value';
import type { Cell } from './cells';
import { readCell } from './cells';

/** A cell with its place; quotes and emphasis are already taken off its text. */
export interface TableCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface TableOptions {
  /** Commas are decimal, as where semicolons part the cells. */
  readonly decimalComma?: boolean;
}

/**
 * The arrays of a table: with a header (a first row without any number) one per numeric column; without one a single
 * matrix, or a vector where there is one row or one column. Undefined where no array is in it.
 */
export function readTable(
  rows: readonly (readonly TableCell[])[],
  options: TableOptions = {},
): Piece | undefined {
  const [first] = rows;
  if (first === undefined) {
    return undefined;
  }
  const cells = rows.map((row) => row.map((cell) => readCell(cell.text, options.decimalComma)));
  const parts = isHeader(cells[0]!, first) ? columns(rows, cells) : matrix(rows, cells);
  return parts.length === 0 ? undefined : container(startOf(rows), endOf(rows), parts);
}

function isHeader(cells: readonly Cell[], row: readonly TableCell[]): boolean {
  return !cells.some((cell) => cell.kind === 'number') && row.some((cell) => cell.text.trim() !== '');
}

function startOf(rows: readonly (readonly TableCell[])[]): number {
  return rows[0]![0]?.start ?? 0;
}

function endOf(rows: readonly (readonly TableCell[])[]): number {
  const last = rows[rows.length - 1]!;
  return last[last.length - 1]?.end ?? startOf(rows);
}

function columns(rows: readonly (readonly TableCell[])[], cells: readonly (readonly Cell[])[]): Piece[] {
  const header = rows[0]!;
  const width = header.length;
  const body = rows.slice(1).map((row, i) => ({ row, cells: cells[i + 1]! }));
  const overlong = body.find(({ row }) => row.slice(width).some((cell) => cell.text.trim() !== ''));
  if (overlong !== undefined) {
    const anyNumber = body.some((line) => line.cells.some((cell) => cell.kind === 'number'));
    return anyNumber ? [problem(rows, trouble('ragged'))] : [];
  }
  const parts: Piece[] = [];
  for (let column = 0; column < width; column++) {
    const name = header[column]!.text.trim();
    const own = body.map((line) => line.cells[column]);
    if (name === '' || !isNumericColumn(own)) {
      continue;
    }
    const places = body.flatMap((line) => line.row[column] ?? []);
    parts.push(bound([name], vector(own, places)));
  }
  return parts;
}

function isNumericColumn(cells: readonly (Cell | undefined)[]): boolean {
  return cells.some((cell) => cell?.kind === 'number') && cells.every((cell) => cell?.kind !== 'text');
}

function vector(cells: readonly (Cell | undefined)[], places: readonly TableCell[]): Piece {
  const values = cells.map((cell) => (cell?.kind === 'number' ? cell.value : NaN));
  const value: Value = { kind: 'array', values, shape: [values.length], integer: false, list: true };
  return piece(places[0]!.start, places[places.length - 1]!.end, value);
}

function problem(rows: readonly (readonly TableCell[])[], value: Value): Piece {
  return { ...piece(startOf(rows), endOf(rows), value), literal: true };
}

/** A table without header; columns that hold only text, such as row labels, are left out. */
function matrix(rows: readonly (readonly TableCell[])[], cells: readonly (readonly Cell[])[]): Piece[] {
  const width = Math.max(...rows.map((row) => row.length));
  const numeric: number[] = [];
  for (let column = 0; column < width; column++) {
    const own = cells.map((row) => row[column]);
    if (own.some((cell) => cell?.kind === 'number')) {
      if (!isNumericColumn(own)) {
        return [];
      }
      numeric.push(column);
    }
  }
  if (numeric.length === 0 || rows.length * numeric.length < 2) {
    return [];
  }
  if (cells.some((row) => row.length < width)) {
    return [problem(rows, trouble('ragged'))];
  }
  const values = cells.flatMap((row) =>
    numeric.map((column) => (row[column]?.kind === 'number' ? row[column].value : NaN)),
  );
  const shape = rows.length > 1 && numeric.length > 1 ? [rows.length, numeric.length] : [values.length];
  const start = rows[0]![numeric[0]!]!.start;
  const end = rows[rows.length - 1]![numeric[numeric.length - 1]!]!.end;
  return [piece(start, end, { kind: 'array', values, shape, integer: false, list: true })];
}
