import { countNames } from './names';
import { derived, Random, scalar, vector } from './random';
import { probesOf, type Probe, type Regime } from './regime';

const lengths = [5, 4, 6, 3, 7, 4, 8];

function binaryProbe(seed: number): Probe {
  const random = new Random(seed + 300);
  const n = lengths[(seed - 1) % lengths.length]!;
  const logit = vector(n, () => random.between(-2.5, 2.5));
  const probability = derived((x) => 1 / (1 + Math.exp(-x)), logit);
  // Both labels occur.
  const target = vector(n, (i) => (i < 2 ? i : random.below(2)));
  const alpha = random.between(0.2, 0.8);
  const truth = derived((p, y) => (y === 1 ? p : 1 - p), probability, target);
  return {
    logit,
    probability,
    target,
    truth,
    soft: vector(n, () => random.next()),
    alphaT: derived((y) => (y === 1 ? alpha : 1 - alpha), target),
    count: scalar(n),
    alpha: scalar(alpha),
    gamma: scalar(random.between(0.5, 3)),
    weight: scalar(random.between(0.5, 3)),
  };
}

const ofProbability = { probability: 'probability', target: 'target' } as const;
const ofLogit = { logit: 'logit', target: 'target' } as const;

export const binaryRegime: Regime = {
  name: 'binary classification',
  quantities: [
    {
      name: 'probability',
      kind: 'array',
      group: 'probability',
      usual: /^\\(?:hat|tilde|pi|mu|sigma)|^[pPahfoq](?:_|\(|$)|pred|^y'/,
    },
    { name: 'target', kind: 'array', usual: /^[ytYo](?:_|\(|\^|$)|true|label|target|gt/, never: /^\\hat|^p/ },
    { name: 'logit', kind: 'array', group: 'logit', usual: /^(?:[zxsfoal]|\\hat y|\\eta|logit)(?:_|\(|$)|⊤/ },
    {
      name: 'truth',
      kind: 'array',
      usual: /^p_\{t\}|^[pP](?:_\{.*\}|\(.*\|.*\)|_#)?$|^\\hat p/,
      slot: 'probability',
      group: 'truth',
    },
    { name: 'alphaT', kind: 'array', usual: /^\\alpha/, never: /^(?!\\alpha|w)/, slot: 'alpha' },
    { name: 'count', kind: 'count', usual: countNames },
    { name: 'alpha', kind: 'parameter', usual: /^\\alpha/ },
    { name: 'gamma', kind: 'parameter', usual: /^\\gamma/ },
  ],
  references: [
    { formula: 'binary-cross-entropy', slots: ofProbability, weight: 4, needs: ['target'] },
    { formula: 'focal', slots: ofLogit, symbols: { gamma: 'gamma', alpha: 'alpha' }, weight: 2 },
    {
      formula: 'focal',
      slots: ofLogit,
      symbols: { gamma: 'gamma' },
      implied: { alpha: 'alpha' },
      needs: ['alphaT'],
      weight: 2,
    },
    { formula: 'focal', slots: ofLogit, symbols: { gamma: 'gamma' }, weight: 2 },
    {
      formula: 'brier',
      slots: { prediction: 'probability', target: 'target' },
      needs: ['target'],
      veto: (names) =>
        !(names.some((name) => /^(?:\\hat )?p/.test(name)) && names.some((name) => /^[yot]/.test(name))),
    },
  ],
  probes: probesOf(binaryProbe),
};

function marginProbe(seed: number): Probe {
  const random = new Random(seed + 400);
  const n = lengths[(seed - 1) % lengths.length]!;
  const score = vector(n, () => random.between(-2.5, 2.5));
  const target = vector(n, (i) => (i === 0 ? 1 : i === 1 ? -1 : random.below(2) * 2 - 1));
  const margin = derived((f, y) => f * y, score, target);
  const label = vector(n, () => random.below(4));
  const predicted = vector(n, (i) => (i < 1 ? label.values[i]! : random.below(4)));
  return {
    score,
    target,
    margin,
    label,
    predicted,
    count: scalar(n),
    positive: scalar(random.between(0.4, 1.6)),
  };
}

/** i ≠ j compares positions. */
const indices = (names: readonly string[]): boolean =>
  names.every((name) => /^[a-z]$/.test(name) && !/[yt]/.test(name));

const scored = { score: 'score', target: 'target' } as const;

export const marginRegime: Regime = {
  name: 'margins',
  quantities: [
    { name: 'score', kind: 'array', group: 'pair', usual: /^\\hat|^[fhgszxFH](?:_|\(|$)|⊤|score|^y\(|pred/ },
    {
      name: 'target',
      kind: 'array',
      group: 'pair',
      usual: /^[ytY](?:_|\(|\^|$)|true|label|target/,
      never: /^\\hat|^f/,
    },
    {
      name: 'margin',
      kind: 'array',
      group: 'margin',
      usual: /^(?:[mzuvxat]|\\gamma|\\rho|\\mu)(?:_|\(|$)|margin/,
    },
    { name: 'count', kind: 'count', usual: countNames },
    { name: 'label', kind: 'array', group: 'labels', usual: /^[ytY](?:_|\(|$)|true/, slot: 'target' },
    {
      name: 'predicted',
      kind: 'array',
      group: 'labels',
      usual: /^\\hat|^[hfc](?:\(|_|$)|pred/,
      slot: 'prediction',
    },
    { name: 'positive', kind: 'parameter', usual: /^(?:\\Delta|\\gamma|\\epsilon|m|\\delta)$/ },
  ],
  references: [
    { formula: 'hinge', slots: scored, weight: 3 },
    { formula: 'squared-hinge', slots: scored, weight: 2 },
    { formula: 'logistic', slots: scored, weight: 2 },
    { formula: 'exponential', slots: scored },
    { formula: 'modified-huber', slots: scored },
    { formula: 'zero-one', slots: scored },
    {
      formula: 'zero-one',
      slots: { prediction: 'predicted', target: 'label' },
      needs: ['predicted', 'label'],
      veto: indices,
    },
  ],
  probes: probesOf(marginProbe),
};
