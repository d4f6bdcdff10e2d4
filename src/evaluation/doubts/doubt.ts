import type { NamedArray } from '../../arrays/namedArray';
import type { Problem } from '../../base/result';
import type { Locale, Text } from '../../base/text';
import type { Formula, ParameterValue, Role, Slot } from '../../catalog/formula';
import type { FrameworkSymbol } from '../../catalog/frameworks/symbol';
import type { Tensor } from '../../numeric/tensor';
import { formatNumber } from '../digits';
import type { Doubt, Request } from '../outcome';
import type { Answer } from '../report';

/** What a doubt looks at: the request and its arrays, and the answer or the reason why there is none. */
export interface Subject {
  readonly request: Request;
  readonly locale: Locale;
  readonly record: Formula;
  /** The library's symbol whose definition is followed; absent: the textbook's. */
  readonly symbol?: FrameworkSymbol;
  readonly arrays: { readonly [slot: string]: Tensor };
  readonly given: ReadonlyMap<string, ParameterValue>;
  readonly answer?: Answer;
  readonly problem?: Problem;
  /** The value of a corrected request, for the remedy's title. */
  revalue(request: Request): number | undefined;
}

/** One reason for doubt: looks, and says what was seen and what it would mean, or keeps silent. */
export type DoubtSource = (subject: Subject) => Doubt | undefined;

/** The first slot of a role that holds an array. */
export function givenSlot(
  subject: Subject,
  ...roles: readonly Role[]
): { readonly slot: Slot; readonly tensor: Tensor } | undefined {
  for (const slot of subject.record.slots) {
    const tensor = subject.arrays[slot.name];
    if (tensor !== undefined && roles.includes(slot.role)) return { slot, tensor };
  }
  return undefined;
}

/** Corrected requests are not tried on more elements than this; the button then stands without its number. */
const trialLimit = 1_000_000;

/** A corrected request as a button: "As probabilities: 0.41". Undefined when the correction has no number either. */
export function remedy(subject: Subject, title: Text, request: Request): Pick<Doubt, 'remedy'> {
  const size = Object.values(subject.arrays).reduce((total, { values }) => total + values.length, 0);
  if (size > trialLimit) return { remedy: { title: title[subject.locale], request } };
  const value = subject.revalue(request);
  if (value === undefined) return {};
  const colon = { en: ': ', 'zh-cn': '：' }[subject.locale];
  return { remedy: { title: `${title[subject.locale]}${colon}${formatNumber(value)}`, request } };
}

/** The request with some inputs exchanged; an undefined one is taken out. */
export function withInputs(
  { request }: Subject,
  changes: { readonly [slot: string]: Tensor | Request['inputs'][string] | undefined },
): Request {
  const kept = Object.entries(request.inputs).filter(([slot]) => !Object.hasOwn(changes, slot));
  const added = Object.entries(changes).flatMap(([slot, input]) =>
    input === undefined ? [] : [[slot, isTensor(input) ? arrayOf(input) : input] as const],
  );
  return { ...request, inputs: Object.fromEntries([...kept, ...added]) };
}

function isTensor(input: unknown): input is Tensor {
  return typeof input === 'object' && input !== null && 'shape' in input && !('source' in input);
}

/** Small arrays as lists, which JSON keeps as they are. */
function arrayOf({ values, shape }: Tensor): NamedArray {
  return { values: values.length > 10_000 ? values : Array.from(values), shape, source: 'remedy' };
}
