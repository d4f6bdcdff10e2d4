import type { Range } from '../../base/range';

/** Readings of notation that TeX leaves open; the usual ones are tried first. */
export interface Reading {
  /** `\log p/q` is the logarithm of the quotient. */
  readonly slashInLogarithm: boolean;
  /** `\log a b` is the logarithm of the product. */
  readonly productInLogarithm: boolean;
  /** A sum without an index goes on over terms that speak of the same quantities. */
  readonly sumGoesOn: boolean;
}

export const usualReading: Reading = { slashInLogarithm: true, productInLogarithm: true, sumGoesOn: true };

/** Something about the spelling that a reader should hear of. */
export interface Notice {
  readonly kind: 'lost-function' | 'lost-symbol' | 'unclosed' | 'unopened';
  readonly text: string;
  readonly range: Range;
}

/** What parsers of one formula share. */
export interface ParsingState {
  readonly reading: Reading;
  readonly notices: Notice[];
  /** The letter e is a quantity (an error) and not Euler's number. */
  readonly ownE: boolean;
  steps: number;
  depth: number;
  broken: boolean;
}
