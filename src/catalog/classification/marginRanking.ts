import type { Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { marginLabels } from '../../numeric/checks/domains';
import { nonEmpty, sameShape } from '../../numeric/checks/shapes';
import { marginRankingGradient, marginRankingTerms } from '../../numeric/losses/pairDistance';
import { bind } from '../binding';
import { numberOf, paramsProblem } from '../params';
import { meanScale } from '../residual';
import { marginLabelSlot, scoreSlot } from '../slots';
import { printed } from '../terms';
import { bracketed, differenceTex, texNumber } from '../tex';

const margin: Parameter = {
  name: 'margin',
  label: { en: 'Margin m', 'zh-cn': '间隔 m' },
  symbol: 'm',
  kind: 'number',
  default: 0,
  slider: { from: -1, to: 1, step: 0.05 },
};

const params = [margin];

export const marginRanking: Formula = {
  id: 'margin-ranking',
  family: 'classification',
  names: {
    en: [
      'Margin ranking loss',
      'MarginRankingLoss',
      'pairwise ranking loss',
      'ranking hinge loss',
      'pairwise hinge loss',
    ],
    'zh-cn': ['间隔排序损失', '边际排序损失', '排序损失', '成对排序损失', 'MarginRankingLoss'],
  },
  summary: {
    en: 'What one score lacks to rank above the other by a margin.',
    'zh-cn': '一个得分超过另一个得分达到间隔所欠缺的量。',
  },
  slots: [
    {
      ...scoreSlot,
      name: 'input1',
      symbol: 'x_1',
      label: { en: 'First score', 'zh-cn': '第一个得分' },
      usualNames: ['input1', 'x1', 'a', 'first', 'score1', 'pos', 'positive'],
    },
    {
      ...scoreSlot,
      name: 'input2',
      symbol: 'x_2',
      label: { en: 'Second score', 'zh-cn': '第二个得分' },
      usualNames: ['input2', 'x2', 'b', 'second', 'score2', 'neg', 'negative'],
    },
    marginLabelSlot,
  ],
  params,
  tex: { left: 'L(x_1,x_2,y)', right: '\\max\\left(0,\\,-y\\,(x_1-x_2)+m\\right)' },
  texWith: (given) => `\\max\\left(0,\\,-y\\,(x_1-x_2)+${texNumber(numberOf(given, 'margin'))}\\right)`,
  words: {
    en: 'the larger of zero and minus y times x one minus x two, plus the margin',
    'zh-cn': '零与负 y 乘（x1 减 x2）加间隔二者中的较大者',
  },
  notations: [{ tex: '[m-y\\,(x_1-x_2)]_+', note: { en: 'With the positive part', 'zh-cn': '正部记号' } }],
  role: 'loss',
  range: { en: '[0, ∞)', 'zh-cn': '[0, ∞)' },
  limits: {
    en: 'Linear in a wrong order; 0 once the margin is kept.',
    'zh-cn': '顺序错误时线性；满足间隔时为 0。',
  },
  robustness: { en: 'Moderate: constant pull.', 'zh-cn': '中等：影响恒定。' },
  curvature: { en: 'Convex, piecewise linear, with a kink.', 'zh-cn': '凸、分段线性，有折点。' },
  use: { en: 'Use it to learn rankings from pairs.', 'zh-cn': '用于从成对比较学习排序。' },
  avoid: {
    en: 'Avoid a margin of 0, for which equal scores cost nothing.',
    'zh-cn': '不宜取间隔 0：得分相等时不计代价。',
  },
  references: ['torch.nn.MarginRankingLoss'],
  compute: (args) => {
    const bound = bind(args, ['input1', 'input2', 'target']);
    if (!bound.ok) return bound;
    const { input1, input2, target } = bound.value;
    const problem =
      paramsProblem(params, args.params) ??
      sameShape('input1', input1, 'input2', input2) ??
      sameShape('input1', input1, 'target', target) ??
      nonEmpty('input1', input1) ??
      marginLabels('target', target);
    if (problem) return fail(problem);
    const [a, b, y] = [input1.values, input2.values, target.values];
    const limit = numberOf(args.params, 'margin');
    return succeed({
      shape: input1.shape,
      terms: (out, start, end) => marginRankingTerms(out, a, b, y, limit, start, end),
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => {
        const values = new Float64Array(a.length);
        marginRankingGradient(values, a, b, y, limit, meanScale(reduction, input1));
        return {
          input1: { values, shape: input1.shape },
          input2: { values: values.map((x) => -x), shape: input2.shape },
        };
      },
    });
  },
  termTex: (args, index, digits) => {
    const difference = differenceTex(
      printed(args, 'input1', index, digits),
      printed(args, 'input2', index, digits),
    );
    const label = bracketed(printed(args, 'target', index, digits));
    return `\\max(0,\\,-${label}\\cdot (${difference})+${digits(numberOf(args.params, 'margin'))})`;
  },
};
