import { fail, succeed, type Problem, type Result } from '../../base/result';
import { rank, sameShape } from '../../numeric/checks/shapes';
import { outside } from '../../numeric/checks/domains';
import type { Computation } from '../../numeric/computation';
import type { JointTable } from '../../numeric/information/jointTable';
import type { LogarithmBase } from '../../numeric/information/logarithm';
import { byCounts, onTable } from '../../numeric/information/tableInformation';
import { contingency, largestTable, type Contingency } from '../../numeric/samples/contingency';
import { sum } from '../../numeric/sums/sum';
import type { Tensor } from '../../numeric/tensor';
import type { Arguments, Parameter, Slot } from '../formula';
import { given, optional } from '../binding';
import { numbers, weights, withParams } from './arguments';

const tableGroup = 'table';

/** A joint distribution: rows are X, columns are Y, further axes further variables. */
export const jointSlot: Slot = {
  name: 'joint',
  role: 'joint',
  label: { en: 'Joint probabilities (rows X, columns Y)', 'zh-cn': '联合概率表（行为 X，列为 Y）' },
  symbol: 'p(x,y)',
  domain: {
    en: 'probabilities ≥ 0 that sum to 1; taken as they are',
    'zh-cn': '非负概率，总和为 1；按原值代入',
  },
  group: tableGroup,
  usualNames: [
    'joint',
    'pxy',
    'p_xy',
    'joint_prob',
    'joint_probs',
    'joint_distribution',
    'joint_p',
    'jpd',
    '联合概率',
    '联合分布',
  ],
};

/** Counts of the combinations of two or more variables. */
export const contingencySlot: Slot = {
  name: 'contingency',
  role: 'joint',
  label: { en: 'Contingency table (counts)', 'zh-cn': '列联表（频数）' },
  symbol: 'n_{xy}',
  domain: { en: 'counts ≥ 0; divided by their total', 'zh-cn': '非负频数；会除以总数' },
  group: tableGroup,
  usualNames: [
    'contingency',
    'contingency_table',
    'contingency_matrix',
    'counts',
    'crosstab',
    'table',
    'confusion_matrix',
    'cm',
    '列联表',
    '频数',
  ],
};

const labelDomain = {
  en: 'labels, one a sample; any numbers, compared by value',
  'zh-cn': '标签，每个样本一个；任意数值，按是否相等区分',
};

/** The label that each sample has in X. */
export const labelsX: Slot = {
  name: 'x',
  role: 'labels',
  label: { en: 'Labels of X', 'zh-cn': 'X 的标签' },
  symbol: 'x',
  axes: ['N'],
  domain: labelDomain,
  group: tableGroup,
  usualNames: ['x', 'xs', 'labels_true', 'true_labels', 'a', 'feature', 'classes', 'y_true', '真实标签'],
};

export const labelsY: Slot = {
  name: 'y',
  role: 'labels',
  label: { en: 'Labels of Y', 'zh-cn': 'Y 的标签' },
  symbol: 'y',
  axes: ['N'],
  domain: labelDomain,
  with: 'x',
  usualNames: [
    'y',
    'ys',
    'labels_pred',
    'pred_labels',
    'b',
    'clusters',
    'cluster_labels',
    'y_pred',
    '预测标签',
    '聚类标签',
  ],
};

export const labelsZ: Slot = {
  name: 'z',
  role: 'labels',
  label: { en: 'Labels of Z, the condition', 'zh-cn': '条件 Z 的标签' },
  symbol: 'z',
  axes: ['N'],
  domain: labelDomain,
  with: 'x',
  usualNames: ['z', 'zs', 's', 'condition', 'context', 'group', '条件'],
};

/** Samples of several variables, one column each. */
export const samplesSlot: Slot = {
  name: 'samples',
  role: 'samples',
  label: {
    en: 'Samples (one row a sample, one column a variable)',
    'zh-cn': '样本（每行一个样本，每列一个变量）',
  },
  symbol: 'x_{nk}',
  axes: ['N', 'D'],
  domain: labelDomain,
  group: tableGroup,
  usualNames: ['samples', 'data', 'observations', 'df', '样本', '数据'],
};

/** The ways to give the joint distribution of two variables. */
export const twoVariables: readonly Slot[] = [jointSlot, contingencySlot, labelsX, labelsY];

/** The ways to give the joint distribution of any number of variables. */
export const severalVariables: readonly Slot[] = [jointSlot, contingencySlot, samplesSlot];

/**
 * A formula of a joint table. `axes` are the variables that it must have; absent: one or more. `parts` of the outcome are
 * the entropies from which an information diagram is drawn.
 */
export function ofTable(
  params: readonly Parameter[],
  axes: readonly string[] | undefined,
  compute: (table: JointTable, base: LogarithmBase, params: Arguments['params']) => Computation,
): (args: Arguments) => Result<Computation> {
  return withParams(params, (args, base) => {
    const table = tableOf(args, axes);
    if (!table.ok) return table;
    const of = (each: JointTable): Computation => compute(each, base, args.params);
    const isCounts = optional(args, 'contingency') !== undefined;
    return succeed(onTable(table.value, base, isCounts ? (counts) => byCounts(counts, of) : of));
  });
}

/** The joint table, from whichever slots it was given by. */
export function tableOf(args: Arguments, axes: readonly string[] | undefined): Result<JointTable> {
  const slot = given(args, ['joint', 'contingency', 'x', 'samples']);
  if (!slot.ok) return slot;
  switch (slot.value) {
    case 'joint':
      return jointOf(args, axes);
    case 'contingency':
      return countsOf(args, axes);
    case 'x':
      return labelledOf(args, axes ?? ['X', 'Y']);
    case 'samples':
      return sampledOf(args);
  }
}

function jointOf(args: Arguments, axes: readonly string[] | undefined): Result<JointTable> {
  const cells = weights(args, 'joint');
  if (!cells.ok) return cells;
  const problem = axes && rank('joint', cells.value, axes);
  return problem ? fail(problem) : succeed({ cells: cells.value, total: 1 });
}

function countsOf(args: Arguments, axes: readonly string[] | undefined): Result<JointTable> {
  const cells = weights(args, 'contingency');
  if (!cells.ok) return cells;
  const problem = axes && rank('contingency', cells.value, axes);
  if (problem) return fail(problem);
  const total = sum(cells.value.values);
  return total === 0 ? fail(nothingCounted) : succeed({ cells: cells.value, total });
}

/** From one label sequence a variable, in the slots x, y, z. */
function labelledOf(args: Arguments, axes: readonly string[]): Result<JointTable> {
  const variables: Tensor[] = [];
  for (const axis of axes) {
    const slot = axis.toLowerCase();
    const labels = numbers(args, slot);
    if (!labels.ok) return labels;
    const problem =
      (variables.length > 0 ? sameShape('x', variables[0], slot, labels.value) : undefined) ??
      noNaN(slot, labels.value);
    if (problem) return fail(problem);
    variables.push(labels.value);
  }
  return counted(contingency(variables.map(({ values }) => values)), 'x');
}

/** From a matrix of samples, one column a variable. */
function sampledOf(args: Arguments): Result<JointTable> {
  const samples = numbers(args, 'samples');
  if (!samples.ok) return samples;
  const problem = rank('samples', samples.value, ['N', 'D']) ?? noNaN('samples', samples.value);
  if (problem) return fail(problem);
  const [count, variables] = samples.value.shape;
  const columns = Array.from({ length: variables }, (_, k) =>
    column(samples.value.values, count, variables, k),
  );
  return counted(contingency(columns), 'samples');
}

function column(values: Float64Array, count: number, width: number, k: number): Float64Array {
  const result = new Float64Array(count);
  for (let i = 0; i < count; i++) result[i] = values[i * width + k];
  return result;
}

function noNaN(slot: string, labels: Tensor): Problem | undefined {
  const index = labels.values.findIndex(Number.isNaN);
  return index < 0 ? undefined : outside(slot, labels, index, { en: 'a label', 'zh-cn': '应为标签' });
}

function counted(counts: Contingency | undefined, slot: string): Result<JointTable> {
  return counts === undefined ? fail(tooManyCells(slot)) : succeed(counts.table);
}

const nothingCounted: Problem = {
  code: 'domain',
  slot: 'contingency',
  message: {
    en: 'contingency counts nothing: at least one count must be greater than 0.',
    'zh-cn': 'contingency 全为 0：至少需要一个大于 0 的频数。',
  },
};

function tooManyCells(slot: string): Problem {
  return {
    code: 'too-large',
    slot,
    message: {
      en: `The labels make a table of more than ${largestTable} cells. They look like measurements: bin them first.`,
      'zh-cn': `这些标签构成的列联表超过 ${largestTable} 格，看起来像连续测量值：请先分箱。`,
    },
  };
}
