import type { RelationInput, RelationTerm, Source } from './relation';

export const p: RelationInput = {
  name: 'p',
  label: { en: 'Distribution p', 'zh-cn': '分布 p' },
  example: [0.5, 0.25, 0.25],
};
export const q: RelationInput = {
  name: 'q',
  label: { en: 'Distribution q', 'zh-cn': '分布 q' },
  example: [0.25, 0.25, 0.5],
};
export const joint: RelationInput = {
  name: 'joint',
  label: { en: 'Joint probabilities', 'zh-cn': '联合概率表' },
  example: [
    [0.25, 0.125],
    [0.125, 0.5],
  ],
};

export const base = { name: 'base', default: 2 } as const;
export const inBase = { base: { param: 'base' } } as const;

export const always = { en: 'always', 'zh-cn': '恒成立' };
export const normalised = { en: 'for distributions that sum to 1', 'zh-cn': '分布总和为 1 时成立' };
export const finite = { en: 'where q > 0 wherever p > 0', 'zh-cn': '在 p > 0 处均有 q > 0 时' };

export const rows: Source = { derive: 'row-sums', from: ['joint'] };
export const columns: Source = { derive: 'column-sums', from: ['joint'] };
export const mixture: Source = { derive: 'mixture', from: ['p', 'q'] };

export function entropyOf(source: Source, coefficient = 1): RelationTerm {
  return { coefficient, formula: 'entropy', inputs: { p: source }, params: inBase };
}

export const information: RelationTerm = {
  coefficient: 1,
  formula: 'mutual-information',
  inputs: { joint: 'joint' },
  params: inBase,
};

export function jointEntropyTimes(coefficient: number): RelationTerm {
  return { coefficient, formula: 'joint-entropy', inputs: { joint: 'joint' }, params: inBase };
}

export function conditional(of: 'X|Y' | 'Y|X', coefficient = 1): RelationTerm {
  return {
    coefficient,
    formula: 'conditional-entropy',
    inputs: { joint: 'joint' },
    params: { ...inBase, of },
  };
}

export function kl(first: Source, second: Source, coefficient = 1): RelationTerm {
  return { coefficient, formula: 'kl-divergence', inputs: { p: first, q: second }, params: inBase };
}
