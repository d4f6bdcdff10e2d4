import { entryValue } from './entries';
import type { Vector } from './inputs';

const rowLine = /^[ \t>]*\|?.*\|.*$/;
const ruleLine = /^[ \t>]*\|?[ \t]*:?-{1,}:?[ \t]*(?:\|[ \t]*:?-{1,}:?[ \t]*)*\|?[ \t]*$/;
const totals = /^(?:total|sum|all|合计|总计|总和|边缘|边际|\$?\\?(?:sum|Sigma)\b.*|Σ.*)$/i;
const tolerance = 1e-6;

interface Cell {
  readonly text: string;
  readonly value: number | undefined;
}

interface Table {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** Distributions and joint tables that pipe tables hold: rows, columns or all cells that add up to 1, and plain columns. */
export function tablesIn(text: string): readonly Vector[] {
  return rawTables(text).flatMap(vectorsOf);
}

function rawTables(text: string): readonly Table[] {
  const tables: Table[] = [];
  let lines: { text: string; start: number }[] = [];
  const close = (): void => {
    const rule = lines.findIndex((line) => ruleLine.test(line.text));
    if (rule === 1 && lines.length > 2) {
      const rows = lines.filter((_, k) => k !== 1).map((line) => cellsOf(line.text));
      const last = lines.at(-1)!;
      tables.push({ start: lines[0]!.start, end: last.start + last.text.length, rows });
    }
    lines = [];
  };
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.length < 2_000 && line.includes('|') && rowLine.test(line))
      lines.push({ text: line, start: at });
    else close();
    at += line.length + 1;
  }
  close();
  return tables;
}

function cellsOf(line: string): readonly Cell[] {
  const body = line.trim().replace(/^>\s*/, '').replace(/^\|/, '').replace(/\|$/, '');
  return body.split(/(?<!\\)\|/).map((raw) => {
    const text = raw.trim().replace(/^[$*`]+|[$*`]+$/g, '');
    return { text, value: entryValue(text) };
  });
}

function vectorsOf({ start, end, rows: [header, ...rows] }: Table): readonly Vector[] {
  const width = header!.length;
  const body = rows.filter((row) => row.length === width && !totals.test(row[0]!.text));
  const place = { start, end };
  const labelled = body.every((row) => row[0]!.value === undefined) || /[\\/×]/.test(header![0]!.text);
  for (const first of labelled ? [1] : [0, 1]) {
    const last = totals.test(header![width - 1]!.text) ? width - 1 : width;
    const block = body.map((row) => row.slice(first, last));
    const names = header!.slice(first, last).map((cell) => cell.text);
    const labels = body.map((row) => (first === 1 ? row[0]!.text : ''));
    const found = distributionsOf(block, names, labels, place);
    if (found.length > 0) return found;
  }
  return [];
}

function distributionsOf(
  block: readonly (readonly Cell[])[],
  names: readonly string[],
  labels: readonly string[],
  place: { readonly start: number; readonly end: number },
): readonly Vector[] {
  const columns = names.length;
  const numbers = block.map((row) => row.map((cell) => cell.value));
  const all = numbers.flat();
  const complete = all.length > 1 && all.every((value) => value !== undefined);
  if (complete && block.length > 1 && columns > 1 && addsToOne(all)) {
    return [{ values: all, shape: [block.length, columns], ...place }];
  }
  const rows = numbers.flatMap((row, k) => distribution(row, labels[k]!, place));
  const cols = names.flatMap((name, k) =>
    distribution(
      numbers.map((row) => row[k]),
      name,
      place,
    ),
  );
  return rows.length > 0 && cols.length > 0 ? [] : [...rows, ...cols];
}

function distribution(
  values: readonly (number | undefined)[],
  name: string,
  place: { readonly start: number; readonly end: number },
): readonly Vector[] {
  if (values.length < 2 || !values.every((value) => value !== undefined) || !addsToOne(values)) return [];
  const letter = /^[A-Za-z](?=$|[(_])/.exec(name)?.[0];
  return [{ values, shape: [values.length], ...place, ...(letter === undefined ? {} : { name: letter }) }];
}

function addsToOne(values: readonly number[]): boolean {
  return values.every((x) => x >= 0) && Math.abs(values.reduce((sum, x) => sum + x, 0) - 1) < tolerance;
}
