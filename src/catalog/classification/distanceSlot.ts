import type { Slot } from '../formula';

/** The distance of two embeddings. */
export const distanceSlot: Slot = {
  name: 'distance',
  role: 'other',
  label: { en: 'Distance', 'zh-cn': '距离' },
  symbol: 'd',
  domain: { en: 'non-negative numbers', 'zh-cn': '非负数' },
  usualNames: ['distance', 'distances', 'dist', 'd', 'x', 'input', 'pred', 'y_pred', '距离'],
};
