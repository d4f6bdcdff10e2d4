import { derived, distribution, distributions, matrix, Random, scalar, softmaxRows, vector } from './random';
import { probesOf, type Probe, type Quantity, type Reference, type Regime } from './regime';

const classCounts = [4, 3, 5, 3, 4, 6, 5];
const sampleCounts = [3, 5, 2, 4, 3, 2, 6];

const quantities: readonly Quantity[] = [
  {
    name: 'probabilities',
    kind: 'array',
    group: 'probabilities',
    usual: /^\\(?:hat|tilde|pi|mu|sigma)|^[pPaho](?:_|\(|$)|pred|^y'|^s(?:_|$)/,
  },
  {
    name: 'targetProbabilities',
    kind: 'array',
    usual: /^(?:\\tilde )?[ytY](?:_|\(|\^|$)|true|label|target|gt/,
    never: /^\\hat/,
  },
  { name: 'logits', kind: 'array', group: 'logits', usual: /^(?:[zxsfoal]|\\hat y|\\eta|logit)(?:_|\(|$)|⊤/ },
  { name: 'logProbabilities', kind: 'array', group: 'logProbabilities', usual: /log/, never: /^(?!.*log)/ },
  {
    name: 'classIndex',
    kind: 'array',
    usual: /^(?:[ytck]|\\hat y|class|label)(?:_|\(|$)|true/,
    never: /^[zsfpPqx](?:_|\(|$)|^\\hat/,
  },
  {
    name: 'truth',
    kind: 'array',
    never: /^[A-Z]{2,}/,
    usual: /^(?:\\hat )?[pPqa](?:_\{[a-z0-9,_{}]*\}$|_#)|^\\hat y|^[pPfq].*\|/,
    slot: 'probabilities',
    group: 'truth',
  },
  { name: 'samples', kind: 'count', usual: /^(?:[NnMmB]|\|.*\|)$/ },
  { name: 'classes', kind: 'count', usual: /^[KCMkcLJ]$/ },
  { name: 'gamma', kind: 'parameter', usual: /^\\gamma/ },
  { name: 'epsilon', kind: 'parameter', usual: /^\\(?:epsilon|alpha|delta)/ },
  { name: 'positive', kind: 'parameter', usual: /^(?:\\Delta|\\delta|\\gamma|m|margin)/ },
  { name: 'unit', kind: 'parameter', usual: /^(?:q|\\alpha)/ },
];

const fromProbabilities = {
  probabilities: 'probabilities',
  targetProbabilities: 'targetProbabilities',
} as const;
const indexed = { probabilities: 'probabilities', classIndex: 'classIndex' } as const;
const scored = { scores: 'logits', classIndex: 'classIndex' } as const;

const references: readonly Reference[] = [
  { formula: 'cross-entropy', slots: fromProbabilities, weight: 3 },
  { formula: 'cross-entropy', slots: indexed, weight: 3 },
  {
    formula: 'nll',
    slots: { logProbabilities: 'logProbabilities', classIndex: 'classIndex' },
    prefers: /\|/,
    weight: 2,
  },
  {
    formula: 'label-smoothing-ce',
    slots: { logits: 'logits', classIndex: 'classIndex' },
    symbols: { labelSmoothing: 'epsilon' },
  },
  {
    formula: 'label-smoothing-ce',
    slots: { probabilities: 'probabilities', classIndex: 'classIndex' },
    symbols: { labelSmoothing: 'epsilon' },
  },
  {
    formula: 'focal',
    slots: { logits: 'logits', classIndex: 'classIndex' },
    symbols: { gamma: 'gamma' },
    weight: 2,
  },
  {
    formula: 'focal',
    slots: { logits: 'logits', classIndex: 'classIndex' },
    symbols: { gamma: 'gamma', alpha: 'unit' },
    weight: 1,
  },
  {
    formula: 'poly-1',
    slots: { logits: 'logits', classIndex: 'classIndex' },
    symbols: { epsilon: 'epsilon' },
  },
  {
    formula: 'multiclass-hinge',
    slots: scored,
    fixed: { kind: 'crammer-singer' },
    weight: 2,
    reported: { kind: 'crammer-singer' },
  },
  {
    formula: 'multiclass-hinge',
    slots: scored,
    symbols: { margin: 'positive' },
    fixed: { kind: 'multi-margin' },
    times: 'classes',
    reported: { kind: 'multi-margin' },
  },
  {
    formula: 'multiclass-hinge',
    slots: scored,
    symbols: { margin: 'positive' },
    fixed: { kind: 'multi-margin' },
    reported: { kind: 'multi-margin' },
  },
  { formula: 'generalized-cross-entropy', slots: indexed, symbols: { q: 'unit' } },
  { formula: 'brier', slots: { prediction: 'probabilities', target: 'oneHot' }, needs: ['classIndex'] },
];

function parameters(random: Random): Probe {
  return {
    gamma: scalar(random.between(0.5, 3)),
    epsilon: scalar(random.between(0.05, 0.6)),
    positive: scalar(random.between(0.4, 1.6)),
    unit: scalar(random.between(0.2, 0.9)),
  };
}

/** One sample: the class axis is the only one. */
function sampleProbe(seed: number): Probe {
  const random = new Random(seed + 500);
  const c = classCounts[(seed - 1) % classCounts.length]!;
  const logits = vector(c, () => random.between(-2, 2));
  const probabilities = softmaxRows(logits);
  const classIndex = random.below(c);
  return {
    logits,
    probabilities,
    logProbabilities: derived(Math.log, probabilities),
    targetProbabilities: distribution(random, c),
    classIndex: scalar(classIndex),
    oneHot: vector(c, (k) => Number(k === classIndex)),
    truth: scalar(probabilities.values[classIndex]!),
    classes: scalar(c),
    ...parameters(random),
  };
}

/** A batch of samples. */
function batchProbe(seed: number): Probe {
  const random = new Random(seed + 600);
  const n = sampleCounts[(seed - 1) % sampleCounts.length]!;
  const c = classCounts[(seed - 1) % classCounts.length]!;
  const logits = matrix(n, c, () => random.between(-2, 2));
  const probabilities = softmaxRows(logits);
  const classIndex = vector(n, () => random.below(c));
  return {
    logits,
    probabilities,
    logProbabilities: derived(Math.log, probabilities),
    targetProbabilities: distributions(random, n, c),
    classIndex,
    oneHot: matrix(n, c, (row, column) => Number(classIndex.values[row] === column)),
    truth: vector(n, (row) => probabilities.values[row * c + classIndex.values[row]!]!),
    samples: scalar(n),
    classes: scalar(c),
    ...parameters(random),
  };
}

export const sampleRegime: Regime = {
  name: 'one sample',
  quantities,
  references,
  probes: probesOf(sampleProbe),
  single: true,
  summable: true,
};
export const batchRegime: Regime = {
  name: 'batch',
  quantities,
  references,
  probes: probesOf(batchProbe),
  summable: true,
};
