import type { ParameterValue } from '../../../catalog/formula';
import { stringsNamed } from '../../../catalog/frameworks/frameworks';
import type { FrameworkSymbol } from '../../../catalog/frameworks/symbol';
import type { Mention } from '../../mention';
import type { Library } from '../library/library';
import type { Source } from '../program/mentions';
import { meaningOfCall } from '../program/parameters';
import type { LiteralTerm } from '../program/term';
import type { Given } from '../program/value';

/** A symbol that a string is taken for, and how much that is believed. */
export interface Believed {
  readonly symbol: FrameworkSymbol;
  readonly confidence: number;
  /** The string names a class of some registry; which library made it is not known. */
  readonly isAnonymous?: boolean;
}

const belief = {
  imported: 0.95,
  agreed: 0.8,
  oneOfSeveral: 0.6,
  path: 0.95,
  registry: 0.85,
  spoken: 0.6,
} as const;

/** The packages by which a program shows that it uses a library. */
const packagesOf: { readonly [framework: string]: readonly string[] } = {
  keras: ['keras', 'tensorflow', 'tensorflow_addons', 'keras_core', 'tf_keras', 'autokeras'],
  keras2: ['keras', 'tensorflow', 'tf_keras'],
  'tensorflow-js': ['tf'],
  huggingface: ['evaluate', 'transformers', 'datasets'],
};

/** The symbol to take of several that a string may stand for: that of a library the program imports. */
export function believed(
  symbols: readonly FrameworkSymbol[],
  packages: ReadonlySet<string>,
): Believed | undefined {
  const listed = symbols.filter(({ formula }) => formula !== 'unlisted');
  const imported = listed.find(({ framework }) =>
    (packagesOf[framework] ?? [framework]).some((name) => packages.has(name)),
  );
  if (imported) return { symbol: imported, confidence: belief.imported };
  const first = listed[0];
  if (!first) return undefined;
  const isAgreed = symbols.every(({ formula }) => formula === first.formula);
  return { symbol: first, confidence: isAgreed ? belief.agreed : belief.oneOfSeveral };
}

/** Keys under which configurations name the class that is to be made. */
export function isDispatchKey(key: string): boolean {
  return /^(?:type|name|NAME|_target_|class_path|class_name|cls|target|loss_type|loss_name|TYPE)$/.test(key);
}

/** The library's class that a registry's name or a full path means. */
export function registered(name: string, given: Given | undefined, library: Library): Believed | undefined {
  if (name.includes('.')) {
    const symbol = library.symbolAt(name);
    return symbol && { symbol, confidence: belief.path };
  }
  if (!/\wLoss$|CrossEntropy$/.test(name)) return undefined;
  const classes = library
    .endingWith(name)
    .filter(({ kind, formula }) => kind === 'class' && formula !== 'unlisted');
  const keys = new Set(given?.arguments.map((argument) => argument.name));
  const fits = (symbol: FrameworkSymbol): number =>
    symbol.params.filter((parameter) => keys.has(parameter.name)).length;
  const best = [...classes].sort((a, b) => fits(b) - fits(a))[0];
  return best && { symbol: best, confidence: belief.registry, isAnonymous: true };
}

/** The mention of a string that stands for a symbol; the entries beside it are its options. */
export function configMention(
  literal: LiteralTerm,
  { symbol, confidence, isAnonymous = false }: Believed,
  given: Given | undefined,
  source: Source,
): readonly Mention[] {
  const named = given && { ...given, arguments: given.arguments.filter(({ name }) => name !== undefined) };
  const meaning = meaningOfCall(symbol, named);
  if (!meaning) return [];
  const params = { ...meaning.params, ...writtenInto(String(literal.value), symbol) };
  const start = source.toDocument(literal.start);
  const end = source.toDocument(literal.end - 1) + 1;
  return [
    {
      formula: meaning.formula,
      kind: 'config',
      start,
      end,
      text: source.text.slice(start, end),
      ...(!isAnonymous && { symbol: symbol.symbol }),
      ...(Object.keys(params).length > 0 && { params }),
      confidence,
    },
  ];
}

/** Options in the string itself: CatBoost's `Huber:delta=2`, XGBoost's `tweedie-nloglik@1.5`. */
function writtenInto(literal: string, symbol: FrameworkSymbol): { readonly [name: string]: ParameterValue } {
  const params: { [name: string]: ParameterValue } = {};
  for (const [, name, value] of literal.matchAll(/[:;](\w+)=([^;]+)/g)) {
    const parameter = symbol.params.find((candidate) => candidate.name === name);
    const number = Number(value);
    if (parameter?.catalogParam !== undefined && parameter.catalogParam !== null)
      params[parameter.catalogParam] = Number.isNaN(number) ? value! : number;
  }
  const at = /@([-\d.eE]+)$/.exec(literal)?.[1];
  const only = symbol.params.find(({ catalogParam }) => catalogParam !== null)?.catalogParam;
  if (at !== undefined && only !== undefined && only !== null) params[only] = Number(at);
  return params;
}

const lossKey =
  /^(?:\w+_)?(?:loss|losses|criterion|criteria|objective)(?:_(?:fn|function|func|type|name|cls|class))?$/i;

/** Whether a key says that its value chooses a loss. */
export function isLossKey(key: string): boolean {
  return lossKey.test(key);
}

/** What a string under a key such as `loss` or `criterion` means where no library reads it: the name of a loss. */
export function spoken(literal: string, given: Given | undefined, library: Library): Believed | undefined {
  const class_ = registered(literal, given, library);
  if (class_) return class_;
  const usual = { callee: 'compile', keyword: 'loss' };
  const tree = { callee: 'DecisionTreeClassifier', keyword: 'criterion' };
  const symbol = believed(
    [...stringsNamed(literal, usual), ...stringsNamed(literal, tree)],
    new Set(),
  )?.symbol;
  const named = symbol ?? library.endingWith(literal).find(({ formula }) => formula !== 'unlisted');
  return named && { symbol: named, confidence: belief.spoken, isAnonymous: true };
}
