import type { Piece } from '../reading/piece';
import { container } from '../reading/piece';
import { readBrackets } from './brackets';
import { delimiterOf, readDelimited } from './delimited';
import { readFrame, readHeadedColumn, readSeries } from './frames';
import type { Line } from './lines';
import { blocksOf, linesOf } from './lines';
import type { NumberToken } from './numbers';
import { numbersOf, readNumberLines } from './numbers';
import { readProse } from './prose';

/** The pieces of a text that is no program: printed arrays, columns, delimited text, numbers in sentences. */
export function readPlain(text: string, from = 0, to = text.length): Piece {
  const blocks = blocksOf(linesOf(text, from, to));
  const parts = blocks.flatMap((block) => readBlock(text, block));
  return container(from, to, parts);
}

function readBlock(text: string, block: readonly Line[]): readonly Piece[] {
  const whole =
    readNumberBlock(block) ??
    readSeries(block) ??
    readHeadedColumn(block) ??
    readDelimitedBlock(block) ??
    readFrame(block);
  return whole !== undefined ? [whole] : readSentences(text, block);
}

function readNumberBlock(block: readonly Line[]): Piece | undefined {
  const rows: NumberToken[][] = [];
  for (const line of block) {
    if (/^\s*#/.test(line.text)) {
      continue;
    }
    const tokens = numbersOf(line);
    if (tokens === undefined) {
      return undefined;
    }
    rows.push(tokens);
  }
  return readNumberLines(rows);
}

function readDelimitedBlock(block: readonly Line[]): Piece | undefined {
  if (block.length < 2 || /[[{]\s*[-+\d.]/.test(block[0]!.text)) {
    return undefined;
  }
  const delimiter = delimiterOf(block);
  return delimiter === undefined ? undefined : readDelimited(block, delimiter);
}

/** Brackets first; sentences are read between them. */
function readSentences(text: string, block: readonly Line[]): readonly Piece[] {
  const last = block[block.length - 1]!;
  const from = block[0]!.start;
  const to = last.start + last.text.length;
  const brackets = readBrackets(text, from, to);
  const parts: Piece[] = [];
  let at = from;
  for (const bracket of brackets) {
    parts.push(...readProse(text, at, bracket.start));
    if (bracket.piece !== undefined) {
      parts.push(bracket.piece);
    }
    at = bracket.end;
  }
  return [...parts, ...readProse(text, at, to)];
}
