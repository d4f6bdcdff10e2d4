import { bits } from '../../numeric/information/logarithm';
import {
  agreementOf,
  normalizedMutualInformation as normalizedMutualInformationOf,
} from '../../numeric/information/normalizedMutualInformation';
import { succeed } from '../../base/result';
import { onTable } from '../../numeric/information/tableInformation';
import type { Formula, Parameter } from '../formula';
import { numberOf } from '../params';
import { averageMethodOf, averageParameter, averageTex } from './agreement';
import { withParams } from './arguments';
import { tableOf, twoVariables } from './jointInput';

const beta: Parameter = {
  name: 'beta',
  label: { en: 'Weight of completeness', 'zh-cn': '完整性的权重' },
  symbol: '\\beta',
  kind: 'number',
  default: 1,
  minimum: 0,
  slider: { from: 0, to: 4, step: 0.1 },
};

const params = [averageParameter(6), beta];

export const normalizedMutualInformation: Formula = {
  id: 'normalized-mutual-information',
  family: 'information',
  names: {
    en: [
      'Normalized mutual information',
      'normalised mutual information',
      'NMI',
      'V-measure',
      'homogeneity score',
      'completeness score',
      'uncertainty coefficient',
      'Theil’s U',
    ],
    'zh-cn': ['归一化互信息', '标准化互信息', '规范化互信息', 'NMI', 'V 度量', '同质性', '完整性'],
  },
  summary: {
    en: 'Mutual information as a share of the variables’ entropy, from 0 to 1.',
    'zh-cn': '互信息占变量熵的比例，取值 0 到 1。',
  },
  slots: twoVariables,
  params,
  tex: { left: '\\mathrm{NMI}(X,Y)', right: '\\frac{I(X;Y)}{\\tfrac12\\left(H(X)+H(Y)\\right)}' },
  texWith: (given) => `\\frac{I(X;Y)}{${averageTex(given)}}`,
  words: {
    en: 'the mutual information divided by an average of both entropies',
    'zh-cn': '互信息除以两个熵的平均',
  },
  notations: [
    {
      tex: '\\mathrm{NMI}=\\frac{2\\,I(X;Y)}{H(X)+H(Y)}',
      note: { en: 'arithmetic mean', 'zh-cn': '算术平均' },
    },
    {
      tex: '\\mathrm{NMI}=\\frac{I(X;Y)}{\\sqrt{H(X)H(Y)}}',
      note: { en: 'geometric mean', 'zh-cn': '几何平均' },
    },
    {
      tex: 'V_\\beta=\\frac{(1+\\beta)\\,h\\,c}{\\beta h+c}',
      note: {
        en: 'V-measure of homogeneity h and completeness c',
        'zh-cn': '由同质性 h 与完整性 c 组成的 V 度量',
      },
    },
  ],
  role: 'measure',
  range: { en: 'Between 0 and 1.', 'zh-cn': '介于 0 与 1 之间。' },
  limits: {
    en: '1 if each variable determines the other (and, by convention, if both are constant); 0 if independent.',
    'zh-cn': '相互决定时为 1（按惯例，两者均为常数时也为 1）；独立时为 0。',
  },
  robustness: {
    en: 'Not corrected for chance: many small clusters score high against anything.',
    'zh-cn': '未做机会校正：簇多而小时，与任何标签比较得分都偏高。',
  },
  curvature: { en: 'Neither convex nor concave.', 'zh-cn': '既不凸也不凹。' },
  use: {
    en: 'To compare a clustering with classes when both have few, large groups.',
    'zh-cn': '用于在组数少而规模大时比较聚类与真实类别。',
  },
  avoid: {
    en: 'Not for many clusters or few samples (use the adjusted one), nor without saying which average was taken.',
    'zh-cn': '簇多或样本少时不宜使用（应改用调整互信息）；使用时需说明平均方式。',
  },
  references: [
    'N. X. Vinh, J. Epps, J. Bailey, Information Theoretic Measures for Clusterings Comparison, JMLR 11 (2010)',
    'A. Rosenberg, J. Hirschberg, V-Measure, EMNLP 2007',
    'sklearn.metrics.normalized_mutual_info_score',
  ],
  compute: withParams(params, (args) => {
    const table = tableOf(args, ['X', 'Y']);
    if (!table.ok) return table;
    const average = averageMethodOf(args.params);
    const weight = numberOf(args.params, 'beta');
    return succeed(
      onTable(table.value, bits, (rescaled) => normalizedMutualInformationOf(rescaled, average, weight)),
    );
  }),
  valueTex: (args, digits) => {
    const table = tableOf(args, ['X', 'Y']);
    if (!table.ok) return '';
    const { information, first, second } = agreementOf(table.value);
    return `\\frac{${digits(information)}}{${averageTex(args.params, digits(first), digits(second))}}`;
  },
};
