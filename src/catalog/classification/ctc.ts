import { fail, succeed } from '../../base/result';
import type { Problem } from '../../base/result';
import { classIndices, outside } from '../../numeric/checks/domains';
import { rank } from '../../numeric/checks/shapes';
import type { Tensor } from '../../numeric/tensor';
import { ctc } from '../../numeric/losses/ctc';
import { bind } from '../binding';
import { classMatrixProblem } from '../classes';
import type { Formula, Parameter, Slot } from '../formula';
import { numberOf, paramsProblem } from '../params';

const blank: Parameter = {
  name: 'blank',
  label: { en: 'Blank class', 'zh-cn': '空白类别' },
  symbol: '\\varnothing',
  kind: 'integer',
  default: 0,
  minimum: 0,
};

const params = [blank];

const logProbabilitySlot: Slot = {
  name: 'logProbabilities',
  role: 'log-probabilities',
  label: { en: 'Log-probabilities per step', 'zh-cn': '每步的对数概率' },
  symbol: '\\ln p',
  axes: ['T', 'C'],
  domain: { en: 'logarithms of probabilities, at most 0', 'zh-cn': '概率的对数，不大于 0' },
  usualNames: ['log_probs', 'logprobs', 'log_p', 'log_prob', 'log_softmax', 'input', 'output'],
};

const labelSlot: Slot = {
  name: 'target',
  role: 'labels',
  label: { en: 'Label sequence', 'zh-cn': '标签序列' },
  symbol: '\\ell',
  axes: ['S'],
  domain: { en: 'class indices other than the blank', 'zh-cn': '除空白以外的类别索引' },
  usualNames: ['target', 'targets', 'labels', 'label', 'y', 'y_true', '标签'],
};

function labelProblem(target: Tensor, classes: number, blank: number): Problem | undefined {
  const problem = rank('target', target, ['S']) ?? classIndices('target', target, classes);
  const index = target.values.indexOf(blank);
  if (problem || index < 0) return problem;
  return outside('target', target, index, {
    en: 'a class other than the blank',
    'zh-cn': '应为空白以外的类别',
  });
}

export const ctcLoss: Formula = {
  id: 'ctc',
  family: 'classification',
  names: {
    en: ['CTC loss', 'connectionist temporal classification', 'CTCLoss', 'CTC'],
    'zh-cn': ['CTC 损失', '连接时序分类损失', 'CTC损失', '联结主义时间分类', '连接主义时序分类'],
  },
  summary: {
    en: 'The negative log-probability of a label sequence, summed over all its alignments with the steps.',
    'zh-cn': '标签序列在所有对齐方式上求和的负对数概率。',
  },
  slots: [logProbabilitySlot, labelSlot],
  params,
  tex: {
    left: 'L(\\ell)',
    right: '-\\ln\\sum_{\\pi\\in\\mathcal B^{-1}(\\ell)}\\prod_{t=1}^{T} p_t(\\pi_t)',
  },
  words: {
    en: 'minus the natural logarithm of the sum over alignments pi of ell of the product over t of p t of pi t',
    'zh-cn': '负的自然对数：对所有对齐路径 π 求和，路径概率为各步 p 的乘积',
  },
  notations: [{ tex: '-\\ln p(\\ell\\mid x)', note: { en: 'As a likelihood', 'zh-cn': '似然形式' } }],
  role: 'loss',
  range: { en: '[0, ∞) nats', 'zh-cn': '[0, ∞) 奈特' },
  limits: {
    en: '∞ where the sequence needs more steps than there are.',
    'zh-cn': '序列所需步数超过实际步数时为 ∞。',
  },
  robustness: { en: 'Not robust to wrong transcripts.', 'zh-cn': '对错误标注不稳健。' },
  curvature: { en: 'Not convex.', 'zh-cn': '非凸。' },
  use: {
    en: 'Use it for speech and handwriting, where the alignment is unknown.',
    'zh-cn': '用于对齐未知的语音与手写识别。',
  },
  avoid: {
    en: 'Avoid it where alignments are known, or labels outnumber steps.',
    'zh-cn': '对齐已知或标签多于时间步时不宜使用。',
  },
  references: [
    'Graves, Fernández, Gomez, Schmidhuber, Connectionist Temporal Classification (2006)',
    'torch.nn.CTCLoss',
  ],
  compute: (args) => {
    const bound = bind(args, ['logProbabilities', 'target']);
    if (!bound.ok) return bound;
    const { logProbabilities, target } = bound.value;
    const blankClass = numberOf(args.params, 'blank');
    const problem =
      paramsProblem(params, args.params) ??
      classMatrixProblem('logProbabilities', logProbabilities) ??
      labelProblem(target, logProbabilities.shape[1], blankClass);
    if (problem) return fail(problem);
    const loss = ctc(logProbabilities.values, logProbabilities.shape[1], target.values, blankClass);
    return succeed({
      shape: [1],
      terms: (out, start, end) => {
        out.fill(loss, 0, end - start);
      },
      reduction: 'sum',
      reducible: false,
    });
  },
  termTex: (args, _index, digits) =>
    `-\\ln p\\left(\\ell=(${Array.from(args.arrays.target.values, digits).join(',\\,')})\\right)`,
};
