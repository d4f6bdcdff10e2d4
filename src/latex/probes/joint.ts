import type { ParameterValue } from '../../catalog/formula';
import type { FormulaId } from '../../catalog/ids';
import type { Tensor } from '../../numeric/tensor';
import { Random } from './random';
import { probeCount } from './regime';

/** Joint tables of two or three variables, positive everywhere, no variable independent of another. */
const shapes: { readonly [variables: number]: readonly (readonly number[])[] } = {
  2: [
    [3, 4],
    [2, 3],
    [4, 3],
    [3, 2],
    [2, 4],
    [4, 5],
    [3, 5],
  ],
  3: [
    [2, 3, 4],
    [3, 2, 2],
    [2, 2, 3],
    [3, 4, 2],
    [2, 4, 3],
    [2, 3, 2],
    [3, 2, 4],
  ],
};

export function jointTables(variables: 2 | 3): readonly Tensor[] {
  return tables[variables];
}

const tables: { readonly [variables in 2 | 3]: readonly Tensor[] } = { 2: make(2), 3: make(3) };

function make(variables: 2 | 3): readonly Tensor[] {
  return Array.from({ length: probeCount }, (_, k) => {
    const random = new Random(700 + 50 * variables + k);
    const shape = shapes[variables]![k]!;
    const cells = shape.reduce((count, size) => count * size, 1);
    const weights = Float64Array.from({ length: cells }, () => random.between(0.1, 1));
    const total = weights.reduce((sum, x) => sum + x, 0);
    return { values: weights.map((x) => x / total), shape };
  });
}

/** How a record is computed from a joint table, or from the marginal of its first variables. */
export interface JointReference {
  readonly formula: FormulaId;
  readonly variables: 2 | 3;
  readonly params: { readonly [name: string]: ParameterValue };
  readonly reported?: { readonly [name: string]: string };
  readonly weight: number;
  /** The axis whose marginal a record of one distribution is computed from. */
  readonly marginal?: 0 | 1;
}

const base = { base: 'e' } as const;

export const jointReferences: readonly JointReference[] = [
  { formula: 'mutual-information', variables: 2, params: base, weight: 3 },
  { formula: 'joint-entropy', variables: 2, params: base, weight: 3 },
  {
    formula: 'conditional-entropy',
    variables: 2,
    params: { ...base, of: 'Y|X' },
    reported: { of: 'Y|X' },
    weight: 3,
  },
  {
    formula: 'conditional-entropy',
    variables: 2,
    params: { ...base, of: 'X|Y' },
    reported: { of: 'X|Y' },
    weight: 3,
  },
  { formula: 'variation-of-information', variables: 2, params: base, weight: 2 },
  {
    formula: 'normalized-mutual-information',
    variables: 2,
    params: { averageMethod: 'arithmetic' },
    reported: { averageMethod: 'arithmetic' },
    weight: 1,
  },
  {
    formula: 'normalized-mutual-information',
    variables: 2,
    params: { averageMethod: 'geometric' },
    reported: { averageMethod: 'geometric' },
    weight: 1,
  },
  {
    formula: 'normalized-mutual-information',
    variables: 2,
    params: { averageMethod: 'min' },
    reported: { averageMethod: 'min' },
    weight: 1,
  },
  {
    formula: 'normalized-mutual-information',
    variables: 2,
    params: { averageMethod: 'max' },
    reported: { averageMethod: 'max' },
    weight: 1,
  },
  { formula: 'entropy', variables: 2, params: base, weight: 0, marginal: 0 },
  { formula: 'entropy', variables: 2, params: base, weight: 0, marginal: 1 },
  { formula: 'conditional-mutual-information', variables: 3, params: base, weight: 3 },
  { formula: 'joint-entropy', variables: 3, params: base, weight: 2 },
  { formula: 'total-correlation', variables: 3, params: base, weight: 2 },
  {
    formula: 'interaction-information',
    variables: 3,
    params: { ...base, kind: 'interaction' },
    reported: { kind: 'interaction' },
    weight: 1,
  },
  {
    formula: 'interaction-information',
    variables: 3,
    params: { ...base, kind: 'co-information' },
    reported: { kind: 'co-information' },
    weight: 1,
  },
];
