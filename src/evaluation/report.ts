import type { Locale, Text } from '../base/text';
import type { Arguments, Formula } from '../catalog/formula';
import { frameworkOf } from '../catalog/frameworks/frameworks';
import type { FrameworkSymbol } from '../catalog/frameworks/symbol';
import type { ConventionId } from '../catalog/ids';
import type { Computation, Reduction } from '../numeric/computation';
import { reduceTerms, termCount, termsOf } from '../numeric/reduce';
import type { Tensor } from '../numeric/tensor';
import { isNone } from './conventions/reduction';
import { applyOuter, type LibraryResult, type Outer } from './conventions/convention';
import type { Doubt, Outcome, Unit } from './outcome';
import { workedSteps, type Working } from './steps';
import { unitOfBase } from './units';

type Success = Extract<Outcome, { readonly ok: true }>;

/** A computed answer before it is put into words: what doubts look at, and how to report it. */
export interface Answer {
  readonly params: Arguments['params'];
  readonly value: number;
  report(locale: Locale, doubts: readonly Doubt[]): Success;
}

/** Up to so many elements results are plain lists, ready for JSON; beyond, they are made when they are looked at. */
const plainUpTo = 65_536;

export function reportTextbook(
  record: Formula,
  args: Arguments,
  computation: Computation,
  asked: Reduction | undefined,
): Answer {
  const reduction = computation.reducible ? (asked ?? computation.reduction) : computation.reduction;
  const reduced = computation.value === undefined ? reduceTerms(computation)! : undefined;
  const value = reduced === undefined ? computation.value! : valueOf(computation, reduced, reduction);
  const unit = unitOf(record, args.params);
  const divisor = reduction === 'mean' ? (computation.divisor ?? termCount(computation)) : 1;
  return {
    params: args.params,
    value,
    report: (locale, doubts) =>
      assemble([
        common(record, value, 'textbook', doubts),
        { role: roleOf(record, computation, computation.reducible && reduction === 'none') },
        unit === undefined ? {} : { unit },
        computation.value === undefined ? { reduction } : {},
        computation.reducible && reduced ? reductions(computation, reduced, identity) : {},
        termsPart(computation, identity),
        gradientPart(computation, reduction, 1),
        partsOf(computation),
        normalization(computation, reduction),
        { steps: workedSteps({ record, args, computation, divisor, hasTermTex: true, value, unit }, locale) },
      ]),
  };
}

/** Whether distributions sum to 1; if they do not, the value that they would have after rescaling. */
function normalization(
  computation: Computation,
  reduction: Reduction,
): Pick<Success, 'normalized' | 'valueNormalized'> {
  if (computation.normalized === undefined) return {};
  const normalized = computation.normalized();
  const rescaled = normalized ? undefined : computation.rescaled?.();
  if (rescaled === undefined) return { normalized };
  const isLarge = termCount(computation) > plainUpTo;
  return lazily({ normalized }, 'valueNormalized', isLarge, () => rescaledValue(rescaled, reduction));
}

function rescaledValue(rescaled: Computation, reduction: Reduction): number {
  return rescaled.value ?? valueOf(rescaled, reduceTerms(rescaled)!, reduction);
}

function valueOf(
  computation: Computation,
  reduced: { readonly mean: number; readonly sum: number },
  reduction: Reduction,
): number {
  // A vector has no one value: of `none`, the mean or sum by which the formula is usually reduced is shown.
  const by = reduction === 'none' ? computation.reduction : reduction;
  return computation.finish ? computation.finish(reduced[by]) : reduced[by];
}

export function reportLibrary(record: Formula, symbol: FrameworkSymbol, result: LibraryResult): Answer {
  const { params, computation, reduction, outer, value } = result;
  const { units } = reduction;
  const unit = outer.factor === 1 && outer.offset === 0 && !outer.root ? unitOf(record, params) : undefined;
  const isWhole = units === computation && reduction.divisor === undefined;
  const hasReductions = !isWhole && (termCount(units) > 1 || record.role !== 'measure');
  const isOwn = result.isDifferentiable && units === computation;
  const working: Working = {
    record,
    args: { arrays: result.arrays, params },
    computation: units,
    divisor: reduction.divisor,
    hasTermTex: isOwn && outer.factor === 1 && outer.offset === 0,
    value,
    unit,
  };
  return {
    params,
    value,
    report: (locale, doubts) =>
      assemble([
        common(record, value, symbol.framework, doubts),
        { role: roleOf(record, units, isNone(reduction.name)) },
        unit === undefined ? {} : { unit },
        { conventionNote: noteOf(symbol, result.clauses, locale) },
        isWhole && isNone(reduction.name) ? {} : { reduction: reduction.name },
        hasReductions ? reductions(units, reduction, outer) : {},
        termsPart(units, outer),
        result.isDifferentiable ? libraryGradient(result) : {},
        partsOf(computation),
        { steps: workedSteps(working, locale) },
      ]),
  };
}

const identity: Outer = { factor: 1, offset: 0, root: false };

function common(
  record: Formula,
  value: number,
  convention: ConventionId,
  doubts: readonly Doubt[],
): Pick<Success, 'ok' | 'formula' | 'value' | 'convention' | 'doubts'> {
  return { ok: true, formula: record.id, value, convention, doubts };
}

/**
 * What the number is: the loss of one sample, or of each; the cost of a batch. A formula that is reduced by its own
 * definition, a measure or an objective is what its record says.
 */
function roleOf(record: Formula, units: Computation, isUnreduced: boolean): Formula['role'] {
  if (!units.reducible || record.role === 'measure' || record.role === 'objective') return record.role;
  return isUnreduced || termCount(units) === 1 ? 'loss' : 'cost';
}

/** One outcome of several parts. Descriptors are copied, since reading a large field would compute it. */
function assemble(parts: readonly Partial<Success>[]): Success {
  const descriptors = parts.map((part) => Object.getOwnPropertyDescriptors(part));
  return Object.defineProperties({}, Object.assign({}, ...descriptors) as PropertyDescriptorMap) as Success;
}

function reductions(
  computation: Computation,
  reduced: { readonly mean: number; readonly sum: number },
  outer: Outer,
): Pick<Success, 'reductions'> {
  const both = {
    mean: applyOuter(outer, reduced.mean),
    sum: applyOuter(outer, reduced.sum, computation.value === undefined ? termCount(computation) : 1),
  };
  return {
    reductions: lazily(both, 'none', termCount(computation) > plainUpTo, () =>
      Array.from(outerTerms(computation, outer)),
    ),
  };
}

function termsPart(computation: Computation, outer: Outer): Pick<Success, 'terms' | 'termShape'> {
  const isLarge = termCount(computation) > plainUpTo;
  const shape = { termShape: [...computation.shape] };
  return lazily(shape, 'terms', isLarge, () => {
    const terms = outerTerms(computation, outer);
    return isLarge ? terms : Array.from(terms);
  });
}

function outerTerms(computation: Computation, outer: Outer): Float64Array {
  const terms = termsOf(computation);
  if (outer !== identity) for (let i = 0; i < terms.length; i++) terms[i] = applyOuter(outer, terms[i]!);
  return terms;
}

function gradientPart(
  computation: Computation,
  reduction: Reduction,
  factor: number,
): Pick<Success, 'gradient'> {
  if (computation.gradient === undefined) return {};
  const isLarge = termCount(computation) > plainUpTo;
  return lazily({}, 'gradient', isLarge, () => scaled(computation.gradient!(reduction), factor, isLarge));
}

/** The formula's gradient, divided as the library divides. */
function libraryGradient({ computation, reduction, outer }: LibraryResult): Pick<Success, 'gradient'> {
  if (isWholeReduction(reduction)) return gradientPart(computation, computation.reduction, outer.factor);
  if (reduction.termDivisor === undefined) return {};
  return gradientPart(computation, 'sum', outer.factor / reduction.termDivisor);
}

/** The formula reduces by itself, and its gradient with it. */
function isWholeReduction({ divisor, units }: LibraryResult['reduction']): boolean {
  return divisor === undefined && !units.reducible;
}

function scaled(
  gradient: { readonly [slot: string]: Tensor },
  factor: number,
  isLarge: boolean,
): Success['gradient'] & object {
  return Object.fromEntries(
    Object.entries(gradient).map(([slot, { values, shape }]) => {
      const product = factor === 1 ? values : values.map((x) => x * factor);
      return [slot, { values: isLarge ? product : Array.from(product), shape }];
    }),
  );
}

/** Adds a field; a large one is computed at the first look and kept. */
function lazily<T extends object, K extends string, V>(
  base: T,
  key: K,
  isLarge: boolean,
  make: () => V,
): T & { readonly [P in K]: V } {
  if (!isLarge) return Object.assign(base, { [key]: make() } as { readonly [P in K]: V });
  let made: { readonly value: V } | undefined;
  const get = (): V => (made ??= { value: make() }).value;
  return Object.defineProperty(base, key, { enumerable: true, configurable: true, get }) as T & {
    readonly [P in K]: V;
  };
}

function partsOf({ parts }: Computation): Pick<Success, 'parts'> {
  return parts === undefined ? {} : { parts };
}

/** Bits, nats or hartleys by the base; a root or another base has none of these units. */
function unitOf(record: Formula, params: Arguments['params']): Unit | undefined {
  if (record.unit !== 'information' || params['sqrt'] === true) return undefined;
  return unitOfBase(params['base'] ?? (record.family === 'coding' ? 2 : 'e'));
}

/** One sentence on how the library's number comes about where the textbook's would be another. */
function noteOf(symbol: FrameworkSymbol, clauses: readonly Text[], locale: Locale): string {
  const library = frameworkOf(symbol.framework)!.name;
  const who = { en: `${library} (${symbol.symbol})`, 'zh-cn': `${library}（${symbol.symbol}）` }[locale];
  if (clauses.length === 0) {
    return { en: `${who} gives the textbook's number.`, 'zh-cn': `${who}给出的数与教科书定义相同。` }[locale];
  }
  const said = clauses.map((clause) => clause[locale]);
  return locale === 'en' ? `${who} ${said.join('; it ')}.` : `${who}${said.join('；')}。`;
}
