import { countNames } from './names';
import { Random, scalar, vector } from './random';
import { probesOf, type Probe, type Regime } from './regime';

const lengths = [6, 4, 7, 5, 3, 8, 5];

function probe(seed: number): Probe {
  const random = new Random(seed + 900);
  const n = lengths[(seed - 1) % lengths.length]!;
  return {
    prediction: vector(n, () => random.between(0.05, 0.95)),
    target: vector(n, () => random.between(0.05, 0.95)),
    count: scalar(n),
    smooth: scalar(random.between(0.2, 1.5)),
    alpha: scalar(random.between(0.1, 0.9)),
    beta: scalar(random.between(0.1, 0.9)),
  };
}

const pair = { prediction: 'prediction', target: 'target' } as const;

/** How much two masks overlap. */
export const overlapRegime: Regime = {
  name: 'overlap',
  quantities: [
    { name: 'prediction', kind: 'array', usual: /^(?:\\hat |[pPAXSm]|pred)/ },
    { name: 'target', kind: 'array', usual: /^(?:[gGytTBYr]|true)/, never: /^\\hat/ },
    { name: 'count', kind: 'count', usual: countNames },
    { name: 'smooth', kind: 'parameter', usual: /^(?:\\epsilon|s|smooth)$/ },
    { name: 'alpha', kind: 'parameter', usual: /^\\alpha$/ },
    { name: 'beta', kind: 'parameter', usual: /^\\beta$/ },
  ],
  references: [
    { formula: 'dice', slots: pair, only: ['natural'] },
    { formula: 'dice', slots: pair, symbols: { smooth: 'smooth' }, only: ['natural'] },
    {
      formula: 'dice',
      slots: pair,
      fixed: { squared: true },
      only: ['natural'],
      reported: { squared: 'true' },
    },
    { formula: 'dice', slots: pair, only: ['natural'], complement: true },
    { formula: 'jaccard', slots: pair, only: ['natural'] },
    { formula: 'jaccard', slots: pair, only: ['natural'], complement: true },
    { formula: 'jaccard', slots: pair, symbols: { smooth: 'smooth' }, only: ['natural'] },
    { formula: 'tversky', slots: pair, symbols: { alpha: 'alpha', beta: 'beta' }, only: ['natural'] },
    {
      formula: 'tversky',
      slots: pair,
      symbols: { alpha: 'alpha', beta: 'beta' },
      only: ['natural'],
      complement: true,
    },
  ],
  probes: probesOf(probe),
};
