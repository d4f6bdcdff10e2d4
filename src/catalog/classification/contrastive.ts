import type { Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { nonNegative, probabilities } from '../../numeric/checks/domains';
import { nonEmpty, sameShape } from '../../numeric/checks/shapes';
import { contrastiveGradient, contrastiveTerms } from '../../numeric/losses/pairDistance';
import { bind } from '../binding';
import { numberOf, paramsProblem } from '../params';
import { meanScale } from '../residual';
import { marginLabelSlot } from '../slots';
import { printed } from '../terms';
import { atom, texNumber } from '../tex';
import { distanceSlot } from './distanceSlot';

const margin: Parameter = {
  name: 'margin',
  label: { en: 'Margin m', 'zh-cn': '间隔 m' },
  symbol: 'm',
  kind: 'number',
  default: 1,
  slider: { from: 0, to: 3, step: 0.1 },
};

const params = [margin];

function right(limit: string): string {
  return `(1-y)\\,d^2+y\\,\\max\\left(0,\\,${limit}-d\\right)^2`;
}

export const contrastiveLoss: Formula = {
  id: 'contrastive',
  family: 'classification',
  names: {
    en: ['Contrastive loss', 'siamese contrastive loss', 'ContrastiveLoss', 'pairwise contrastive loss'],
    'zh-cn': ['对比损失', '对比损失函数', '孪生网络对比损失', '成对对比损失'],
  },
  summary: {
    en: 'Squared distance of similar pairs; different ones are pushed out to a margin.',
    'zh-cn': '相似对取距离平方；不同对被推到间隔之外。',
  },
  slots: [
    distanceSlot,
    {
      ...marginLabelSlot,
      role: 'labels',
      label: { en: 'Different (1) or similar (0)', 'zh-cn': '不同（1）或相似（0）' },
      domain: { en: '0 for similar, 1 for different', 'zh-cn': '0 表示相似，1 表示不同' },
    },
  ],
  params,
  tex: { left: 'L(y,d)', right: right('m') },
  texWith: (given) => right(texNumber(numberOf(given, 'margin'))),
  words: {
    en: 'one minus y times d squared plus y times the square of the larger of zero and the margin less d',
    'zh-cn': '（1 − y）乘 d 平方加 y 乘零与间隔减 d 中较大者的平方',
  },
  notations: [
    {
      tex: '\\tfrac12\\left[(1-y)\\,d^2+y\\max(0,\\,m-d)^2\\right]',
      note: { en: 'With the ½ of the paper: half the value', 'zh-cn': '论文中带 ½ 的形式：数值减半' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞)', 'zh-cn': '[0, ∞)' },
  limits: { en: 'A different pair beyond the margin costs nothing.', 'zh-cn': '超出间隔的不同对不计代价。' },
  robustness: { en: 'Not robust to similar pairs far apart.', 'zh-cn': '对相距很远的相似对不稳健。' },
  curvature: {
    en: 'Convex in the distance for similar pairs; piecewise for different ones.',
    'zh-cn': '对相似对关于距离凸；对不同对分段。',
  },
  use: { en: 'Use it to learn a distance from pairs.', 'zh-cn': '用于从样本对学习距离。' },
  avoid: {
    en: 'Avoid swapping the labels: here 1 means different, in other sources similar.',
    'zh-cn': '不要弄反标签：此处 1 表示不同，别处可能表示相似。',
  },
  references: [
    'Hadsell, Chopra, LeCun, Dimensionality Reduction by Learning an Invariant Mapping (2006)',
    'Flux.Losses.siamese_contrastive_loss',
  ],
  compute: (args) => {
    const bound = bind(args, ['distance', 'target']);
    if (!bound.ok) return bound;
    const { distance, target } = bound.value;
    const problem =
      paramsProblem(params, args.params) ??
      sameShape('distance', distance, 'target', target) ??
      nonEmpty('distance', distance) ??
      probabilities('target', target) ??
      nonNegative('distance', distance);
    if (problem) return fail(problem);
    const limit = numberOf(args.params, 'margin');
    return succeed({
      shape: distance.shape,
      terms: (out, start, end) => contrastiveTerms(out, distance.values, target.values, limit, start, end),
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => {
        const values = new Float64Array(distance.values.length);
        contrastiveGradient(values, distance.values, target.values, limit, meanScale(reduction, distance));
        return { distance: { values, shape: distance.shape } };
      },
    });
  },
  termTex: (args, index, digits) => {
    const d = printed(args, 'distance', index, digits);
    const lack = `\\max(0,\\,${digits(numberOf(args.params, 'margin'))}-${d})^2`;
    const label = args.arrays.target.values[index];
    const square = `${atom(d)}^2`;
    if (label === 0) return square;
    return label === 1 ? lack : `${digits(1 - label)}\\cdot ${square}+${digits(label)}\\cdot ${lack}`;
  },
};
