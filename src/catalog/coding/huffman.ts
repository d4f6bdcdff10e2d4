import { fail, succeed, type Problem } from '../../base/result';
import { outside } from '../../numeric/checks/domains';
import { canonicalCode } from '../../numeric/coding/canonicalCode';
import { huffmanLengths } from '../../numeric/coding/huffman';
import { huffmanCode } from '../../numeric/coding/prefixCode';
import type { Tensor } from '../../numeric/tensor';
import type { Formula, Slot } from '../formula';
import { weights } from '../information/arguments';
import { coverThomas, distributionP } from '../information/shared';
import { factorTex } from '../information/tex';

/** What is to be coded: probabilities or counts of the symbols. */
export const symbolWeights: Slot = {
  ...distributionP,
  label: { en: 'Probabilities or counts of the symbols', 'zh-cn': '符号的概率或频数' },
  domain: { en: 'numbers ≥ 0, at least one positive', 'zh-cn': '非负数，至少一个为正' },
  usualNames: [
    ...distributionP.usualNames,
    'weights',
    'counts',
    'frequencies',
    'freqs',
    'symbols',
    '频数',
    '频率',
  ],
};

export const huffman: Formula = {
  id: 'huffman',
  family: 'coding',
  names: {
    en: [
      'Huffman code',
      'Huffman coding',
      'optimal prefix code',
      'average code length',
      'expected code length',
    ],
    'zh-cn': ['霍夫曼编码', '哈夫曼编码', 'Huffman 编码', '最优前缀码', '平均码长'],
  },
  summary: {
    en: 'The prefix code with the shortest average word: frequent symbols get short words.',
    'zh-cn': '平均码长最短的前缀码：常见的符号得到短码字。',
  },
  slots: [symbolWeights],
  params: [],
  tex: { left: 'L', right: '\\sum_{i} p_i\\,\\ell_i' },
  words: {
    en: 'the sum over all symbols of their probability times the length of their code word',
    'zh-cn': '对所有符号求概率乘以码字长度之和',
  },
  notations: [
    {
      tex: '\\bar L=\\sum_{x} p(x)\\,\\ell(x),\\quad\\sum_x 2^{-\\ell(x)}\\le 1',
      note: { en: 'with Kraft’s inequality', 'zh-cn': '附 Kraft 不等式' },
    },
  ],
  unit: 'information',
  role: 'measure',
  range: {
    en: 'At least the entropy in bits and less than the entropy plus 1.',
    'zh-cn': '不小于以比特计的熵，且小于熵加 1。',
  },
  limits: {
    en: 'Equal to the entropy exactly if all probabilities are powers of ½; a symbol of probability 0 gets no word, a single symbol needs no bits.',
    'zh-cn': '当且仅当所有概率都是 ½ 的幂时等于熵；概率为 0 的符号没有码字，只有一个符号时不需要比特。',
  },
  robustness: {
    en: 'Coding with slightly wrong probabilities costs their KL divergence, so small errors cost little.',
    'zh-cn': '用略有偏差的概率编码，代价是其 KL 散度，因此小误差影响很小。',
  },
  curvature: {
    en: 'Piecewise linear and concave in p: the smallest of finitely many averages.',
    'zh-cn': '关于 p 分段线性且凹：是有限多个平均值中的最小者。',
  },
  use: {
    en: 'For compression of single symbols, and to see entropy as a bound on code lengths.',
    'zh-cn': '用于逐符号压缩，以及从码长下界的角度理解熵。',
  },
  avoid: {
    en: 'Poor where one symbol is very likely, since each needs at least one bit: code blocks, or use arithmetic coding.',
    'zh-cn': '某个符号概率很大时效率低，因为每个符号至少需要 1 比特：应对分组编码或使用算术编码。',
  },
  references: [
    `${coverThomas}, section 5.6`,
    'D. A. Huffman, A Method for the Construction of Minimum-Redundancy Codes, Proceedings of the IRE 40 (1952)',
  ],
  compute: (args) => {
    const p = weights(args, 'p');
    if (!p.ok) return p;
    const problem = notCodable(p.value);
    return problem ? fail(problem) : succeed(huffmanCode(p.value));
  },
  termTex: (args, index, digits) => {
    const p = args.arrays.p.values[index];
    if (p === 0) return '0';
    const lengths = huffmanLengths(args.arrays.p.values);
    const word = canonicalCode(lengths)?.[index] ?? '';
    const product = `${factorTex(p, digits)}\\cdot ${lengths[index]}`;
    return word === '' || word.length > 24 ? product : `\\underbrace{${product}}_{\\texttt{${word}}}`;
  },
};

/** Weights that cannot be put in order, or of which none is positive. */
function notCodable(p: Tensor): Problem | undefined {
  const index = p.values.findIndex((x) => !Number.isFinite(x));
  if (index >= 0) return outside('p', p, index, { en: 'a finite number', 'zh-cn': '应为有限的数' });
  if (p.values.some((x) => x > 0)) return undefined;
  return {
    code: 'domain',
    slot: 'p',
    message: {
      en: 'p is all zero: there is nothing to encode.',
      'zh-cn': 'p 全为 0：没有可编码的符号。',
    },
  };
}
