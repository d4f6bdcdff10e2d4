import type { Computation } from '../computation';
import { sum } from '../sums/sum';

/** A similarity of two regions, (i·I + s) / (d·I + p·P + t·T + s), from intersection I = Σpt and sizes P and T. */
export interface Overlap {
  /** Factor i of the intersection in the numerator. */
  readonly numerator: number;
  /** Factors d, p, t of the denominator. */
  readonly intersection: number;
  readonly prediction: number;
  readonly target: number;
  /** Added to both, so that empty regions agree. */
  readonly smooth: number;
  /** Sizes are Σp² and Σt² in place of Σp and Σt. */
  readonly squared: boolean;
}

/** 2I/(P + T): Dice (1945), Sørensen (1948). */
export function diceOverlap(smooth: number, squared: boolean): Overlap {
  return { numerator: 2, intersection: 0, prediction: 1, target: 1, smooth, squared };
}

/** I/(P + T − I): Jaccard (1912), the intersection over union. */
export function jaccardOverlap(smooth: number): Overlap {
  return { numerator: 1, intersection: -1, prediction: 1, target: 1, smooth, squared: false };
}

/** I/(I + α(P − I) + β(T − I)): Tversky (1977); α weighs false positives, β false negatives. */
export function tverskyOverlap(alpha: number, beta: number, smooth: number): Overlap {
  return {
    numerator: 1,
    intersection: 1 - alpha - beta,
    prediction: alpha,
    target: beta,
    smooth,
    squared: false,
  };
}

/** Σpt, Σp and Σt of two regions, or Σp² and Σt² in place of the latter. */
export function regionSizes(
  prediction: Float64Array,
  target: Float64Array,
  squared: boolean,
): { readonly intersection: number; readonly prediction: number; readonly target: number } {
  const size = (values: Float64Array): number => sum(squared ? values.map((x) => x * x) : values);
  return {
    intersection: sum(prediction.map((p, i) => p * target[i])),
    prediction: size(prediction),
    target: size(target),
  };
}

/**
 * One minus the similarity of a predicted and a true region, over all elements; the terms are the intersection's p·t.
 *
 * Domain: p and t in [0, 1]. Two empty regions without smoothing agree: 0. NaN propagates. Sums as `sum` forms them.
 *
 * Source: Milletari, Navab, Ahmadi, V-Net (2016); Salehi, Erdogmus, Gholipour, Tversky Loss Function (2017).
 */
export function overlapLoss(
  prediction: Float64Array,
  target: Float64Array,
  shape: readonly number[],
  overlap: Overlap,
): Computation {
  const common: Computation = {
    shape,
    terms: (out, start, end) => {
      for (let i = start, k = 0; i < end; i++, k++) out[k] = prediction[i] * target[i];
    },
    reduction: 'sum',
    reducible: false,
  };
  const sizes = regionSizes(prediction, target, overlap.squared);
  const above = overlap.numerator * sizes.intersection + overlap.smooth;
  const below =
    overlap.intersection * sizes.intersection +
    overlap.prediction * sizes.prediction +
    overlap.target * sizes.target +
    overlap.smooth;
  const slope = (of: Float64Array, other: Float64Array, factor: number): Float64Array =>
    of.map((x, i) => {
      const growth = overlap.intersection * other[i] + factor * (overlap.squared ? 2 * x : 1);
      return below === 0 ? 0 : (above * growth - overlap.numerator * other[i] * below) / below / below;
    });
  return {
    ...common,
    value: below === 0 ? 0 : 1 - above / below,
    gradient: () => ({
      prediction: { values: slope(prediction, target, overlap.prediction), shape },
      target: { values: slope(target, prediction, overlap.target), shape },
    }),
  };
}
