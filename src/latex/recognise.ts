import type { Locale } from '../base/text';
import { formulaOf } from '../catalog/catalog';
import type { FormulaId } from '../catalog/ids';
import { compile, type Compiled, type Leaf } from './compile';
import { literalValue, walk, type Expression } from './expression';
import { faultsOf } from './faults/faults';
import { readFormula, type FormulaText, type Side, type Statement } from './formulaText';
import { usualReading, type Reading } from './grammar';
import { formulasNamedBy, measureFormula } from './hints';
import { jointMatches } from './jointMatch';
import { logarithmBases, speaksOfLogarithms, withDecidedBases } from './logarithms';
import { matchesIn, type Budget, type Match } from './match';
import { regimes } from './probes/regimes';
import type { Recognition } from './recognition';
import { substituted } from './substitute';

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
const maximalEvaluations = 2_500;

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

/** An expression with the formulas that its numbers agree with, best first. */
export interface Candidate {
  readonly expression: Expression;
  readonly compiled: Compiled;
  readonly matches: readonly Match[];
}

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
  const plain = candidate ? ofDensity(recognitionOf(candidate, tex, named), candidate) : (byNotation(text) ?? unknown);
  return faultsOf({ tex, text, candidate, recognition: plain, named, locale, budget });
}

const otherReadings: readonly Reading[] = [
  { ...usualReading, productInLogarithm: false },
  { ...usualReading, slashInLogarithm: false },
  { ...usualReading, sumGoesOn: false },
];

/** Other readings exist only where a logarithm or an open sum stands. */
function speaks(text: FormulaText): boolean {
  return text.statements.some((statement) => statement.sides.some((side) => speaksOfLogarithms(side.expression)));
}

/** Formulas that the left sides, the heading and the prose name. */
function namedFormulas(text: FormulaText, context: RecognitionContext): ReadonlySet<FormulaId> {
  const left = context.leftSide === undefined ? undefined : readFormula(context.leftSide, context.macros);
  const outside = left?.ok ? left.value.statements.flatMap((statement) => statement.sides.slice(0, 1)) : [];
  const inside = text.statements.flatMap((statement) => statement.sides.filter((side) => isName(side.expression)));
  return new Set([...(context.names ?? []), ...[...outside, ...inside].flatMap((side) => formulasNamedBy(side.expression))]);
}

// --- candidates ------------------------------------------------------------------------------------------------------

function candidateIn(text: FormulaText, named: readonly FormulaId[], budget: Budget): Candidate | undefined {
  const sides = bodies(text);
  const plain = sides.map((side) => candidateOf(side.expression, named, budget));
  const best = bestCandidate(plain);
  if (best) return best;
  const definitions = definitionsOf(text);
  if (definitions.size === 0) return undefined;
  return bestCandidate(sides.map((side) => candidateOf(substituted(side.expression, definitions), named, budget)));
}

/** The sides that say something: neither names nor numbers, of statements that were read as a whole. */
export function bodies(text: FormulaText): readonly Side[] {
  return text.statements
    .filter((statement) => statement.complete)
    .flatMap((statement) => statement.sides.filter((side) => isBody(side, statement)));
}

function isBody(side: Side, statement: Statement): boolean {
  if (literalValue(side.expression) !== undefined) return false;
  if (statement.sides.length > 1 && isName(side.expression) && !isLastResort(side, statement)) return false;
  return ![...walk(side.expression)].every((part) => part.kind === 'number' || !/^[^a-z]*$/.test(part.kind) && isConstant(part));
}

/** Where every side is a name, the later ones say what the first is: I(X;Y) = D(p(x,y) ‖ p(x)p(y)). */
function isLastResort(side: Side, statement: Statement): boolean {
  return side !== statement.sides[0] && statement.sides.every((each) => isName(each.expression));
}

function isConstant(part: Expression): boolean {
  return [...walk(part)].every((each) => each.kind !== 'variable' && each.kind !== 'application' && each.kind !== 'measure');
}

/** A name on a left side: a symbol, a function of symbols, a measure of symbols. */
export function isName(expression: Expression): boolean {
  switch (expression.kind) {
    case 'variable':
      return true;
    case 'power':
      return isName(expression.base) && expression.exponent.kind === 'number';
    case 'application':
    case 'measure':
      return [...expression.arguments, ...expression.given].every((part) => [...walk(part)].every(isSymbol));
    default:
      return false;
  }
}

function isSymbol(part: Expression): boolean {
  return ['variable', 'application', 'number', 'compare', 'multiply'].includes(part.kind);
}

function definitionsOf(text: FormulaText): ReadonlyMap<string, Expression> {
  const definitions = new Map<string, Expression>();
  for (const { sides } of text.statements) {
    const [left, right] = sides;
    const defines = left?.expression.kind === 'variable' && right?.relation === '=' && !isName(right.expression);
    if (defines && left.expression.kind === 'variable') definitions.set(left.expression.name, right.expression);
  }
  return definitions;
}

export function candidateOf(
  written: Expression,
  named: readonly FormulaId[],
  budget: Budget,
): Candidate | undefined {
  const expression = withDecidedBases(written);
  const compiled = compile(expression);
  if (compiled.unsupported.length > 0) return undefined;
  const logs = speaksOfLogarithms(expression);
  const isFactor = (ratio: number): boolean => decode(ratio, logs, logarithmBases(written)) !== undefined;
  const literals = literalsIn(expression);
  const joint = jointMatches(compiled, isFactor, budget);
  const found =
    joint.length > 0 ? joint : regimes.flatMap((regime) => matchesIn(regime, compiled, literals, isFactor, named, budget));
  const ranked = rank(found, named, logs, logarithmBases(written));
  return ranked.length > 0 ? { expression: written, compiled, matches: ranked } : undefined;
}

function bestCandidate(candidates: readonly (Candidate | undefined)[]): Candidate | undefined {
  return candidates.find((candidate) => candidate !== undefined && decodedFactor(candidate) === 1) ??
    candidates.find((candidate) => candidate !== undefined);
}

/** Numbers that may be parameters: thresholds, exponents, margins. */
function literalsIn(expression: Expression): readonly number[] {
  const values = new Set<number>();
  for (const part of walk(expression)) {
    const value = literalValue(part);
    if (value !== undefined && Number.isFinite(value) && value > 0) values.add(value);
  }
  return [...values].slice(0, 6);
}

// --- factors ---------------------------------------------------------------------------------------------------------

export interface Decoded {
  readonly factor: number;
  readonly base?: number;
}

const factors = [1, 0.5, 2, 100, -1, -0.5, -2];

/** A ratio as a factor and a base of logarithms; undefined where it is neither. */
export function decode(
  ratio: number,
  logs: boolean,
  written: ReadonlySet<number | 'bare' | 'symbol'>,
): Decoded | undefined {
  const near = (value: number): number | undefined =>
    factors.find((factor) => Math.abs(value - factor) <= 1e-8 * Math.abs(factor));
  if (!logs) {
    const factor = near(ratio);
    return factor === undefined ? undefined : { factor };
  }
  const explicit = [...written].find((base): base is number => typeof base === 'number');
  for (const base of [explicit ?? Math.E, Math.E, 2, 10]) {
    const factor = near(ratio * Math.log(base));
    if (factor !== undefined) return { factor, base };
  }
  return undefined;
}

function decodedFactor(candidate: Candidate): number {
  const { expression, matches } = candidate;
  return decode(matches[0]!.ratio, speaksOfLogarithms(expression), logarithmBases(expression))?.factor ?? 1;
}

/** The logarithm of a probability alone, without a minus, is a likelihood and no loss gone wrong. */
function isLikelihood(match: Match, decoded: Decoded | undefined): boolean {
  return (decoded?.factor ?? 1) < 0 && match.arrays < 2 && !['entropy', 'binary-entropy', 'joint-entropy'].includes(match.formula);
}

/** The best match of each formula, best formula first: named ones, whole factors, usual symbols. */
function rank(
  matches: readonly Match[],
  named: readonly FormulaId[],
  logs: boolean,
  bases: ReadonlySet<number | 'bare' | 'symbol'>,
): readonly Match[] {
  const value = (match: Match): number => {
    const factor = decode(match.ratio, logs, bases)?.factor ?? 1;
    const odd = factor === 1 ? 0 : factor > 0 ? 1.5 : 6;
    const reduced = match.target === 'natural' || match.target === 'mean' ? 0.2 : 0;
    return match.score - odd + reduced + (named.includes(match.formula) ? 20 : 0);
  };
  const plausible = matches.filter((match) => named.includes(match.formula) || !isLikelihood(match, decode(match.ratio, logs, bases)));
  const sorted = [...plausible].sort((a, b) => value(b) - value(a));
  return sorted.filter((match, k) => sorted.findIndex((each) => each.formula === match.formula) === k);
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
  const integrates = [...walk(candidate.expression)].some((part) => part.kind === 'reduce' && part.operation === 'integral');
  return integrates && recognition.formula === 'entropy' ? { ...recognition, formula: 'differential-entropy' } : recognition;
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
  const first = leaf.uses.find((use) => use.range !== undefined);
  return written(first?.range, tex) ?? leaf.key.replace(/[#]+/, leaf.uses[0]?.axes.join(',') ?? '');
}

function written(range: { start: number; end: number } | undefined, tex: string): string | undefined {
  return range && range.end <= tex.length && range.end > range.start ? tex.slice(range.start, range.end).trim() : undefined;
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
