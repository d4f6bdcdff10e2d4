import type { NamedArray } from '../../../arrays/namedArray';
import type { Range } from '../../../base/range';
import { entryPattern, entryValue } from './entries';
import { tablesIn } from './tables';

/** Numbers that stand near a stated value and that it may have been computed from. */
export interface Vector extends Range {
  readonly name?: string;
  readonly values: readonly number[];
  readonly shape: readonly number[];
}

export type ArraysReader = (text: string, languageId: string) => readonly NamedArray[];

const mostVectors = 24;

/**
 * The lists, tables and matrices of a passage; `offset` is where it stands in the document. What is `hidden` is not
 * read: the stated value itself, which would join a list before it.
 */
export function vectorsIn(
  passage: string,
  languageId: string,
  offset: number,
  hidden: readonly Range[],
  readArrays: ArraysReader,
): readonly Vector[] {
  const text = hidden.reduce(
    (shown, range) => withHidden(shown, range.start - offset, range.end - offset),
    passage,
  );
  const found: Vector[] = [];
  const add = (vectors: readonly Vector[]): void => {
    for (const vector of vectors) {
      if (!found.some((one) => one.start < vector.end && vector.start < one.end)) found.push(vector);
    }
  };
  const tables = tablesIn(text);
  found.push(...tables);
  add(matrices(text));
  add(arrays(text, languageId, readArrays));
  add(bracketed(text));
  add(fractionLists(text));
  add(probabilities(text));
  return found
    .slice(0, mostVectors)
    .map((vector) => ({ ...vector, start: vector.start + offset, end: vector.end + offset }))
    .sort((a, b) => a.start - b.start);
}

function withHidden(text: string, from: number, to: number): string {
  const start = Math.max(0, from);
  const end = Math.min(text.length, to);
  return end <= start ? text : text.slice(0, start) + 'w'.repeat(end - start) + text.slice(end);
}

function arrays(text: string, languageId: string, readArrays: ArraysReader): readonly Vector[] {
  return readArrays(text, languageId).flatMap((array) => {
    const { start, end, values, shape, name, problem } = array;
    const usable = problem === undefined && start !== undefined && end !== undefined && values.length > 1;
    if (!usable || values.length > 4_096) return [];
    return [
      {
        values: Array.from(values),
        shape,
        start,
        end,
        ...(name === undefined ? {} : { name: plainName(name) }),
      },
    ];
  });
}

const named = String.raw`(?:((?:\\(?:boldsymbol|mathbf|bm|hat|bar|vec)\s*\{?\s*)?[A-Za-z](?:_\{?\w\}?|\}){0,2})\s*(?:=|:=|为|是)\s*)?`;

const bracketList = new RegExp(
  String.raw`${named}(?:\\left|\\big[lr]?)?\s*(?:\\\{|\\lbrace|[(\[{（])\s*(${entryPattern}(?:\s*\$?\s*(?:,|，|、|;)\s*\$?\s*${entryPattern})+)\s*(?:\\right|\\big[lr]?)?\s*(?:\\\}|\\rbrace|[)\]}）])`,
  'g',
);

function bracketed(text: string): readonly Vector[] {
  return Array.from(text.matchAll(bracketList)).flatMap((match) => listOf(match, match[1], match[2]!));
}

const fractions = new RegExp(
  String.raw`\$?(?:\d+\s*\/\s*\d+|\\[dt]?frac[^$,，、]{2,16}?)\$?(?:\s*(?:,|，|、|and|和|与|以及|及|\s){1,3}\s*\$?(?:\d+\s*\/\s*\d+|\\[dt]?frac[^$,，、]{2,16}?)\$?){1,30}(?![\d/])`,
  'g',
);

function fractionLists(text: string): readonly Vector[] {
  return Array.from(text.matchAll(fractions)).flatMap((match) => listOf(match, undefined, match[0]));
}

function listOf(match: RegExpMatchArray, name: string | undefined, list: string): readonly Vector[] {
  const values = list
    .split(/\s*(?:,|，|、|;|\band\b|和|与|以及|及)\s*/)
    .filter((part) => part.trim() !== '')
    .map(entryValue);
  if (values.length < 2 || !values.every((value) => value !== undefined)) return [];
  const start = match.index!;
  const place = { start, end: start + match[0].length };
  return [
    { values, shape: [values.length], ...place, ...(name === undefined ? {} : { name: plainName(name) }) },
  ];
}

const matrix =
  /(?:([A-Za-z])\s*(?:\([^()]{0,9}\))?\s*=\s*)?\\begin\{[bpvB]?matrix\}([^]{1,600}?)\\end\{[bpvB]?matrix\}/g;

function matrices(text: string): readonly Vector[] {
  return Array.from(text.matchAll(matrix)).flatMap((match) => {
    const rows = match[2]!.split(/\\\\/).filter((row) => row.trim() !== '');
    const cells = rows.map((row) => row.split('&').map(entryValue));
    const columns = cells[0]?.length ?? 0;
    const values = cells.flat();
    if (!values.every((value) => value !== undefined) || cells.some((row) => row.length !== columns))
      return [];
    if (values.length < 2) return [];
    const shape = cells.length === 1 || columns === 1 ? [values.length] : [cells.length, columns];
    const place = { start: match.index, end: match.index + match[0].length };
    return [{ values, shape, ...place, ...(match[1] === undefined ? {} : { name: match[1] }) }];
  });
}

const probability = new RegExp(
  String.raw`\\?\b([pPqQ])(?:r\b)?\s*(?:(?:\\left|\\big)?[(（]\s*[^()（）=\n]{1,24}(?:=\s*[^()（）\n]{1,24})?\s*(?:\\right)?[)）]|_\{?\w{1,3}\}?)\s*(?:=|为|是)\s*(${entryPattern})`,
  'g',
);

/** `P(A)=0.8, P(B)=0.2`: one letter's probabilities that add up to 1. */
function probabilities(text: string): readonly Vector[] {
  const runs: { name: string; values: number[]; start: number; end: number }[] = [];
  for (const match of text.matchAll(probability)) {
    const value = entryValue(match[2]!);
    if (value === undefined) continue;
    const end = match.index + match[0].length;
    const last = runs.at(-1);
    const full = last !== undefined && last.values.reduce((sum, x) => sum + x, 0) > 1 - 1e-9;
    if (last !== undefined && !full && last.name === match[1] && match.index - last.end < 60) {
      last.values.push(value);
      last.end = end;
    } else runs.push({ name: match[1]!, values: [value], start: match.index, end });
  }
  return runs
    .filter(({ values }) => values.length > 1 && Math.abs(values.reduce((sum, x) => sum + x, 0) - 1) < 1e-6)
    .map(({ name, values, start, end }) => ({ name, values, shape: [values.length], start, end }));
}

/** `\mathbf{p}` and `` `p` `` are p. */
export function plainName(name: string): string {
  return name.replace(/\\(?:boldsymbol|mathbf|bm|mathrm|mathit|vec|hat|bar|text)\b|[\s{}$`*\\]/g, '');
}
