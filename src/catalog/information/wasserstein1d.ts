import { fail, succeed, type Problem, type Result } from '../../base/result';
import { nonNegative } from '../../numeric/checks/domains';
import { sameShape } from '../../numeric/checks/shapes';
import {
  moveAt,
  wasserstein1d as wasserstein1dOf,
  type WeightedPoints,
} from '../../numeric/samples/wasserstein1d';
import { sum } from '../../numeric/sums/sum';
import type { Tensor } from '../../numeric/tensor';
import { given, optional } from '../binding';
import type { Arguments, Formula, Parameter, Slot } from '../formula';
import { numberOf } from '../params';
import { differenceTex, texNumber } from '../tex';
import { mapped, numbers, pair, withParams } from './arguments';
import { approximationQ, distributionP } from './shared';
import { factorTex } from './tex';

const anyNumbers = { en: 'real numbers', 'zh-cn': '实数' };
const weightDomain = { en: 'weights ≥ 0; only proportions matter', 'zh-cn': '非负权重；只有比例有意义' };

const slots: readonly Slot[] = [
  {
    name: 'u',
    role: 'samples',
    label: { en: 'First sample', 'zh-cn': '第一组样本' },
    symbol: 'u',
    axes: ['N'],
    domain: anyNumbers,
    group: 'given',
    usualNames: ['u', 'u_values', 'x', 'a', 'x_a', 'first', 'real', 'samples_a', '样本1'],
  },
  {
    name: 'v',
    role: 'samples',
    label: { en: 'Second sample', 'zh-cn': '第二组样本' },
    symbol: 'v',
    axes: ['M'],
    domain: anyNumbers,
    with: 'u',
    usualNames: ['v', 'v_values', 'y', 'b', 'x_b', 'second', 'fake', 'samples_b', '样本2'],
  },
  {
    name: 'uWeights',
    role: 'weight',
    label: { en: 'Weights of the first sample', 'zh-cn': '第一组样本的权重' },
    symbol: 'a',
    axes: ['N'],
    domain: weightDomain,
    optional: true,
    with: 'u',
    usualNames: ['u_weights', 'uw', 'weights_u', 'a'],
  },
  {
    name: 'vWeights',
    role: 'weight',
    label: { en: 'Weights of the second sample', 'zh-cn': '第二组样本的权重' },
    symbol: 'b',
    axes: ['M'],
    domain: weightDomain,
    optional: true,
    with: 'v',
    usualNames: ['v_weights', 'vw', 'weights_v', 'b'],
  },
  {
    ...distributionP,
    group: 'given',
    label: { en: 'Distribution p', 'zh-cn': '分布 p' },
  },
  { ...approximationQ, label: { en: 'Distribution q', 'zh-cn': '分布 q' }, with: 'p' },
  {
    name: 'positions',
    role: 'other',
    label: {
      en: 'Where the outcomes of p and q lie; 0, 1, 2 … if absent',
      'zh-cn': 'p 与 q 各结果的位置；缺省为 0、1、2 …',
    },
    symbol: 'x',
    axes: ['n'],
    domain: anyNumbers,
    optional: true,
    with: 'p',
    usualNames: ['positions', 'support', 'bins', 'centers', 'values', '位置'],
  },
];

const params: readonly Parameter[] = [
  {
    name: 'order',
    label: { en: 'Order of the cost |x − y|^p', 'zh-cn': '代价 |x − y|^p 的阶' },
    symbol: 'p',
    kind: 'number',
    default: 1,
    minimum: 1,
    slider: { from: 1, to: 4, step: 0.5 },
  },
  {
    name: 'root',
    label: { en: 'Take the p-th root', 'zh-cn': '取 p 次方根' },
    symbol: '',
    kind: 'boolean',
    default: true,
  },
];

interface TwoPointSets {
  readonly u: WeightedPoints;
  readonly v: WeightedPoints;
}

function pointsOf(args: Arguments): Result<TwoPointSets> {
  const form = given(args, ['u', 'p']);
  if (!form.ok) return form;
  return form.value === 'u' ? fromSamples(args) : fromDistributions(args);
}

function fromSamples(args: Arguments): Result<TwoPointSets> {
  const u = weighted(args, 'u', 'uWeights');
  if (!u.ok) return u;
  return mapped(weighted(args, 'v', 'vWeights'), (v) => ({ u: u.value, v }));
}

function weighted(args: Arguments, slot: string, weightSlot: string): Result<WeightedPoints> {
  const positions = numbers(args, slot);
  if (!positions.ok) return positions;
  const weights = optional(args, weightSlot);
  if (weights === undefined) return succeed({ positions: positions.value });
  const problem =
    sameShape(slot, positions.value, weightSlot, weights) ??
    nonNegative(weightSlot, weights) ??
    someWeight(weightSlot, weights);
  return problem ? fail(problem) : succeed({ positions: positions.value, weights });
}

function fromDistributions(args: Arguments): Result<TwoPointSets> {
  const distributions = pair(args);
  if (!distributions.ok) return distributions;
  const { p, q } = distributions.value;
  const positions = optional(args, 'positions') ?? { values: p.values.map((_, i) => i), shape: p.shape };
  const problem = sameShape('p', p, 'positions', positions) ?? someWeight('p', p) ?? someWeight('q', q);
  if (problem) return fail(problem);
  return succeed({ u: { positions, weights: p }, v: { positions, weights: q } });
}

function someWeight(slot: string, weights: Tensor): Problem | undefined {
  if (sum(weights.values) !== 0) return undefined;
  return {
    code: 'domain',
    slot,
    message: {
      en: `${slot} is all zero: there is nothing to move.`,
      'zh-cn': `${slot} 全为 0：没有可移动的质量。`,
    },
  };
}

export const wasserstein1d: Formula = {
  id: 'wasserstein-1d',
  family: 'information',
  names: {
    en: [
      'Wasserstein distance',
      'earth mover’s distance',
      "earth mover's distance",
      'EMD',
      'Wasserstein-1 distance',
      'Kantorovich–Rubinstein distance',
      'Mallows distance',
      'optimal transport cost',
    ],
    'zh-cn': [
      'Wasserstein 距离',
      'Wasserstein距离',
      '推土机距离',
      '瓦瑟斯坦距离',
      'EMD 距离',
      '最优传输距离',
      '搬土距离',
    ],
  },
  summary: {
    en: 'The least work it takes to move the mass of one distribution on a line onto the other.',
    'zh-cn': '把一维上一个分布的质量搬运成另一个分布所需的最小代价。',
  },
  slots,
  params,
  tex: {
    left: 'W_p(\\mu,\\nu)',
    right: '\\left(\\int_0^1\\left|F_\\mu^{-1}(t)-F_\\nu^{-1}(t)\\right|^p\\mathrm{d}t\\right)^{1/p}',
  },
  texWith: ({ order, root }) => {
    const power = order === 1 ? '' : `^{${String(order)}}`;
    const integral = `\\int_0^1\\left|F_\\mu^{-1}(t)-F_\\nu^{-1}(t)\\right|${power}\\mathrm{d}t`;
    return order === 1 || root === false ? integral : `\\left(${integral}\\right)^{1/${String(order)}}`;
  },
  words: {
    en: 'the p-th root of the integral of the p-th power of the difference of both quantile functions',
    'zh-cn': '两个分位数函数之差的 p 次幂的积分的 p 次方根',
  },
  notations: [
    {
      tex: 'W_1(\\mu,\\nu)=\\int_{-\\infty}^{\\infty}\\left|F_\\mu(x)-F_\\nu(x)\\right|\\mathrm{d}x',
      note: {
        en: 'area between the distribution functions, p = 1',
        'zh-cn': 'p = 1：两个分布函数之间的面积',
      },
    },
    {
      tex: 'W_p(\\mu,\\nu)=\\left(\\inf_{\\gamma\\in\\Gamma(\\mu,\\nu)}\\mathbb{E}_{(x,y)\\sim\\gamma}|x-y|^p\\right)^{1/p}',
      note: { en: 'as the cheapest plan', 'zh-cn': '最优传输方案的形式' },
    },
  ],
  role: 'measure',
  range: {
    en: 'From 0 (equal distributions) without bound, in the unit of x.',
    'zh-cn': '从 0（分布相同）起无上界，单位与 x 相同。',
  },
  limits: {
    en: 'Finite for disjoint supports, where KL is infinite and JS constant: shifting a distribution by c gives |c|.',
    'zh-cn': '支撑集不相交时依然有限（此时 KL 为无穷、JS 为常数）：将分布平移 c，距离为 |c|。',
  },
  robustness: {
    en: 'An outlier counts with its distance (p = 1) or its square (p = 2).',
    'zh-cn': '离群点按其距离（p = 1）或距离的平方（p = 2）计入。',
  },
  curvature: { en: 'W_p^p is jointly convex in both distributions.', 'zh-cn': 'W_p^p 关于两个分布联合凸。' },
  use: {
    en: 'To compare samples or histograms whose positions mean something: scores, ages, pixel intensities, drift of data.',
    'zh-cn': '用于比较位置有意义的样本或直方图：分数、年龄、像素强度、数据漂移。',
  },
  avoid: {
    en: 'Not for categories without order. SciPy’s first two arguments are positions, not probabilities.',
    'zh-cn': '不适用于无序的类别。SciPy 的前两个参数是位置，而不是概率。',
  },
  references: [
    'C. Villani, Topics in Optimal Transportation (2003), section 2.2',
    'scipy.stats.wasserstein_distance',
  ],
  compute: withParams(params, (args) =>
    mapped(pointsOf(args), ({ u, v }) =>
      wasserstein1dOf(u, v, numberOf(args.params, 'order'), args.params.root !== false),
    ),
  ),
  termTex: (args, index, digits) => {
    const points = pointsOf(args);
    if (!points.ok) return '';
    const { mass, from, to } = moveAt(points.value.u, points.value.v, index);
    const order = numberOf(args.params, 'order');
    const power = order === 1 ? '' : `^{${digits(order)}}`;
    return `${factorTex(mass, digits)}\\,\\lvert ${differenceTex(digits(from), digits(to))}\\rvert${power}`;
  },
  finishTex: (reduced, given) => {
    const order = numberOf(given, 'order');
    if (order === 1 || given.root === false) return reduced;
    return order === 2 ? `\\sqrt{${reduced}}` : `\\left(${reduced}\\right)^{1/${texNumber(order)}}`;
  },
};
