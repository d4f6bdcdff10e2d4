import { softmaxLoss } from '../../numeric/losses/crossEntropy';
import type { Arguments } from '../formula';

/** The probability that a row's logits or probabilities give to its true class, for worked steps. */
export function trueProbability({ arrays }: Arguments, row: number): number {
  const { logits, probabilities, classIndex } = arrays;
  const y = classIndex.values[row];
  const classes = (logits ?? probabilities).shape[1];
  if (probabilities) return probabilities.values[row * classes + y];
  return Math.exp(-softmaxLoss(logits.values, row * classes, classes, y));
}
