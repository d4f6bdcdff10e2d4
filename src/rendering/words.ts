import type { Text } from '../base/text';

/** The hover's own words; facts about formulas and libraries come from the catalogue. */
export const words = {
  evaluate: { en: 'Evaluate', 'zh-cn': '求值' },
  openCalculator: { en: 'Open calculator', 'zh-cn': '打开计算器' },
  notRecognised: { en: 'Formula not recognised', 'zh-cn': '未识别的公式' },
  derivedFrom: { en: 'derived from', 'zh-cn': '派生自' },
  where: { en: 'with', 'zh-cn': '其中' },
  in: { en: 'in', 'zh-cn': '单位：' },
  bits: { en: 'bits', 'zh-cn': '比特' },
  nats: { en: 'nats', 'zh-cn': '奈特' },
  hartleys: { en: 'hartleys', 'zh-cn': '哈特利' },
  plotOf: { en: 'Plot of loss and gradient of', 'zh-cn': '损失与梯度曲线：' },
  times: { en: 'times', 'zh-cn': '倍' },
} as const satisfies { readonly [name: string]: Text };
