import type { FormulaId } from '../catalog/ids';
import { compile, type Compiled } from './compile';
import { literalValue, walk, type Expression } from './expression';
import type { FormulaText, Side, Statement } from './formulaText';
import { jointMatches } from './jointMatch';
import { logarithmBases, speaksOfLogarithms, withDecidedBases } from './logarithms';
import { matchesIn, type Budget, type Match } from './match';
import { regimes } from './probes/regimes';
import { hasLetterPowers, substituted, withLabels } from './substitute';

/** An expression with the formulas that its numbers agree with, best first. */
export interface Candidate {
  readonly expression: Expression;
  readonly compiled: Compiled;
  readonly matches: readonly Match[];
}

export function candidateIn(
  text: FormulaText,
  named: readonly FormulaId[],
  budget: Budget,
): Candidate | undefined {
  const sides = bodies(text);
  const minus = minusIn(text);
  const plain = sides.map((side) => candidateOf(side.expression, named, budget, undefined, minus));
  const best = bestCandidate(plain);
  if (best) return best;
  const labelled = sides.filter((side) => hasLetterPowers(side.expression));
  const relabelled = bestCandidate(
    labelled.map((side) => candidateOf(withLabels(side.expression), named, budget, undefined, minus)),
  );
  if (relabelled) return relabelled;
  const definitions = definitionsOf(text);
  if (definitions.size === 0) return undefined;
  return bestCandidate(
    sides.map((side) =>
      candidateOf(substituted(side.expression, definitions), named, budget, undefined, minus),
    ),
  );
}

const lossName = /^(?:L|J|C|E|l|\\ell|\\mathcal L|\\mathcal J|[Ll]oss|[Cc]ost)(?:_|\^|$)/;

function minusIn({ statements }: FormulaText): Minus {
  const [first, ...others] = statements;
  if (others.length === 0 && first?.sides.length === 1) return 'mistake';
  const left = first?.sides[0]?.expression;
  const isLoss = (left?.kind === 'variable' || left?.kind === 'application') && lossName.test(left.name);
  return isLoss && first?.sides.length === 2 ? 'loss' : 'derivation';
}

/** The sides that say something: neither names nor numbers, of statements that were read as a whole. */
export function bodies(text: FormulaText): readonly Side[] {
  return text.statements
    .filter((statement) => statement.complete)
    .flatMap((statement) => statement.sides.filter((side) => isBody(side, statement)));
}

function isBody(side: Side, statement: Statement): boolean {
  if (literalValue(side.expression) !== undefined) return false;
  // A bound is said of a formula, not by it.
  if (statement.sides.some((each) => each.relation !== undefined && /[<>!]/.test(each.relation)))
    return false;
  if (statement.sides.length > 1 && isName(side.expression) && !isLastResort(side, statement)) return false;
  return ![...walk(side.expression)].every(
    (part) => part.kind === 'number' || (!/^[^a-z]*$/.test(part.kind) && isConstant(part)),
  );
}

/** Where every side is a name, the later ones say what the first is: I(X;Y) = D(p(x,y) ‖ p(x)p(y)). */
function isLastResort(side: Side, statement: Statement): boolean {
  return side !== statement.sides[0] && statement.sides.every((each) => isName(each.expression));
}

function isConstant(part: Expression): boolean {
  return [...walk(part)].every(
    (each) => each.kind !== 'variable' && each.kind !== 'application' && each.kind !== 'measure',
  );
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
    const defines =
      left?.expression.kind === 'variable' && right?.relation === '=' && !isName(right.expression);
    if (defines && left.expression.kind === 'variable')
      definitions.set(left.expression.name, right.expression);
  }
  return definitions;
}

export function candidateOf(
  written: Expression,
  named: readonly FormulaId[],
  budget: Budget,
  only?: readonly FormulaId[],
  minus: Minus = 'mistake',
): Candidate | undefined {
  const expression = withDecidedBases(written);
  const compiled = compile(expression);
  if (compiled.unsupported.length > 0) return undefined;
  const logs = speaksOfLogarithms(expression);
  const bases = logarithmBases(written);
  const isFactor = (ratio: number): boolean => decode(ratio, logs, bases) !== undefined;
  const literals = literalsIn(expression);
  const wanted = (id: FormulaId): boolean => !only || only.includes(id);
  const joint = jointMatches(compiled, isFactor, budget).filter((match) => wanted(match.formula));
  const asked = only
    ? regimes.filter((regime) => regime.references.some((each) => only.includes(each.formula)))
    : regimes;
  const found =
    joint.length > 0
      ? joint
      : asked
          .flatMap((regime) => matchesIn(regime, compiled, literals, isFactor, named, budget, only))
          .filter((match) => wanted(match.formula));
  const ranked = rank(found, named, logs, bases, minus);
  return ranked.length > 0 ? { expression: written, compiled, matches: ranked } : undefined;
}

export function bestCandidate(candidates: readonly (Candidate | undefined)[]): Candidate | undefined {
  return (
    candidates.find((candidate) => candidate !== undefined && decodedFactor(candidate) === 1) ??
    candidates.find((candidate) => candidate !== undefined)
  );
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

/** The factor of the best match. */
export function decodedFactor(candidate: Candidate): number {
  const { expression, matches } = candidate;
  return decode(matches[0]!.ratio, speaksOfLogarithms(expression), logarithmBases(expression))?.factor ?? 1;
}

/**
 * What a formula that is minus a known one is taken for when nothing names it: a mistake where it stands alone or is
 * said to be a loss, a step of a derivation elsewhere.
 */
export type Minus = 'mistake' | 'loss' | 'derivation';

const measuresWithSign: ReadonlySet<FormulaId> = new Set<FormulaId>([
  'entropy',
  'joint-entropy',
  'conditional-entropy',
  'mutual-information',
  'kl-divergence',
  'binary-entropy',
  'mbe',
]);

/** A likelihood has no minus either: only what weighs logarithms with something else is a loss gone wrong. */
function isMistake(match: Match, minus: Minus): boolean {
  if (match.formula === 'mbe') return true;
  if (minus === 'mistake' && measuresWithSign.has(match.formula)) return true;
  const weighs = match.slots.includes('targetProbabilities') && match.slots.includes('probabilities');
  const ofClasses = weighs || match.formula === 'binary-cross-entropy';
  return minus !== 'derivation' && ofClasses && match.arrays > 1;
}

/** The best match of each formula, best formula first: named ones, whole factors, usual symbols. */
function rank(
  matches: readonly Match[],
  named: readonly FormulaId[],
  logs: boolean,
  bases: ReadonlySet<number | 'bare' | 'symbol'>,
  minus: Minus,
): readonly Match[] {
  const value = (match: Match): number => {
    const factor = decode(match.ratio, logs, bases)?.factor ?? 1;
    const odd = factor === 1 ? 0 : factor > 0 ? 1.5 : 6;
    const reduced = match.target === 'natural' || match.target === 'mean' ? 0.2 : 0;
    return match.score - odd + reduced + (named.includes(match.formula) ? 20 : 0);
  };
  const plausible = matches.filter(
    (match) =>
      named.includes(match.formula) ||
      (decode(match.ratio, logs, bases)?.factor ?? 1) > 0 ||
      isMistake(match, minus),
  );
  const sorted = [...plausible].sort((a, b) => value(b) - value(a));
  return sorted.filter((match, k) => sorted.findIndex((each) => each.formula === match.formula) === k);
}
