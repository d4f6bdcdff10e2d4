import { softmaxInto } from '../special/logSumExp';
import { softmaxLoss } from './crossEntropy';

/**
 * A loss of the true class's probability alone, as a function of ℓ = −ln p_y ≥ 0: focal, poly-1, generalised
 * cross-entropy. Taking ℓ for the variable keeps the digits of confident predictions, for which 1 − p = −expm1(−ℓ).
 */
export interface ShapedLoss {
  value(loss: number, y: number): number;
  /** d value / dℓ. */
  slope(loss: number, y: number): number;
}

/** Cross-entropy itself. */
export const unshaped: ShapedLoss = { value: (loss) => loss, slope: () => 1 };

/** Writes the shaped loss of rows [start, end) of logits. */
export function shapedSoftmaxTerms(
  out: Float64Array,
  logits: Float64Array,
  classes: number,
  classIndex: Float64Array,
  shape: ShapedLoss,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    out[k] = shape.value(softmaxLoss(logits, i * classes, classes, classIndex[i]), classIndex[i]);
  }
}

/** Writes scale · ∂/∂z_c = scale · slope(ℓ) · (p_c − [c = y]); p_y − 1 is expm1(−ℓ). */
export function shapedSoftmaxGradient(
  out: Float64Array,
  logits: Float64Array,
  classes: number,
  classIndex: Float64Array,
  shape: ShapedLoss,
  scale: number,
): void {
  for (let row = 0, start = 0; start < logits.length; row++, start += classes) {
    const y = classIndex[row];
    const loss = softmaxInto(out, logits, start, classes, y);
    const slope = scale * shape.slope(loss, y);
    for (let c = 0; c < classes; c++) out[start + c] *= slope;
    out[start + y] = slope * Math.expm1(-loss);
  }
}
