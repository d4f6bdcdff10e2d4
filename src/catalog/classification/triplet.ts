import type { Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { tripletGradient, tripletTerms } from '../../numeric/losses/triplet';
import { numberOf, paramsProblem } from '../params';
import type { Params } from '../residual';
import { rowScale } from '../rows';
import { texNumber } from '../tex';
import { bindRows, vectorSlot, vectorTex } from '../vectors';

const margin: Parameter = {
  name: 'margin',
  label: { en: 'Margin m', 'zh-cn': '间隔 m' },
  symbol: 'm',
  kind: 'number',
  default: 1,
  slider: { from: 0, to: 3, step: 0.1 },
};

const p: Parameter = {
  name: 'p',
  label: { en: 'Norm p', 'zh-cn': '范数 p' },
  symbol: 'p',
  kind: 'number',
  default: 2,
  minimum: 1,
  slider: { from: 1, to: 4, step: 0.5 },
};

const swap: Parameter = {
  name: 'swap',
  label: { en: 'Swap', 'zh-cn': '交换' },
  symbol: '',
  kind: 'boolean',
  default: false,
};

const squared: Parameter = {
  name: 'squared',
  label: { en: 'Squared distances', 'zh-cn': '距离平方' },
  symbol: 'd^2',
  kind: 'boolean',
  default: false,
};

const epsilon: Parameter = {
  name: 'epsilon',
  label: { en: 'Guard ε', 'zh-cn': '保护项 ε' },
  symbol: '\\varepsilon',
  kind: 'number',
  default: 0,
  minimum: 0,
};

const params = [margin, p, swap, squared, epsilon];

function normTex(given: Params): string {
  return `\\rVert_{${texNumber(numberOf(given, 'p'))}}${given.squared === true ? '^2' : ''}`;
}

function right(norm: string, limit: string): string {
  return `\\max\\left(0,\\,\\lVert\\mathbf a-\\mathbf p${norm}-\\lVert\\mathbf a-\\mathbf n${norm}+${limit}\\right)`;
}

export const tripletLoss: Formula = {
  id: 'triplet',
  family: 'classification',
  names: {
    en: ['Triplet loss', 'TripletMarginLoss', 'triplet margin loss', 'FaceNet loss'],
    'zh-cn': ['三元组损失', '三元组间隔损失', 'Triplet 损失', 'Triplet损失', '三元组边际损失'],
  },
  summary: {
    en: 'An anchor shall be nearer to its positive than to its negative by a margin.',
    'zh-cn': '锚点到正例应比到负例近出一个间隔。',
  },
  slots: [
    vectorSlot('anchor', 'Anchor', '锚点', '\\mathbf a', ['anchor', 'anchors', 'a', 'query', '锚点']),
    vectorSlot('positive', 'Positive', '正例', '\\mathbf p', [
      'positive',
      'positives',
      'pos',
      'p',
      '正例',
      '正样本',
    ]),
    vectorSlot('negative', 'Negative', '负例', '\\mathbf n', [
      'negative',
      'negatives',
      'neg',
      'n',
      '负例',
      '负样本',
    ]),
  ],
  params,
  tex: { left: 'L(\\mathbf a,\\mathbf p,\\mathbf n)', right: right('_p', 'm') },
  texWith: (given) => right(normTex(given), texNumber(numberOf(given, 'margin'))),
  words: {
    en: 'the larger of zero and the distance of anchor and positive less that of anchor and negative, plus the margin',
    'zh-cn': '零与（锚点到正例的距离减锚点到负例的距离加间隔）二者中的较大者',
  },
  notations: [
    {
      tex: '\\left[d(a,p)-d(a,n)+\\alpha\\right]_+',
      note: { en: 'By a distance d', 'zh-cn': '以距离 d 表示' },
    },
    {
      tex: '\\left[\\lVert f(a)-f(p)\\rVert_2^2-\\lVert f(a)-f(n)\\rVert_2^2+\\alpha\\right]_+',
      note: { en: 'FaceNet: squared distances', 'zh-cn': 'FaceNet：距离平方' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞)', 'zh-cn': '[0, ∞)' },
  limits: { en: '0 once the negative is farther by the margin.', 'zh-cn': '负例远出间隔后为 0。' },
  robustness: {
    en: 'Moderate: constant pull for plain distances.',
    'zh-cn': '中等：使用普通距离时影响恒定。',
  },
  curvature: { en: 'Not convex.', 'zh-cn': '非凸。' },
  use: { en: 'Use it to learn embeddings from relative judgements.', 'zh-cn': '用于从相对比较学习嵌入。' },
  avoid: {
    en: 'Avoid random triplets late in training: most of them cost nothing.',
    'zh-cn': '训练后期不宜随机取三元组：多数已无损失。',
  },
  references: ['torch.nn.TripletMarginLoss', 'Schroff, Kalenichenko, Philbin, FaceNet (2015)'],
  compute: (args) => {
    const bound = bindRows(args, ['anchor', 'positive', 'negative']);
    if (!bound.ok) return bound;
    const problem = paramsProblem(params, args.params);
    if (problem) return fail(problem);
    const { arrays, rows, width } = bound.value;
    const { anchor, positive, negative } = arrays;
    const triplet = { anchor: anchor.values, positive: positive.values, negative: negative.values, width };
    const options = {
      margin: numberOf(args.params, 'margin'),
      p: numberOf(args.params, 'p'),
      epsilon: numberOf(args.params, 'epsilon'),
      swap: args.params.swap === true,
      squared: args.params.squared === true,
    };
    return succeed({
      shape: [rows],
      terms: (out, start, end) => tripletTerms(out, triplet, options, start, end),
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => {
        const zeros = (): Float64Array => new Float64Array(rows * width);
        const slope = { anchor: zeros(), positive: zeros(), negative: zeros() };
        tripletGradient(slope, triplet, options, rowScale(reduction, rows));
        const { shape } = anchor;
        return {
          anchor: { values: slope.anchor, shape },
          positive: { values: slope.positive, shape },
          negative: { values: slope.negative, shape },
        };
      },
    });
  },
  termTex: (args, index, digits) => {
    const { anchor, positive, negative } = args.arrays;
    const width = anchor.shape[anchor.shape.length - 1] ?? 1;
    const vector = (tensor: typeof anchor): string => vectorTex(tensor, index, width, digits);
    const norm = normTex(args.params);
    const distance = (other: typeof anchor): string => `\\lVert ${vector(anchor)}-${vector(other)}${norm}`;
    return `\\max(0,\\,${distance(positive)}-${distance(negative)}+${digits(numberOf(args.params, 'margin'))})`;
  },
};
