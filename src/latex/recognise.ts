import type { Locale } from '../base/text';
import { formulaOf } from '../catalog/catalog';
import type { FormulaId } from '../catalog/ids';
import { bestCandidate, candidateIn, candidateOf, decode, isName, type Candidate } from './candidates';
import type { Compiled, Leaf } from './compile';
import { walk, type Expression } from './expression';
import { withFaults } from './faults/faults';
import { readFormula, type FormulaText } from './formulaText';
import { usualReading, type Reading } from './grammar/state';
import { formulasNamedBy, measureFormula } from './hints';
import { logarithmBases, speaksOfLogarithms } from './logarithms';
import type { Budget, Match } from './match';
import type { Recognition } from './recognition';

/** What is known of a formula besides its text. */
export interface RecognitionContext {
  /** The left side, where it stands apart from the formula. */
  readonly leftSide?: string;
  /** Formulas that the heading or the prose around it names. */
  readonly names?: readonly FormulaId[];
  /** The document's macros: `\name` to expansion. */
  readonly macros?: { readonly [command: string]: string };
}

export interface Recogniser {
  /** What a formula means. Never throws; bounded in length, depth and time. */
  recognise(tex: string, context?: RecognitionContext): Recognition;
  /** What an expression means, wherever it comes from; `text` is what its ranges count in. */
  recogniseExpression(expression: Expression, text?: string, context?: RecognitionContext): Recognition;
}

const maximalRemembered = 500;
const maximalEvaluations = 40_000;

/** A recogniser that remembers what it has recognised. */
export function createRecogniser(locale: Locale): Recogniser {
  const remembered = new Map<string, Recognition>();
  return {
    recognise(tex, context = {}) {
      const key = JSON.stringify([tex, context.leftSide, context.names, context.macros]);
      const known = remembered.get(key);
      if (known) return known;
      const recognition = recogniseTex(tex, context, locale);
      if (remembered.size >= maximalRemembered) remembered.delete(remembered.keys().next().value!);
      remembered.set(key, recognition);
      return recognition;
    },
    recogniseExpression(expression, text = '', context = {}) {
      const budget: Budget = { evaluations: maximalEvaluations };
      const named = context.names ?? [];
      const candidate = bestCandidate([candidateOf(expression, named, budget)]);
      return candidate ? recognitionOf(candidate, text, named) : unknown;
    },
  };
}

const unknown: Recognition = { formula: null, confidence: 0, bindings: {}, faults: [] };

function recogniseTex(tex: string, context: RecognitionContext, locale: Locale): Recognition {
  const read = readFormula(tex, context.macros);
  if (!read.ok) return unknown;
  const named = [...namedFormulas(read.value, context)];
  const budget: Budget = { evaluations: maximalEvaluations };
  let text = read.value;
  let candidate = candidateIn(text, named, budget);
  if (!candidate && speaks(text)) {
    for (const reading of otherReadings) {
      const again = readFormula(tex, context.macros, reading);
      if (!again.ok || budget.evaluations <= 0) break;
      candidate = candidateIn(again.value, named, budget);
      if (candidate) {
        text = again.value;
        break;
      }
    }
  }
  const answer = (each: Candidate): Recognition => ofDensity(recognitionOf(each, tex, named), each);
  const recognition = candidate ? answer(candidate) : (byNotation(text) ?? unknown);
  const attempt = (expression: Expression, only: readonly FormulaId[] | undefined): Candidate | undefined =>
    candidateOf(expression, named, budget, only);
  return withFaults({ tex, text, candidate, recognition, named, locale, attempt, answer });
}

const otherReadings: readonly Reading[] = [
  { ...usualReading, productInLogarithm: false },
  { ...usualReading, slashInLogarithm: false },
  { ...usualReading, sumGoesOn: false },
];

/** Other readings exist only where a logarithm or an open sum stands. */
function speaks(text: FormulaText): boolean {
  return text.statements.some((statement) =>
    statement.sides.some((side) => speaksOfLogarithms(side.expression)),
  );
}

/** Formulas that the left sides, the heading and the prose name. */
function namedFormulas(text: FormulaText, context: RecognitionContext): ReadonlySet<FormulaId> {
  const left = context.leftSide === undefined ? undefined : readFormula(context.leftSide, context.macros);
  const outside = left?.ok ? left.value.statements.flatMap((statement) => statement.sides.slice(0, 1)) : [];
  const inside = text.statements.flatMap((statement) =>
    statement.sides.filter((side) => isName(side.expression)),
  );
  return new Set([
    ...(context.names ?? []),
    ...[...outside, ...inside].flatMap((side) => formulasNamedBy(side.expression)),
  ]);
}

// --- answers ---------------------------------------------------------------------------------------------------------

function recognitionOf(candidate: Candidate, tex: string, named: readonly FormulaId[]): Recognition {
  const { expression, compiled, matches } = candidate;
  const match = matches[0]!;
  const logs = speaksOfLogarithms(expression);
  const bases = logarithmBases(expression);
  const decoded = decode(match.ratio, logs, bases)!;
  const params = paramsOf(match, compiled, tex);
  const alternatives = matches.slice(1).map((each) => each.formula);
  const base = bases.size > 0 && !bases.has('symbol') ? decoded.base : undefined;
  return {
    formula: match.formula,
    confidence: named.includes(match.formula) ? 1 : alternatives.length > 0 ? 0.85 : 0.95,
    ...(base !== undefined && { base }),
    factor: decoded.factor,
    ...(reductionOf(match) && { reduction: reductionOf(match)! }),
    bindings: bindingsOf(match, compiled, tex),
    ...(Object.keys(params).length > 0 && { params }),
    ...(alternatives.length > 0 && { alternatives }),
    faults: [],
  };
}

/** An integral of densities is the differential entropy, not the entropy. */
function ofDensity(recognition: Recognition, candidate: Candidate): Recognition {
  const integrates = [...walk(candidate.expression)].some(
    (part) => part.kind === 'reduce' && part.operation === 'integral',
  );
  return integrates && recognition.formula === 'entropy'
    ? { ...recognition, formula: 'differential-entropy' }
    : recognition;
}

function reductionOf(match: Match): Recognition['reduction'] {
  if (match.target === 'natural') {
    if (!match.reducible) return undefined;
    return formulaOf(match.formula)?.unit === 'information' ? 'sum' : 'mean';
  }
  return match.target;
}

function bindingsOf(match: Match, compiled: Compiled, tex: string): Recognition['bindings'] {
  const bindings: { [slot: string]: string } = {};
  for (const [id, leaf] of compiled.leaves.entries()) {
    const slot = match.slots[id];
    if (slot === undefined || Object.hasOwn(bindings, slot)) continue;
    bindings[slot] = textOf(leaf, tex);
  }
  return bindings;
}

/** The leaf as it is first written; where it is only implied, by its name and variables. */
function textOf(leaf: Leaf, tex: string): string {
  const range = leaf.uses.find((use) => use.range !== undefined)?.range;
  const primes = range && leaf.name.endsWith("'") ? /^'*/.exec(tex.slice(range.end))![0].length : 0;
  return (
    written(range && { start: range.start, end: range.end + primes }, tex) ??
    leaf.key.replace(/[#]+/, leaf.uses[0]?.axes.join(',') ?? '')
  );
}

function written(range: { start: number; end: number } | undefined, tex: string): string | undefined {
  return range && range.end <= tex.length && range.end > range.start
    ? tex.slice(range.start, range.end).trim()
    : undefined;
}

function paramsOf(match: Match, compiled: Compiled, tex: string): { [name: string]: number | string } {
  const params: { [name: string]: number | string } = { ...match.reported, ...match.literals };
  for (const [parameter, leaf] of Object.entries(match.symbols)) {
    params[parameter] = textOf(compiled.leaves[leaf]!, tex);
  }
  return params;
}

/** A measure that stands alone is known by its notation. */
function byNotation(text: FormulaText): Recognition | undefined {
  const [statement, ...others] = text.statements;
  if (others.length > 0 || statement?.sides.length !== 1 || !statement.complete) return undefined;
  const { expression } = statement.sides[0]!;
  if (expression.kind !== 'measure' || !isName(expression)) return undefined;
  const formula = measureFormula(expression);
  return formula ? { formula, confidence: 0.7, factor: 1, bindings: {}, faults: [] } : undefined;
}
