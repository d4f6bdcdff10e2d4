import type { Arguments, Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { diceOverlap, overlapLoss } from '../../numeric/losses/overlap';
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

const squared: Parameter = {
  name: 'squared',
  label: { en: 'Squared sizes', 'zh-cn': '平方大小' },
  symbol: '\\cdot^2',
  kind: 'boolean',
  default: false,
};

const params = [smooth, squared];

function overlapOf({ params: given }: Arguments): Overlap {
  return diceOverlap(numberOf(given, 'smooth'), given.squared === true);
}

export const diceLoss: Formula = {
  id: 'dice',
  family: 'classification',
  names: {
    en: ['Dice loss', 'DiceLoss', 'soft Dice loss', 'Sørensen–Dice loss', 'F1 loss', 'Dice coefficient loss'],
    'zh-cn': ['Dice 损失', 'Dice损失', '骰子损失', '戴斯损失', 'Dice 系数损失', '软 Dice 损失'],
  },
  summary: {
    en: 'One minus twice the overlap over the sum of both sizes.',
    'zh-cn': '一减去两倍重叠与二者大小之和的比。',
  },
  slots: [...overlapSlots],
  params,
  tex: { left: 'L_{\\mathrm{Dice}}', right: '1-\\frac{2\\sum_i p_i t_i+s}{\\sum_i p_i+\\sum_i t_i+s}' },
  texWith: (given) => {
    const smooth = numberOf(given, 'smooth');
    const rest = smooth === 0 ? '' : `+${texNumber(smooth)}`;
    const square = given.squared === true ? '^2' : '';
    return `1-\\frac{2\\sum_i p_i t_i${rest}}{\\sum_i p_i${square}+\\sum_i t_i${square}${rest}}`;
  },
  words: {
    en: 'one minus twice the sum of p i t i over the sum of p i plus the sum of t i',
    'zh-cn': '一减去 p t 之和的两倍除以 p 之和加 t 之和',
  },
  notations: [
    {
      tex: '1-\\frac{2\\lvert A\\cap B\\rvert}{\\lvert A\\rvert+\\lvert B\\rvert}',
      note: { en: 'Of sets', 'zh-cn': '集合形式' },
    },
    {
      tex: '1-\\frac{2\\,\\mathrm{TP}}{2\\,\\mathrm{TP}+\\mathrm{FP}+\\mathrm{FN}}',
      note: { en: 'By counts: 1 − F1', 'zh-cn': '以计数表示：1 − F1' },
    },
  ],
  role: 'loss',
  range: { en: '[0, 1]; 0 for regions that agree entirely', 'zh-cn': '[0, 1]；区域完全一致时为 0' },
  limits: { en: 'Two empty regions agree: 0.', 'zh-cn': '两个空区域视为一致：0。' },
  robustness: { en: 'Insensitive to the size of the background.', 'zh-cn': '对背景大小不敏感。' },
  curvature: { en: 'Not convex.', 'zh-cn': '非凸。' },
  use: { en: 'Use it for segmentation of small objects.', 'zh-cn': '用于小目标的分割。' },
  avoid: {
    en: 'Avoid averaging it over tiny regions, where it is all or nothing.',
    'zh-cn': '不要在极小区域上取平均：那里非零即一。',
  },
  references: ['Milletari, Navab, Ahmadi, V-Net (2016)', 'monai.losses.DiceLoss'],
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
