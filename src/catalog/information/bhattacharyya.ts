import { bhattacharyya as bhattacharyyaOf } from '../../numeric/information/bhattacharyya';
import type { Formula, Parameter } from '../formula';
import { ofPair } from './arguments';
import { approximationQ, baseParameter, distributionP } from './shared';
import { logOfParams } from './tex';

const kind: Parameter = {
  name: 'kind',
  label: { en: 'Which one', 'zh-cn': '形式' },
  symbol: '',
  kind: 'choice',
  default: 'distance',
  choices: [
    { value: 'distance', label: { en: 'distance −log BC', 'zh-cn': '距离 −log BC' } },
    { value: 'coefficient', label: { en: 'coefficient BC', 'zh-cn': '系数 BC' } },
  ],
};

const params = [kind, baseParameter('e')];
const overlap = '\\sum_{i}\\sqrt{p_i q_i}';

export const bhattacharyya: Formula = {
  id: 'bhattacharyya',
  family: 'information',
  names: {
    en: [
      'Bhattacharyya distance',
      'Bhattacharyya coefficient',
      'Bhattacharyya divergence',
      'fidelity of distributions',
    ],
    'zh-cn': ['巴氏距离', '巴塔恰里亚距离', 'Bhattacharyya 距离', '巴氏系数', 'Bhattacharyya 系数'],
  },
  summary: {
    en: 'How little two distributions overlap, overlap being the sum of the geometric means of their probabilities.',
    'zh-cn': '两个分布重叠程度的度量，重叠为各概率几何平均之和。',
  },
  slots: [distributionP, { ...approximationQ, label: { en: 'Distribution q', 'zh-cn': '分布 q' } }],
  params,
  tex: { left: 'D_B(p,q)', right: `-\\ln ${overlap}` },
  texWith: (given) => (given.kind === 'coefficient' ? overlap : `-${logOfParams(given)} ${overlap}`),
  words: {
    en: 'minus the logarithm of the sum of the square roots of p times q',
    'zh-cn': 'p 与 q 乘积的平方根之和的对数，再取负号',
  },
  notations: [
    { tex: '\\mathrm{BC}(p,q)=\\sum_i\\sqrt{p_i q_i}', note: { en: 'coefficient', 'zh-cn': '系数' } },
    { tex: 'D_B=-\\ln \\mathrm{BC}', note: { en: 'distance', 'zh-cn': '距离' } },
  ],
  role: 'measure',
  range: {
    en: 'The distance from 0 (equal) to +∞ (disjoint), the coefficient from 1 to 0.',
    'zh-cn': '距离从 0（相同）到 +∞（不相交），系数从 1 到 0。',
  },
  limits: {
    en: 'Infinite only if no outcome is possible under both.',
    'zh-cn': '仅当没有任何结果在两者下都可能时为无穷大。',
  },
  robustness: {
    en: 'Square roots damp large ratios: milder than KL where one probability is tiny.',
    'zh-cn': '平方根抑制了悬殊的比值：某个概率极小时，比 KL 温和。',
  },
  curvature: { en: 'The coefficient is jointly concave.', 'zh-cn': '系数联合凹。' },
  use: {
    en: 'To compare histograms, for instance in tracking, and to bound the error of telling p from q.',
    'zh-cn': '用于比较直方图（如目标跟踪），以及给出区分 p 与 q 的错误率上界。',
  },
  avoid: {
    en: 'The distance breaks the triangle inequality: use Hellinger’s where a metric is needed.',
    'zh-cn': '该距离不满足三角不等式：需要度量时应使用 Hellinger 距离。',
  },
  references: ['A. Bhattacharyya, Bulletin of the Calcutta Mathematical Society 35 (1943)'],
  compute: ofPair(params, (p, q, base, given) =>
    bhattacharyyaOf(p, q, given.kind === 'coefficient' ? 'coefficient' : 'distance', base),
  ),
  valueTex: (args, _digits, sum) =>
    args.params.kind === 'coefficient' ? sum : `-${logOfParams(args.params)}\\left(${sum}\\right)`,
  termTex: (args, index, digits) =>
    `\\sqrt{${digits(args.arrays.p.values[index])}\\times ${digits(args.arrays.q.values[index])}}`,
};
