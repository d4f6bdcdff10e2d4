import { fail, succeed } from '../../base/result';
import type { Problem } from '../../base/result';
import { outside } from '../../numeric/checks/domains';
import { sameShape } from '../../numeric/checks/shapes';
import type { Tensor } from '../../numeric/tensor';
import { multilabelMarginGradient, multilabelMarginTerms } from '../../numeric/losses/multilabelMargin';
import { bind } from '../binding';
import { classMatrixProblem } from '../classes';
import type { Formula, Slot } from '../formula';
import { rowComputation } from '../rows';
import { logitsSlot } from '../slots';
import { differenceTex } from '../tex';

const labelListSlot: Slot = {
  name: 'target',
  role: 'labels',
  label: { en: 'True classes, padded with −1', 'zh-cn': '真实类别，以 −1 补齐' },
  symbol: 'Y',
  axes: ['N', 'C'],
  domain: { en: 'class indices from 0 to C − 1, then −1', 'zh-cn': '0 到 C − 1 的类别索引，其后为 −1' },
  usualNames: ['target', 'targets', 'labels', 'label', 'y', 'y_true', '标签'],
};

/** Every entry up to the row's first −1 is a class index. */
function labelListProblem({ values, shape }: Tensor): Problem | undefined {
  const classes = shape[1];
  for (let start = 0; start < values.length; start += classes) {
    for (let c = 0; c < classes && values[start + c] !== -1; c++) {
      const index = values[start + c];
      if (Number.isInteger(index) && index >= 0 && index < classes) continue;
      return outside('target', { values, shape }, start + c, {
        en: `a class index from 0 to ${classes - 1}, or −1 behind the last`,
        'zh-cn': `应为 0 到 ${classes - 1} 的类别索引，或末尾的 −1`,
      });
    }
  }
  return undefined;
}

export const multilabelMargin: Formula = {
  id: 'multilabel-margin',
  family: 'classification',
  names: {
    en: ['Multi-label margin loss', 'MultiLabelMarginLoss', 'multilabel margin', 'multi-label hinge loss'],
    'zh-cn': ['多标签间隔损失', '多标签合页损失', '多标签边际损失', 'MultiLabelMarginLoss'],
  },
  summary: {
    en: 'What every true class lacks to a margin of 1 over every other class.',
    'zh-cn': '每个真实类别相对每个其他类别欠缺间隔 1 的量。',
  },
  slots: [{ ...logitsSlot, name: 'scores', symbol: 'f' }, labelListSlot],
  params: [],
  tex: {
    left: 'L(f,Y)',
    right: '\\frac{1}{C}\\sum_{j\\in Y}\\sum_{k\\notin Y}\\max\\left(0,\\,1-(f_j-f_k)\\right)',
  },
  words: {
    en: 'one over C times the sum over true classes j and other classes k of the larger of zero and one minus f j minus f k',
    'zh-cn': 'C 分之一乘以对真实类别 j 与其他类别 k 求和的零与 1 −（f j − f k）中较大者',
  },
  notations: [
    {
      tex: '\\sum_{ij}\\frac{\\max(0,\\,1-(x_{y_j}-x_i))}{C}',
      note: { en: 'As PyTorch writes it', 'zh-cn': 'PyTorch 的写法' },
    },
  ],
  role: 'loss',
  range: { en: '[0, ∞)', 'zh-cn': '[0, ∞)' },
  limits: { en: 'No true class, or all of them: 0.', 'zh-cn': '没有真实类别或全部为真：0。' },
  robustness: { en: 'Moderate: constant pull per pair.', 'zh-cn': '中等：每对的影响恒定。' },
  curvature: { en: 'Convex, piecewise linear.', 'zh-cn': '凸、分段线性。' },
  use: { en: 'Use it to rank true labels above the others.', 'zh-cn': '用于把真实标签排在其他标签之上。' },
  avoid: {
    en: 'Avoid multi-hot targets: it wants class indices padded with −1.',
    'zh-cn': '不要传入多热编码：它要的是以 −1 补齐的类别索引。',
  },
  references: ['torch.nn.MultiLabelMarginLoss'],
  compute: (args) => {
    const bound = bind(args, ['scores', 'target']);
    if (!bound.ok) return bound;
    const { scores, target } = bound.value;
    const problem =
      classMatrixProblem('scores', scores) ??
      sameShape('scores', scores, 'target', target) ??
      labelListProblem(target);
    if (problem) return fail(problem);
    const [values, labels, classes] = [scores.values, target.values, scores.shape[1]];
    return succeed(
      rowComputation('scores', scores, {
        terms: (out, start, end) => multilabelMarginTerms(out, values, classes, labels, start, end),
        gradient: (out, scale) => multilabelMarginGradient(out, values, classes, labels, scale),
      }),
    );
  },
  termTex: (args, index, digits) => {
    const { scores, target } = args.arrays;
    const classes = scores.shape[1];
    const list = Array.from(target.values.subarray(index * classes, (index + 1) * classes));
    const end = list.indexOf(-1);
    const right = new Set(end < 0 ? list : list.slice(0, end));
    const row = Array.from(scores.values.subarray(index * classes, (index + 1) * classes), digits);
    const wrong = row.filter((_, c) => !right.has(c));
    const lacks = [...right].flatMap((j) => wrong.map((f) => `\\max(0,\\,1-(${differenceTex(row[j], f)}))`));
    return lacks.length === 0 ? '0' : `\\frac{1}{${classes}}\\left(${lacks.join('+')}\\right)`;
  },
};
