import { generalizedKl as generalizedKlOf } from '../../numeric/information/generalizedKl';
import type { Formula } from '../formula';
import { ofPair } from './arguments';
import { approximationQ, baseParameter, referenceP } from './shared';
import { factorTex } from './tex';

const params = [baseParameter('e')];
const nonNegative = { en: 'numbers ≥ 0; they need not sum to 1', 'zh-cn': '非负数；总和不必为 1' };

export const generalizedKl: Formula = {
  id: 'generalized-kl',
  family: 'information',
  names: {
    en: [
      'Generalized Kullback–Leibler divergence',
      'generalised KL divergence',
      'I-divergence',
      'unnormalised KL divergence',
      'Csiszár’s I-divergence',
    ],
    'zh-cn': ['广义 KL 散度', '广义KL散度', 'I-散度', '广义相对熵'],
  },
  summary: {
    en: 'KL for non-negative arrays that need not sum to 1: zero only where both agree.',
    'zh-cn': '适用于总和不必为 1 的非负数组的 KL 散度：仅当两者相等时为零。',
  },
  slots: [
    { ...referenceP, domain: nonNegative },
    { ...approximationQ, domain: nonNegative },
  ],
  params,
  tex: {
    left: 'D(p\\,\\|\\,q)',
    right: '\\sum_{i}\\left(p_i\\ln\\frac{p_i}{q_i}-p_i+q_i\\right)',
  },
  words: {
    en: 'the sum of p times the logarithm of p over q, less p, plus q',
    'zh-cn': '对各项求 p 乘以 p 与 q 之比的对数，减去 p，再加上 q，然后求和',
  },
  notations: [
    {
      tex: 'D(p\\|q)=\\sum_i q_i\\,\\varphi\\left(\\tfrac{p_i}{q_i}\\right),\\quad\\varphi(t)=t\\ln t-t+1',
      note: { en: 'as an f-divergence', 'zh-cn': '写成 f-散度' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'From 0 (p = q) to +∞; every single term is ≥ 0.',
    'zh-cn': '从 0（p = q）到 +∞；每一项都非负。',
  },
  limits: {
    en: 'Where p = 0 the term is q; where q = 0 < p it is infinite. Equal to KL if both have the same sum.',
    'zh-cn': 'p = 0 时该项为 q；q = 0 < p 时为无穷大。两者总和相等时与 KL 散度相同。',
  },
  robustness: {
    en: 'As KL: dominated by places where q is nearly 0 and p is not.',
    'zh-cn': '与 KL 相同：由 q 近于 0 而 p 不为 0 的位置主导。',
  },
  curvature: {
    en: 'Jointly convex; strictly convex in each argument.',
    'zh-cn': '联合凸；关于每个参数严格凸。',
  },
  use: {
    en: 'For counts and intensities: non-negative matrix factorisation, Poisson models, images.',
    'zh-cn': '用于计数与强度：非负矩阵分解、泊松模型、图像。',
  },
  avoid: {
    en: 'Not to be taken for the plain KL term of the same name in SciPy: the single terms differ by −p + q.',
    'zh-cn': '不要与普通 KL 的逐项值混淆（SciPy 的 kl_div 即此式）：各项相差 −p + q。',
  },
  references: [
    'I. Csiszár, Why Least Squares and Maximum Entropy?, Annals of Statistics 19 (1991)',
    'scipy.special.kl_div',
  ],
  compute: ofPair(params, generalizedKlOf),
  termTex: (args, index, digits) => {
    const p = args.arrays.p.values[index];
    const q = args.arrays.q.values[index];
    if (p === 0) return digits(q);
    return `${factorTex(p, digits)}\\ln\\frac{${digits(p)}}{${digits(q)}}-${digits(p)}+${digits(q)}`;
  },
};
