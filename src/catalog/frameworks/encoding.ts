import type { ParameterValue } from '../formula';
import type { ConventionId } from '../ids';
import type { FrameworkSymbol, StringContext, SymbolArgument, SymbolParameter, SymbolRole } from './symbol';

/**
 * The form in which a library's symbols are kept: one JSON text, parsed when the library is first asked for.
 *
 * - `texts` are sentences; records refer to them by index (`form`, `source`, `pitfalls`, `reduction_note`, notes).
 * - A record says only what differs from record number `like`, and what that has and it has not (`without`).
 * - `args` is `name:role name:role?`, `?` marking the optional ones.
 * - `params` are [name, default, catalogue's option (1: the same name; absent: none), note or null, 1 if required].
 * - In `exports` and `source`, `%` is the symbol and `@` its last name.
 * - `contexts` are [call with `%` for the string, places]; a string's symbol is that call.
 * - Left out: kind `function`, reduction `mean`, the library's own language, everything false, empty or null.
 */
interface Encoded {
  readonly language: string;
  readonly contexts: readonly (readonly [template: string | null, places: readonly StringContext[]])[];
  readonly texts: readonly string[];
  readonly records: readonly EncodedRecord[];
}

type EncodedParameter = readonly [
  name: string,
  fallback: ParameterValue | readonly ParameterValue[],
  catalogParam?: string | 1 | null,
  note?: number | null,
  required?: 1,
];

interface EncodedRecord {
  readonly like?: number;
  readonly without?: readonly string[];
  readonly [field: string]: unknown;
}

/** A library's text, parsed; the records are made whole when they are asked for. */
export interface DecodedLibrary {
  /** Every place in which the library reads configuration strings. */
  readonly contexts: readonly StringContext[];
  symbols(): readonly FrameworkSymbol[];
}

export function decodeLibrary(framework: ConventionId, text: string): DecodedLibrary {
  const encoded = JSON.parse(text) as Encoded;
  return {
    contexts: encoded.contexts.flatMap(([, places]) => places),
    symbols: () => decodeRecords(framework, encoded),
  };
}

function decodeRecords(framework: ConventionId, encoded: Encoded): readonly FrameworkSymbol[] {
  const whole: EncodedRecord[] = [];
  for (const record of encoded.records) whole.push(inherit(record, whole));
  return whole.map((record) => decodeRecord(framework, encoded, record));
}

function inherit(record: EncodedRecord, earlier: readonly EncodedRecord[]): EncodedRecord {
  const { like, without, ...own } = record;
  if (like === undefined) return own;
  const inherited: { [field: string]: unknown } = {};
  for (const [field, value] of Object.entries(earlier[like]!)) {
    if (field !== 'symbol' && !without?.includes(field)) inherited[field] = value;
  }
  return Object.assign(inherited, own);
}

function decodeRecord(framework: ConventionId, encoded: Encoded, record: EncodedRecord): FrameworkSymbol {
  const string = record['string'] as string | undefined;
  const [template, places] = encoded.contexts[record['context'] as number] ?? [null, []];
  const symbol = (record['symbol'] as string | undefined) ?? template!.replace('%', () => string!);
  const decoded: { [field: string]: unknown } = {
    ...absent,
    symbol,
    framework,
    language: string === undefined ? encoded.language : 'string-identifier',
    kind: string === undefined ? 'function' : 'string',
    contexts: places,
  };
  for (const [field, value] of Object.entries(record)) {
    const decode = decoders[field];
    if (decode) decoded[decode.name] = decode.read(value, encoded.texts, symbol);
  }
  return decoded as unknown as FrameworkSymbol;
}

const absent = {
  exports: [],
  params: [],
  reduction: 'mean',
  logBase: null,
  pitfalls: [],
  verified: true,
  aliases: [],
  detectOnly: false,
  complement: false,
  elementwise: false,
} satisfies Partial<FrameworkSymbol>;

/** How one field of an encoded record is read, and what it is called in the whole one. */
interface FieldDecoder {
  readonly name: keyof FrameworkSymbol;
  read(value: unknown, texts: readonly string[], symbol: string): unknown;
}

function asIs(name: keyof FrameworkSymbol): FieldDecoder {
  return { name, read: (value) => value };
}

function flag(name: keyof FrameworkSymbol, holds = true): FieldDecoder {
  return { name, read: () => holds };
}

function text(name: keyof FrameworkSymbol): FieldDecoder {
  return { name, read: (value, texts) => texts[value as number] };
}

const decoders: { readonly [field: string]: FieldDecoder | undefined } = {
  formula: asIs('formula'),
  kind: asIs('kind'),
  language: asIs('language'),
  reduction: asIs('reduction'),
  base: asIs('logBase'),
  form: text('inputForm'),
  reduction_note: text('reductionNote'),
  args: { name: 'args', read: (value) => decodeArguments(value as string) },
  params: {
    name: 'params',
    read: (value, texts) =>
      (value as readonly EncodedParameter[]).map((each) => decodeParameter(each, texts)),
  },
  pitfalls: { name: 'pitfalls', read: (value, texts) => (value as readonly number[]).map((at) => texts[at]) },
  exports: {
    name: 'exports',
    read: (value, _texts, symbol) => (value as readonly string[]).map((path) => unfold(path, symbol)),
  },
  source: { name: 'source', read: (value, texts, symbol) => unfold(texts[value as number]!, symbol) },
  unverified: flag('verified', false),
  detect_only: flag('detectOnly'),
  complement: flag('complement'),
  elementwise: flag('elementwise'),
  label_transform: flag('labelTransform'),
  shift: flag('shift'),
  estimator: flag('estimator'),
  deprecated: flag('deprecated'),
  unlisted_name: asIs('unlistedName'),
  verified_note: asIs('verifiedNote'),
  fixed: asIs('fixed'),
  post: asIs('post'),
  scale: asIs('scale'),
  sign: asIs('sign'),
  variant: asIs('variant'),
  mean_over: asIs('meanOver'),
  normalizes: asIs('normalizes'),
  epsilon: asIs('epsilon'),
  denominator: asIs('denominator'),
  single_input: asIs('singleInput'),
  input_kind: asIs('inputKind'),
  auto_activation: asIs('autoActivation'),
  label_map: asIs('labelMap'),
  label_one: asIs('labelOne'),
  threshold: asIs('threshold'),
  data_dependent: asIs('dataDependent'),
  with_second_arg: asIs('withSecondArg'),
  string: asIs('string'),
  string_pattern: asIs('stringPattern'),
  aliases: asIs('aliases'),
  resolves_to: asIs('resolvesTo'),
  dispatch_param: asIs('dispatchParam'),
  positional: asIs('positional'),
  args_layout: asIs('argsLayout'),
  options_type: asIs('optionsType'),
  method: asIs('method'),
  family: asIs('family'),
  since: asIs('since'),
  versions: asIs('versions'),
};

function unfold(path: string, symbol: string): string {
  return path.replace('%', () => symbol).replace('@', () => symbol.split(/\.|::/).pop()!);
}

function decodeArguments(text: string): readonly SymbolArgument[] {
  if (text === '') return [];
  return text.split(' ').map((part) => {
    const colon = part.lastIndexOf(':');
    const optional = part.endsWith('?');
    const role = part.slice(colon + 1, optional ? -1 : undefined) as SymbolRole;
    return { name: part.slice(0, colon), role, optional };
  });
}

function decodeParameter(encoded: EncodedParameter, texts: readonly string[]): SymbolParameter {
  const [name, fallback, option = null, note = null, required] = encoded;
  const catalogParam = option === 1 ? name : option;
  const parameter = { name, default: fallback, catalogParam, required: required === 1 };
  return note === null ? parameter : { ...parameter, note: texts[note]! };
}
