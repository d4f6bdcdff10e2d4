import type { FormulaId } from '../../catalog/ids';
import { walk, type Expression } from '../expression';
import { speaksOfLogarithms } from '../logarithms';

/** What an expression is made of. Numbers can agree by accident; a formula's make cannot. */
export interface Features {
  readonly logs: boolean;
  /** Branches, maxima, absolute values. */
  readonly pieces: boolean;
  /** Sums, means, norms, or measures that sum inside. */
  readonly sums: boolean;
}

export function featuresOf(expression: Expression): Features {
  const parts = [...walk(expression)];
  const exponential = parts.some((part) => part.kind === 'call' && part.function === 'exp');
  return {
    logs:
      exponential ||
      speaksOfLogarithms(expression) ||
      parts.some((part) => part.kind === 'call' && part.function === 'sigmoid'),
    pieces: parts.some(isPiecewise),
    sums: parts.some((part) => ['reduce', 'norm', 'inner', 'measure', 'vector'].includes(part.kind)),
  };
}

function isPiecewise(part: Expression): boolean {
  if (part.kind === 'cases' || part.kind === 'indicator') return true;
  if (part.kind === 'reduce') return part.operation === 'max' || part.operation === 'min';
  return (
    part.kind === 'call' && ['maximum', 'minimum', 'positivePart', 'abs', 'sign'].includes(part.function)
  );
}

const withLogs: ReadonlySet<FormulaId> = new Set<FormulaId>([
  'cross-entropy',
  'binary-cross-entropy',
  'nll',
  'focal',
  'poly-1',
  'logistic',
  'exponential',
  'label-smoothing-ce',
  'self-information',
  'entropy',
  'binary-entropy',
  'joint-entropy',
  'conditional-entropy',
  'mutual-information',
  'kl-divergence',
  'js-divergence',
  'cross-entropy-distribution',
  'differential-entropy',
  'generalized-kl',
  'jeffreys',
  'renyi-entropy',
  'renyi-divergence',
  'poisson-nll',
  'gaussian-nll',
  'gamma-nll',
  'msle',
  'rmsle',
  'log-cosh',
]);

const withPieces: ReadonlySet<FormulaId> = new Set<FormulaId>([
  'huber',
  'smooth-l1',
  'hinge',
  'squared-hinge',
  'multiclass-hinge',
  'triplet',
  'contrastive',
  'hinge-embedding',
  'margin-ranking',
  'epsilon-insensitive',
  'squared-epsilon-insensitive',
  'quantile',
  'expectile',
  'zero-one',
  'modified-huber',
  'mae',
  'mape',
  'smape',
  'wmape',
  'max-error',
  'median-absolute-error',
  'fair',
]);

const withSums: ReadonlySet<FormulaId> = new Set<FormulaId>([
  'gini-impurity',
  'huffman',
  'total-variation',
  'hellinger',
  'bhattacharyya',
  'entropy',
  'kl-divergence',
  'js-divergence',
  'jeffreys',
  'generalized-kl',
  'cross-entropy-distribution',
  'renyi-entropy',
  'renyi-divergence',
  'rmse',
  'rmsle',
  'mbe',
  'dice',
  'jaccard',
  'tversky',
  'wmape',
  'perplexity',
  'max-error',
]);

/** Formulas that a particular number for their parameter turns into something everyday. */
const symbolic: ReadonlySet<FormulaId> = new Set<FormulaId>([
  'generalized-cross-entropy',
  'expectile',
  'lq',
  'label-smoothing-ce',
  'renyi-entropy',
  'renyi-divergence',
  'tweedie',
  'epsilon-insensitive',
  'squared-epsilon-insensitive',
  'fair',
  'hinge-embedding',
  'margin-ranking',
  'tversky',
  'differential-entropy',
  'poly-1',
  'focal',
  'pseudo-huber',
]);

/** Whether an expression of these features can be the formula at all. */
export function isPossible(formula: FormulaId, features: Features): boolean {
  if (withLogs.has(formula) && !features.logs) return false;
  if (withSums.has(formula) && !features.sums) return false;
  // |x| may be a norm: of a number it is the absolute value.
  const absolute =
    features.pieces || (features.sums && /^(?:mae|mape|wmape|triplet|max-error)$/.test(formula));
  return !withPieces.has(formula) || absolute;
}

/** Whether numbers of an expression may stand for the formula's parameters though nothing names the formula. */
export function takesNumbers(formula: FormulaId): boolean {
  return !symbolic.has(formula);
}
