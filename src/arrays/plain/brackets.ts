import { printedArrays, printedBraces, printedTuples, readNestedFrom } from '../reading/nested';
import type { NestedSyntax } from '../reading/nested';
import type { Piece } from '../reading/piece';
import { bound, piece } from '../reading/piece';
import type { ArrayValue, Value } from '../reading/value';

const syntaxes: { readonly [open: string]: NestedSyntax } = {
  '[': printedArrays,
  '(': printedTuples,
  '{': printedBraces,
};

/** Calls that only wrap the numbers they print. */
const wrappers =
  /(?:^|[^\w.])(?:(?:np|numpy|torch|tf|jnp)\.)?(?:array|tensor|Tensor|tf\.Tensor|Array|DeviceArray|matrix|list|tuple|vector|c|Vector|Matrix|Float(?:32|64)(?:Array)?)$/;

/** Words before brackets that make them an interval or a reference. */
const noData =
  /(?:\bin|\bbetween|\brange|\binterval|\bwithin|\bfrom|\beqs?\.?|\bequations?|\brefs?\.?|\bref|\bsee|∈|\\in|区间|范围|取值于|属于|文献|参见|见)\s*$/i;

/** A bracket of numbers, and the array it is, unless it is a reference, an index, an interval. */
export interface BracketReading {
  readonly start: number;
  readonly end: number;
  readonly piece?: Piece;
}

/** The brackets that hold numbers, anywhere in text that is no program. */
export function readBrackets(text: string, from: number, to: number): BracketReading[] {
  const readings: BracketReading[] = [];
  const opening = /[[({]/g;
  opening.lastIndex = from;
  for (let found = opening.exec(text); found !== null && found.index < to; found = opening.exec(text)) {
    const start = found.index;
    const reading = readNestedFrom(text, start, syntaxes[found[0]]!);
    if (reading.value !== undefined && reading.end <= to) {
      const found = accept(text, from, start, reading.end, reading.value);
      readings.push({ start, end: reading.end, ...(found === undefined ? {} : { piece: found }) });
    }
    // Where no literal could be read, the search goes on behind the place where the reading stopped.
    opening.lastIndex = Math.max(
      start + 1,
      reading.value === undefined ? stopBefore(text, reading.end) : reading.end,
    );
  }
  return readings;
}

/** The reading may have stopped at a bracket of another kind, which opens a literal of its own. */
function stopBefore(text: string, end: number): number {
  return /[[({]/.test(text[end] ?? '') ? end : end + 1;
}

function accept(text: string, from: number, start: number, end: number, value: Value): Piece | undefined {
  const before = text.slice(Math.max(from, start - 100), start);
  const name = nameBefore(before);
  const wrapped = wrappers.test(before.replace(/\(\s*$/, ''));
  if (!wrapped && isIndexOrCall(before)) {
    return undefined;
  }
  if (name === undefined && !wrapped && !standsAlone(text, before, start, end, value)) {
    return undefined;
  }
  const found: Piece = { ...piece(start, end, value), literal: true };
  return name === undefined ? found : bound([name], found);
}

/** `x[1]`, `f(1, 2)`: a bracket directly behind a name or another bracket. */
function isIndexOrCall(before: string): boolean {
  return /[A-Za-z0-9_\])}'"]$/.test(before);
}

function standsAlone(text: string, before: string, start: number, end: number, value: Value): boolean {
  if (noData.test(before) || (value.kind === 'array' && (isSingle(value) || isYears(value)))) {
    return false;
  }
  // In round and curly brackets only numbers parted by commas are a list of their own.
  return text[start] === '[' || text.slice(start, end).includes(',');
}

/** `[1]` in prose is a reference. */
function isSingle(value: ArrayValue): boolean {
  return value.values.length === 1;
}

function isYears(value: ArrayValue): boolean {
  return value.values.every((year) => Number.isInteger(year) && year >= 1900 && year <= 2100);
}

/** The name that stands before a literal: `p = `, `p: tensor(`, `"p": `, `d["p"] = `. */
export function nameBefore(before: string): string | undefined {
  const lead = before.replace(/[\w.]*\(\s*$/, '');
  const found =
    /(?:["'`]([^"'`\n]{1,60})["'`]|(?:self\.)?([\p{L}_][\p{L}\p{N}_.]*))(?:\s*\[["']([^"']{1,60})["']\])?["'`*]*\s*(?::=|<-|=|:|：|＝|为|是)\s*$/u.exec(
      lead,
    );
  if (found === null) {
    return undefined;
  }
  return found[3] ?? found[1] ?? /[^.]+$/.exec(found[2]!)?.[0];
}
