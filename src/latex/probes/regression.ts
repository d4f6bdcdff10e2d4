import { countNames, meanNames, parameterNames, predictionNames, residualNames, targetNames } from './names';
import { derived, matrix, Random, scalar, vector } from './random';
import { probesOf, type Probe, type Quantity, type Reference, type Regime } from './regime';

const lengths = [5, 3, 6, 4, 7, 2, 8];

function realProbe(seed: number): Probe {
  const random = new Random(seed);
  const n = lengths[(seed - 1) % lengths.length]!;
  const target = vector(n, () => random.between(-3, 3));
  const prediction = derived((y) => y + random.between(-2.2, 2.2), target);
  return {
    target,
    prediction,
    residual: derived((y, f) => y - f, target, prediction),
    reversed: derived((y, f) => f - y, target, prediction),
    count: scalar(n),
    positive: scalar(random.between(0.5, 1.5)),
    second: scalar(random.between(0.3, 1.2)),
    unit: scalar(random.between(0.15, 0.85)),
    power: scalar(random.between(1.2, 3)),
  };
}

/** Names of predictions and targets proper. */
const notResidual = /^\\(?:hat|tilde) [a-df-z]|^[fhg](?:\(|_|$)|^[yt](?:\(|_|$)|pred|⊤/;

const quantities: readonly Quantity[] = [
  { name: 'prediction', kind: 'array', usual: predictionNames, never: meanNames, group: 'pair' },
  { name: 'target', kind: 'array', usual: targetNames, never: meanNames, group: 'pair' },
  { name: 'residual', kind: 'array', usual: residualNames, never: notResidual, group: 'residual' },
  {
    name: 'reversed',
    kind: 'array',
    usual: residualNames,
    never: notResidual,
    slot: 'residual',
    group: 'reversed',
  },
  { name: 'count', kind: 'count', usual: countNames },
  { name: 'positive', kind: 'parameter', usual: parameterNames },
  { name: 'unit', kind: 'parameter', usual: parameterNames },
  { name: 'power', kind: 'parameter', usual: /^[pq]$/ },
];

const pair = { prediction: 'prediction', target: 'target' } as const;

/** Distances between two distributions are no errors of a regression, though the numbers agree. */
const distributions = (names: readonly string[]): boolean =>
  names.some((name) => /^[pP](?:_|\(|$)/.test(name)) && names.some((name) => /^[qQ](?:_|\(|$)/.test(name));
const means = (names: readonly string[]): boolean => names.some((name) => meanNames.test(name));
const strongTarget = /^(?:[yYt]|o|\\mathbf y)(?:_|\(|\^|'|$)|true|target|label|actual|gt/;
const strongPrediction = /^\\(?:hat|tilde) |^[fgh](?:_|\()|pred|⊤/;
const error = /^(?:[erE]|\\(?:hat )?(?:epsilon|xi)|\\hat e)(?:_|\(|\^|$)|err|res/;
/** A difference of anything is no error; one of the two must look like a target or a prediction. */
const unlikely = (names: readonly string[]): boolean =>
  !names.some(
    (name) =>
      strongTarget.test(name) || strongPrediction.test(name) || (names.length === 1 && error.test(name)),
  );
/** f(x_i) against f(x_j) is a difference of one thing at two places. */
const alike = (names: readonly string[]): boolean => {
  const [first, second] = names;
  if (first === undefined || second === undefined || names.length > 2) return false;
  const stem = (name: string): string => name.replace(/[_(^'].*$/, '');
  return (
    stem(first) === stem(second) &&
    !names.some((name) => /true|pred|target|label|gt|'|\*|model|actual|\^\{/.test(name))
  );
};
const notErrors = (names: readonly string[]): boolean =>
  distributions(names) || means(names) || unlikely(names) || alike(names);
const notBias = (names: readonly string[]): boolean =>
  notErrors(names) ||
  !names.some((name) => strongPrediction.test(name) && !/⊤/.test(name)) ||
  !names.some((name) => strongTarget.test(name));

const references: readonly Reference[] = [
  { formula: 'mse', slots: pair, veto: notErrors, weight: 3 },
  { formula: 'mae', slots: pair, veto: notErrors, weight: 3 },
  { formula: 'mbe', slots: pair, veto: notBias, only: ['natural'], needs: ['prediction', 'target'] },
  { formula: 'rmse', slots: pair, veto: notErrors, weight: 2 },
  { formula: 'huber', slots: pair, symbols: { delta: 'positive' }, weight: 2 },
  { formula: 'smooth-l1', slots: pair, symbols: { beta: 'positive' }, weight: 1 },
  { formula: 'log-cosh', slots: pair },
  { formula: 'quantile', slots: pair, symbols: { q: 'unit' }, weight: 1 },
  { formula: 'epsilon-insensitive', slots: pair, symbols: { epsilon: 'positive' }, weight: 1 },
  { formula: 'squared-epsilon-insensitive', slots: pair, symbols: { epsilon: 'positive' } },
  { formula: 'pseudo-huber', slots: pair, symbols: { delta: 'positive' } },
  { formula: 'fair', slots: pair, symbols: { c: 'positive' } },
  { formula: 'expectile', slots: pair, symbols: { alpha: 'unit' } },
  { formula: 'lq', slots: pair, symbols: { p: 'power' }, veto: notErrors },
  { formula: 'max-error', slots: pair, only: ['natural'], veto: notErrors },
  { formula: 'median-absolute-error', slots: pair, only: ['natural'], veto: notErrors },
  { formula: 'mape', slots: pair },
  { formula: 'smape', slots: pair },
  { formula: 'wmape', slots: pair, only: ['natural'] },
];

export const regressionRegime: Regime = {
  name: 'regression',
  quantities,
  references,
  probes: probesOf(realProbe),
};

/** Errors of tables: images, several outputs. */
function tableProbe(seed: number): Probe {
  const random = new Random(seed + 50);
  const rows = lengths[(seed - 1) % lengths.length]!;
  const columns = lengths[(seed + 1) % lengths.length]!;
  const target = matrix(rows, columns, () => random.between(-3, 3));
  const prediction = derived((y) => y + random.between(-2.2, 2.2), target);
  return {
    target,
    prediction,
    residual: derived((y, f) => y - f, target, prediction),
    rows: scalar(rows),
    columns: scalar(columns),
    cells: scalar(rows * columns),
    positive: scalar(random.between(0.5, 1.5)),
  };
}

export const tableRegime: Regime = {
  name: 'regression of tables',
  quantities: [
    ...quantities.filter((quantity) =>
      ['prediction', 'target', 'residual', 'positive'].includes(quantity.name),
    ),
    { name: 'rows', kind: 'count', usual: countNames },
    { name: 'columns', kind: 'count', usual: countNames },
    { name: 'cells', kind: 'count', usual: countNames },
  ],
  references: references.filter((reference) =>
    ['mse', 'mae', 'rmse', 'huber', 'smooth-l1'].includes(reference.formula),
  ),
  probes: probesOf(tableProbe),
};

function positiveProbe(seed: number): Probe {
  const random = new Random(seed + 100);
  const n = lengths[(seed - 1) % lengths.length]!;
  const target = vector(n, () => random.between(0.3, 4));
  const prediction = vector(n, () => random.between(0.3, 4));
  const variance = vector(n, () => random.between(0.3, 2.5));
  return {
    target,
    prediction,
    logPrediction: derived(Math.log, prediction),
    variance,
    deviation: derived(Math.sqrt, variance),
    logVariance: derived(Math.log, variance),
    precision: derived((v) => 1 / v, variance),
    count: scalar(n),
    power: scalar(random.between(1.15, 1.85)),
  };
}

const ownMean = /^\\bar |^\\overline|^E\b|mean|avg/;

export const positiveRegime: Regime = {
  name: 'positive regression',
  quantities: [
    {
      name: 'prediction',
      kind: 'array',
      usual: /^\\(?:hat|mu|lambda|tilde)|^[fh](?:\(|_|$)|pred|^p/,
      never: ownMean,
    },
    { name: 'target', kind: 'array', usual: targetNames, never: ownMean },
    {
      name: 'logPrediction',
      kind: 'array',
      usual: /^[xfzs](?:_|\(|$)|^\\hat|log/,
      slot: 'prediction',
      never: ownMean,
    },
    { name: 'variance', kind: 'array', usual: /^(?:var|v|s|\\sigma|\\hat v|Var|\\Sigma)/, never: ownMean },
    { name: 'deviation', kind: 'array', usual: /^\\(?:hat )?\\?sigma/, slot: 'variance', never: ownMean },
    { name: 'logVariance', kind: 'array', usual: /^(?:s|\\log)/, slot: 'variance', never: ownMean },
    { name: 'count', kind: 'count', usual: countNames },
    { name: 'power', kind: 'parameter', usual: /^[pq]$|^\\(?:rho|xi)/ },
  ],
  references: [
    { formula: 'msle', slots: pair },
    { formula: 'rmsle', slots: pair, only: ['natural'] },
    {
      formula: 'poisson-nll',
      slots: pair,
      fixed: { logInput: false, epsilon: 0 },
      reported: { logInput: 'false' },
    },
    {
      formula: 'poisson-nll',
      slots: { prediction: 'logPrediction', target: 'target' },
      fixed: { logInput: true, epsilon: 0 },
    },
    { formula: 'gaussian-nll', slots: { ...pair, variance: 'variance' }, fixed: { epsilon: 0 } },
    {
      formula: 'gaussian-nll',
      slots: { ...pair, variance: 'variance' },
      fixed: { epsilon: 0, full: true },
      reported: { full: 'true' },
    },
    { formula: 'gamma-nll', slots: pair },
    { formula: 'tweedie', slots: pair, symbols: { power: 'power' }, fixed: { kind: 'deviance' } },
    {
      formula: 'tweedie',
      slots: pair,
      symbols: { power: 'power' },
      fixed: { kind: 'nll-kernel' },
      reported: { kind: 'nll-kernel' },
    },
    { formula: 'smape', slots: pair },
    { formula: 'mape', slots: pair },
    { formula: 'wmape', slots: pair, only: ['natural'] },
  ],
  probes: probesOf(positiveProbe),
};
