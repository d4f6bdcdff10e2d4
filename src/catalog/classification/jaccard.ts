import type { Arguments, Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { jaccardOverlap, overlapLoss } from '../../numeric/losses/overlap';
import type { Overlap } from '../../numeric/losses/overlap';
import { bind } from '../binding';
import { numberOf, paramsProblem } from '../params';
import { texNumber } from '../tex';
import { overlapProblem, overlapSlots, overlapTermTex, overlapValueTex } from './overlapSlots';

const smooth: Parameter = {
  name: 'smooth',
  label: { en: 'Smoothing s', 'zh-cn': '平滑项 s' },
  symbol: 's',
  kind: 'number',
  default: 0,
  minimum: 0,
  slider: { from: 0, to: 2, step: 0.1 },
};

const params = [smooth];

function overlapOf({ params: given }: Arguments): Overlap {
  return jaccardOverlap(numberOf(given, 'smooth'));
}

export const jaccardLoss: Formula = {
  id: 'jaccard',
  family: 'classification',
  names: {
    en: [
      'Jaccard loss',
      'IoU loss',
      'JaccardLoss',
      'intersection over union loss',
      'soft IoU loss',
      'Jaccard distance',
    ],
    'zh-cn': ['Jaccard 损失', 'IoU 损失', 'IoU损失', '交并比损失', '杰卡德损失', '杰卡德距离'],
  },
  summary: { en: 'One minus intersection over union.', 'zh-cn': '一减去交并比。' },
  slots: [...overlapSlots],
  params,
  tex: {
    left: 'L_{\\mathrm{IoU}}',
    right: '1-\\frac{\\sum_i p_i t_i+s}{\\sum_i p_i+\\sum_i t_i-\\sum_i p_i t_i+s}',
  },
  texWith: (given) => {
    const smooth = numberOf(given, 'smooth');
    const rest = smooth === 0 ? '' : `+${texNumber(smooth)}`;
    return `1-\\frac{\\sum_i p_i t_i${rest}}{\\sum_i p_i+\\sum_i t_i-\\sum_i p_i t_i${rest}}`;
  },
  words: {
    en: 'one minus the sum of p i t i over the sum of p i plus the sum of t i minus the sum of p i t i',
    'zh-cn': '一减去 p t 之和除以（p 之和加 t 之和减 p t 之和）',
  },
  notations: [
    {
      tex: '1-\\frac{\\lvert A\\cap B\\rvert}{\\lvert A\\cup B\\rvert}',
      note: { en: 'Of sets', 'zh-cn': '集合形式' },
    },
  ],
  role: 'loss',
  range: { en: '[0, 1]; 0 for regions that agree entirely', 'zh-cn': '[0, 1]；区域完全一致时为 0' },
  limits: { en: 'Two empty regions agree: 0.', 'zh-cn': '两个空区域视为一致：0。' },
  robustness: { en: 'Insensitive to the size of the background.', 'zh-cn': '对背景大小不敏感。' },
  curvature: { en: 'Not convex.', 'zh-cn': '非凸。' },
  use: {
    en: 'Use it where intersection over union is what counts in the end.',
    'zh-cn': '最终以交并比评价时使用。',
  },
  avoid: {
    en: 'Avoid it for regions that do not touch: its gradient says little.',
    'zh-cn': '区域不相交时不宜使用：梯度信息很少。',
  },
  references: ['Rahman and Wang, Optimizing Intersection-Over-Union in Deep Neural Networks (2016)'],
  compute: (args) => {
    const bound = bind(args, ['prediction', 'target']);
    if (!bound.ok) return bound;
    const { prediction, target } = bound.value;
    const problem = paramsProblem(params, args.params) ?? overlapProblem(prediction, target);
    if (problem) return fail(problem);
    return succeed(overlapLoss(prediction.values, target.values, prediction.shape, overlapOf(args)));
  },
  termTex: overlapTermTex,
  valueTex: overlapValueTex(overlapOf),
};
