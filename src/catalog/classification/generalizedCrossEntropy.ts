import type { Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { probabilities as probabilitiesProblem } from '../../numeric/checks/domains';
import { bind, given as givenSlot } from '../binding';
import { classIndexProblem, classMatrixProblem } from '../classes';
import {
  generalizedCrossEntropy,
  generalizedCrossEntropyGradient,
  generalizedCrossEntropyTerms,
} from '../../numeric/losses/generalizedCrossEntropy';
import { numberOf, paramsProblem } from '../params';
import { rowComputation, shapedComputation } from '../rows';
import { classIndexSlot, logitsSlot, probabilitiesSlot } from '../slots';
import { atom, texNumber } from '../tex';
import { trueProbability } from './trueProbability';

const q: Parameter = {
  name: 'q',
  label: { en: 'Noise tolerance q', 'zh-cn': '噪声容忍度 q' },
  symbol: 'q',
  kind: 'number',
  default: 0.5,
  minimum: 0,
  maximum: 1,
  exclusiveMinimum: true,
  slider: { from: 0.05, to: 1, step: 0.05 },
};

const params = [q];

export const generalizedCrossEntropyLoss: Formula = {
  id: 'generalized-cross-entropy',
  family: 'classification',
  names: {
    en: [
      'Generalized cross-entropy',
      'GCE',
      'generalised cross-entropy',
      'generalized cross entropy loss',
      'Lq cross-entropy',
    ],
    'zh-cn': ['广义交叉熵', '广义交叉熵损失', 'GCE 损失', '广义交叉熵损失函数'],
  },
  summary: {
    en: 'Between cross-entropy (q → 0) and mean absolute error (q = 1), to bear noisy labels.',
    'zh-cn': '介于交叉熵（q → 0）与平均绝对误差（q = 1）之间，以容忍噪声标签。',
  },
  slots: [{ ...probabilitiesSlot, group: 'input' }, { ...logitsSlot, group: 'input' }, classIndexSlot],
  params,
  tex: { left: 'L_q', right: '\\frac{1-p_y^{\\,q}}{q}' },
  texWith: (given) => {
    const q = texNumber(numberOf(given, 'q'));
    return `\\frac{1-p_y^{\\,${q}}}{${q}}`;
  },
  words: { en: 'one minus p y to the power q, over q', 'zh-cn': '一减 p 的 q 次方，再除以 q' },
  notations: [{ tex: '\\frac{1-f_j(x)^q}{q}', note: { en: 'As in the paper', 'zh-cn': '论文写法' } }],
  role: 'loss',
  range: { en: '[0, 1/q]', 'zh-cn': '[0, 1/q]' },
  limits: { en: 'q → 0 is cross-entropy, q = 1 is 1 − p.', 'zh-cn': 'q → 0 为交叉熵，q = 1 为 1 − p。' },
  robustness: { en: 'Robust: no sample costs more than 1/q.', 'zh-cn': '稳健：单个样本的代价不超过 1/q。' },
  curvature: { en: 'Convex in p; not in the logits.', 'zh-cn': '对 p 凸；对 logits 非凸。' },
  use: { en: 'Use it for classification with noisy labels.', 'zh-cn': '用于标签有噪声的分类。' },
  avoid: {
    en: 'Avoid large q on clean data: learning slows down.',
    'zh-cn': '数据干净时不宜取大 q：学习变慢。',
  },
  references: [
    'Zhang and Sabuncu, Generalized Cross Entropy Loss for Training Deep Neural Networks with Noisy Labels (2018)',
    'keras.losses.CategoricalGeneralizedCrossEntropy',
  ],
  compute: (args) => {
    const input = givenSlot(args, ['probabilities', 'logits']);
    if (!input.ok) return input;
    const bound = bind(args, [input.value, 'classIndex']);
    if (!bound.ok) return bound;
    const [matrix, classIndex] = [bound.value[input.value], bound.value.classIndex];
    const problem =
      paramsProblem(params, args.params) ??
      classMatrixProblem(input.value, matrix) ??
      (input.value === 'probabilities' ? probabilitiesProblem(input.value, matrix) : undefined) ??
      classIndexProblem(matrix, classIndex);
    if (problem) return fail(problem);
    const q = numberOf(args.params, 'q');
    if (input.value === 'logits')
      return succeed(shapedComputation(matrix, classIndex, generalizedCrossEntropy(q)));
    const [values, index, classes] = [matrix.values, classIndex.values, matrix.shape[1]];
    return succeed(
      rowComputation('probabilities', matrix, {
        terms: (out, start, end) => generalizedCrossEntropyTerms(out, values, classes, index, q, start, end),
        gradient: (out, scale) => generalizedCrossEntropyGradient(out, values, classes, index, q, scale),
      }),
    );
  },
  termTex: (args, index, digits) => {
    const q = digits(numberOf(args.params, 'q'));
    return `\\frac{1-${atom(digits(trueProbability(args, index)))}^{${q}}}{${q}}`;
  },
  curve: {
    axis: 'probability',
    from: 0.01,
    to: 1,
    value: (p, given) => (1 - p ** numberOf(given, 'q')) / numberOf(given, 'q'),
    slope: (p, given) => -(p ** (numberOf(given, 'q') - 1)),
  },
};
