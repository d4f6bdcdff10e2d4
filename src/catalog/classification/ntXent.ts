import { fail, succeed } from '../../base/result';
import type { Problem } from '../../base/result';
import { lengthOf, perSample } from '../../numeric/checks/shapes';
import { ntXentLosses } from '../../numeric/losses/ntXent';
import { bind } from '../binding';
import type { Formula, Parameter, Slot } from '../formula';
import { numberOf, paramsProblem } from '../params';
import { texNumber } from '../tex';
import { bindRows, vectorSlot } from '../vectors';

const temperature: Parameter = {
  name: 'temperature',
  label: { en: 'Temperature τ', 'zh-cn': '温度 τ' },
  symbol: '\\tau',
  kind: 'number',
  default: 0.07,
  minimum: 0,
  exclusiveMinimum: true,
  slider: { from: 0.01, to: 1, step: 0.01 },
};

const params = [temperature];

const pairSlot: Slot = {
  name: 'labels',
  role: 'labels',
  label: { en: 'Labels of the pairs', 'zh-cn': '配对标签' },
  symbol: 'y',
  axes: ['N'],
  domain: { en: 'equal for embeddings that belong together', 'zh-cn': '同属一组的嵌入取相同的值' },
  usualNames: ['labels', 'label', 'y', 'target', 'targets', 'pairs', 'ids', '标签'],
};

const noPair: Problem = {
  code: 'domain',
  slot: 'labels',
  message: {
    en: 'labels must name at least one pair: two embeddings with the same label.',
    'zh-cn': 'labels 至少应给出一对：两个标签相同的嵌入。',
  },
};

function right(temperature: string): string {
  return `-\\ln\\frac{e^{\\cos(\\mathbf z_i,\\mathbf z_j)/${temperature}}}{\\sum_{k\\ne i} e^{\\cos(\\mathbf z_i,\\mathbf z_k)/${temperature}}}`;
}

export const ntXent: Formula = {
  id: 'nt-xent',
  family: 'classification',
  names: {
    en: [
      'NT-Xent loss',
      'normalized temperature-scaled cross-entropy',
      'NTXent',
      'SimCLR loss',
      'InfoNCE',
      'nt-xent',
    ],
    'zh-cn': ['NT-Xent 损失', '归一化温度缩放交叉熵', 'SimCLR 损失', 'InfoNCE 损失', 'NT-Xent损失'],
  },
  summary: {
    en: 'Cross-entropy of picking each embedding’s partner among all others by cosine similarity.',
    'zh-cn': '按余弦相似度在其他所有样本中选出配对者的交叉熵。',
  },
  slots: [
    vectorSlot('embeddings', 'Embeddings', '嵌入向量', '\\mathbf z', [
      'embeddings',
      'embedding',
      'z',
      'features',
      'emb',
      '嵌入',
    ]),
    pairSlot,
  ],
  params,
  tex: { left: '\\ell_{i,j}', right: right('\\tau') },
  texWith: (given) => right(texNumber(numberOf(given, 'temperature'))),
  words: {
    en: 'minus the natural logarithm of e to the cosine of z i and z j over tau, over the sum of the same over all k other than i',
    'zh-cn': '负的自然对数：z i 与 z j 的余弦除以 τ 的指数，除以对所有 k ≠ i 的同类指数之和',
  },
  notations: [
    {
      tex: '-\\log\\frac{\\exp(\\mathrm{sim}(z_i,z_j)/\\tau)}{\\sum_{k=1}^{2N}\\mathbb 1_{[k\\ne i]}\\exp(\\mathrm{sim}(z_i,z_k)/\\tau)}',
      note: { en: 'As in SimCLR', 'zh-cn': 'SimCLR 的写法' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞) nats', 'zh-cn': '[0, ∞) 奈特' },
  limits: { en: 'τ → 0 counts only the hardest rival.', 'zh-cn': 'τ → 0 时只计最难的负例。' },
  robustness: { en: 'Bounded by 2/τ + ln N.', 'zh-cn': '上界为 2/τ + ln N。' },
  curvature: { en: 'Not convex.', 'zh-cn': '非凸。' },
  use: {
    en: 'Use it for contrastive pre-training with augmented pairs.',
    'zh-cn': '用于数据增强配对的对比预训练。',
  },
  avoid: {
    en: 'Avoid small batches: too few rivals teach little.',
    'zh-cn': '批次太小时不宜使用：负例太少。',
  },
  references: [
    'Chen et al., A Simple Framework for Contrastive Learning of Visual Representations (2020)',
    'optax.losses.ntxent',
  ],
  compute: (args) => {
    const vectors = bindRows(args, ['embeddings']);
    if (!vectors.ok) return vectors;
    const bound = bind(args, ['labels']);
    if (!bound.ok) return bound;
    const { arrays, rows, width } = vectors.value;
    const { labels } = bound.value;
    const problem = paramsProblem(params, args.params) ?? lengthOf('labels', labels, rows, perSample);
    if (problem) return fail(problem);
    const losses = ntXentLosses(
      arrays.embeddings.values,
      width,
      labels.values,
      numberOf(args.params, 'temperature'),
    );
    if (losses.length === 0) return fail(noPair);
    return succeed({
      shape: [losses.length],
      terms: (out, start, end) => {
        out.set(losses.subarray(start, end));
      },
      reduction: 'mean',
      reducible: true,
    });
  },
  termTex: (_args, index) => `\\ell_{${index + 1}}`,
};
