import type { Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { marginLabels } from '../../numeric/checks/domains';
import { nonEmpty, sameShape } from '../../numeric/checks/shapes';
import { hingeEmbeddingGradient, hingeEmbeddingTerms } from '../../numeric/losses/pairDistance';
import { bind } from '../binding';
import { numberOf, paramsProblem } from '../params';
import { meanScale } from '../residual';
import { marginLabelSlot } from '../slots';
import { printed } from '../terms';
import { texNumber } from '../tex';
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
  return `\\begin{cases}x & \\text{if } y=1\\\\ \\max(0,\\,${limit}-x) & \\text{if } y=-1\\end{cases}`;
}

export const hingeEmbeddingLoss: Formula = {
  id: 'hinge-embedding',
  family: 'classification',
  names: {
    en: ['Hinge embedding loss', 'HingeEmbeddingLoss', 'hinge embedding'],
    'zh-cn': ['合页嵌入损失', '铰链嵌入损失', 'Hinge 嵌入损失', 'HingeEmbeddingLoss'],
  },
  summary: {
    en: 'The distance of a similar pair; what a different pair lacks to a margin.',
    'zh-cn': '相似对取其距离；不同对取距间隔的欠缺量。',
  },
  slots: [distanceSlot, marginLabelSlot],
  params,
  tex: { left: 'L(y,x)', right: right('m') },
  texWith: (given) => right(texNumber(numberOf(given, 'margin'))),
  words: {
    en: 'x for y equal to one, else the larger of zero and the margin less x',
    'zh-cn': 'y 为 1 时为 x，否则为零与间隔减 x 二者中的较大者',
  },
  notations: [{ tex: 'x\\ (y=1),\\quad [m-x]_+\\ (y=-1)', note: { en: 'Short', 'zh-cn': '简写' } }],
  role: 'loss',
  range: { en: '[0, ∞) for distances', 'zh-cn': '距离非负时为 [0, ∞)' },
  limits: {
    en: 'Negative inputs of similar pairs give negative losses.',
    'zh-cn': '相似对的输入为负时损失为负。',
  },
  robustness: { en: 'Moderate: constant pull.', 'zh-cn': '中等：影响恒定。' },
  curvature: { en: 'Convex, piecewise linear.', 'zh-cn': '凸、分段线性。' },
  use: {
    en: 'Use it on distances of pairs that are alike or not.',
    'zh-cn': '用于相似或不相似样本对的距离。',
  },
  avoid: {
    en: 'Avoid mixing it up with the hinge loss of classifiers.',
    'zh-cn': '不要与分类器的合页损失混淆。',
  },
  references: ['torch.nn.HingeEmbeddingLoss'],
  compute: (args) => {
    const bound = bind(args, ['distance', 'target']);
    if (!bound.ok) return bound;
    const { distance, target } = bound.value;
    const problem =
      paramsProblem(params, args.params) ??
      sameShape('distance', distance, 'target', target) ??
      nonEmpty('distance', distance) ??
      marginLabels('target', target);
    if (problem) return fail(problem);
    const limit = numberOf(args.params, 'margin');
    return succeed({
      shape: distance.shape,
      terms: (out, start, end) => hingeEmbeddingTerms(out, distance.values, target.values, limit, start, end),
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => {
        const values = new Float64Array(distance.values.length);
        hingeEmbeddingGradient(values, distance.values, target.values, limit, meanScale(reduction, distance));
        return { distance: { values, shape: distance.shape } };
      },
    });
  },
  termTex: (args, index, digits) => {
    const x = printed(args, 'distance', index, digits);
    if (args.arrays.target.values[index] === 1) return x;
    return `\\max(0,\\,${digits(numberOf(args.params, 'margin'))}-${x})`;
  },
};
