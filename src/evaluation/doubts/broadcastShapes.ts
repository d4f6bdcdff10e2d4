import type { Tensor } from '../../numeric/tensor';
import { shapeText } from '../../numeric/checks/place';
import type { Doubt } from '../outcome';
import { remedy, withInputs, type Subject } from './doubt';

/** Shapes such as (N, 1) and (N,), which libraries broadcast to a table that compares everything with everything. */
export function broadcastShapes(subject: Subject): Doubt | undefined {
  if (subject.problem?.code !== 'shape') return undefined;
  const { prediction, target } = subject.arrays;
  if (prediction === undefined || target === undefined) return undefined;
  const shape = broadcast(prediction.shape, target.shape);
  if (shape === undefined) return undefined;
  const count = shape.reduce((product, length) => product * length, 1);
  if (count <= Math.max(prediction.values.length, target.values.length)) return undefined;
  const shapes = [prediction.shape, target.shape, shape].map(shapeText);
  return {
    code: 'regression-broadcast-shapes',
    severity: 'warning',
    slot: 'target',
    message: {
      en: `A library would broadcast ${shapes[0]} and ${shapes[1]} to ${shapes[2]} and compare every prediction with every target.`,
      'zh-cn': `库会把 ${shapes[0]} 与 ${shapes[1]} 广播为 ${shapes[2]}，从而把每个预测与每个目标相比较。`,
    }[subject.locale],
    ...flattened(subject, prediction, target),
  };
}

function flattened(subject: Subject, prediction: Tensor, target: Tensor): Pick<Doubt, 'remedy'> {
  const { length } = prediction.values;
  if (length !== target.values.length) return {};
  return remedy(
    subject,
    { en: 'Both flattened', 'zh-cn': '都展平后' },
    withInputs(subject, {
      prediction: { values: prediction.values, shape: [length] },
      target: { values: target.values, shape: [length] },
    }),
  );
}

/** The shape to which two shapes broadcast, aligned at their last axes; undefined when they do not. */
function broadcast(a: readonly number[], b: readonly number[]): readonly number[] | undefined {
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let axis = 1; axis <= rank; axis++) {
    const [x, y] = [a[a.length - axis] ?? 1, b[b.length - axis] ?? 1];
    if (x !== y && x !== 1 && y !== 1) return undefined;
    shape.unshift(Math.max(x, y));
  }
  return shape;
}
