import type { Text } from '../../base/text';
import type { Formula } from '../../catalog/formula';
import type { FrameworkSymbol, SymbolReduction } from '../../catalog/frameworks/symbol';
import type { Computation } from '../../numeric/computation';
import { reduceTerms, termCount, valueOf } from '../../numeric/reduce';

/** How a library makes one number, or several, out of the terms. */
export interface LibraryReduction {
  readonly value: number;
  /** What the library would return for `none`, and what its mean and sum are. */
  readonly units: Computation;
  readonly mean: number;
  readonly sum: number;
  /** The library's word for it. */
  readonly name: string;
  /** What the sum of the units is divided by to give `value`; undefined where the value is no such quotient. */
  readonly divisor?: number;
  /** The same of the formula's own terms, which is what its gradient is divided by. */
  readonly termDivisor?: number;
  readonly clause?: Text;
}

type Kind = 'mean' | 'sum' | 'none' | 'batchmean' | 'last-axis' | 'first-axis' | 'samples' | 'roots';

/** Names under which libraries keep the mean, the sum and no reduction. */
const synonyms: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['mean', 'mean'],
  ['kMean', 'mean'],
  ['auto', 'mean'],
  ['sum_over_batch_size', 'mean'],
  ['mean_with_sample_weight', 'mean'],
  ['weighted_sum_by_nonzero_weights', 'mean'],
  ['SUM_BY_NONZERO_WEIGHTS', 'mean'],
  ['weighted-mean', 'mean'],
  ['objective', 'mean'],
  ['per-node', 'mean'],
  ['micro', 'mean'],
  ['per-sample-then-mean', 'mean'],
  ['sum', 'sum'],
  ['kSum', 'sum'],
  ['none', 'none'],
  ['kNone', 'none'],
  ['per-sample', 'none'],
  ['per-sample-sum', 'none'],
  ['batchmean', 'batchmean'],
  ['kBatchMean', 'batchmean'],
  ['mean-last-axis', 'last-axis'],
  ['per-sample-mean', 'samples'],
  ['mean-first-axis', 'first-axis'],
  ['root-per-output-then-mean', 'roots'],
]);

/** The name of the reduction that a call asks for, or the symbol's own. */
export function reductionName(symbol: FrameworkSymbol, asked: string | undefined): string {
  const fixed = symbol.fixed?.['reduction'];
  return typeof fixed === 'string' ? fixed : (asked ?? symbol.reduction);
}

/** Whether a reduction of that name leaves the terms as they are. */
export function isNone(name: string): boolean {
  return synonyms.get(name) === 'none';
}

/** Whether there is a rule for a reduction of that name; formulas which reduce by themselves take any. */
export function isReductionKnown(name: string): boolean {
  return synonyms.has(name) || ownReductions.has(name as SymbolReduction);
}

/** Reductions that the formulas' own definitions have: the median of absolute errors, the ratio of sums … */
const ownReductions: ReadonlySet<SymbolReduction> = new Set<SymbolReduction>([
  'max',
  'median',
  'mean-then-exp',
  'ratio-of-sums',
  'root-of-mean',
  'root-of-sum',
  'whole-batch',
  'macro',
]);

/** Reduces as the library does. Row formulas (a divergence of each row) are summed over the last axis first. */
export function reduceAs(
  record: Formula,
  computation: Computation,
  symbol: FrameworkSymbol,
  name: string,
): LibraryReduction {
  const kind = synonyms.get(name);
  if (kind === 'roots') return rootsOfColumns(computation, name);
  if (isWhole(record, computation) || kind === undefined) return whole(computation, name);
  if (isRowFormula(computation) && !symbol.elementwise) return reduceRows(computation, symbol, name, kind);
  if (isPerSample(computation, symbol)) return reduceSamples(computation, name, kind);
  if (kind === 'last-axis') return reduceMeans(alongAxis(computation, 'last'), computation, name, kind);
  if (kind === 'samples') return reduceEachSample(computation, name);
  if (kind === 'first-axis') return reduceMeans(alongAxis(computation, 'first'), computation, name, kind);
  return reduceUnits(computation, name, kind);
}

/** Formulas whose definition gives one number for everything: RMSE, dice, a Wasserstein distance, a joint table's. */
function isWhole(record: Formula, computation: Computation): boolean {
  if (computation.value !== undefined || record.slots.some(({ role }) => role === 'joint')) return true;
  return computation.finish !== undefined && computation.reduction === 'mean';
}

const kerasLike: ReadonlySet<string> = new Set(['keras', 'keras2', 'tensorflow-js']);

/** Keras' losses average over the last axis first, as PyTorch's multi-label soft margin does; their sum and what they return unreduced are of samples. */
function isPerSample({ shape }: Computation, { framework, kind, symbol }: FrameworkSymbol): boolean {
  if (shape.length < 2) return false;
  return (kerasLike.has(framework) && kind !== 'function') || /multi_?label_?soft_?margin/i.test(symbol);
}

function reduceSamples(computation: Computation, name: string, kind: Kind): LibraryReduction {
  const reduced = reduceMeans(alongAxis(computation, 'last'), computation, name, kind);
  return kind === 'sum' ? { ...reduced, clause: sampleSums } : reduced;
}

/** The mean of every sample; a vector has one value a sample already. */
function reduceEachSample(computation: Computation, name: string): LibraryReduction {
  if (computation.shape.length < 2) return reduceUnits(computation, name, 'none');
  return reduceMeans(alongAxis(computation, 'last'), computation, name, 'none');
}

/** Reduces means over an axis, of which every one has the same number of the formula's own terms in it. */
function reduceMeans(means: Computation, { shape }: Computation, name: string, kind: Kind): LibraryReduction {
  const reduced = reduceUnits(means, name, kind === 'last-axis' || kind === 'first-axis' ? 'none' : kind);
  const share = shape.reduce((product, length) => product * length, 1) / termCount(means);
  return reduced.divisor === undefined ? reduced : { ...reduced, termDivisor: reduced.divisor * share };
}

const sampleSums: Text = {
  en: 'sums the means of the samples',
  'zh-cn': '对各样本的平均值求和',
};

/** Formulas that sum over the outcomes of a distribution. */
function isRowFormula(computation: Computation): boolean {
  return !computation.reducible && computation.reduction === 'sum';
}

function whole(computation: Computation, name: string): LibraryReduction {
  const value = valueOf(computation)!;
  return { value, units: computation, mean: value, sum: value, name };
}

function reduceRows(
  computation: Computation,
  symbol: FrameworkSymbol,
  name: string,
  kind: Kind,
): LibraryReduction {
  if (symbol.meanOver === 'elements' && (kind === 'mean' || kind === 'none')) {
    const elements = reduceUnits(computation, name, kind);
    return kind === 'mean' ? { ...elements, clause: overElements(termCount(computation)) } : elements;
  }
  const rows = rowSums(computation);
  const { termDivisor, ...reduced } = reduceUnits(rows, name, kind);
  const count = termCount(rows);
  const clause = count > 1 && kind === 'mean' ? { clause: overRows(count) } : {};
  // Rows put through a root or an exponential each have a derivative of their own.
  if (computation.finish !== undefined || termDivisor === undefined) return { ...reduced, ...clause };
  return { ...reduced, termDivisor, ...clause };
}

function reduceUnits(units: Computation, name: string, kind: Kind): LibraryReduction {
  const { mean, sum } = reduceTerms(units)!;
  const base = { units, mean, sum, name };
  const count = termCount(units);
  const batch = units.shape[0] ?? 1;
  if (kind === 'sum') return { ...base, value: sum, ...dividedBy(1) };
  if (kind === 'batchmean')
    return { ...base, value: sum / batch, ...dividedBy(batch), clause: overBatch(batch) };
  const average = { ...base, value: mean, ...dividedBy(units.divisor ?? count) };
  return kind === 'none' && count > 1 ? { ...average, clause: unreduced(count) } : average;
}

function dividedBy(divisor: number): { readonly divisor: number; readonly termDivisor: number } {
  return { divisor, termDivisor: divisor };
}

/** One term per row: the sum over the last axis, put through the formula's `finish`. */
function rowSums(computation: Computation): Computation {
  const { shape } = computation;
  const width = shape.length === 0 ? 1 : shape[shape.length - 1]!;
  const rows = shape.length <= 1 ? [] : shape.slice(0, -1);
  const { finish } = computation;
  return {
    shape: rows,
    reduction: 'mean',
    reducible: true,
    terms: (out, start, end) => {
      for (let row = start; row < end; row++) {
        const sum = reduceTerms(slice(computation, row * width, width))!.sum;
        out[row - start] = finish ? finish(sum) : sum;
      }
    },
  };
}

function slice(computation: Computation, offset: number, length: number): Computation {
  return {
    shape: [length],
    reduction: 'sum',
    reducible: true,
    terms: (out, start, end) => computation.terms(out, offset + start, offset + end),
  };
}

/** Means over one axis: one term for every index of the others. */
function alongAxis(computation: Computation, axis: 'first' | 'last'): Computation {
  const { shape } = computation;
  if (shape.length <= 1) return single(reduceTerms(computation)!.mean);
  const rest = axis === 'last' ? shape.slice(0, -1) : shape.slice(1);
  const length = axis === 'last' ? shape[shape.length - 1]! : shape[0]!;
  const stride = axis === 'last' ? 1 : rest.reduce((product, each) => product * each, 1);
  const all = new Float64Array(termCount(computation));
  computation.terms(all, 0, all.length);
  const firstOf = (index: number): number => (axis === 'last' ? index * length : index);
  return {
    shape: rest,
    reduction: 'mean',
    reducible: true,
    terms: (out, start, end) => {
      for (let index = start; index < end; index++) {
        out[index - start] = meanOf(all, firstOf(index), stride, length);
      }
    },
  };
}

function meanOf(all: Float64Array, first: number, stride: number, length: number): number {
  const picked = Float64Array.from({ length }, (_, i) => all[first + i * stride]!);
  return reduceTerms({
    shape: [length],
    reduction: 'mean',
    reducible: true,
    terms: (out, start, end) => out.set(picked.subarray(start, end)),
  })!.mean;
}

function single(value: number): Computation {
  return { shape: [], reduction: 'mean', reducible: true, terms: (out) => out.fill(value, 0, 1) };
}

/** scikit-learn's RMSE of several outputs: the root of every column's mean, then the mean of the roots. */
function rootsOfColumns(computation: Computation, name: string): LibraryReduction {
  const columns = computation.shape[1];
  if (computation.shape.length !== 2 || columns === undefined || columns === 1)
    return whole(computation, name);
  const means = alongAxis(computation, 'first');
  const roots: Computation = {
    ...means,
    terms: (out, start, end) => {
      means.terms(out, start, end);
      for (let i = 0; i < end - start; i++) out[i] = Math.sqrt(out[i]!);
    },
  };
  const { mean, sum } = reduceTerms(roots)!;
  return { value: mean, units: roots, mean, sum, name, clause: overColumns(columns) };
}

function overElements(count: number): Text {
  return {
    en: `divides the sum by all ${count} elements, not by the number of rows`,
    'zh-cn': `把总和除以全部 ${count} 个元素，而不是行数`,
  };
}

function overRows(count: number): Text {
  return { en: `averages over the ${count} rows`, 'zh-cn': `对 ${count} 行取平均` };
}

function overBatch(count: number): Text {
  return { en: `divides the sum by the batch size, ${count}`, 'zh-cn': `把总和除以批大小 ${count}` };
}

function overColumns(count: number): Text {
  return {
    en: `takes the root for each of the ${count} columns and averages the roots`,
    'zh-cn': `对 ${count} 列分别开方后再取平均`,
  };
}

function unreduced(count: number): Text {
  return {
    en: `returns ${count} values unreduced; shown is their mean`,
    'zh-cn': `返回未约简的 ${count} 个值；此处显示其均值`,
  };
}
