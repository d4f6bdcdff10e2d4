import { fail, succeed, type Problem, type Result } from '../../base/result';
import { formulaOf } from '../../catalog/catalog';
import type { Formula } from '../../catalog/formula';
import {
  frameworkOf,
  frameworks,
  parameterName,
  symbolNamed,
  symbolsFor,
} from '../../catalog/frameworks/frameworks';
import type { FrameworkSymbol } from '../../catalog/frameworks/symbol';
import { isVariantKnown } from './variants';
import { conventionIds, type ConventionId } from '../../catalog/ids';

/** Whose definition a request is answered by: the textbook's (no symbol) or that of a library's symbol. */
export interface Convention {
  readonly id: ConventionId;
  readonly symbol?: FrameworkSymbol;
}

const textbook: Convention = { id: 'textbook' };

/** Symbols which a library uses for a formula that is not, by itself, theirs. */
const standIns: readonly { readonly formula: string; readonly symbol: string }[] = [
  { formula: 'binary-cross-entropy', symbol: 'sklearn.metrics.log_loss' },
  { formula: 'multiclass-hinge', symbol: 'sklearn.metrics.hinge_loss' },
  { formula: 'kl-divergence', symbol: 'scipy.stats.entropy' },
];

/** The convention that a request names by `convention`, `symbol` or both; `given` are the slots that hold arrays. */
export function resolveConvention(
  record: Formula,
  request: { readonly convention?: unknown; readonly symbol?: unknown },
  given: ReadonlySet<string>,
): Result<Convention> {
  const { convention, symbol } = request;
  const id = convention === undefined ? undefined : conventionIds.find((each) => each === convention);
  if (convention !== undefined && id === undefined) return fail(unknownConvention(convention));
  if (symbol !== undefined) return bySymbol(record, String(symbol), id);
  return id === undefined || id === 'textbook' ? succeed(textbook) : byLibrary(record, id, given);
}

/** The symbols of a library that answer for a formula, the usual one first. */
export function symbolsServing(formula: string, id: ConventionId): readonly FrameworkSymbol[] {
  const stand = standIns
    .filter((each) => each.formula === formula)
    .map((each) => symbolNamed(each.symbol, id))
    .filter((symbol) => symbol !== undefined);
  const record = formulaOf(formula);
  if (record === undefined) return [];
  return [...new Set([...stand, ...symbolsFor(formula, id)])].filter((symbol) => isComputed(record, symbol));
}

/** The libraries, the textbook apart, in which a formula can be evaluated. */
export function conventionsServing(formula: string): readonly ConventionId[] {
  return frameworks()
    .map((framework) => framework.id)
    .filter((id) => symbolsServing(formula, id).length > 0);
}

function bySymbol(record: Formula, name: string, id: ConventionId | undefined): Result<Convention> {
  const symbol = symbolNamed(name, id === 'textbook' ? undefined : id);
  if (symbol === undefined) return fail(unknownSymbol(name));
  if (!serves(symbol, record.id)) return fail(otherFormula(record, symbol));
  if (!isComputed(record, symbol)) return fail(recognisedOnly(symbol));
  return succeed({ id: symbol.framework, symbol });
}

function byLibrary(record: Formula, id: ConventionId, given: ReadonlySet<string>): Result<Convention> {
  const serving = symbolsServing(record.id, id);
  if (serving.length === 0) return fail(absentFrom(record, id));
  const [symbol] = serving
    .map((each, order) => ({ each, fit: misfit(each, given), order }))
    .sort((a, b) => a.fit - b.fit || a.order - b.order)
    .map(({ each }) => each);
  return succeed({ id, symbol: symbol! });
}

/** How badly a symbol suits the arrays at hand: logits and probabilities weigh more than the form of labels. */
function misfit(symbol: FrameworkSymbol, given: ReadonlySet<string>): number {
  const fromLogits = symbol.fixed?.['from_logits'];
  const logits = given.has('logits') || given.has('logit');
  const activation = fromLogits === undefined || fromLogits === logits ? 0 : 2;
  const indices = symbol.args.some(({ role }) => role === 'labels');
  const oneHot = symbol.args.some(({ role }) => role === 'one-hot' || role === 'target');
  const labels = given.has('classIndex') ? oneHot && !indices : given.has('targetProbabilities') && indices;
  return activation + (labels ? 1 : 0);
}

function serves(symbol: FrameworkSymbol, formula: string): boolean {
  return (
    symbol.formula === formula ||
    symbol.withSecondArg === formula ||
    standIns.some((each) => each.formula === formula && each.symbol === symbol.symbol)
  );
}

/**
 * Whether the rules cover all that a symbol says of itself. Thresholds taken from the data, unknown variants, raw samples
 * where the formula wants a table: those are recognised only.
 */
function isComputed(record: Formula, symbol: FrameworkSymbol): boolean {
  if (symbol.detectOnly || symbol.labelTransform === true || symbol.shift === true) return false;
  if (symbol.dataDependent !== undefined || symbol.normalizes === false) return false;
  if (symbol.variant !== undefined && !isVariantKnown(symbol.variant)) return false;
  if (symbol.inputKind !== undefined && !record.slots.some(({ role }) => sampleRoles.has(role))) return false;
  return Object.keys(symbol.fixed ?? {}).every((name) => isFixedKnown(record, parameterName(name)));
}

const sampleRoles: ReadonlySet<string> = new Set(['samples', 'labels']);

/** Values that a symbol implies and that are no parameters of the record, but covered by a rule. */
const fixedByRule: ReadonlySet<string> = new Set([
  'fromLogits',
  'reduction',
  'applyClassBalancing',
  'logTarget',
  'margin',
]);

function isFixedKnown(record: Formula, name: string): boolean {
  return fixedByRule.has(name) || record.params.some((parameter) => parameter.name === name);
}

function unknownConvention(convention: unknown): Problem {
  const shown = JSON.stringify(String(convention).slice(0, 40));
  return {
    code: 'unknown',
    slot: 'convention',
    message: {
      en: `There is no convention ${shown}; usual ones are textbook, torch, keras, sklearn and scipy.`,
      'zh-cn': `没有名为 ${shown} 的约定；常用的有 textbook、torch、keras、sklearn 和 scipy。`,
    },
  };
}

function unknownSymbol(name: string): Problem {
  const shown = JSON.stringify(name.slice(0, 80));
  return {
    code: 'unknown',
    slot: 'symbol',
    message: {
      en: `No library's symbol ${shown} is known.`,
      'zh-cn': `没有哪个库的符号 ${shown} 是已知的。`,
    },
  };
}

function otherFormula(record: Formula, symbol: FrameworkSymbol): Problem {
  return {
    code: 'unknown',
    slot: 'symbol',
    message: {
      en: `${symbol.symbol} computes ${symbol.formula}, not ${record.id}.`,
      'zh-cn': `${symbol.symbol} 计算的是 ${symbol.formula}，而不是 ${record.id}。`,
    },
  };
}

function recognisedOnly(symbol: FrameworkSymbol): Problem {
  return {
    code: 'unknown',
    slot: 'symbol',
    message: {
      en: `${symbol.symbol} is recognised, but its number is not computed here.`,
      'zh-cn': `能够识别 ${symbol.symbol}，但此处不计算它的数值。`,
    },
  };
}

function absentFrom(record: Formula, id: ConventionId): Problem {
  const library = frameworkOf(id)?.name ?? id;
  const elsewhere = conventionsServing(record.id).slice(0, 5);
  const others = elsewhere.length > 0 ? elsewhere : (['textbook'] as const);
  return {
    code: 'unknown',
    slot: 'convention',
    message: {
      en: `${library} has no symbol for ${record.names.en[0]} that can be evaluated here; ${others.join(', ')} can be named.`,
      'zh-cn': `${library} 没有可在此计算${record.names['zh-cn'][0]}的符号；可选用 ${others.join('、')}。`,
    },
  };
}
