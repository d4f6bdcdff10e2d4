import type { Problem } from '../../base/result';
import { probabilities } from '../../numeric/checks/domains';
import { nonEmpty, sameShape } from '../../numeric/checks/shapes';
import { regionSizes, type Overlap } from '../../numeric/losses/overlap';
import type { Tensor } from '../../numeric/tensor';
import type { Arguments, Slot } from '../formula';
import { predictionSlot, targetSlot } from '../slots';
import { printed } from '../terms';
import { coefficient, timesSum } from '../tex';

const unit = { en: 'numbers in [0, 1]', 'zh-cn': '[0, 1] 内的数' } as const;

/** A predicted and a true region, soft or hard. */
export const overlapSlots: readonly Slot[] = [
  { ...predictionSlot, symbol: 'p', label: { en: 'Predicted mask', 'zh-cn': '预测掩膜' }, domain: unit },
  { ...targetSlot, symbol: 't', label: { en: 'True mask', 'zh-cn': '真实掩膜' }, domain: unit },
];

export function overlapProblem(prediction: Tensor, target: Tensor): Problem | undefined {
  return (
    sameShape('prediction', prediction, 'target', target) ??
    nonEmpty('prediction', prediction) ??
    probabilities('prediction', prediction) ??
    probabilities('target', target)
  );
}

/** One minus the quotient of an overlap with its sums put in; the products are written out, the sizes are numbers. */
export function overlapValueTex(
  overlapOf: (args: Arguments) => Overlap,
): (args: Arguments, digits: (x: number) => string, sum: string) => string {
  return (args, digits, products) => {
    const overlap = overlapOf(args);
    const { intersection, prediction, target } = regionSizes(
      args.arrays.prediction.values,
      args.arrays.target.values,
      overlap.squared,
    );
    const rest = overlap.smooth === 0 ? '' : `+${digits(overlap.smooth)}`;
    const above = timesSum(digits(overlap.numerator), products);
    const below = [
      [overlap.prediction, prediction],
      [overlap.target, target],
      [overlap.intersection, intersection],
    ]
      .filter(([factor]) => factor !== 0)
      .map(([factor, size]) => `${factor === -1 ? '-' : coefficient(digits(factor))}${digits(size)}`)
      .reduce((all, part) => (part.startsWith('-') ? all + part : `${all}+${part}`));
    return `1-\\frac{${above}${rest}}{${below}${rest}}`;
  };
}

/** One element's share of the intersection, p·t. */
export function overlapTermTex(args: Arguments, index: number, digits: (x: number) => string): string {
  return `${printed(args, 'prediction', index, digits)}\\cdot ${printed(args, 'target', index, digits)}`;
}
