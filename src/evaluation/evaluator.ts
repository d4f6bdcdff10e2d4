import { fail, succeed, type Problem, type Result } from '../base/result';
import type { Locale } from '../base/text';
import { formulaOf } from '../catalog/catalog';
import type { Formula, ParameterValue } from '../catalog/formula';
import { frameworkOf } from '../catalog/frameworks/frameworks';
import type { FrameworkSymbol } from '../catalog/frameworks/symbol';
import type { ConventionId, FormulaId } from '../catalog/ids';
import type { Arrays } from './conventions/bridge';
import { computeAs } from './conventions/convention';
import {
  resolveConvention,
  conventionsServing,
  symbolsServing,
  type Convention,
} from './conventions/resolve';
import { openDoor } from './door';
import { findDoubts } from './doubts/doubts';
import type { Doubt, Outcome, Request } from './outcome';
import { canonicalNames, completeParameters } from './parameters';
import { reportLibrary, reportTextbook, type Answer } from './report';

/** A convention in which a formula can be evaluated, with the symbols that compute it there, the usual one first. */
export interface ConventionChoice {
  readonly convention: ConventionId;
  /** The library's name, or "textbook". */
  readonly name: string;
  readonly symbols: readonly string[];
}

/** One request answered under one convention. */
export interface Comparison {
  readonly convention: ConventionId | string;
  readonly symbol?: string;
  readonly outcome: Outcome;
}

export interface Evaluator {
  /**
   * Answers a request: checks names, shapes and parameters, computes by the textbook's or a library's definition, and
   * looks for what makes the number doubtful. Never throws; a refusal is an outcome with a code and one sentence.
   */
  evaluate(request: Request): Outcome;
  /** The conventions that a formula has, the textbook's first. */
  conventionsOf(formula: FormulaId | string): readonly ConventionChoice[];
  /** The same request under several conventions, side by side. */
  compare(request: Request, conventions: readonly (ConventionId | string)[]): readonly Comparison[];
}

export function createEvaluator(locale: Locale): Evaluator {
  return {
    evaluate: (request) => evaluate(request, locale),
    conventionsOf: (formula) => conventionsOf(formula, locale),
    compare: (request, conventions) =>
      conventions.map((convention) => compareOne(request, convention, locale)),
  };
}

function evaluate(request: Request, locale: Locale): Outcome {
  const prepared = prepare(request);
  if (!prepared.ok) return refusal(prepared.problem, [], locale);
  const answered = answer(prepared.value);
  const doubts = findDoubts({
    ...prepared.value,
    request,
    locale,
    ...(answered.ok ? { answer: answered.value } : { problem: answered.problem }),
    revalue: valueFor,
  });
  return answered.ok ? answered.value.report(locale, doubts) : refusal(answered.problem, doubts, locale);
}

/** The value of another request, without doubts of its own; undefined where there is none. */
function valueFor(request: Request): number | undefined {
  const prepared = prepare(request);
  if (!prepared.ok) return undefined;
  const answered = answer(prepared.value);
  return answered.ok ? answered.value.value : undefined;
}

/** A request whose names are known and whose arrays are in. */
interface Prepared {
  readonly record: Formula;
  readonly symbol?: FrameworkSymbol;
  readonly arrays: Arrays;
  readonly given: ReadonlyMap<string, ParameterValue>;
}

function prepare(request: Request): Result<Prepared> {
  const record = formulaOf(String(request.formula));
  if (record === undefined) return fail(unknownFormula(request.formula));
  if (record.compute === undefined) return fail(recognisedOnly(record));
  const convention = resolveConvention(record, request, givenSlots(request));
  if (!convention.ok) return convention;
  const arrays = openDoor(record, request.inputs);
  if (!arrays.ok) return arrays;
  const { symbol } = convention.value;
  const given = canonicalNames(request.params);
  return succeed({ record, arrays: arrays.value, given, ...(symbol === undefined ? {} : { symbol }) });
}

function answer({ record, symbol, arrays, given }: Prepared): Result<Answer> {
  if (symbol === undefined) return answerTextbook(record, arrays, given);
  const computed = computeAs(record, symbol, given, arrays);
  return computed.ok ? succeed(reportLibrary(record, symbol, computed.value)) : computed;
}

const textbookNames: ReadonlySet<string> = new Set(['reduction']);
const nothing: ReadonlyMap<string, ParameterValue> = new Map();

function answerTextbook(
  record: Formula,
  arrays: Arrays,
  given: ReadonlyMap<string, ParameterValue>,
): Result<Answer> {
  const params = completeParameters(record, given, {
    admitted: textbookNames,
    defaults: nothing,
    fixed: nothing,
  });
  if (!params.ok) return params;
  const reduction = given.get('reduction') ?? undefined;
  if (reduction !== undefined && !isReduction(reduction)) return fail(unknownReduction(reduction));
  const computed = record.compute!({ arrays, params: params.value });
  if (!computed.ok) return computed;
  return succeed(reportTextbook(record, { arrays, params: params.value }, computed.value, reduction));
}

function isReduction(value: ParameterValue): value is 'mean' | 'sum' | 'none' {
  return value === 'mean' || value === 'sum' || value === 'none';
}

function givenSlots(request: Request): ReadonlySet<string> {
  const inputs: unknown = request.inputs;
  if (typeof inputs !== 'object' || inputs === null) return new Set();
  return new Set(Object.entries(inputs).flatMap(([slot, input]) => (input === undefined ? [] : [slot])));
}

function conventionsOf(formula: string, locale: Locale): readonly ConventionChoice[] {
  if (formulaOf(formula)?.compute === undefined) return [];
  const textbook: ConventionChoice = {
    convention: 'textbook',
    name: { en: 'textbook', 'zh-cn': '教科书' }[locale],
    symbols: [],
  };
  const libraries = conventionsServing(formula).map((convention) => ({
    convention,
    name: frameworkOf(convention)!.name,
    symbols: symbolsServing(formula, convention).map(({ symbol }) => symbol),
  }));
  return [textbook, ...libraries];
}

function compareOne(request: Request, convention: string, locale: Locale): Comparison {
  const { formula, inputs, params = {} } = request;
  const asked: Request = { formula, inputs, params, convention };
  const outcome = evaluate(asked, locale);
  const symbol = usedSymbol(asked);
  return { convention, ...(symbol === undefined ? {} : { symbol }), outcome };
}

function usedSymbol(request: Request): string | undefined {
  const record = formulaOf(String(request.formula));
  const resolved: Result<Convention> | undefined =
    record && resolveConvention(record, request, givenSlots(request));
  return resolved?.ok === true ? resolved.value.symbol?.symbol : undefined;
}

/** The refusal in one language. */
function refusal({ code, slot, index, message }: Problem, doubts: readonly Doubt[], locale: Locale): Outcome {
  return {
    ok: false,
    problem: {
      code,
      ...(slot === undefined ? {} : { slot }),
      ...(index === undefined ? {} : { index }),
      message: message[locale],
    },
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

function unknownFormula(formula: unknown): Problem {
  const shown = JSON.stringify(String(formula).slice(0, 40));
  return {
    code: 'unknown',
    slot: 'formula',
    message: { en: `There is no formula ${shown}.`, 'zh-cn': `没有名为 ${shown} 的公式。` },
  };
}

function recognisedOnly(record: Formula): Problem {
  return {
    code: 'unknown',
    slot: 'formula',
    message: {
      en: `${record.names.en[0]} is recognised, but not computed here.`,
      'zh-cn': `能够识别${record.names['zh-cn'][0]}，但此处不计算它。`,
    },
  };
}

function unknownReduction(reduction: ParameterValue): Problem {
  const shown = JSON.stringify(reduction).slice(0, 40);
  return {
    code: 'unknown',
    slot: 'reduction',
    message: {
      en: `reduction must be "mean", "sum" or "none", but is ${shown}.`,
      'zh-cn': `reduction 应为 "mean"、"sum" 或 "none"，实际为 ${shown}。`,
    },
  };
}
