import { countNames } from './names';
import { derived, Random, scalar, vector } from './random';
import { probesOf, type Probe, type Regime } from './regime';

const lengths = [5, 4, 6, 3, 7, 4, 8];

function pairProbe(seed: number): Probe {
  const random = new Random(seed + 1000);
  const n = lengths[(seed - 1) % lengths.length]!;
  const similar = vector(n, (i) => (i < 2 ? i : random.below(2)));
  return {
    distance: vector(n, () => random.between(0.1, 2)),
    similar,
    different: derived((y) => 1 - y, similar),
    sign: derived((y) => 2 * y - 1, similar),
    first: vector(n, () => random.between(-2, 2)),
    second: vector(n, () => random.between(-2, 2)),
    count: scalar(n),
    margin: scalar(random.between(0.5, 1.4)),
  };
}

/** Losses over pairs: how far apart two things are, and whether they belong together. */
export const pairRegime: Regime = {
  name: 'pairs',
  quantities: [
    { name: 'distance', kind: 'array', usual: /^(?:[dDx]|\\delta)(?:_|\(|$)/, group: 'distance' },
    { name: 'similar', kind: 'array', usual: /^[yYt](?:_|\(|$)/, slot: 'target', group: 'distance' },
    { name: 'different', kind: 'array', usual: /^[yYt](?:_|\(|$)/, slot: 'target', group: 'distance' },
    { name: 'sign', kind: 'array', usual: /^[yt](?:_|\(|$)/, slot: 'target' },
    { name: 'first', kind: 'array', usual: /^(?:x_\{?1|s_|f)|1/, slot: 'input1', group: 'ranking' },
    { name: 'second', kind: 'array', usual: /^(?:x_\{?2|s_|f)|2/, slot: 'input2', group: 'ranking' },
    { name: 'count', kind: 'count', usual: countNames },
    { name: 'margin', kind: 'parameter', usual: /^(?:m|\\(?:alpha|gamma|Delta|delta|epsilon)|margin)$/ },
  ],
  references: [
    {
      formula: 'contrastive',
      slots: { distance: 'distance', target: 'similar' },
      symbols: { margin: 'margin' },
      needs: ['similar'],
    },
    {
      formula: 'contrastive',
      slots: { distance: 'distance', target: 'similar' },
      symbols: { margin: 'margin' },
      needs: ['different'],
    },
    {
      formula: 'hinge-embedding',
      slots: { distance: 'distance', target: 'sign' },
      symbols: { margin: 'margin' },
      needs: ['sign', 'distance'],
    },
    {
      formula: 'margin-ranking',
      slots: { input1: 'first', input2: 'second', target: 'sign' },
      symbols: { margin: 'margin' },
      needs: ['sign', 'first', 'second'],
    },
  ],
  probes: probesOf(pairProbe),
};

function tripletProbe(seed: number): Probe {
  const random = new Random(seed + 1100);
  const d = lengths[(seed - 1) % lengths.length]!;
  const anchor = vector(d, () => random.between(-1, 1));
  const positive = derived((x) => x + random.between(-0.8, 0.8), anchor);
  const negative = derived((x) => x + random.between(-0.8, 0.8), anchor);
  const near = Math.hypot(...derived((a, p) => a - p, anchor, positive).values);
  const far = Math.hypot(...derived((a, n) => a - n, anchor, negative).values);
  return {
    anchor,
    positive,
    negative,
    near: scalar(near),
    far: scalar(far),
    margin: scalar(random.between(0.8, 2.2)),
  };
}

const triple = { anchor: 'anchor', positive: 'positive', negative: 'negative' } as const;

/** One anchor, one of its kind, one of another. */
export const tripletRegime: Regime = {
  name: 'triplets',
  quantities: [
    { name: 'anchor', kind: 'array', usual: /a|anchor/, group: 'vectors' },
    { name: 'positive', kind: 'array', usual: /p|\+|pos/, group: 'vectors' },
    { name: 'negative', kind: 'array', usual: /n|-|neg/, group: 'vectors' },
    {
      name: 'near',
      kind: 'array',
      usual: /^(?:d|D|s|\\delta).*(?:p|\+|pos)/,
      group: 'distances',
      slot: 'positive',
    },
    {
      name: 'far',
      kind: 'array',
      usual: /^(?:d|D|s|\\delta).*(?:n|-|neg)/,
      group: 'distances',
      slot: 'negative',
    },
    { name: 'margin', kind: 'parameter', usual: /^(?:m|\\(?:alpha|gamma|Delta|delta|epsilon)|margin)$/ },
  ],
  references: [
    { formula: 'triplet', slots: triple, symbols: { margin: 'margin' }, needs: ['near', 'far'] },
    {
      formula: 'triplet',
      slots: triple,
      symbols: { margin: 'margin' },
      needs: ['anchor', 'positive', 'negative'],
    },
    {
      formula: 'triplet',
      slots: triple,
      symbols: { margin: 'margin' },
      fixed: { squared: true },
      needs: ['anchor', 'positive', 'negative'],
      reported: { squared: 'true' },
    },
  ],
  probes: probesOf(tripletProbe),
  single: true,
};
