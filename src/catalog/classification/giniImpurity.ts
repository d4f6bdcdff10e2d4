import { fail, succeed } from '../../base/result';
import { probabilities } from '../../numeric/checks/domains';
import { nonEmpty } from '../../numeric/checks/shapes';
import { squaredProportionTerms } from '../../numeric/losses/giniImpurity';
import { bind } from '../binding';
import type { Formula, Slot } from '../formula';
import { printed } from '../terms';
import { atom } from '../tex';

const proportionSlot: Slot = {
  name: 'p',
  role: 'distribution',
  label: { en: 'Class proportions', 'zh-cn': '类别比例' },
  symbol: 'p',
  domain: { en: 'numbers in [0, 1] that sum to 1', 'zh-cn': '[0, 1] 内、和为 1 的数' },
  usualNames: [
    'p',
    'probs',
    'prob',
    'probabilities',
    'proportions',
    'distribution',
    'dist',
    'freq',
    '比例',
    '概率',
    '分布',
  ],
};

export const giniImpurity: Formula = {
  id: 'gini-impurity',
  family: 'classification',
  names: {
    en: ['Gini impurity', 'Gini index', 'Gini', 'Gini–Simpson index', 'gini criterion'],
    'zh-cn': ['基尼不纯度', '基尼指数', 'Gini 不纯度', '基尼系数（决策树）', 'Gini 指数', '基尼不纯度指数'],
  },
  summary: {
    en: 'The chance that two draws from a distribution differ in class; what decision trees reduce.',
    'zh-cn': '从分布中抽取两次类别不同的概率；决策树所降低的量。',
  },
  slots: [proportionSlot],
  params: [],
  tex: { left: 'G(p)', right: '1-\\sum_{i} p_i^2' },
  words: { en: 'one minus the sum over i of p i squared', 'zh-cn': '一减去各比例的平方和' },
  notations: [
    { tex: '\\sum_{i} p_i(1-p_i)', note: { en: 'As a sum of variances', 'zh-cn': '方差之和形式' } },
    { tex: '\\sum_{i\\ne j} p_i p_j', note: { en: 'Over unequal pairs', 'zh-cn': '对不同类别求和' } },
  ],
  role: 'measure',
  range: { en: '[0, 1 − 1/C]; 0 for one pure class', 'zh-cn': '[0, 1 − 1/C]；只有一类时为 0' },
  limits: { en: 'Largest, 1 − 1/C, for equal proportions.', 'zh-cn': '比例相等时最大，为 1 − 1/C。' },
  robustness: { en: 'Bounded; rare classes hardly count.', 'zh-cn': '有界；稀有类别影响很小。' },
  curvature: { en: 'Concave in the proportions.', 'zh-cn': '对比例凹。' },
  use: { en: 'Use it to choose splits of classification trees.', 'zh-cn': '用于选择分类树的分裂。' },
  avoid: {
    en: 'Avoid mixing it up with the Gini coefficient of inequality.',
    'zh-cn': '不要与衡量不平等的基尼系数混淆。',
  },
  references: [
    'Breiman et al., Classification and Regression Trees (1984)',
    'DecisionTreeClassifier(criterion="gini")',
  ],
  compute: (args) => {
    const bound = bind(args, ['p']);
    if (!bound.ok) return bound;
    const { p } = bound.value;
    const problem = nonEmpty('p', p) ?? probabilities('p', p);
    if (problem) return fail(problem);
    return succeed({
      shape: p.shape,
      terms: (out, start, end) => squaredProportionTerms(out, p.values, start, end),
      reduction: 'sum',
      reducible: false,
      finish: (squares) => 1 - squares,
      gradient: () => ({ p: { values: p.values.map((x) => -2 * x), shape: p.shape } }),
    });
  },
  finishTex: (reduced) => `1-${atom(reduced)}`,
  termTex: (args, index, digits) => `${atom(printed(args, 'p', index, digits))}^2`,
  curve: {
    axis: 'probability',
    from: 0,
    to: 1,
    value: (p) => 2 * p * (1 - p),
    slope: (p) => 2 - 4 * p,
    curvature: () => -4,
  },
};
