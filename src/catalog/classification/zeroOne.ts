import type { Formula } from '../formula';
import { fail, succeed } from '../../base/result';
import { marginLabels } from '../../numeric/checks/domains';
import { nonEmpty, sameShape } from '../../numeric/checks/shapes';
import { wrongSignTerms, zeroOneTerms } from '../../numeric/losses/zeroOne';
import { bind, given } from '../binding';
import { marginTex } from '../margin';
import { predictionSlot, scoreSlot, targetSlot } from '../slots';
import { printed } from '../terms';

const labels = {
  en: 'class labels, or −1/+1 beside a score',
  'zh-cn': '类别标签；与得分并用时为 −1/+1',
} as const;

export const zeroOne: Formula = {
  id: 'zero-one',
  family: 'classification',
  names: {
    en: [
      'Zero-one loss',
      '0-1 loss',
      '0/1 loss',
      'zero one loss',
      'misclassification error',
      'error rate',
      'classification error',
    ],
    'zh-cn': [
      '0-1 损失',
      '0-1损失',
      '0/1 损失',
      '零一损失',
      '误分类率',
      '错误率',
      '0-1 损失函数',
      '分类错误率',
    ],
  },
  summary: {
    en: 'One for a mistake, nothing otherwise; its mean is the error rate, one minus accuracy.',
    'zh-cn': '错记 1，对记 0；其平均为错误率，即 1 减准确率。',
  },
  slots: [
    {
      ...predictionSlot,
      group: 'input',
      label: { en: 'Predicted label', 'zh-cn': '预测标签' },
      domain: labels,
    },
    { ...scoreSlot, group: 'input' },
    { ...targetSlot, role: 'labels', domain: labels },
  ],
  params: [],
  tex: { left: 'L(y,\\hat y)', right: '\\mathbb 1\\left[\\hat y\\ne y\\right]' },
  words: { en: 'one where y hat differs from y, else zero', 'zh-cn': '预测与真实不同为 1，否则为 0' },
  notations: [
    {
      tex: '\\begin{cases}1 & \\hat y\\ne y\\\\ 0 & \\hat y=y\\end{cases}',
      note: { en: 'By cases', 'zh-cn': '分段写法' },
    },
    { tex: '\\mathbb 1\\left[y\\,f<0\\right]', note: { en: 'By the margin', 'zh-cn': '以间隔表示' } },
  ],
  role: 'measure',
  range: { en: '{0, 1}; the mean in [0, 1]', 'zh-cn': '{0, 1}；平均在 [0, 1] 内' },
  limits: { en: 'A score of 0 counts as right.', 'zh-cn': '得分为 0 视为正确。' },
  robustness: { en: 'Robust: a mistake costs 1, however gross.', 'zh-cn': '稳健：再大的错误也只计 1。' },
  curvature: { en: 'Piecewise constant: no gradient to follow.', 'zh-cn': '分段常数：没有可用的梯度。' },
  use: { en: 'Use it to report how often a classifier errs.', 'zh-cn': '用于报告分类器出错的频率。' },
  avoid: {
    en: 'Avoid it as a training loss, and on very unbalanced classes.',
    'zh-cn': '不能用作训练损失；类别极不平衡时也不宜使用。',
  },
  references: ['sklearn.metrics.zero_one_loss'],
  compute: (args) => {
    const input = given(args, ['prediction', 'score']);
    if (!input.ok) return input;
    const bound = bind(args, [input.value, 'target']);
    if (!bound.ok) return bound;
    const [values, target] = [bound.value[input.value], bound.value.target];
    const problem =
      sameShape(input.value, values, 'target', target) ??
      nonEmpty(input.value, values) ??
      (input.value === 'score' ? marginLabels('target', target) : undefined);
    if (problem) return fail(problem);
    const termsOf = input.value === 'score' ? wrongSignTerms : zeroOneTerms;
    return succeed({
      shape: values.shape,
      terms: (out, start, end) => termsOf(out, values.values, target.values, start, end),
      reduction: 'mean',
      reducible: true,
    });
  },
  termTex: (args, index, digits) => {
    if (args.arrays.score) return `\\mathbb 1\\left[${marginTex(args, index, digits)}<0\\right]`;
    return `\\mathbb 1\\left[${printed(args, 'prediction', index, digits)}\\ne ${printed(args, 'target', index, digits)}\\right]`;
  },
  curve: { axis: 'margin', from: -2, to: 3, value: (z) => (z < 0 ? 1 : 0), slope: () => 0 },
};
