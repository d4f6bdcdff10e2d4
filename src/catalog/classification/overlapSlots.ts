import type { Problem } from '../../base/result';
import { probabilities } from '../../numeric/checks/domains';
import { nonEmpty, sameShape } from '../../numeric/checks/shapes';
import type { Tensor } from '../../numeric/tensor';
import type { Arguments, Slot } from '../formula';
import { predictionSlot, targetSlot } from '../slots';
import { printed } from '../terms';

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

/** One element's share of the intersection, p·t. */
export function overlapTermTex(args: Arguments, index: number, digits: (x: number) => string): string {
  return `${printed(args, 'prediction', index, digits)}\\cdot ${printed(args, 'target', index, digits)}`;
}
