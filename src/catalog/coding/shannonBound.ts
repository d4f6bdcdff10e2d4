import { succeed } from '../../base/result';
import { shannonBound as shannonBoundOf } from '../../numeric/coding/prefixCode';
import type { Formula } from '../formula';
import { weights } from '../information/arguments';
import { coverThomas } from '../information/shared';
import { factorTex } from '../information/tex';
import { symbolWeights } from './huffman';

export const shannonBound: Formula = {
  id: 'shannon-bound',
  family: 'coding',
  names: {
    en: [
      'Shannon’s source coding bound',
      'source coding theorem',
      'noiseless coding theorem',
      'entropy bound on code length',
      'Shannon code lengths',
    ],
    'zh-cn': ['香农信源编码定理', '信源编码定理', '香农下界', '无失真编码定理', '香农编码长度'],
  },
  summary: {
    en: 'The shortest average length that any prefix code can reach: the entropy in bits.',
    'zh-cn': '任何前缀码平均码长的下界：以比特计的熵。',
  },
  slots: [symbolWeights],
  params: [],
  tex: { left: 'H(X)', right: '-\\sum_{i} p_i\\log_2 p_i' },
  words: {
    en: 'the entropy in bits is at most the average length of an optimal prefix code, which is less than the entropy plus one',
    'zh-cn': '以比特计的熵不大于最优前缀码的平均码长，而后者小于熵加 1',
  },
  notations: [
    {
      tex: '\\ell_i=\\left\\lceil-\\log_2 p_i\\right\\rceil',
      note: { en: 'Shannon’s code lengths', 'zh-cn': '香农码长' },
    },
    { tex: 'H(X)\\le L<H(X)+1', note: { en: 'the bounds', 'zh-cn': '上下界' } },
  ],
  unit: 'information',
  role: 'measure',
  range: { en: 'Between 0 and log₂ n bits.', 'zh-cn': '介于 0 与 log₂ n 比特之间。' },
  limits: {
    en: 'Reached exactly if all probabilities are powers of ½; blocks of n symbols come within 1/n of it.',
    'zh-cn': '所有概率都是 ½ 的幂时恰好达到；对 n 个符号分组编码时差距小于 1/n。',
  },
  robustness: {
    en: 'Code lengths made for q instead of p cost D(p‖q) bits more.',
    'zh-cn': '用为 q 而非 p 设计的码长，平均多花 D(p‖q) 比特。',
  },
  curvature: { en: 'Strictly concave in p.', 'zh-cn': '关于 p 严格凹。' },
  use: {
    en: 'To judge a compressor: what lies above the bound is redundancy.',
    'zh-cn': '用于评价压缩器：超出下界的部分即冗余。',
  },
  avoid: {
    en: 'It holds for independent symbols of known probabilities; where symbols depend on each other the entropy rate counts.',
    'zh-cn': '仅对概率已知且相互独立的符号成立；符号相关时应看熵率。',
  },
  references: [
    `${coverThomas}, sections 5.3 and 5.4`,
    'C. E. Shannon, A Mathematical Theory of Communication (1948), theorem 9',
  ],
  compute: (args) => {
    const p = weights(args, 'p');
    return p.ok ? succeed(shannonBoundOf(p.value)) : p;
  },
  termTex: (args, index, digits) => {
    const p = args.arrays.p.values[index];
    return p === 0 ? '0' : `-${factorTex(p, digits)}\\log_2 ${factorTex(p, digits)}`;
  },
};
