import type { Computation } from '../computation';
import type { Tensor } from '../tensor';
import { sum } from '../sums/sum';
import { valueOf } from '../reduce';

/**
 * Σ|prediction − target| / Σ|target|, from the computation of the absolute errors.
 *
 * Domain: all real numbers. ∞ where all targets are 0 (NaN where the errors are too); NaN propagates.
 * Gradient by target t: ∂Σ|r|/∂t / S − value · sign(t)/S with S = Σ|t|.
 *
 * Source: torchmetrics.WeightedMeanAbsolutePercentageError (whose denominator is at least 1.17e-6).
 */
export function weightedPercentageError(absolute: Computation, target: Tensor): Computation {
  const size = sum(target.values.map(Math.abs));
  const { shape, terms, gradient } = absolute;
  const computation: Computation = { shape, terms, divisor: size, reduction: 'mean', reducible: false };
  if (!gradient) return computation;
  return {
    ...computation,
    gradient: () => {
      const { prediction, target: slope } = gradient('sum');
      const value = valueOf(computation) ?? NaN;
      return {
        prediction: { values: prediction.values.map((x) => x / size), shape },
        target: {
          values: slope.values.map((x, i) => (x - value * Math.sign(target.values[i])) / size),
          shape,
        },
      };
    },
  };
}
