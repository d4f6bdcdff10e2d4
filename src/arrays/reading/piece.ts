import type { Value } from './value';
import { opaque } from './value';

/** A stretch of text with what it is worth, its names, and the stretches inside it that may hold arrays of their own. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
  readonly parts: readonly Piece[];
  /** Names that stand for the value: assignment targets, a key, a keyword. */
  readonly names?: readonly string[];
  /** A list written out here: if it cannot be read whole, its inner lists are not offered in part. */
  readonly literal?: boolean;
}

export const noParts: readonly Piece[] = [];

export function piece(start: number, end: number, value: Value, parts: readonly Piece[] = noParts): Piece {
  return { start, end, value, parts };
}

/** A stretch that is no array itself; undefined where nothing in it is of interest either. */
export function container(start: number, end: number, parts: readonly Piece[]): Piece {
  return { start, end, value: opaque, parts };
}

/** The value under names: `a = b = value`. */
export function bound(names: readonly string[], value: Piece): Piece {
  return { ...value, names, parts: value.parts };
}

/** The same piece in a text that has `by` characters before it. */
export function shifted(found: Piece, by: number): Piece {
  return {
    ...found,
    start: found.start + by,
    end: found.end + by,
    parts: found.parts.length === 0 ? found.parts : found.parts.map((part) => shifted(part, by)),
  };
}
