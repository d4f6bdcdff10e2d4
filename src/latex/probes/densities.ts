import { Random, scalar } from './random';
import { probesOf, type Probe, type Regime } from './regime';

function probe(seed: number): Probe {
  const random = new Random(seed + 1200);
  const sigma = random.between(0.4, 3);
  const a = random.between(-2, 1);
  return {
    sigma: scalar(sigma),
    scale: scalar(random.between(0.3, 3)),
    rate: scalar(random.between(0.3, 3)),
    a: scalar(a),
    b: scalar(a + random.between(0.5, 3)),
  };
}

/** Entropies of well-known densities, which depend on their parameters alone. */
export const densityRegime: Regime = {
  name: 'densities',
  quantities: [
    { name: 'sigma', kind: 'parameter', usual: /^\\sigma/ },
    { name: 'scale', kind: 'parameter', usual: /^b$/ },
    { name: 'rate', kind: 'parameter', usual: /^\\lambda$/ },
    { name: 'a', kind: 'parameter', usual: /^a$/ },
    { name: 'b', kind: 'parameter', usual: /^b$/ },
  ],
  references: [
    {
      formula: 'differential-entropy',
      slots: {},
      symbols: { sigma: 'sigma' },
      fixed: { distribution: 'normal', base: 'e' },
      needs: ['sigma'],
      only: ['natural'],
      reported: { distribution: 'normal' },
    },
    {
      formula: 'differential-entropy',
      slots: {},
      symbols: { b: 'scale' },
      fixed: { distribution: 'laplace', base: 'e' },
      needs: ['scale'],
      only: ['natural'],
      reported: { distribution: 'laplace' },
    },
    {
      formula: 'differential-entropy',
      slots: {},
      symbols: { lambda: 'rate' },
      fixed: { distribution: 'exponential', base: 'e' },
      needs: ['rate'],
      only: ['natural'],
      reported: { distribution: 'exponential' },
    },
    {
      formula: 'differential-entropy',
      slots: {},
      symbols: { a: 'a', b: 'b' },
      fixed: { distribution: 'uniform', base: 'e' },
      needs: ['a', 'b'],
      only: ['natural'],
      reported: { distribution: 'uniform' },
    },
  ],
  probes: probesOf(probe),
};
