import type { Arguments, Formula, Parameter } from '../formula';
import { fail, succeed } from '../../base/result';
import { tverskyOverlap, overlapLoss } from '../../numeric/losses/overlap';
import type { Overlap } from '../../numeric/losses/overlap';
import { bind } from '../binding';
import { numberOf, paramsProblem } from '../params';
import { texNumber } from '../tex';
import { overlapProblem, overlapSlots, overlapTermTex, overlapValueTex } from './overlapSlots';

const alpha: Parameter = {
  name: 'alpha',
  label: { en: 'Weight of false positives α', 'zh-cn': '假阳性权重 α' },
  symbol: '\\alpha',
  kind: 'number',
  default: 0.5,
  minimum: 0,
  slider: { from: 0, to: 1, step: 0.05 },
};

const beta: Parameter = {
  name: 'beta',
  label: { en: 'Weight of false negatives β', 'zh-cn': '假阴性权重 β' },
  symbol: '\\beta',
  kind: 'number',
  default: 0.5,
  minimum: 0,
  slider: { from: 0, to: 1, step: 0.05 },
};

const smooth: Parameter = {
  name: 'smooth',
  label: { en: 'Smoothing s', 'zh-cn': '平滑项 s' },
  symbol: 's',
  kind: 'number',
  default: 0,
  minimum: 0,
  slider: { from: 0, to: 2, step: 0.1 },
};

const params = [alpha, beta, smooth];

function overlapOf({ params: given }: Arguments): Overlap {
  return tverskyOverlap(numberOf(given, 'alpha'), numberOf(given, 'beta'), numberOf(given, 'smooth'));
}

export const tverskyLoss: Formula = {
  id: 'tversky',
  family: 'classification',
  names: {
    en: ['Tversky loss', 'TverskyLoss', 'Tversky index loss'],
    'zh-cn': ['Tversky 损失', 'Tversky损失', '特沃斯基损失', 'Tversky 指数损失'],
  },
  summary: {
    en: 'One minus an overlap that weighs false positives and false negatives apart.',
    'zh-cn': '一减去分别加权假阳性与假阴性的重叠度。',
  },
  slots: [...overlapSlots],
  params,
  tex: {
    left: 'L_{\\alpha,\\beta}',
    right: '1-\\frac{\\mathrm{TP}+s}{\\mathrm{TP}+\\alpha\\,\\mathrm{FP}+\\beta\\,\\mathrm{FN}+s}',
  },
  texWith: (given) => {
    const smooth = numberOf(given, 'smooth');
    const rest = smooth === 0 ? '' : `+${texNumber(smooth)}`;
    const [alpha, beta] = [texNumber(numberOf(given, 'alpha')), texNumber(numberOf(given, 'beta'))];
    return `1-\\frac{\\mathrm{TP}${rest}}{\\mathrm{TP}+${alpha}\\,\\mathrm{FP}+${beta}\\,\\mathrm{FN}${rest}}`;
  },
  words: {
    en: 'one minus true positives over true positives plus alpha times false positives plus beta times false negatives',
    'zh-cn': '一减去真阳性除以（真阳性加 α 乘假阳性加 β 乘假阴性）',
  },
  notations: [
    {
      tex: '1-\\frac{\\sum_i p_i t_i}{\\sum_i p_i t_i+\\alpha\\sum_i p_i(1-t_i)+\\beta\\sum_i(1-p_i)t_i}',
      note: { en: 'Written out', 'zh-cn': '展开写法' },
    },
  ],
  role: 'loss',
  range: { en: '[0, 1]; 0 for regions that agree entirely', 'zh-cn': '[0, 1]；区域完全一致时为 0' },
  limits: {
    en: 'α = β = ½ is Dice, α = β = 1 is Jaccard.',
    'zh-cn': 'α = β = ½ 为 Dice，α = β = 1 为 Jaccard。',
  },
  robustness: { en: 'Insensitive to the size of the background.', 'zh-cn': '对背景大小不敏感。' },
  curvature: { en: 'Not convex.', 'zh-cn': '非凸。' },
  use: {
    en: 'Use it when missing something costs otherwise than a false alarm.',
    'zh-cn': '漏检与误检代价不同时使用。',
  },
  avoid: {
    en: 'Avoid mixing up α and β: sources differ in which weighs false positives.',
    'zh-cn': '不要混淆 α 与 β：不同文献中哪个对应假阳性并不一致。',
  },
  references: ['Salehi, Erdogmus, Gholipour, Tversky Loss Function for Image Segmentation (2017)'],
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
