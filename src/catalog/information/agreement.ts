import type { EntropyAverage } from '../../numeric/information/normalizedMutualInformation';
import type { Arguments, Parameter } from '../formula';

const averages: readonly { readonly value: EntropyAverage; readonly en: string; readonly zh: string }[] = [
  { value: 'arithmetic', en: 'arithmetic mean', zh: '算术平均' },
  { value: 'geometric', en: 'geometric mean', zh: '几何平均' },
  { value: 'min', en: 'the smaller', zh: '较小者' },
  { value: 'max', en: 'the larger', zh: '较大者' },
  { value: 'x', en: 'H(X) (homogeneity, if X are the classes)', zh: 'H(X)（X 为类别时即同质性）' },
  { value: 'y', en: 'H(Y) (completeness, if X are the classes)', zh: 'H(Y)（X 为类别时即完整性）' },
];

/** With which average of H(X) and H(Y) the information is compared; the first `count` of them are offered. */
export function averageParameter(count: number): Parameter {
  return {
    name: 'averageMethod',
    label: { en: 'Average of the entropies', 'zh-cn': '熵的平均方式' },
    symbol: '',
    kind: 'choice',
    default: 'arithmetic',
    choices: averages.slice(0, count).map(({ value, en, zh }) => ({ value, label: { en, 'zh-cn': zh } })),
  };
}

export function averageMethodOf(params: Arguments['params']): EntropyAverage {
  return averages.find(({ value }) => value === params.averageMethod)?.value ?? 'arithmetic';
}

/** The average as it is written below the fraction. */
export function averageTex(params: Arguments['params']): string {
  switch (averageMethodOf(params)) {
    case 'arithmetic':
      return '\\tfrac12\\left(H(X)+H(Y)\\right)';
    case 'geometric':
      return '\\sqrt{H(X)H(Y)}';
    case 'min':
      return '\\min\\left(H(X),H(Y)\\right)';
    case 'max':
      return '\\max\\left(H(X),H(Y)\\right)';
    case 'x':
      return 'H(X)';
    case 'y':
      return 'H(Y)';
  }
}
