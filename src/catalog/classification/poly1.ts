import type { Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { bind } from '../binding';
import { classIndexProblem, classMatrixProblem } from '../classes';
import { poly1 } from '../../numeric/losses/poly1';
import { numberOf, paramsProblem } from '../params';
import { shapedComputation } from '../rows';
import { classIndexSlot, logitsSlot } from '../slots';
import { bracketed, coefficient, texNumber } from '../tex';
import { trueProbability } from './trueProbability';

const epsilon: Parameter = {
  name: 'epsilon',
  label: { en: 'First coefficient ε', 'zh-cn': '一阶系数 ε' },
  symbol: '\\varepsilon',
  kind: 'number',
  default: 1,
  slider: { from: -1, to: 5, step: 0.1 },
};

const params = [epsilon];

export const poly1Loss: Formula = {
  id: 'poly-1',
  family: 'classification',
  names: {
    en: ['Poly-1 loss', 'PolyLoss', 'Poly1 cross-entropy', 'polynomial loss', 'Poly-1'],
    'zh-cn': ['Poly-1 损失', 'PolyLoss', 'Poly1 损失', '多项式损失', '多项式交叉熵损失'],
  },
  summary: {
    en: 'Cross-entropy with the first coefficient of its polynomial expansion adjusted.',
    'zh-cn': '调整多项式展开首项系数的交叉熵。',
  },
  slots: [logitsSlot, classIndexSlot],
  params,
  tex: { left: 'L_\\varepsilon', right: '-\\ln p_y+\\varepsilon\\,(1-p_y)' },
  texWith: (given) => {
    const epsilon = numberOf(given, 'epsilon');
    return `-\\ln p_y${epsilon < 0 ? '' : '+'}${coefficient(texNumber(epsilon))}(1-p_y)`;
  },
  words: {
    en: 'minus the natural logarithm of p y plus epsilon times one minus p y',
    'zh-cn': '负的 ln p 加 ε 乘以（1 − p）',
  },
  notations: [
    { tex: 'L_{\\mathrm{CE}}+\\epsilon_1(1-P_t)', note: { en: 'As in the paper', 'zh-cn': '论文写法' } },
  ],
  role: 'loss',
  range: { en: '[0, ∞) nats for ε ≥ −1', 'zh-cn': 'ε ≥ −1 时为 [0, ∞) 奈特' },
  limits: { en: 'ε = 0 is cross-entropy.', 'zh-cn': 'ε = 0 时为交叉熵。' },
  robustness: { en: 'As cross-entropy.', 'zh-cn': '与交叉熵相同。' },
  curvature: { en: 'Not convex in the logits for ε ≠ 0.', 'zh-cn': 'ε ≠ 0 时对 logits 非凸。' },
  use: {
    en: 'Use it as a one-parameter refinement of cross-entropy.',
    'zh-cn': '作为交叉熵的单参数改进使用。',
  },
  avoid: {
    en: 'Avoid ε below −1: the loss rewards mistakes near certainty.',
    'zh-cn': '不宜取 ε < −1：接近确信时会奖励错误。',
  },
  references: [
    'Leng et al., PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions (2022)',
  ],
  compute: (args) => {
    const bound = bind(args, ['logits', 'classIndex']);
    if (!bound.ok) return bound;
    const { logits, classIndex } = bound.value;
    const problem =
      paramsProblem(params, args.params) ??
      classMatrixProblem('logits', logits) ??
      classIndexProblem(logits, classIndex);
    if (problem) return fail(problem);
    return succeed(shapedComputation(logits, classIndex, poly1(numberOf(args.params, 'epsilon'))));
  },
  termTex: (args, index, digits) => {
    const p = digits(trueProbability(args, index));
    return `-\\ln ${p}+${coefficient(bracketed(digits(numberOf(args.params, 'epsilon'))))}(1-${p})`;
  },
  curve: {
    axis: 'probability',
    from: 0.01,
    to: 1,
    value: (p, given) => -Math.log(p) + numberOf(given, 'epsilon') * (1 - p),
    slope: (p, given) => -1 / p - numberOf(given, 'epsilon'),
    curvature: (p) => 1 / (p * p),
  },
};
