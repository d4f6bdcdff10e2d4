import { fail, succeed } from '../../base/result';
import { indexWeight } from '../../numeric/losses/crossEntropy';
import { nllGradient, nllTerms } from '../../numeric/losses/nll';
import { bind, optional } from '../binding';
import { classIndexProblem, classMatrixProblem, classWeightProblem } from '../classes';
import type { Formula, Slot } from '../formula';
import { optionalNumber, paramsProblem } from '../params';
import { rowComputation } from '../rows';
import { classIndexSlot, classWeightSlot } from '../slots';
import { bracketed } from '../tex';
import { ignoreIndex } from './crossEntropyComputation';

const params = [ignoreIndex];

const logProbabilitiesSlot: Slot = {
  name: 'logProbabilities',
  role: 'log-probabilities',
  label: { en: 'Log-probabilities', 'zh-cn': '对数概率' },
  symbol: '\\ln p',
  axes: ['N', 'C'],
  domain: { en: 'logarithms of probabilities, at most 0', 'zh-cn': '概率的对数，不大于 0' },
  usualNames: [
    'log_probs',
    'log_prob',
    'logprobs',
    'logp',
    'log_p',
    'log_probabilities',
    'log_softmax',
    'logsoftmax',
    'output',
    'outputs',
    'input',
    '对数概率',
  ],
};

export const nll: Formula = {
  id: 'nll',
  family: 'classification',
  names: {
    en: [
      'Negative log-likelihood loss',
      'NLL',
      'NLLLoss',
      'negative log likelihood',
      'negative log-likelihood',
    ],
    'zh-cn': ['负对数似然损失', '负对数似然', 'NLL 损失', '负对数似然损失函数', 'NLL损失'],
  },
  summary: {
    en: 'Minus the log-probability of the true class, from log-probabilities.',
    'zh-cn': '由对数概率取真实类别的负值。',
  },
  slots: [logProbabilitiesSlot, classIndexSlot, classWeightSlot],
  params,
  tex: { left: 'L', right: '-\\frac{1}{N}\\sum_{i=1}^{N}\\ln p_{i,y_i}' },
  words: {
    en: 'minus one over N times the sum over i of the log-probability of the true class y i',
    'zh-cn': '负的 N 分之一乘以各样本真实类别的对数概率之和',
  },
  notations: [
    { tex: '-\\sum_{i=1}^{N}\\log p(y_i\\mid x_i)', note: { en: 'As a likelihood', 'zh-cn': '似然形式' } },
    {
      tex: '-\\frac{\\sum_i w_{y_i}\\ln p_{i,y_i}}{\\sum_i w_{y_i}}',
      note: { en: 'With class weights', 'zh-cn': '含类别权重' },
    },
  ],
  role: 'cost',
  range: { en: '[0, ∞) nats for true log-probabilities', 'zh-cn': '对数概率有效时为 [0, ∞) 奈特' },
  limits: { en: 'A true class of probability 0 costs ∞.', 'zh-cn': '真实类别概率为 0 时代价为 ∞。' },
  robustness: { en: 'Not robust to wrong labels.', 'zh-cn': '对错误标签不稳健。' },
  curvature: {
    en: 'Linear in the log-probabilities; with log-softmax before it, the convex cross-entropy.',
    'zh-cn': '对对数概率线性；前接 log-softmax 时即为凸的交叉熵。',
  },
  use: {
    en: 'Use it after log_softmax, or with any model that gives log-probabilities.',
    'zh-cn': '接在 log_softmax 之后，或用于输出对数概率的模型。',
  },
  avoid: {
    en: 'Avoid feeding it probabilities or logits: both give plausible, wrong numbers.',
    'zh-cn': '不要传入概率或 logits：数值看似合理却是错的。',
  },
  references: ['torch.nn.NLLLoss'],
  compute: (args) => {
    const bound = bind(args, ['logProbabilities', 'classIndex']);
    if (!bound.ok) return bound;
    const { logProbabilities, classIndex } = bound.value;
    const weight = optional(args, 'weight');
    const ignored = optionalNumber(args.params, 'ignoreIndex');
    const problem =
      paramsProblem(params, args.params) ??
      classMatrixProblem('logProbabilities', logProbabilities) ??
      classIndexProblem(logProbabilities, classIndex, ignored) ??
      classWeightProblem(logProbabilities, weight);
    if (problem) return fail(problem);
    const [values, index, w] = [logProbabilities.values, classIndex.values, weight?.values];
    const classes = logProbabilities.shape[1];
    const kernel = {
      terms: (out: Float64Array, start: number, end: number) =>
        nllTerms(out, values, classes, index, w, ignored, start, end),
      gradient: (out: Float64Array, scale: number) => nllGradient(out, classes, index, w, ignored, scale),
    };
    return succeed(
      rowComputation('logProbabilities', logProbabilities, kernel, indexWeight(index, w, ignored)),
    );
  },
  termTex: (args, index, digits) => {
    const { logProbabilities, classIndex, weight } = args.arrays;
    const y = classIndex.values[index];
    if (y === optionalNumber(args.params, 'ignoreIndex')) return '0';
    const factor = weight ? `${digits(weight.values[y])}\\cdot ` : '';
    return `-${factor}${bracketed(digits(logProbabilities.values[index * logProbabilities.shape[1] + y]))}`;
  },
};
