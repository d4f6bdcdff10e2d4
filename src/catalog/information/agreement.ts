import type { EntropyAverage } from '../../numeric/information/normalizedMutualInformation';
import type { Arguments, Parameter } from '../formula';
import { texNumber } from '../tex';

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

/** The average of two entropies as it is written below the fraction, with symbols or with numbers. */
export function averageTex(params: Arguments['params'], x = 'H(X)', y = 'H(Y)'): string {
  switch (averageMethodOf(params)) {
    case 'arithmetic':
      return weightedTex(Number(params.beta ?? 1), x, y);
    case 'geometric':
      return `\\sqrt{${x}\\cdot ${y}}`;
    case 'min':
      return `\\min\\left(${x},${y}\\right)`;
    case 'max':
      return `\\max\\left(${x},${y}\\right)`;
    case 'x':
      return x;
    case 'y':
      return y;
  }
}

function weightedTex(beta: number, x: string, y: string): string {
  if (beta === 1) return `\\tfrac12\\left(${x}+${y}\\right)`;
  const weight = texNumber(beta);
  return `\\frac{${x}+${weight}\\,${y}}{1+${weight}}`;
}
