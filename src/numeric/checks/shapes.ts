import type { Problem } from '../../base/result';
import type { Tensor } from '../tensor';
import { shapeText } from './place';

/** `empty` unless the array holds at least one element. */
export function nonEmpty(slot: string, tensor: Tensor): Problem | undefined {
  if (tensor.values.length > 0) return undefined;
  return {
    code: 'empty',
    slot,
    message: {
      en: `${slot} is empty: at least one value is needed.`,
      'zh-cn': `${slot} 为空：至少需要一个值。`,
    },
  };
}

/** `shape` unless both arrays have the same shape. Nothing is broadcast, not even a length of 1. */
export function sameShape(slotA: string, a: Tensor, slotB: string, b: Tensor): Problem | undefined {
  if (a.shape.length === b.shape.length && a.shape.every((length, axis) => length === b.shape[axis])) {
    return undefined;
  }
  const [expected, found] = [shapeText(a.shape), shapeText(b.shape)];
  return {
    code: 'shape',
    slot: slotB,
    message: {
      en: `${slotB} must have the shape of ${slotA}, ${expected}, but has ${found}; nothing is broadcast.`,
      'zh-cn': `${slotB} 的形状应与 ${slotA} 相同，即 ${expected}，实际为 ${found}；不做广播。`,
    },
  };
}

/** `shape` unless the array has so many axes. */
export function rank(slot: string, tensor: Tensor, axes: readonly string[]): Problem | undefined {
  if (tensor.shape.length === axes.length) return undefined;
  const [expected, found] = [`[${axes.join(', ')}]`, shapeText(tensor.shape)];
  return {
    code: 'shape',
    slot,
    message: {
      en: `${slot} must have ${axes.length === 1 ? 'one axis' : `${axes.length} axes`}, ${expected}, but its shape is ${found}.`,
      'zh-cn': `${slot} 应有 ${axes.length} 个轴 ${expected}，实际形状为 ${found}。`,
    },
  };
}

/** `shape` unless the array is a vector of that length; `per` says what there must be one value of ("class", "sample"). */
export function lengthOf(
  slot: string,
  tensor: Tensor,
  length: number,
  per: { readonly en: string; readonly 'zh-cn': string },
): Problem | undefined {
  if (tensor.shape.length === 1 && tensor.values.length === length) return undefined;
  const found = shapeText(tensor.shape);
  return {
    code: 'shape',
    slot,
    message: {
      en: `${slot} must hold one value per ${per.en}, ${length} in all, but its shape is ${found}.`,
      'zh-cn': `${slot} 应为每个${per['zh-cn']}一个值，共 ${length} 个，实际形状为 ${found}。`,
    },
  };
}

export const perClass = { en: 'class', 'zh-cn': '类别' } as const;
export const perSample = { en: 'sample', 'zh-cn': '样本' } as const;
