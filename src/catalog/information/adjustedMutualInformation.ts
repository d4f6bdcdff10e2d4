import { fail, succeed, type Problem } from '../../base/result';
import { outside } from '../../numeric/checks/domains';
import {
  adjustedMutualInformation as adjustedMutualInformationOf,
  expectedMutualInformation,
} from '../../numeric/information/adjustedMutualInformation';
import { agreementOf } from '../../numeric/information/normalizedMutualInformation';
import type { Tensor } from '../../numeric/tensor';
import type { Formula } from '../formula';
import { averageMethodOf, averageParameter, averageTex } from './agreement';
import { withParams } from './arguments';
import { contingencySlot, labelsX, labelsY, tableOf } from './jointInput';

const params = [averageParameter(4)];

export const adjustedMutualInformation: Formula = {
  id: 'adjusted-mutual-information',
  family: 'information',
  names: {
    en: ['Adjusted mutual information', 'AMI', 'mutual information adjusted for chance'],
    'zh-cn': ['调整互信息', '调整后互信息', '校正互信息', 'AMI'],
  },
  summary: {
    en: 'Mutual information of two labellings, less what unrelated ones share by chance, scaled so that agreement is 1.',
    'zh-cn': '两种标签的互信息减去随机情形下的期望值，并缩放使完全一致时为 1。',
  },
  slots: [contingencySlot, labelsX, labelsY],
  params,
  tex: {
    left: '\\mathrm{AMI}(X,Y)',
    right: '\\frac{I(X;Y)-\\mathbb{E}[I]}{\\tfrac12\\left(H(X)+H(Y)\\right)-\\mathbb{E}[I]}',
  },
  texWith: (given) => `\\frac{I(X;Y)-\\mathbb{E}[I]}{${averageTex(given)}-\\mathbb{E}[I]}`,
  words: {
    en: 'mutual information less its expectation, over an average of both entropies less the same expectation',
    'zh-cn': '互信息减去其期望，再除以两个熵的平均减去同一期望',
  },
  notations: [
    {
      tex: '\\mathrm{AMI}(U,V)=\\frac{\\mathrm{MI}(U,V)-\\mathbb{E}[\\mathrm{MI}(U,V)]}{\\max\\left(H(U),H(V)\\right)-\\mathbb{E}[\\mathrm{MI}(U,V)]}',
      note: { en: 'with the larger entropy', 'zh-cn': '以较大的熵归一化' },
    },
  ],
  role: 'measure',
  range: {
    en: 'At most 1; about 0 for unrelated labellings, and sometimes a little below.',
    'zh-cn': '不大于 1；标签无关时约为 0，有时略小于 0。',
  },
  limits: {
    en: '1 if each labelling determines the other, also if both put everything into one class.',
    'zh-cn': '两种标签相互决定时为 1，两者都只有一个类别时也为 1。',
  },
  robustness: {
    en: 'The number of clusters does not inflate it.',
    'zh-cn': '不会因簇的数目多而虚高。',
  },
  curvature: { en: 'Neither convex nor concave.', 'zh-cn': '既不凸也不凹。' },
  use: {
    en: 'To compare clusterings with small or unequal clusters, or with different numbers of them.',
    'zh-cn': '用于比较簇小、大小不均或簇数不同的聚类结果。',
  },
  avoid: {
    en: 'Needs counts of samples: probabilities alone do not tell what chance would do.',
    'zh-cn': '需要样本频数：仅凭概率无法得知随机情形。',
  },
  references: [
    'N. X. Vinh, J. Epps, J. Bailey, Information Theoretic Measures for Clusterings Comparison, JMLR 11 (2010)',
    'sklearn.metrics.adjusted_mutual_info_score',
  ],
  compute: withParams(params, (args) => {
    const table = tableOf(args, ['X', 'Y']);
    if (!table.ok) return table;
    const problem = notCounts(table.value.cells);
    if (problem) return fail(problem);
    return succeed(adjustedMutualInformationOf(table.value, averageMethodOf(args.params)));
  }),
  valueTex: (args, digits) => {
    const table = tableOf(args, ['X', 'Y']);
    if (!table.ok) return '';
    const { information, first, second } = agreementOf(table.value);
    const chance = digits(expectedMutualInformation(table.value));
    const average = averageTex(args.params, digits(first), digits(second));
    return `\\frac{${digits(information)}-${chance}}{${average}-${chance}}`;
  },
};

function notCounts(cells: Tensor): Problem | undefined {
  const index = cells.values.findIndex((count) => !Number.isInteger(count));
  if (index < 0) return undefined;
  return outside('contingency', cells, index, {
    en: 'a whole number of samples',
    'zh-cn': '应为整数个样本',
  });
}
