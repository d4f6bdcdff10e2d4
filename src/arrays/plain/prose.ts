import { printedValue } from '../reading/nested';
import type { Piece } from '../reading/piece';
import { bound, piece } from '../reading/piece';
import { nameBefore } from './brackets';

/** What looks like numbers in prose but is none: addresses, dates, times, versions, ranges, numbering. */
const noise = new RegExp(
  [
    String.raw`\b(?:https?|ftp|file):\/\/[^\s)>\]]+`,
    String.raw`\bwww\.[^\s)>\]]+`,
    String.raw`[\w.+-]+@[\w-]+\.[\w.]+`,
    String.raw`\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`,
    String.raw`\d{1,4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?`,
    String.raw`\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?`,
    String.raw`\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?`,
    String.raw`\bv?\d+\.\d+(?:\.\d+)+\S*`,
    String.raw`\bv\d[\w.]*`,
    String.raw`\d+(?:\.\d+)?%?\s*[~～–—]\s*\d+(?:\.\d+)?%?`,
    String.raw`\d+(?:\.\d+)?%?-\d+(?:\.\d+)?%?`,
    String.raw`\d+(?:\.\d+)?\s*[×xX*/^]\s*\d+(?:\.\d+)?`,
    // A bracket that was no array is not offered in part.
    String.raw`\[[^\]\n]*\]?|\{[^}\n]*\}?`,
    String.raw`\b10\.\d{4,}\/\S+`,
    String.raw`^\s*(?:\d+|[（(]\d+[)）])[.)、．]?(?=\s)(?!\s*[-+\d])`,
  ].join('|'),
  'gmu',
);

/** Text of the same length in which what looks like numbers but is none is blank. */
function withoutNoise(text: string): string {
  return text.replace(noise, (found) => '\uE000'.repeat(found.length));
}

const number =
  /(?<![A-Za-z0-9_.\uE000])[+\-\u2212]?(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?[%％]?(?![A-Za-z0-9_\uE000])/g;

/** Joins two numbers of one list; a label may stand before the second. */
const joiner =
  /^\s*(?:[、，,；;]\s*(?:and|or|以及|和|与|及)?|and|or|以及|和|与|及)\s*((?:[\p{L}_][\p{L}\p{N}_()=|\s]{0,23}?)?\s*(?:[=:：＝]|为|是|占)?)\s*$/u;

const blanks = /^[ \t]+$/;

/** Words before numbers that count or number things. */
const counting =
  /(?:\b(?:figs?|figures?|tables?|sections?|sec|chapters?|eqs?|equations?|steps?|pages?|pp?|lines?|questions?|exercises?|examples?|versions?|python|cuda|lemmas?|theorems?|parts?|items?|rows?|columns?|layers?|years?|between)\.?|第|图|表|式|公式|章|节|页|步|版本|习题|介于|在)\s*[(（]?\s*$/i;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** Two or more numbers joined in a sentence: `晴天 80%，雨天 20%`, `0.2, 0.3 and 0.5`, `p = 0.1 0.9`. */
export function readProse(text: string, from: number, to: number): Piece[] {
  const quiet = withoutNoise(text.slice(from, to));
  const pieces: Piece[] = [];
  let run: Found[] = [];
  let labelled = false;
  let named: string | undefined;
  const close = (): void => {
    pieces.push(...listOf(quiet, run, from, labelled ? undefined : named));
    run = [];
    labelled = false;
  };
  for (const found of quiet.matchAll(number)) {
    const next = foundNumber(found[0], found.index);
    const previous = run[run.length - 1];
    const between = previous === undefined ? undefined : quiet.slice(previous.end, next.start);
    const label = between === undefined ? undefined : labelOf(between, named);
    if (label === undefined) {
      close();
      named = nameBefore(quiet.slice(Math.max(0, next.start - 60), next.start));
    }
    labelled ||= label !== undefined && label !== '';
    run.push(next);
  }
  close();
  return pieces;
}

function foundNumber(token: string, start: number): Found {
  const digits = token.replace(/,/g, '').replace('％', '%');
  return { start, end: start + token.length, value: printedValue(digits) };
}

/** The label between two joined numbers, empty if there is none; undefined where they are not joined. */
function labelOf(between: string, named: string | undefined): string | undefined {
  if (between.length > 40) {
    return undefined;
  }
  if (named !== undefined && blanks.test(between)) {
    return '';
  }
  return joiner.exec(between)?.[1]?.trim();
}

function listOf(text: string, run: readonly Found[], offset: number, name: string | undefined): Piece[] {
  if (run.length < 2) {
    return [];
  }
  const start = run[0]!.start;
  const end = run[run.length - 1]!.end;
  if (isCounting(text, start, end) || run.every(isYear)) {
    return [];
  }
  const values = run.map((found) => found.value);
  const found = piece(start + offset, end + offset, {
    kind: 'array',
    values,
    shape: [values.length],
    integer: false,
    list: true,
  });
  return [name === undefined ? found : bound([name], found)];
}

function isCounting(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return counting.test(before) || /^\s*(?:之间|到|章|节|页|行|步|号|班|年)/.test(text.slice(end, end + 8));
}

function isYear(found: Found): boolean {
  return Number.isInteger(found.value) && found.value >= 1900 && found.value <= 2100;
}
