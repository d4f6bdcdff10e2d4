import { printedValue } from '../reading/nested';
import type { Piece } from '../reading/piece';
import { piece } from '../reading/piece';
import type { Value } from '../reading/value';
import { elided, numberValue, trouble } from '../reading/value';
import type { Line } from './lines';

export interface NumberToken {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

const number = /^[+\-\u2212]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?%?$/;
const special: ReadonlyMap<string, number> = new Map([
  ['nan', NaN],
  ['na', NaN],
  ['null', NaN],
  ['none', NaN],
  ['inf', Infinity],
  ['-inf', -Infinity],
  ['infinity', Infinity],
  ['-infinity', -Infinity],
]);

/** R's and the terminal's marks before printed numbers: `[1]`, `[13]`. */
const printMark = /^\s*\[\d+\](?=\s)/;

/** The numbers of a line that holds nothing else; undefined for any other line. */
export function numbersOf(line: Line): NumberToken[] | undefined {
  const mark = printMark.exec(line.text)?.[0].length ?? 0;
  const decimalComma = /\d,\d/.test(line.text) && line.text.includes(';');
  const separators = decimalComma ? /[^\s;]+/g : /[^\s,;，；、]+/g;
  const tokens: NumberToken[] = [];
  separators.lastIndex = mark;
  for (let found = separators.exec(line.text); found !== null; found = separators.exec(line.text)) {
    const value = tokenValue(decimalComma ? found[0].replace(',', '.') : found[0]);
    if (value === undefined) {
      return undefined;
    }
    const start = line.start + found.index;
    tokens.push({ start, end: start + found[0].length, value });
  }
  return tokens.length > 0 ? tokens : undefined;
}

function tokenValue(token: string): Value | undefined {
  if (number.test(token)) {
    return numberValue(printedValue(token));
  }
  const word = special.get(token.toLowerCase());
  if (word !== undefined) {
    return numberValue(word);
  }
  return /^(?:\.{2,3}|…)$/.test(token) ? elided : undefined;
}

/**
 * Lines of numbers: one vector; the same count (more than one) on several lines a matrix. A bare number is no array.
 */
export function readNumberLines(rows: readonly (readonly NumberToken[])[]): Piece | undefined {
  const tokens = rows.flat();
  if (tokens.length < 2) {
    return undefined;
  }
  const start = tokens[0]!.start;
  const end = tokens[tokens.length - 1]!.end;
  if (tokens.some((token) => token.value.kind === 'elided')) {
    return { ...piece(start, end, trouble('truncated')), literal: true };
  }
  const values = tokens.map((token) => (token.value.kind === 'number' ? token.value.value : NaN));
  const width = rows[0]!.length;
  const even = rows.length > 1 && width > 1 && rows.every((row) => row.length === width);
  const shape = even ? [rows.length, width] : [values.length];
  return piece(start, end, { kind: 'array', values, shape, integer: false, list: true });
}
