import { succeed } from '../../base/result';
import {
  crossPerplexity,
  perplexity as perplexityOf,
  sequencePerplexity,
} from '../../numeric/information/perplexity';
import type { Arguments, Formula, Parameter, Slot } from '../formula';
import { mapped, pair, probabilities, weights, withParams } from './arguments';
import { approximationQ, baseParameter, distributionP } from './shared';
import { factorTex } from './tex';

const kind: Parameter = {
  name: 'kind',
  label: { en: 'Of what', 'zh-cn': '对象' },
  symbol: '',
  kind: 'choice',
  default: null,
  choices: [
    { value: null, label: { en: 'as the inputs say', 'zh-cn': '由输入决定' } },
    { value: 'distribution', label: { en: 'a distribution p', 'zh-cn': '分布 p' } },
    { value: 'cross', label: { en: 'a model q on outcomes of p', 'zh-cn': '模型 q 对服从 p 的结果' } },
    { value: 'sequence', label: { en: 'a sequence of tokens', 'zh-cn': 'token 序列' } },
  ],
};

/** The base of the entropy in the exponent. It does not change the number. */
const params = [kind, baseParameter()];

const tokenProbabilities: Slot = {
  name: 'tokenProbabilities',
  role: 'probabilities',
  label: { en: 'Probabilities of the tokens that occurred', 'zh-cn': '实际出现的 token 的概率' },
  symbol: 'p(w_i)',
  domain: { en: 'numbers in [0, 1]', 'zh-cn': '[0, 1] 内的数' },
  group: 'given',
  usualNames: [
    'token_probs',
    'token_probabilities',
    'tokens',
    'word_probs',
    'seq_probs',
    'likelihoods',
    '词概率',
    '句子概率',
  ],
};

const slots: readonly Slot[] = [
  { ...distributionP, group: 'given' },
  tokenProbabilities,
  { ...approximationQ, optional: true, with: 'p' },
];

/** What the perplexity is of: as the parameter says, else as the inputs show. */
function kindOf(args: Arguments): string {
  if (typeof args.params.kind === 'string') return args.params.kind;
  if ('tokenProbabilities' in args.arrays) return 'sequence';
  return 'q' in args.arrays ? 'cross' : 'distribution';
}

const rights: { readonly [kind: string]: (b: string, log: string) => string } = {
  distribution: (b, log) => `${b}^{-\\sum_{i} p_i ${log} p_i}`,
  cross: (b, log) => `${b}^{-\\sum_{i} p_i ${log} q_i}`,
  sequence: (b, log) => `${b}^{-\\frac1N\\sum_{i=1}^{N}${log} p(w_i\\mid w_{<i})}`,
};

export const perplexity: Formula = {
  id: 'perplexity',
  family: 'information',
  names: {
    en: ['Perplexity', 'PPL', 'perplexity of a language model', 'perplexity of a distribution'],
    'zh-cn': ['困惑度', '混淆度', '语言模型困惑度', '复杂度（perplexity）'],
  },
  summary: {
    en: 'The number of equally likely outcomes that would be as uncertain: the exponential of the entropy.',
    'zh-cn': '具有同等不确定性的等可能结果的个数：熵的指数。',
  },
  slots,
  params,
  tex: { left: '\\mathrm{PPL}', right: '2^{-\\sum_{i} p_i \\log_2 p_i}' },
  texWith: (given) => {
    const base = String(given.base ?? 2);
    // Parameters alone do not tell what was given; H stands for whichever entropy it is.
    const right = rights[String(given.kind)] ?? ((b: string) => `${b}^{H}`);
    return base === 'e' ? right('e', '\\ln') : right(base, `\\log_{${base}}`);
  },
  words: {
    en: 'two to the power of the entropy in bits; for a text, the inverse geometric mean of its tokens’ probabilities',
    'zh-cn': '2 的熵（比特）次幂；对文本而言，是各 token 概率的几何平均的倒数',
  },
  notations: [
    { tex: '\\mathrm{PP}(p)=2^{H(p)}', note: { en: 'of a distribution', 'zh-cn': '分布的困惑度' } },
    {
      tex: '\\mathrm{PPL}(W)=\\exp\\left(-\\frac1N\\sum_{i=1}^{N}\\ln p(w_i\\mid w_{<i})\\right)',
      note: { en: 'of a text', 'zh-cn': '文本的困惑度' },
    },
    {
      tex: '\\mathrm{PP}(W)=p(w_1,\\dots,w_N)^{-\\frac1N}',
      note: { en: 'inverse geometric mean', 'zh-cn': '几何平均的倒数' },
    },
    { tex: '\\mathrm{PP}=e^{H(p,q)}', note: { en: 'of a model q', 'zh-cn': '模型 q 的困惑度' } },
  ],
  role: 'measure',
  range: {
    en: 'From 1 (certain) to the number of outcomes for a distribution; up to +∞ for a model.',
    'zh-cn': '对分布取值从 1（确定）到结果个数；对模型可到 +∞。',
  },
  limits: {
    en: 'One token thought impossible makes it infinite. The base of the logarithm cancels against that of the power.',
    'zh-cn': '只要有一个被认为不可能的 token，其值即为无穷大。对数的底与幂的底相互抵消。',
  },
  robustness: {
    en: 'Exponential in the mean loss, so a few badly predicted tokens weigh heavily; average the losses first, never perplexities.',
    'zh-cn': '是平均损失的指数，少数预测很差的 token 影响很大；应先平均损失，而不是平均困惑度。',
  },
  curvature: {
    en: 'Increasing in the entropy, hence with the same minima.',
    'zh-cn': '随熵单调递增，因而极小点相同。',
  },
  use: {
    en: 'To report language models of the same vocabulary, or the effective number of classes, species or neighbours.',
    'zh-cn': '用于报告相同词表的语言模型，或表示类别、物种、近邻的有效个数。',
  },
  avoid: {
    en: 'Not across different tokenisers or vocabularies: compare bits per character there.',
    'zh-cn': '不宜在不同的分词器或词表之间比较：此时应比较每字符比特数。',
  },
  references: [
    'D. Jurafsky, J. H. Martin, Speech and Language Processing, 3rd ed. draft, section 3.7',
    'F. Jelinek et al., Perplexity—a measure of the difficulty of speech recognition tasks, JASA 62 (1977)',
  ],
  compute: withParams(params, (args) => {
    switch (kindOf(args)) {
      case 'sequence':
        return mapped(probabilities(args, 'tokenProbabilities'), sequencePerplexity);
      case 'cross': {
        const given = pair(args);
        return given.ok ? succeed(crossPerplexity(given.value.p, given.value.q)) : given;
      }
      default:
        return mapped(weights(args, 'p'), perplexityOf);
    }
  }),
  finishTex: (reduced) => `2^{${reduced}}`,
  termTex: (args, index, digits) => {
    if (kindOf(args) === 'sequence') {
      return `-\\log_2 ${factorTex(args.arrays.tokenProbabilities.values[index], digits)}`;
    }
    const p = args.arrays.p.values[index];
    if (p === 0) return '0';
    const inside = kindOf(args) === 'cross' ? args.arrays.q.values[index] : p;
    return `-${factorTex(p, digits)}\\log_2 ${factorTex(inside, digits)}`;
  },
};
