import { countNames } from './names';
import { derived, distribution, Random, scalar, vector } from './random';
import { probesOf, type Probe, type Reference, type Regime } from './regime';

const lengths = [4, 3, 5, 2, 6, 3, 4];

function probe(seed: number): Probe {
  const random = new Random(seed + 200);
  const k = lengths[(seed - 1) % lengths.length]!;
  const p = distribution(random, k);
  const q = distribution(random, k);
  return {
    p,
    q,
    mixture: derived((a, b) => (a + b) / 2, p, q),
    cumulativeP: running(p.values),
    cumulativeQ: running(q.values),
    lengths: vector(k, (i) => i + 1 + random.below(3)),
    count: scalar(k),
    order: scalar(random.between(0.3, 0.9) + (seed % 2) * 0.8),
  };
}

function running(values: Float64Array): ReturnType<typeof vector> {
  let sum = 0;
  return vector(values.length, (i) => (sum += values[i]!));
}

const base = { base: 'e' } as const;
const one = { p: 'p' } as const;
const two = { p: 'p', q: 'q' } as const;
/** A measure of whole distributions; its single terms are not it. */
const whole = ['natural', 'sum'] as const;
/** y against ŷ speaks of a classifier, not of two given distributions. */
const labels = (names: readonly string[]): boolean =>
  !names.some((name) => /^(?:\\(?:hat|tilde|mathbb|mathrm) )?[pPqQ]|^\\(?:mu|nu)/.test(name));

const notProbabilities = (names: readonly string[]): boolean =>
  !names.every((name) => /^(?:\\(?:hat|tilde|mathbb|mathrm) )?[pPqQ](?:_|\(|\^|'|$)/.test(name));

const references: readonly Reference[] = [
  { formula: 'entropy', slots: one, fixed: base, only: whole, weight: 3 },
  { formula: 'kl-divergence', slots: two, needs: ['p', 'q'], fixed: base, only: whole, weight: 3 },
  {
    formula: 'cross-entropy-distribution',
    slots: two,
    needs: ['p', 'q'],
    fixed: base,
    only: whole,
    weight: 2,
  },
  { formula: 'js-divergence', slots: two, needs: ['p', 'q'], fixed: base, only: ['natural'], weight: 2 },
  {
    formula: 'js-divergence',
    slots: two,
    needs: ['p', 'q'],
    fixed: { ...base, sqrt: true },
    only: ['natural'],
    reported: { sqrt: 'true' },
  },
  { formula: 'jeffreys', slots: two, needs: ['p', 'q'], fixed: base, only: whole },
  { formula: 'generalized-kl', slots: two, needs: ['p', 'q'], fixed: base, only: whole },
  { formula: 'self-information', slots: one, fixed: base, only: ['none'], weight: 2, veto: notProbabilities },
  { formula: 'binary-entropy', slots: one, fixed: base, only: ['none'], weight: 2 },
  { formula: 'perplexity', slots: one, fixed: { kind: 'distribution' }, only: ['natural'] },
  { formula: 'perplexity', slots: two, needs: ['p', 'q'], fixed: { kind: 'cross' }, only: ['natural'] },
  {
    formula: 'perplexity',
    slots: { tokenProbabilities: 'p' },
    fixed: { kind: 'sequence' },
    only: ['natural'],
  },
  { formula: 'total-variation', slots: two, only: ['natural'], weight: 2, veto: labels, needs: ['p', 'q'] },
  { formula: 'hellinger', slots: two, needs: ['p', 'q'], only: ['natural'], veto: labels },
  { formula: 'bhattacharyya', slots: two, needs: ['p', 'q'], fixed: { kind: 'distance' }, only: ['natural'] },
  {
    formula: 'bhattacharyya',
    slots: two,
    needs: ['p', 'q'],
    fixed: { kind: 'coefficient' },
    only: ['natural'],
    reported: { kind: 'coefficient' },
  },
  { formula: 'renyi-entropy', slots: one, symbols: { order: 'order' }, fixed: base, only: ['natural'] },
  { formula: 'renyi-divergence', slots: two, symbols: { order: 'order' }, fixed: base, only: ['natural'] },
  { formula: 'gini-impurity', slots: one, only: ['natural'] },
  {
    formula: 'huffman',
    slots: one,
    only: ['natural'],
    needs: ['lengths'],
    value: (probe) => probe['p']!.values.reduce((sum, x, i) => sum + x * probe['lengths']!.values[i]!, 0),
  },
];

const p = /^(?:\\hat |\\tilde )?(?:[pP]|\\mathbb P|\\mathrm P|\\pi|y|t|r)(?:_|\(|\^|'|$)|true|data|real/;
const q =
  /^(?:\\hat |\\tilde )?(?:[qQ]|\\mathbb Q)(?:_|\(|\^|'|$)|^\\hat|model|pred|theta|^(?:o|g|s)(?:_|\(|$)/;

export const distributionRegime: Regime = {
  name: 'distributions',
  quantities: [
    { name: 'p', kind: 'array', usual: p },
    { name: 'q', kind: 'array', usual: q },
    { name: 'mixture', kind: 'array', usual: /^(?:[mM]|\\mu|\\bar p)(?:_|\(|$)/, never: /^[pqPQ](?:_|\(|$)/ },
    {
      name: 'lengths',
      kind: 'array',
      usual: /^(?:l|len|\\ell)/,
      never: /^(?!l(?:_#|\(#)|L(?:_#|\(#)|n_#|len|\\ell_)/,
      slot: 'lengths',
    },
    { name: 'count', kind: 'count', usual: countNames },
    { name: 'order', kind: 'parameter', usual: /^(?:\\alpha|\\lambda|q|a|s|\\beta)$/ },
  ],
  references,
  probes: probesOf(probe),
};

/** Positive masses that add up to anything: what divergences of distributions leave out shows here. */
function massProbe(seed: number): Probe {
  const random = new Random(seed + 250);
  const k = lengths[(seed - 1) % lengths.length]!;
  return {
    p: vector(k, () => random.between(0.2, 2)),
    q: vector(k, () => random.between(0.2, 2)),
    count: scalar(k),
  };
}

export const massRegime: Regime = {
  name: 'masses',
  quantities: distributionRegime.quantities.filter((quantity) => ['p', 'q', 'count'].includes(quantity.name)),
  references: [
    { formula: 'generalized-kl', slots: two, needs: ['p', 'q'], fixed: base, only: whole, weight: 5 },
  ],
  probes: probesOf(massProbe),
};
