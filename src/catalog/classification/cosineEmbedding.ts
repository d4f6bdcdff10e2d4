import type { Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { marginLabels } from '../../numeric/checks/domains';
import { cosineEmbeddingGradient, cosineEmbeddingTerms } from '../../numeric/losses/cosine';
import { bind } from '../binding';
import { lengthOf, perSample } from '../../numeric/checks/shapes';
import { numberOf, paramsProblem } from '../params';
import { rowScale } from '../rows';
import { marginLabelSlot } from '../slots';
import { texNumber } from '../tex';
import { bindRows, vectorSlot, vectorTex } from '../vectors';

const margin: Parameter = {
  name: 'margin',
  label: { en: 'Margin m', 'zh-cn': '间隔 m' },
  symbol: 'm',
  kind: 'number',
  default: 0,
  slider: { from: -1, to: 1, step: 0.05 },
};

const params = [margin];

function right(margin: string): string {
  return `\\begin{cases}1-\\cos(\\mathbf x_1,\\mathbf x_2) & \\text{if } y=1\\\\[2pt] \\max\\left(0,\\,\\cos(\\mathbf x_1,\\mathbf x_2)-${margin}\\right) & \\text{if } y=-1\\end{cases}`;
}

export const cosineEmbedding: Formula = {
  id: 'cosine-embedding',
  family: 'classification',
  names: {
    en: ['Cosine embedding loss', 'CosineEmbeddingLoss', 'cosine embedding'],
    'zh-cn': ['余弦嵌入损失', '余弦嵌入损失函数', 'CosineEmbeddingLoss'],
  },
  summary: {
    en: 'Pulls similar pairs to the same direction and pushes different ones apart beyond a margin.',
    'zh-cn': '把相似对拉向同一方向，把不同对推开到间隔之外。',
  },
  slots: [
    vectorSlot('input1', 'First vector', '第一个向量', '\\mathbf x_1', [
      'input1',
      'x1',
      'a',
      'emb1',
      'embedding1',
      'left',
      'first',
    ]),
    vectorSlot('input2', 'Second vector', '第二个向量', '\\mathbf x_2', [
      'input2',
      'x2',
      'b',
      'emb2',
      'embedding2',
      'right',
      'second',
    ]),
    { ...marginLabelSlot, axes: ['N'] },
  ],
  params,
  tex: { left: 'L(\\mathbf x_1,\\mathbf x_2,y)', right: right('m') },
  texWith: (given) => right(texNumber(numberOf(given, 'margin'))),
  words: {
    en: 'one minus the cosine of the two vectors for a similar pair, else the larger of zero and the cosine less the margin',
    'zh-cn': '相似对为 1 减余弦，否则为零与余弦减间隔二者中的较大者',
  },
  notations: [
    {
      tex: '1-\\frac{\\mathbf x_1\\cdot\\mathbf x_2}{\\lVert\\mathbf x_1\\rVert\\lVert\\mathbf x_2\\rVert}',
      note: { en: 'Similar pairs', 'zh-cn': '相似对' },
    },
  ],
  role: 'loss',
  range: { en: '[0, 2]', 'zh-cn': '[0, 2]' },
  limits: { en: 'A zero vector has cosine 0.', 'zh-cn': '零向量的余弦为 0。' },
  robustness: { en: 'Bounded, and insensitive to lengths.', 'zh-cn': '有界，且对长度不敏感。' },
  curvature: { en: 'Not convex.', 'zh-cn': '非凸。' },
  use: {
    en: 'Use it to learn embeddings that are compared by angle.',
    'zh-cn': '用于学习按夹角比较的嵌入。',
  },
  avoid: { en: 'Avoid labels 0/1: they must be −1 and +1.', 'zh-cn': '标签不能为 0/1，必须为 −1 和 +1。' },
  references: ['torch.nn.CosineEmbeddingLoss'],
  compute: (args) => {
    const vectors = bindRows(args, ['input1', 'input2']);
    if (!vectors.ok) return vectors;
    const labels = bind(args, ['target']);
    if (!labels.ok) return labels;
    const { arrays, rows, width } = vectors.value;
    const { target } = labels.value;
    const problem =
      paramsProblem(params, args.params) ??
      (target.shape.length === 0 && rows === 1 ? undefined : lengthOf('target', target, rows, perSample)) ??
      marginLabels('target', target);
    if (problem) return fail(problem);
    const [a, b, y] = [arrays.input1.values, arrays.input2.values, target.values];
    const margin = numberOf(args.params, 'margin');
    const slope = (of: Float64Array, other: Float64Array, scale: number): Float64Array => {
      const values = new Float64Array(of.length);
      cosineEmbeddingGradient(values, of, other, width, y, margin, scale);
      return values;
    };
    return succeed({
      shape: [rows],
      terms: (out, start, end) => cosineEmbeddingTerms(out, a, b, width, y, margin, start, end),
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => {
        const scale = rowScale(reduction, rows);
        return {
          input1: { values: slope(a, b, scale), shape: arrays.input1.shape },
          input2: { values: slope(b, a, scale), shape: arrays.input2.shape },
        };
      },
    });
  },
  termTex: (args, index, digits) => {
    const { input1, input2, target } = args.arrays;
    const width = input1.shape[input1.shape.length - 1] ?? 1;
    const cosine = `\\cos(${vectorTex(input1, index, width, digits)},\\,${vectorTex(input2, index, width, digits)})`;
    if (target.values[index] === 1) return `1-${cosine}`;
    return `\\max(0,\\,${cosine}-${digits(numberOf(args.params, 'margin'))})`;
  },
};
