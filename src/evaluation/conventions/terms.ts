import type { Computation } from '../../numeric/computation';
import type { Tensor } from '../../numeric/tensor';
import type { Arrays } from './bridge';
import type { Case } from './case';
import { clipped, everyValue, indexWhere, rowLength, softplus } from './tensors';

/** 2⁻⁵², the distance from 1 to the next double: `numpy.finfo(float).eps`. */
const doubleEpsilon = Number.EPSILON;

type TermLoop = Computation['terms'];

/** A computation whose terms are others; its gradient would be wrong. */
function withTerms(computation: Computation, terms: TermLoop): Computation {
  const { shape, divisor, reduction, reducible, finish } = computation;
  return {
    shape,
    reduction,
    reducible,
    terms,
    ...(divisor === undefined ? {} : { divisor }),
    ...(finish === undefined ? {} : { finish }),
  };
}

export function binaryTerms(
  arrays: Arrays,
  computation: Computation,
  log: (x: number) => number,
): Computation {
  const { probability, target, weight } = arrays;
  if (probability === undefined || target === undefined) return computation;
  return withTerms(computation, (out, start, end) => {
    for (let i = start; i < end; i++) {
      const t = target.values[i]!;
      const p = probability.values[i]!;
      out[i - start] = (weight?.values[i] ?? 1) * -(t * log(p) + (1 - t) * log(1 - p));
    }
  });
}

/** max(0, m − y·f) for a margin m other than 1. */
export function marginTerms({ arrays, options }: Case, computation: Computation): Computation {
  const margin = Number(options.get('margin') ?? 1);
  const { score, target } = arrays;
  if (margin === 1 || score === undefined || target === undefined) return computation;
  return withTerms(computation, (out, start, end) => {
    for (let i = start; i < end; i++)
      out[i - start] = Math.max(0, margin - target.values[i]! * score.values[i]!);
  });
}

/** 1 − n/(d + ε), where the loss without guard is 1 − n/d. */
export function guardedOverlap({ arrays, symbol, formula }: Case, computation: Computation): Computation {
  const { prediction, target } = arrays;
  const { epsilon } = symbol;
  if (epsilon === undefined || prediction === undefined || target === undefined) return computation;
  if (computation.value === undefined) return computation;
  let overlap = 0;
  for (let i = 0; i < prediction.values.length; i++) overlap += prediction.values[i]! * target.values[i]!;
  const numerator = formula === 'dice' ? 2 * overlap : overlap;
  const denominator = numerator / (1 - computation.value);
  if (!Number.isFinite(denominator)) return computation;
  const { gradient: _gradient, ...rest } = computation;
  return { ...rest, value: 1 - numerator / (denominator + epsilon) };
}

export function notANumberWhereBothVanish({ p, q }: Arrays, computation: Computation): Computation {
  if (p === undefined || q === undefined || indexWhere(p.values, (x, i) => x === 0 && q.values[i] === 0) < 0)
    return computation;
  return withTerms(computation, (out, start, end) => {
    computation.terms(out, start, end);
    for (let i = start; i < end; i++) if (p.values[i] === 0 && q.values[i] === 0) out[i - start] = NaN;
  });
}

export function categoricalTerms(p: Tensor, computation: Computation): Computation {
  const clamped = clipped(p, doubleEpsilon, 1 - doubleEpsilon);
  if (clamped === p) return computation;
  return withTerms(computation, (out, start, end) => {
    for (let i = start; i < end; i++) out[i - start] = -p.values[i]! * Math.log(clamped.values[i]!);
  });
}

export function bernoulliTerms(p: Tensor, computation: Computation): Computation {
  const clamped = clipped(p, doubleEpsilon, 1 - doubleEpsilon);
  if (clamped === p) return computation;
  return withTerms(computation, (out, start, end) => {
    for (let i = start; i < end; i++) {
      const logit = Math.log(clamped.values[i]!) - Math.log1p(-clamped.values[i]!);
      out[i - start] = softplus(logit) - p.values[i]! * logit;
    }
  });
}

export function percentageTerms({ arrays, symbol }: Case, computation: Computation): Computation {
  const least = symbol.denominator === 'max(1,|y|)' ? 1 : symbol.epsilon;
  const { prediction, target } = arrays;
  if (least === undefined || prediction === undefined || target === undefined) return computation;
  if (everyValue(target, (y) => !(Math.abs(y) < least))) return computation;
  return withTerms(computation, (out, start, end) => {
    for (let i = start; i < end; i++) {
      const y = target.values[i]!;
      out[i - start] = Math.abs(prediction.values[i]! - y) / Math.max(Math.abs(y), least);
    }
  });
}

/** max(0, 1 + max(0, best wrong score) − right score), which is another number where all wrong scores are negative. */
export function flooredHinge({ scores, classIndex }: Arrays, computation: Computation): Computation {
  if (scores === undefined || classIndex === undefined) return computation;
  const width = rowLength(scores);
  const bestWrong = (row: number): number => {
    let best = -Infinity;
    for (let j = 0; j < width; j++) {
      if (j !== classIndex.values[row]) best = Math.max(best, scores.values[row * width + j]!);
    }
    return best;
  };
  if (classIndex.values.every((_, row) => bestWrong(row) >= 0)) return computation;
  return withTerms(computation, (out, start, end) => {
    for (let row = start; row < end; row++) {
      const right = scores.values[row * width + classIndex.values[row]!]!;
      out[row - start] = Math.max(0, 1 + Math.max(0, bestWrong(row)) - right);
    }
  });
}
