import type { Text } from '../base/text';

/** The calculator's own sentences. */
export const words = {
  sample: { en: 'sample arrays', 'zh-cn': '示例数组' },
  noNumbers: {
    en: 'No numbers found here. Write a list such as [0.5, 0.25, 0.25].',
    'zh-cn': '这里没有找到数字。请写成列表，例如 [0.5, 0.25, 0.25]。',
  },
  textbook: { en: 'Textbook', 'zh-cn': '教科书' },
  mean: { en: 'mean', 'zh-cn': '平均' },
  sum: { en: 'sum', 'zh-cn': '求和' },
  none: { en: 'none (per element)', 'zh-cn': '不归约（逐元素）' },
  loss: { en: 'loss of one sample', 'zh-cn': '单样本损失' },
  cost: { en: 'cost of a batch', 'zh-cn': '批量代价' },
  objective: { en: 'objective to minimise', 'zh-cn': '待最小化的目标' },
  measure: { en: 'measure', 'zh-cn': '度量' },
  bits: { en: 'bits', 'zh-cn': '比特' },
  nats: { en: 'nats', 'zh-cn': '奈特' },
  hartleys: { en: 'hartleys', 'zh-cn': '哈特利' },
} as const satisfies { readonly [name: string]: Text };
