import type { Formula } from '../formula';
import { succeed } from '../../base/result';
import { cosineGradient, cosineTerms } from '../../numeric/losses/cosine';
import { rowScale } from '../rows';
import { bindRows, vectorSlot, vectorTex } from '../vectors';

export const cosineSimilarityMeasure: Formula = {
  id: 'cosine-similarity',
  family: 'classification',
  names: {
    en: ['Cosine similarity', 'cosine distance', 'cosine proximity', 'cosine loss', 'CosineSimilarity'],
    'zh-cn': ['余弦相似度', '余弦距离', '余弦相似性', '余弦损失', '余弦邻近度'],
  },
  summary: {
    en: 'The cosine of the angle between two vectors; the distance is one minus it.',
    'zh-cn': '两个向量夹角的余弦；余弦距离为 1 减去它。',
  },
  slots: [
    vectorSlot('prediction', 'Vector', '向量', '\\mathbf a', [
      'a',
      'u',
      'x1',
      'input1',
      'y_pred',
      'pred',
      'preds',
      'prediction',
      'predictions',
      'vec1',
      'v1',
      'emb1',
      'embedding1',
      '向量1',
    ]),
    vectorSlot('target', 'Other vector', '另一向量', '\\mathbf b', [
      'b',
      'v',
      'x2',
      'input2',
      'y_true',
      'target',
      'targets',
      'vec2',
      'v2',
      'emb2',
      'embedding2',
      '向量2',
    ]),
  ],
  params: [],
  tex: {
    left: '\\cos(\\mathbf a,\\mathbf b)',
    right: '\\frac{\\mathbf a\\cdot\\mathbf b}{\\lVert\\mathbf a\\rVert\\,\\lVert\\mathbf b\\rVert}',
  },
  words: {
    en: 'the dot product of a and b over the product of their lengths',
    'zh-cn': 'a 与 b 的内积除以二者长度之积',
  },
  notations: [
    {
      tex: '\\frac{\\sum_i a_i b_i}{\\sqrt{\\sum_i a_i^2}\\,\\sqrt{\\sum_i b_i^2}}',
      note: { en: 'By components', 'zh-cn': '分量形式' },
    },
    { tex: '1-\\cos(\\mathbf a,\\mathbf b)', note: { en: 'Cosine distance', 'zh-cn': '余弦距离' } },
  ],
  role: 'measure',
  range: { en: '[−1, 1]', 'zh-cn': '[−1, 1]' },
  limits: { en: '0 for a zero vector; lengths do not matter.', 'zh-cn': '零向量时为 0；与长度无关。' },
  robustness: { en: 'Insensitive to the scale of either vector.', 'zh-cn': '对任一向量的尺度不敏感。' },
  curvature: { en: 'Not convex.', 'zh-cn': '非凸。' },
  use: { en: 'Use it to compare embeddings by direction.', 'zh-cn': '用于按方向比较嵌入向量。' },
  avoid: {
    en: 'Avoid it where length carries meaning; mind that Keras negates it as a loss.',
    'zh-cn': '长度有意义时不宜使用；注意 Keras 作为损失时取负。',
  },
  references: ['torch.nn.CosineSimilarity', 'scipy.spatial.distance.cosine', 'keras.losses.CosineSimilarity'],
  compute: (args) => {
    const bound = bindRows(args, ['prediction', 'target']);
    if (!bound.ok) return bound;
    const { arrays, rows, width } = bound.value;
    const [a, b] = [arrays.prediction.values, arrays.target.values];
    const slope = (of: Float64Array, other: Float64Array, scale: number): Float64Array => {
      const values = new Float64Array(of.length);
      for (let row = 0; row < rows; row++) cosineGradient(values, of, other, row * width, width, scale);
      return values;
    };
    return succeed({
      shape: [rows],
      terms: (out, start, end) => cosineTerms(out, a, b, width, start, end),
      reduction: 'mean',
      reducible: true,
      gradient: (reduction) => {
        const scale = rowScale(reduction, rows);
        return {
          prediction: { values: slope(a, b, scale), shape: arrays.prediction.shape },
          target: { values: slope(b, a, scale), shape: arrays.target.shape },
        };
      },
    });
  },
  termTex: (args, index, digits) => {
    const { prediction, target } = args.arrays;
    const width = prediction.shape[prediction.shape.length - 1] ?? 1;
    const [a, b] = [vectorTex(prediction, index, width, digits), vectorTex(target, index, width, digits)];
    return `\\frac{${a}\\cdot ${b}}{\\lVert ${a}\\rVert\\,\\lVert ${b}\\rVert}`;
  },
};
