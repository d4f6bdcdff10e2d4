import type { Locale } from '../base/text';
import type { Arguments, Formula } from '../catalog/formula';
import { texNumber } from '../catalog/tex';
import type { Computation } from '../numeric/computation';
import { reduceTerms, termCount } from '../numeric/reduce';
import { isShort } from './digits';
import type { Unit } from './outcome';

/** What the worked steps are about: arguments, terms and how they became the value. */
export interface Working {
  readonly record: Formula;
  readonly args: Arguments;
  readonly computation: Computation;
  /** Divisor of the sum of terms: 1 for a sum, the number of terms for a plain mean; undefined: no such quotient. */
  readonly divisor: number | undefined;
  /** Whether the record's way of writing a term is that of the terms computed. */
  readonly hasTermTex: boolean;
  readonly value: number;
  readonly unit: Unit | undefined;
}

/** Up to so many terms are written out; of more, the first and the last are, and their number is named. */
const writtenOut = 6;
const firstShown = 4;

/**
 * The worked steps, one TeX equation or continuation a line: the formula with its parameters, the numbers put in, the
 * value of every term, their sum, the result with its unit.
 */
export function workedSteps(working: Working, locale: Locale): readonly string[] {
  const { record, args, computation } = working;
  const right = record.texWith?.(args.params) ?? record.tex.right;
  const opening = `${record.tex.left}=${right}`;
  const outcome = resultTex(working);
  if (computation.value !== undefined) return [opening, ...valueStep(working, locale), outcome];
  const terms = shownTerms(working);
  const finished = finishing(working);
  const divided = surround(divisorOf(working), terms.values.length > 1);
  const around = (sum: string): string => finished(divided(sum));
  const steps = [opening];
  if (terms.written !== undefined) steps.push(`=${around(joined(terms.written, terms.total, locale))}`);
  const values = terms.values.map(texNumber);
  const isRepetition = terms.written !== undefined && terms.written.join() === values.join();
  const isResult = terms.total === 1 && working.divisor === 1 && computation.finish === undefined;
  if (!isRepetition && !isResult) {
    steps.push(
      `${terms.values.every(isShort) ? '=' : '\\approx '}${around(joined(values, terms.total, locale))}`,
    );
  }
  return [...steps, ...reducedStep(working, finished), outcome];
}

/** The numbers put into a formula that is no sum of terms. */
function valueStep(working: Working, locale: Locale): readonly string[] {
  const { record, args, hasTermTex } = working;
  if (!hasTermTex || record.valueTex === undefined) return [];
  const { written, total } = record.termTex ? shownTerms(working) : nothing;
  const sum = written === undefined ? '' : joined(written, total, locale);
  return [`=${record.valueTex(args, texNumber, sum)}`];
}

interface ShownTerms {
  readonly total: number;
  readonly values: readonly number[];
  readonly written: readonly string[] | undefined;
}

const nothing: ShownTerms = { total: 0, values: [], written: undefined };

/** The terms to write out: all of a few, else the first ones and the last. */
function shownTerms({ record, args, computation, hasTermTex }: Working): ShownTerms {
  const total = termCount(computation);
  const indices =
    total <= writtenOut
      ? Array.from({ length: total }, (_, index) => index)
      : [...Array.from({ length: firstShown }, (_, index) => index), total - 1];
  const one = new Float64Array(1);
  const values = indices.map((index) => {
    computation.terms(one, index, index + 1);
    return one[0]!;
  });
  const written =
    hasTermTex && record.termTex
      ? indices.map((index) => record.termTex!(args, index, texNumber))
      : undefined;
  return { total, values, written };
}

/** Adds printed terms; a term that begins with a minus brings its own sign. */
function joined(terms: readonly string[], total: number, locale: Locale): string {
  if (total <= terms.length) return sumTex(terms);
  const head = sumTex(terms.slice(0, -1));
  const last = terms[terms.length - 1]!;
  const note = locale === 'en' ? `${total}\\text{ terms}` : `\\text{共 }${total}\\text{ 项}`;
  return `\\underbrace{${head}+\\dots${last.startsWith('-') ? '' : '+'}${last}}_{${note}}`;
}

function sumTex(terms: readonly string[]): string {
  return terms.reduce((sum, term) => (term.startsWith('-') ? `${sum}${term}` : `${sum}+${term}`));
}

/** The factor before the sum, which then needs parentheses. */
function surround(divisor: number | undefined, isSum: boolean): (sum: string) => string {
  if (divisor === undefined || divisor === 1) return (sum) => sum;
  const factor = `\\frac{1}{${texNumber(divisor)}}`;
  return (sum) => (isSum ? `${factor}\\left(${sum}\\right)` : `${factor}\\cdot ${sum}`);
}

/** A formula that finishes a mean divides by itself, also where a library takes it whole. */
function divisorOf({ computation, divisor }: Working): number | undefined {
  const isOwnMean = computation.finish !== undefined && computation.reduction === 'mean';
  return divisor ?? (isOwnMean ? (computation.divisor ?? termCount(computation)) : undefined);
}

/** What the formula does to the reduced number: the root of RMSE, the power of perplexity. */
function finishing({ record, args, computation }: Working): (reduced: string) => string {
  if (computation.finish === undefined || record.finishTex === undefined) return (reduced) => reduced;
  return (reduced) => record.finishTex!(reduced, args.params);
}

/** The reduced number alone, where something is still done to it. */
function reducedStep({ computation }: Working, finished: (reduced: string) => string): readonly string[] {
  if (computation.finish === undefined || termCount(computation) === 1) return [];
  const reduced = reduceTerms(computation)![computation.reduction];
  const tex = texNumber(reduced);
  return finished(tex) === tex ? [] : [`${isShort(reduced) ? '=' : '\\approx '}${finished(tex)}`];
}

function resultTex({ value, unit }: Working): string {
  const sign = isShort(value) ? '=' : '\\approx ';
  const named = unit === undefined ? '' : `\\ \\text{${unit}}`;
  return `${sign}${texNumber(value)}${named}`;
}
