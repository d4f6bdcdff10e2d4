import { fail, succeed, type Problem, type Result } from '../../base/result';
import type { Text } from '../../base/text';
import type { Formula, ParameterValue } from '../../catalog/formula';
import { parameterName } from '../../catalog/frameworks/frameworks';
import type { FrameworkSymbol } from '../../catalog/frameworks/symbol';
import type { Computation } from '../../numeric/computation';
import { termCount } from '../../numeric/reduce';
import { completeParameters, type Parameters } from '../parameters';
import { bridge, type Arrays } from './bridge';
import { isReductionKnown, reduceAs, reductionName, type LibraryReduction } from './reduction';
import type { Case } from './case';
import { applyToArrays, applyToTerms, heedsOption } from './rules';
import { transposed } from './tensors';
import { variantParameters } from './variants';

/** A formula computed the way a library's symbol does. */
export interface LibraryResult {
  readonly value: number;
  readonly params: Parameters;
  /** The arrays as the formula saw them. */
  readonly arrays: Arrays;
  readonly computation: Computation;
  readonly reduction: LibraryReduction;
  /** Returned value = outer(reduced value); linear unless the symbol takes a root. */
  readonly outer: Outer;
  /** Whether the gradient of the formula, times `outer.factor`, is that of the library's value. */
  readonly isDifferentiable: boolean;
  /** What makes the number differ from the textbook's, each behind the library's name. */
  readonly clauses: readonly Text[];
}

/** x ↦ offset + factor · x, then the root if `root`. */
export interface Outer {
  readonly factor: number;
  readonly offset: number;
  readonly root: boolean;
}

/** `weight` is how many ones a sum of terms stands for, to each of which the offset belongs. */
export function applyOuter({ factor, offset, root }: Outer, x: number, weight = 1): number {
  const scaled = factor === 1 && offset === 0 ? x : offset * weight + factor * x;
  return root ? Math.sqrt(scaled) : scaled;
}

function weightOf({ units, divisor }: LibraryReduction): number {
  return divisor === undefined ? 1 : (units.divisor ?? termCount(units)) / divisor;
}

/** Evaluates a formula by the definition of a symbol; `given` are the request's parameters under catalogue names. */
export function computeAs(
  record: Formula,
  symbol: FrameworkSymbol,
  given: ReadonlyMap<string, ParameterValue>,
  arrays: Arrays,
): Result<LibraryResult> {
  const asked = given.get('reduction');
  const isCount = given.get('normalize') === false;
  const name = isCount ? 'sum' : reductionName(symbol, typeof asked === 'string' ? asked : undefined);
  if (!isReductionKnown(name)) return fail(unknownReduction(symbol, name));
  const options = optionsOf(symbol, given);
  const params = parametersOf(record, symbol, given, options);
  if (!params.ok) return params;
  const beyond = optionBeyondRules(record, symbol, given) ?? reductionBeyondRules(record, symbol, arrays);
  if (beyond !== undefined) return fail(beyond);
  const bridged = bridge(record, arrays, takesLogits(symbol), asLogits(symbol, given));
  const turned = alongAxis(bridged.arrays, record, options.get('axis'));
  const before: Case = { formula: record.id, symbol, arrays: turned, options };
  const guarded = applyToArrays(before);
  const computed = record.compute!({ arrays: guarded.arrays, params: params.value });
  if (!computed.ok) return computed;
  const ruled = applyToTerms({ ...before, arrays: guarded.arrays }, computed.value);
  const reduction = reduceAs(record, ruled.computation, symbol, name);
  const outer = outerOf(record, symbol);
  return succeed({
    value: applyOuter(outer, reduction.value, weightOf(reduction)),
    params: params.value,
    arrays: guarded.arrays,
    computation: ruled.computation,
    reduction,
    outer,
    isDifferentiable: guarded.arrays === arrays && ruled.computation === computed.value && !outer.root,
    clauses: [
      ...baseClauses(record, params.value),
      ...(bridged.clause ? [bridged.clause] : []),
      ...guarded.clauses,
      ...ruled.clauses,
      ...outerClauses(symbol, outer),
      ...(reduction.clause ? [reduction.clause] : []),
    ],
  });
}

/** The call's options: what the request gives, else the symbol's own defaults; `fixed` wins. */
function optionsOf(
  symbol: FrameworkSymbol,
  given: ReadonlyMap<string, ParameterValue>,
): ReadonlyMap<string, ParameterValue> {
  const options = new Map<string, ParameterValue>();
  for (const { catalogParam, default: standard } of symbol.params) {
    if (catalogParam === null || standard === null || typeof standard === 'object') continue;
    options.set(parameterName(catalogParam), standard);
  }
  for (const [name, value] of given) options.set(name, value);
  for (const [name, value] of Object.entries(symbol.fixed ?? {})) options.set(parameterName(name), value);
  return options;
}

function parametersOf(
  record: Formula,
  symbol: FrameworkSymbol,
  given: ReadonlyMap<string, ParameterValue>,
  options: ReadonlyMap<string, ParameterValue>,
): Result<Parameters> {
  const names = symbol.params.flatMap(({ name, catalogParam }) =>
    [name, catalogParam ?? name].map(parameterName),
  );
  const admitted = new Set([...names, ...Object.keys(symbol.fixed ?? {}).map(parameterName), 'reduction']);
  return completeParameters(record, given, {
    admitted,
    defaults: new Map([...options, ...impliedBy(record, symbol, options)]),
    fixed: fixedBy(record, symbol, options),
  });
}

/** Parameters that follow from other fields of the symbol. */
function impliedBy(
  record: Formula,
  symbol: FrameworkSymbol,
  options: ReadonlyMap<string, ParameterValue>,
): readonly (readonly [string, ParameterValue])[] {
  const implied: [string, ParameterValue][] = [];
  if (symbol.logBase === 'param') implied.push(['base', baseOption(options.get('base'))]);
  // The power of a margin loss is called p in PyTorch, where p is no norm.
  if (record.id === 'multiclass-hinge' && options.has('p')) implied.push(['power', options.get('p')!]);
  if (symbol.epsilon !== undefined && guarded.has(record.id)) implied.push(['epsilon', symbol.epsilon]);
  return implied;
}

/** Formulas whose own `epsilon` is a guard. */
const guarded: ReadonlySet<string> = new Set(['poisson-nll', 'gaussian-nll']);

function baseOption(base: ParameterValue | undefined): ParameterValue {
  const named: { readonly [name: string]: ParameterValue } = { log: 'e', log2: 2, log10: 10 };
  return typeof base === 'string' ? (named[base] ?? base) : (base ?? 'e');
}

function fixedBy(
  record: Formula,
  symbol: FrameworkSymbol,
  options: ReadonlyMap<string, ParameterValue>,
): ReadonlyMap<string, ParameterValue> {
  const fixed = new Map<string, ParameterValue>();
  for (const [name, value] of Object.entries(symbol.fixed ?? {})) fixed.set(parameterName(name), value);
  if (symbol.logBase === 'e' || symbol.logBase === 2) fixed.set('base', symbol.logBase);
  for (const [name, value] of variantParameters(symbol.variant)) fixed.set(name, value);
  if (symbol.post === 'sqrt' && hasParameter(record, 'sqrt')) fixed.set('sqrt', true);
  if (isAlphaOff(options)) fixed.set('alpha', null);
  return fixed;
}

/** torchvision switches alpha off by −1; Keras ignores it unless classes are to be balanced. */
function isAlphaOff(options: ReadonlyMap<string, ParameterValue>): boolean {
  return options.get('alpha') === -1 || options.get('applyClassBalancing') === false;
}

function hasParameter(record: Formula, name: string): boolean {
  return record.params.some((parameter) => parameter.name === name);
}

function takesLogits(symbol: FrameworkSymbol): boolean | undefined {
  const fixed = symbol.fixed?.['from_logits'];
  return typeof fixed === 'boolean' ? fixed : undefined;
}

/** What the call itself says about its input, where it has that option. */
function asLogits(symbol: FrameworkSymbol, given: ReadonlyMap<string, ParameterValue>): boolean | undefined {
  const has = symbol.params.some(({ catalogParam }) => catalogParam === 'from_logits');
  const said = given.get('fromLogits');
  return has && typeof said === 'boolean' ? said : undefined;
}

/** Tables whose distributions stand in columns are turned, so that the rows are what is reduced. */
function alongAxis(arrays: Arrays, record: Formula, axis: ParameterValue | undefined): Arrays {
  if (axis !== 0 || record.unit !== 'information') return arrays;
  const isTable = Object.values(arrays).every((tensor) => tensor.shape.length === 2);
  if (!isTable) return arrays;
  return Object.fromEntries(Object.entries(arrays).map(([slot, tensor]) => [slot, transposed(tensor)]));
}

/** That another base than the formula's usual one is taken. */
function baseClauses(record: Formula, params: Parameters): readonly Text[] {
  const base = record.params.find((parameter) => parameter.name === 'base');
  if (base === undefined || params['base'] === base.default) return [];
  if (params['base'] === 'e')
    return [{ en: 'takes natural logarithms (nats)', 'zh-cn': '取自然对数（奈特）' }];
  const shown = String(params['base']);
  return [{ en: `takes logarithms to base ${shown}`, 'zh-cn': `取以 ${shown} 为底的对数` }];
}

function outerOf(record: Formula, symbol: FrameworkSymbol): Outer {
  const scale = symbol.scale ?? 1;
  const root = symbol.post === 'sqrt' && !hasParameter(record, 'sqrt');
  if (symbol.complement || symbol.sign === '1-') return { factor: -scale, offset: 1, root };
  return { factor: symbol.sign === '-' ? -scale : scale, offset: 0, root };
}

function outerClauses(symbol: FrameworkSymbol, outer: Outer): readonly Text[] {
  const clauses: Text[] = [];
  if (symbol.complement)
    clauses.push({ en: 'returns 1 − the loss, a score', 'zh-cn': '返回 1 − 损失，即得分' });
  else if (symbol.sign === '1-') clauses.push({ en: 'returns 1 − cos', 'zh-cn': '返回 1 − cos' });
  else if (outer.factor !== 1) clauses.push(factorClause(outer.factor));
  if (symbol.post === 'sqrt') clauses.push({ en: 'returns the square root', 'zh-cn': '返回平方根' });
  return clauses;
}

function factorClause(factor: number): Text {
  if (factor === 100) return { en: 'returns percent', 'zh-cn': '以百分数返回' };
  if (factor === -1) return { en: 'returns the negative', 'zh-cn': '返回相反数' };
  if (factor === 0.5) return { en: 'returns half of it', 'zh-cn': '返回其一半' };
  return { en: `returns it times ${factor}`, 'zh-cn': `返回其 ${factor} 倍` };
}

/** Options that change nothing of the number, or that bridging, reducing or a rule takes into account. */
const heeded: ReadonlySet<string> = new Set([
  'reduction',
  'fromLogits',
  'axis',
  'normalize',
  'applyClassBalancing',
  'logTarget',
  'numClasses',
  'p',
]);

/** An option of the call, other than its default, that no rule takes into account: better no number than a wrong one. */
function optionBeyondRules(
  record: Formula,
  symbol: FrameworkSymbol,
  given: ReadonlyMap<string, ParameterValue>,
): Problem | undefined {
  for (const [name, value] of given) {
    if (hasParameter(record, name) || heeded.has(name) || heedsOption(record.id, symbol, name)) continue;
    const option = symbol.params.find((each) => parameterName(each.catalogParam ?? each.name) === name);
    if (option === undefined || option.default === value || value === null) continue;
    return {
      code: 'unknown',
      slot: name,
      message: {
        en: `The option ${option.name} of ${symbol.symbol} is taken into account here by its default only.`,
        'zh-cn': `此处只支持 ${symbol.symbol} 的选项 ${option.name} 取默认值。`,
      },
    };
  }
  return undefined;
}

/** Ratios of sums, which are not the mean of the ratios of samples and classes. */
const overlaps: ReadonlySet<string> = new Set(['dice', 'jaccard', 'tversky']);

function reductionBeyondRules(record: Formula, symbol: FrameworkSymbol, arrays: Arrays): Problem | undefined {
  if (!overlaps.has(record.id) || symbol.reduction === 'whole-batch') return undefined;
  const table = Object.entries(arrays).find(([, { shape }]) => shape.length > 1);
  if (table === undefined) return undefined;
  return {
    code: 'shape',
    slot: table[0],
    message: {
      en: `${symbol.symbol} computes samples and classes apart and averages them; give one of them, a vector.`,
      'zh-cn': `${symbol.symbol} 对各样本和类别分别计算后再平均；请只给出其中一个，即一个向量。`,
    },
  };
}

function unknownReduction(symbol: FrameworkSymbol, name: string): Problem {
  const shown = JSON.stringify(name.slice(0, 40));
  return {
    code: 'unknown',
    slot: 'reduction',
    message: {
      en: `The reduction ${shown} of ${symbol.symbol} is not known here; mean, sum and none are.`,
      'zh-cn': `此处不支持 ${symbol.symbol} 的约简方式 ${shown}；可用 mean、sum 和 none。`,
    },
  };
}
