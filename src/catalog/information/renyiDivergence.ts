import { renyiDivergence as renyiDivergenceOf } from '../../numeric/information/renyiDivergence';
import type { Formula } from '../formula';
import { numberOf } from '../params';
import { texNumber } from '../tex';
import { ofPair } from './arguments';
import { orderParameter } from './renyiEntropy';
import { approximationQ, baseParameter, referenceP } from './shared';
import { factorTex, logOfParams } from './tex';

const params = [orderParameter, baseParameter()];

export const renyiDivergence: Formula = {
  id: 'renyi-divergence',
  family: 'information',
  names: {
    en: ['Rényi divergence', 'Renyi divergence', 'alpha-divergence of Rényi', 'divergence of order alpha'],
    'zh-cn': ['Rényi 散度', '雷尼散度', '瑞利散度', 'α 阶散度'],
  },
  summary: {
    en: 'A family of divergences with KL at order 1; larger orders weigh the worst ratios p/q more.',
    'zh-cn': '一族散度，阶数为 1 时即 KL 散度；阶数越大，越看重最悬殊的比值 p/q。',
  },
  slots: [referenceP, approximationQ],
  params,
  tex: {
    left: 'D_\\alpha(P\\,\\|\\,Q)',
    right: '\\frac{1}{\\alpha-1}\\log\\sum_{i} p_i^{\\alpha} q_i^{1-\\alpha}',
  },
  texWith: (given) => {
    const log = logOfParams(given);
    const order = numberOf(given, 'order');
    if (order === 1) return `\\sum_{i} p_i ${log}\\frac{p_i}{q_i}`;
    if (order === Infinity) return `${log}\\max_{i}\\frac{p_i}{q_i}`;
    const [a, b] = [texNumber(order), texNumber(1 - order)];
    return `\\frac{1}{${a}-1}${log}\\sum_{i} p_i^{${a}} q_i^{${b}}`;
  },
  words: {
    en: 'the logarithm of the sum of p to the alpha times q to the one minus alpha, divided by alpha minus one',
    'zh-cn': 'p 的 α 次幂乘以 q 的 1 减 α 次幂之和的对数，除以 α 减 1',
  },
  notations: [
    {
      tex: 'D_{1/2}(P\\|Q)=-2\\log\\sum_i\\sqrt{p_i q_i}',
      note: { en: 'order ½, twice the Bhattacharyya distance', 'zh-cn': '½ 阶，即巴氏距离的两倍' },
    },
    { tex: 'D_\\infty(P\\|Q)=\\log\\max_i\\frac{p_i}{q_i}', note: { en: 'order ∞', 'zh-cn': '∞ 阶' } },
  ],
  unit: 'information',
  role: 'measure',
  range: { en: 'From 0 (p = q) to +∞, never decreasing in α.', 'zh-cn': '从 0（p = q）到 +∞，关于 α 不减。' },
  limits: {
    en: 'For α ≥ 1 infinite as soon as q = 0 < p; for α < 1 only for disjoint supports.',
    'zh-cn': 'α ≥ 1 时，只要某处 q = 0 < p 即为无穷大；α < 1 时仅在支撑集不相交时为无穷大。',
  },
  robustness: {
    en: 'The larger the order, the more a single outcome decides.',
    'zh-cn': '阶数越大，越由单个结果决定。',
  },
  curvature: { en: 'Convex in q; jointly convex for α ≤ 1.', 'zh-cn': '关于 q 凸；α ≤ 1 时联合凸。' },
  use: {
    en: 'For differential privacy, for bounds in hypothesis testing and for importance sampling (order 2).',
    'zh-cn': '用于差分隐私、假设检验的界，以及重要性采样（2 阶）。',
  },
  avoid: {
    en: 'Name the order with the number, and do not mistake it for Tsallis’ or Amari’s α-divergence.',
    'zh-cn': '报告数值时需说明阶数，且不要与 Tsallis 或 Amari 的 α-散度混淆。',
  },
  references: [
    'T. van Erven, P. Harremoës, Rényi Divergence and Kullback–Leibler Divergence, IEEE Transactions on Information Theory 60 (2014)',
  ],
  compute: ofPair(params, (p, q, base, given) => renyiDivergenceOf(p, q, numberOf(given, 'order'), base)),
  termTex: (args, index, digits) => {
    const order = numberOf(args.params, 'order');
    const [p, q] = [args.arrays.p.values[index], args.arrays.q.values[index]];
    if (p === 0) return '0';
    if (order === 1) {
      return `${factorTex(p, digits)}${logOfParams(args.params)}\\frac{${digits(p)}}{${digits(q)}}`;
    }
    return `${factorTex(p, digits)}^{${digits(order)}}\\cdot ${factorTex(q, digits)}^{${digits(1 - order)}}`;
  },
  valueTex: (args, digits, sum) => {
    const order = numberOf(args.params, 'order');
    const log = logOfParams(args.params);
    if (order !== Infinity) return `\\frac{1}{${digits(order)}-1}${log}\\left(${sum}\\right)`;
    const { p, q } = args.arrays;
    const ratios = Array.from(p.values, (x, i) => (x === 0 ? -Infinity : x / q.values[i]));
    const worst = ratios.indexOf(ratios.reduce((most, ratio) => Math.max(most, ratio)));
    return `${log}\\frac{${digits(p.values[worst])}}{${digits(q.values[worst])}}`;
  },
};
