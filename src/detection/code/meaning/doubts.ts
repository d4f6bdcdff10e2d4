import { walk, type Expression } from '../../../latex/expression';
import type { Recognition } from '../../../latex/recognition';
import type { FormulaId } from '../../../catalog/ids';

/** Measures of one distribution. All other formulas compare two quantities. */
const ofOne: ReadonlySet<FormulaId> = new Set([
  'entropy',
  'binary-entropy',
  'perplexity',
  'joint-entropy',
  'conditional-entropy',
  'mutual-information',
  'gini-impurity',
]);

/** Formulas of a difference. */
const ofResidual: ReadonlySet<FormulaId> = new Set([
  'mse',
  'mae',
  'rmse',
  'huber',
  'smooth-l1',
  'log-cosh',
  'quantile',
  'pseudo-huber',
  'epsilon-insensitive',
  'fair',
  'lq',
]);

const residualName = /diff|err|resid|delta|^[erd]$/i;
const comparedName = /pred|hat|targ|true|label|logit|^y|out|recon|actual|expected|obs/i;

/**
 * Whether a recognised expression of code is to be reported. Code squares and sums for many ends: a norm is no squared
 * error, a distance between points none either.
 */
export function isBelievable(recognition: Recognition, expression: Expression): boolean {
  const { formula, factor = 1, bindings, reduction } = recognition;
  if (formula === null || factor <= 0) return false;
  if (!usesEverything(recognition, expression)) return false;
  if (ofOne.has(formula)) return factor === 1;
  const texts = Object.values(bindings);
  const quantities = new Set(texts);
  if (quantities.size < 2)
    return ofResidual.has(formula) && reduction === 'mean' && texts.some((text) => residualName.test(text));
  if (ofResidual.has(formula) && sumsAlongAxis(expression)) return false;
  if (formula === 'total-variation') return factor === 1;
  const isPlainSum = reduction === 'sum' || reduction === 'none';
  return !isPlainSum || texts.some((text) => comparedName.test(text));
}

/** Every name of the expression has a place in the formula: what is left over makes it another. */
function usesEverything({ bindings, params = {} }: Recognition, expression: Expression): boolean {
  const places = [...Object.values(bindings), ...Object.values(params).map(String)].join(' ');
  const placed = new Set(places.split(/[^\w.]+/));
  for (const part of walk(expression))
    if (part.kind === 'variable' && !placed.has(part.name) && !places.split(/[()\s]+/).includes(part.name))
      return false;
  return true;
}

/** A sum along one axis of a difference is a distance between points. */
function sumsAlongAxis(expression: Expression): boolean {
  for (const part of walk(expression))
    if (part.kind === 'reduce' && part.operation === 'sum' && part.over.kind === 'axis') return true;
  return false;
}
