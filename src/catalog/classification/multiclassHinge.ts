import { fail, succeed } from '../../base/result';
import type { Problem } from '../../base/result';
import type { Tensor } from '../../numeric/tensor';
import {
  crammerSingerGradient,
  crammerSingerTerms,
  multiMarginGradient,
  multiMarginTerms,
} from '../../numeric/losses/multiclassHinge';
import { bind, optional } from '../binding';
import { classIndexProblem, classMatrixProblem, classWeightProblem } from '../classes';
import type { Formula, Parameter, Slot } from '../formula';
import { numberOf, paramsProblem } from '../params';
import { rowComputation } from '../rows';
import { classIndexSlot, classWeightSlot, logitsSlot } from '../slots';
import { differenceTex } from '../tex';

const kind: Parameter = {
  name: 'kind',
  label: { en: 'Variant', 'zh-cn': '变体' },
  symbol: '',
  kind: 'choice',
  default: 'crammer-singer',
  choices: [
    { value: 'crammer-singer', label: { en: 'Crammer–Singer', 'zh-cn': 'Crammer–Singer' } },
    { value: 'multi-margin', label: { en: 'multi-margin', 'zh-cn': '多类间隔' } },
  ],
};

const margin: Parameter = {
  name: 'margin',
  label: { en: 'Margin', 'zh-cn': '间隔' },
  symbol: 'm',
  kind: 'number',
  default: 1,
  slider: { from: 0, to: 3, step: 0.1 },
};

const power: Parameter = {
  name: 'power',
  label: { en: 'Power', 'zh-cn': '幂' },
  symbol: 'p',
  kind: 'choice',
  default: 1,
  choices: [
    { value: 1, label: { en: '1', 'zh-cn': '1' } },
    { value: 2, label: { en: '2', 'zh-cn': '2' } },
  ],
};

const params = [kind, margin, power];

const scoresSlot: Slot = {
  ...logitsSlot,
  name: 'scores',
  label: { en: 'Scores', 'zh-cn': '得分' },
  symbol: 'f',
};

function rivalProblem(scores: Tensor): Problem | undefined {
  if (scores.shape[1] > 1) return undefined;
  return {
    code: 'shape',
    slot: 'scores',
    message: {
      en: 'scores must have at least two classes, one to be right and one to be its rival, but has 1.',
      'zh-cn': 'scores 至少应有两个类别（一个正确类与一个竞争类），实际只有 1 个。',
    },
  };
}

export const multiclassHinge: Formula = {
  id: 'multiclass-hinge',
  family: 'classification',
  names: {
    en: [
      'Multi-class hinge loss',
      'multiclass hinge',
      'multi-margin loss',
      'MultiMarginLoss',
      'Crammer–Singer loss',
      'Weston–Watkins loss',
      'multiclass SVM loss',
    ],
    'zh-cn': [
      '多分类合页损失',
      '多类合页损失',
      '多分类铰链损失',
      '多类 Hinge 损失',
      '多类间隔损失',
      '多分类 SVM 损失',
      'MultiMarginLoss',
    ],
  },
  summary: {
    en: 'What the true class’s score lacks to a margin over its rivals: the largest one, or all of them.',
    'zh-cn': '真实类得分超出竞争类的间隔的欠缺量：取最大者，或对全部求和。',
  },
  slots: [scoresSlot, classIndexSlot, classWeightSlot],
  params,
  tex: { left: 'L(f,y)', right: '\\max\\left(0,\\,1-\\left(f_y-\\max_{j\\ne y}f_j\\right)\\right)' },
  texWith: (given) => {
    if (given.kind !== 'multi-margin') return multiclassHinge.tex.right;
    const power = given.power === 2 ? '^2' : '';
    return `\\frac{1}{C}\\sum_{j\\ne y}\\max\\left(0,\\,${numberOf(given, 'margin')}-f_y+f_j\\right)${power}`;
  },
  words: {
    en: 'the larger of zero and one minus the score of the true class less the largest other score',
    'zh-cn': '零与一减（真实类得分减其余最大得分）二者中的较大者',
  },
  notations: [
    {
      tex: '\\frac{1}{C}\\sum_{j\\ne y}\\max(0,\\,m-f_y+f_j)^p',
      note: { en: 'Multi-margin (PyTorch)', 'zh-cn': '多类间隔（PyTorch）' },
    },
    {
      tex: '\\sum_{j\\ne y}\\max(0,\\,f_j-f_y+1)',
      note: { en: 'Weston–Watkins, CS231n', 'zh-cn': 'Weston–Watkins，CS231n' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞); 0 when the margin is kept', 'zh-cn': '[0, ∞)；满足间隔时为 0' },
  limits: {
    en: 'Linear in a wrong margin (quadratic for power 2).',
    'zh-cn': '对错误间隔线性（幂为 2 时二次）。',
  },
  robustness: { en: 'Moderate: constant pull however wrong.', 'zh-cn': '中等：无论错得多远，影响恒定。' },
  curvature: { en: 'Convex, piecewise linear, with kinks.', 'zh-cn': '凸、分段线性，有折点。' },
  use: { en: 'Use it for multi-class support vector machines.', 'zh-cn': '用于多分类支持向量机。' },
  avoid: {
    en: 'Avoid it when probabilities are needed; mind which of the variants a library means.',
    'zh-cn': '需要概率时不宜使用；注意各库所指的变体不同。',
  },
  references: [
    'sklearn.metrics.hinge_loss',
    'torch.nn.MultiMarginLoss',
    'Crammer and Singer, On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines (2001)',
  ],
  compute: (args) => {
    const bound = bind(args, ['scores', 'classIndex']);
    if (!bound.ok) return bound;
    const { scores, classIndex } = bound.value;
    const weight = optional(args, 'weight');
    const isLargest = args.params.kind === 'crammer-singer';
    const problem =
      paramsProblem(params, args.params) ??
      classMatrixProblem('scores', scores) ??
      (isLargest ? rivalProblem(scores) : undefined) ??
      classIndexProblem(scores, classIndex) ??
      classWeightProblem(scores, weight);
    if (problem) return fail(problem);
    const [values, index, classes] = [scores.values, classIndex.values, scores.shape[1]];
    const [margin, power] = [numberOf(args.params, 'margin'), numberOf(args.params, 'power')];
    const options = { margin, power, ...(weight ? { weight: weight.values } : {}) };
    const kernel = isLargest
      ? {
          terms: (out: Float64Array, start: number, end: number) =>
            crammerSingerTerms(out, values, classes, index, start, end),
          gradient: (out: Float64Array, scale: number) =>
            crammerSingerGradient(out, values, classes, index, scale),
        }
      : {
          terms: (out: Float64Array, start: number, end: number) =>
            multiMarginTerms(out, values, classes, index, options, start, end),
          gradient: (out: Float64Array, scale: number) =>
            multiMarginGradient(out, values, classes, index, options, scale),
        };
    return succeed(rowComputation('scores', scores, kernel));
  },
  termTex: (args, index, digits) => {
    const { scores, classIndex } = args.arrays;
    const classes = scores.shape[1];
    const row = Array.from(scores.values.subarray(index * classes, (index + 1) * classes), digits);
    const y = classIndex.values[index];
    const rivals = row.filter((_, c) => c !== y);
    if (args.params.kind === 'crammer-singer') {
      return `\\max\\left(0,\\,1-\\left(${row[y]}-\\max(${rivals.join(',\\,')})\\right)\\right)`;
    }
    const power = args.params.power === 2 ? '^2' : '';
    const margin = digits(numberOf(args.params, 'margin'));
    const lacks = rivals.map((rival) => `\\max(0,\\,${margin}-(${differenceTex(row[y], rival)}))${power}`);
    const weight = args.arrays.weight ? `${digits(args.arrays.weight.values[y])}\\cdot ` : '';
    return `\\frac{${weight}1}{${classes}}\\left(${lacks.join('+')}\\right)`;
  },
};
