import type { Tensor } from '../../numeric/tensor';
import { contentOf } from '../content';
import { transposed } from '../conventions/tensors';
import type { Doubt } from '../outcome';
import { remedy, withInputs, type Subject } from './doubt';

const slotsOfRows = ['logits', 'probabilities', 'p', 'q'] as const;

/** A table whose columns sum to 1 while its rows do not: the softmax ran over the batch, not over the classes. */
export function wrongAxis(subject: Subject): Doubt | undefined {
  const slot = slotsOfRows.find((name) => hasUnitColumns(subject.arrays[name]));
  if (slot === undefined) return undefined;
  const isClasses = slot === 'logits' || slot === 'probabilities';
  const tables = Object.entries(subject.arrays).filter(([, tensor]) => tensor.shape.length === 2);
  const turned = Object.fromEntries(tables.map(([name, tensor]) => [name, transposed(tensor)]));
  return {
    code: isClasses || subject.record.id === 'kl-divergence' ? 'softmax-wrong-axis' : 'scipy-entropy-axis',
    severity: 'warning',
    slot,
    message: {
      en: `The columns of ${slot} sum to 1 and its rows do not: it was normalised over axis 0, the batch, instead of the last axis.`,
      'zh-cn': `${slot} 的各列之和为 1，而各行不是：归一化沿轴 0（批）而不是最后一个轴进行。`,
    }[subject.locale],
    ...(isClasses
      ? {}
      : remedy(subject, { en: 'By columns', 'zh-cn': '按列计算' }, withInputs(subject, turned))),
  };
}

function hasUnitColumns(tensor: Tensor | undefined): boolean {
  if (tensor === undefined || tensor.shape.length !== 2) return false;
  const [rows, columns] = tensor.shape as [number, number];
  // Of a table so large the columns are as telling in its upper left corner, but not summed there.
  if (rows < 2 || columns < 2 || tensor.values.length > 1_000_000) return false;
  const content = contentOf(tensor);
  return content.isUnit && !content.hasUnitRows && contentOf(transposed(tensor)).hasUnitRows;
}
