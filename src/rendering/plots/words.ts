import type { Text } from '../../base/text';
import type { Curve } from '../../catalog/formula';

/** Names of axes by what a loss is a function of. */
export const axisNames: { readonly [A in Curve['axis']]: Text } = {
  residual: { en: 'residual ŷ − y', 'zh-cn': '残差 ŷ − y' },
  prediction: { en: 'prediction ŷ', 'zh-cn': '预测值 ŷ' },
  margin: { en: 'margin y · f(x)', 'zh-cn': '间隔 y · f(x)' },
  probability: { en: 'probability of the true class', 'zh-cn': '真实类别的概率' },
  logit: { en: 'logit of the true class', 'zh-cn': '真实类别的 logit' },
};

/** What the two curves of a plot are called: those of a loss, or of a measure, which nobody descends. */
export const curveNames = {
  loss: { value: { en: 'loss', 'zh-cn': '损失' }, slope: { en: 'gradient', 'zh-cn': '梯度' } },
  measure: { value: { en: 'value', 'zh-cn': '取值' }, slope: { en: 'slope', 'zh-cn': '斜率' } },
} as const satisfies { readonly [kind: string]: { readonly value: Text; readonly slope: Text } };

export const plotWords = {
  yourData: { en: 'your data', 'zh-cn': '你的数据' },
  mean: { en: 'mean', 'zh-cn': '均值' },
  count: { en: 'count', 'zh-cn': '个数' },
  term: { en: 'term', 'zh-cn': '逐项值' },
  notFinite: { en: 'not finite', 'zh-cn': '非有限值' },
  probability: { en: 'probability', 'zh-cn': '概率' },
  contribution: { en: 'contribution', 'zh-cn': '贡献' },
  firstOf: { en: 'first {0} of {1}', 'zh-cn': '共 {1} 项，显示前 {0} 项' },
  curvePlot: { en: '{0} and {1} over the {2}', 'zh-cn': '{0}与{1}随{2}的变化' },
  familyPlot: { en: 'Losses over the {0}: {1}', 'zh-cn': '各损失随{0}的变化：{1}' },
  marked: { en: '; marked at {0}', 'zh-cn': '；标记点：{0}' },
  comma: { en: ', ', 'zh-cn': '、' },
  distributionPlot: { en: 'Bars of {0} outcomes', 'zh-cn': '{0} 个结果的柱状图' },
  histogram: { en: 'Histogram of {0} values', 'zh-cn': '{0} 个值的直方图' },
  informationPlot: {
    en: 'Entropies to scale: H(X) {0}, H(Y) {1}, H(X,Y) {2}, I(X;Y) {3}',
    'zh-cn': '按比例绘制的熵：H(X) {0}，H(Y) {1}，H(X,Y) {2}，I(X;Y) {3}',
  },
  binaryEntropy: { en: 'Binary entropy over the probability', 'zh-cn': '二元熵随概率的变化' },
  codeTree: { en: 'Tree of a code with {0} words', 'zh-cn': '{0} 个码字的码树' },
} as const satisfies { readonly [name: string]: Text };

/** A sentence with its blanks filled in. */
export function fillIn(sentence: string, ...parts: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (_blank, index: string) => String(parts[Number(index)] ?? ''));
}
