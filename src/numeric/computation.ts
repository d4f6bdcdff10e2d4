import type { Tensor } from './tensor';

/** How terms become one number. `batchmean` and friends belong to library conventions, not here. */
export type Reduction = 'mean' | 'sum' | 'none';

/**
 * A formula bound to checked arguments, ready to be computed.
 *
 * The terms are written block by block into a buffer that stays in the cache, by a plain loop of the formula's own;
 * summing, reducing, histograms, progress and cancelling are then the same code for every formula, and no closure is
 * called per element.
 */
export interface Computation {
  /** Shape of the terms, which is also the shape of reduction `none`. */
  readonly shape: readonly number[];
  /** Writes terms [start, end) (flat, row-major) to `out[0 .. end - start)`. */
  terms(out: Float64Array, start: number, end: number): void;
  /** What `mean` divides the sum of the terms by, when it is not the number of terms (class weights, ignored samples). */
  readonly divisor?: number;
  /** The reduction when the request names none: losses reduce by `mean`, information measures by `sum`. */
  readonly reduction: 'mean' | 'sum';
  /** False where the definition itself reduces (entropy, RMSE): then no `reductions` are reported. */
  readonly reducible: boolean;
  /** Applied to the reduced number: the root of RMSE and of a JS distance, the exponential of perplexity. */
  finish?(reduced: number): number;
  /** Formulas that are no sum of terms (dice, Wasserstein, an optimal code) give their value here; terms then explain it. */
  readonly value?: number;
  /**
   * d value / d input for every differentiable input, in that input's shape, when the value is reduced by `reduction`
   * ('none' is differentiated as the sum). At a kink: the subgradient that the field's libraries return, normally 0.
   */
  gradient?(reduction: Reduction): { readonly [slot: string]: Tensor };
  /** Further named results of the formula: entropies of the margins, code words, the bound … Plain data. */
  readonly parts?: { readonly [name: string]: number | readonly number[] | readonly string[] };
  /** For formulas of distributions: whether each of them sums to 1, within 1e-9. One pass over the data a call. */
  normalized?(): boolean;
  /** For formulas of distributions: the same computation after dividing each of them by its sum. */
  rescaled?(): Computation;
}
