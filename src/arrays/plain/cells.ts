import { percentage } from '../reading/nested';

/** What a cell of a table holds. */
export type Cell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'text' };

const missing = new Set([
  '',
  '-',
  '–',
  '—',
  'na',
  'n/a',
  '<na>',
  'nan',
  'null',
  'none',
  '#n/a',
  '.',
  '?',
  '缺失',
  '无',
]);

const words: ReadonlyMap<string, number> = new Map([
  ['true', 1],
  ['false', 0],
  ['inf', Infinity],
  ['+inf', Infinity],
  ['-inf', -Infinity],
  ['infinity', Infinity],
  ['-infinity', -Infinity],
  ['∞', Infinity],
  ['-∞', -Infinity],
]);

const textCell: Cell = { kind: 'text' };
const missingCell: Cell = { kind: 'missing' };

/** Reads a cell: `1,234.5`, `12 %`, `−3`, `1/4`, `1e-3`; with decimal commas also `0,5` and `1.234,5`. */
export function readCell(content: string, decimalComma = false): Cell {
  const text = content
    .trim()
    .replace(/[\u2212\uFF0D]/g, '-')
    .replace(/\uFF05/g, '%');
  const word = text.toLowerCase();
  if (missing.has(word)) {
    return missingCell;
  }
  const value = words.get(word) ?? numberIn(decimalComma ? pointed(text) : text);
  return value === undefined ? textCell : { kind: 'number', value };
}

function pointed(text: string): string {
  return /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?\s*%?$/.test(text)
    ? text.replace(/\./g, '').replace(',', '.')
    : text.replace(/^([+-]?\d*),(\d+(?:[eE][+-]?\d+)?\s*%?)$/, '$1.$2');
}

function numberIn(text: string): number | undefined {
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) {
    return Number(fraction[1]) / Number(fraction[2]);
  }
  const plain = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?\s*%?$/.test(text) ? text.replace(/,/g, '') : text;
  const parts = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(%?)$/.exec(plain);
  if (parts === null) {
    return undefined;
  }
  return parts[2] === '%' ? percentage(parts[1]!) : Number(parts[1]);
}
