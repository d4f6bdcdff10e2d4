import type { NamedArray } from '../arrays/namedArray';
import type { Locale, Text } from '../base/text';
import type { Formula, Slot } from '../catalog/formula';
import { alternatives } from '../catalog/slotChoice';
import { contentOf, type Content } from './content';

/** An array given to a slot, and why, in a few words. */
export interface BoundArray {
  readonly array: NamedArray;
  readonly reason: string;
}

/**
 * Gives arrays to a formula's slots: by name first (`y_true` is a target), then by what the numbers can be (whole
 * numbers are class indices, rows that sum to 1 probabilities), else in the order in which they stand. Of slots that
 * exclude each other at most one is filled; optional slots are filled by name only. Arrays with a problem, and more
 * arrays than slots, are left out.
 */
export function bindArrays(
  record: Formula,
  arrays: readonly NamedArray[],
  locale: Locale,
): { readonly [slot: string]: BoundArray } {
  const candidates = arrays.filter((array) => array.problem === undefined).map(candidateOf);
  const pairs = record.slots
    .flatMap((slot, slotOrder) => candidates.map((candidate) => pairOf(record, slot, slotOrder, candidate)))
    .filter((pair) => pair.score > 0)
    .sort((a, b) => b.score - a.score || a.slotOrder - b.slotOrder || a.candidate.order - b.candidate.order);
  const chosen = bestPairs(record, pairs);
  fillInOrder(record, candidates, chosen);
  return Object.fromEntries(
    record.slots.flatMap((slot) => {
      const pair = chosen.get(slot.name);
      return pair ? [[slot.name, { array: pair.candidate.array, reason: reasonOf(pair, locale) }]] : [];
    }),
  );
}

interface Candidate {
  readonly array: NamedArray;
  readonly content: Content;
  readonly words: readonly string[];
  readonly order: number;
}

interface Pair {
  readonly slot: Slot;
  readonly slotOrder: number;
  readonly candidate: Candidate;
  /** 3: the slot's own name, 2: a usual one, 1: a usual one is a part of the name, 0: says nothing. */
  readonly name: number;
  readonly fit: Fit;
  readonly score: number;
}

/** How well numbers suit a role (0: not at all, 3: unmistakably), and what shows it. */
interface Fit {
  readonly degree: 0 | 1 | 2 | 3;
  readonly evidence?: Text;
}

function candidateOf(array: NamedArray, order: number): Candidate {
  const values = array.values instanceof Float64Array ? array.values : Float64Array.from(array.values);
  const content = contentOf({ values, shape: array.shape });
  return { array, content, words: nameWords(array.name), order };
}

/** `self.train_logits` gives `train_logits`, and what is left of it without its first or last words. */
function nameWords(name: string | undefined): readonly string[] {
  if (name === undefined) return [];
  const last = name.split(/\.|::|->/).pop()!;
  const whole = last.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  const parts = whole.split(/[_\s]+/).filter((part) => part !== '');
  const tails = parts.map((_, index) => parts.slice(index).join('_'));
  const heads = parts.map((_, index) => parts.slice(0, index + 1).join('_'));
  return [...new Set([last.toLowerCase(), whole, ...tails, ...heads, whole.replaceAll('_', '')])];
}

function pairOf(record: Formula, slot: Slot, slotOrder: number, candidate: Candidate): Pair {
  const name = nameScore(slot, candidate);
  const fit = fits[slot.role]?.(candidate.content, slot, record) ?? { degree: 1 };
  const suits = slot.axes === undefined || slot.axes.length === candidate.content.rank ? fit : unsuited;
  return {
    slot,
    slotOrder,
    candidate,
    name,
    fit: suits,
    score: scoreOf(record, slot, candidate, name, suits),
  };
}

const unsuited: Fit = { degree: 0 };

/**
 * Names weigh most. Slots that exclude each other share their usual names, since `output` may be logits or
 * probabilities: there the numbers decide, unless the name says outright which it is.
 */
function scoreOf(record: Formula, slot: Slot, candidate: Candidate, name: number, { degree }: Fit): number {
  if ((slot.optional === true || slot.with !== undefined) && name < 2) return 0;
  if (degree === 0) return name * 30;
  const shared = Math.max(...alternatives(record.slots, slot).map((each) => nameScore(each, candidate)));
  return shared * 100 + degree * 30 + (name === 3 ? 40 : 0);
}

function nameScore(slot: Slot, { words }: Candidate): number {
  const [plain, whole] = words;
  if (plain === undefined) return 0;
  const own = slot.name.toLowerCase();
  if (plain === own || whole === own || plain.replaceAll('_', '') === own) return 3;
  if (words.some((word) => outright[slot.role]?.includes(word))) return 3;
  const usual = new Set(slot.usualNames);
  if (usual.has(plain) || usual.has(whole ?? plain)) return 2;
  // A single letter inside a longer name says nothing.
  return words.some((word) => word.length > 1 && (word === own || usual.has(word))) ? 1 : 0;
}

/** Parts of names that say what the numbers are. */
const outright: { readonly [R in Slot['role']]?: readonly string[] } = {
  logits: ['logits', 'logit'],
  probabilities: ['probabilities', 'probability', 'probs', 'prob', 'proba', 'softmax', 'sigmoid'],
  'log-probabilities': ['log_probs', 'logprobs', 'log_prob', 'logp', 'log_softmax'],
};

type FitOf = (content: Content, slot: Slot, record: Formula) => Fit;

/** How numbers suit each role; roles that are not here take any number. */
const fits: { readonly [R in Slot['role']]?: FitOf } = {
  'class-index': (content) => fit(content.isInteger && content.rank <= 1, 3, integers),
  probabilities: probabilityFit,
  logits: ({ isZeroOne, isSigned, hasUnitRows }) => ({
    degree: isZeroOne || isSigned || hasUnitRows ? 1 : 2,
  }),
  'log-probabilities': ({ hasUnitExponentials }) => fit(hasUnitExponentials, 3, logRows),
  'margin-label': ({ isSigned, isZeroOne }) =>
    isSigned ? { degree: 3, evidence: signs } : { degree: isZeroOne ? 2 : 0 },
  'margin-score': ({ isSigned }) => ({ degree: isSigned ? 1 : 2 }),
  distribution: distributionFit,
  joint: jointFit,
  samples: ({ hasUnitTotal }) => ({ degree: hasUnitTotal ? 1 : 2 }),
  target: (content, _slot, record) =>
    record.family === 'classification' ? labelFit(content) : { degree: 1 },
};

function fit(holds: boolean, degree: 2 | 3, evidence: Text): Fit {
  return holds ? { degree, evidence } : { degree: 0 };
}

function probabilityFit(content: Content, slot: Slot, record: Formula): Fit {
  if (!content.isUnit) return { degree: 0 };
  const isTarget = slot.name.startsWith('target');
  if (content.isOneHot) return isTarget ? { degree: 3, evidence: oneHot } : { degree: 1 };
  if (slot.axes?.length === 2 || (record.id === 'cross-entropy' && content.rank === 2)) {
    return fit(content.hasUnitRows, 2, unitRows);
  }
  return content.isZeroOne ? { degree: 1 } : { degree: 3, evidence: unit };
}

function distributionFit(content: Content): Fit {
  if (!content.isNonNegative) return { degree: 0 };
  return content.hasUnitTotal || content.hasUnitRows ? { degree: 3, evidence: unitSum } : { degree: 2 };
}

/** A table of probabilities sums to 1, one of counts holds whole numbers. */
function jointFit({ isNonNegative, isInteger, rank, hasUnitTotal }: Content, { name }: Slot): Fit {
  if (!isNonNegative || rank < 2) return { degree: 0 };
  if (name === 'contingency')
    return isInteger && !hasUnitTotal ? { degree: 3, evidence: integers } : { degree: 1 };
  return hasUnitTotal ? { degree: 3, evidence: unitSum } : { degree: 2 };
}

function labelFit(content: Content): Fit {
  if (content.isZeroOne) return { degree: 3, evidence: zeroOne };
  return { degree: content.isUnit ? 2 : 1 };
}

/** The best pairs that go together. A slot left without its companion gives its array back to the others. */
function bestPairs(record: Formula, pairs: readonly Pair[]): Map<string, Pair> {
  const chosen = new Map<string, Pair>();
  for (const pair of pairs) if (isFree(record, chosen, pair)) chosen.set(pair.slot.name, pair);
  const lonely = [...chosen.values()].find(({ slot }) => slot.with !== undefined && !chosen.has(slot.with));
  if (lonely === undefined) return chosen;
  return bestPairs(
    record,
    pairs.filter(({ slot }) => slot !== lonely.slot),
  );
}

/** Whether neither the slot, nor one that excludes it, nor the array is taken. */
function isFree(record: Formula, chosen: ReadonlyMap<string, Pair>, { slot, candidate }: Pair): boolean {
  if ([...chosen.values()].some((pair) => pair.candidate === candidate)) return false;
  return alternatives(record.slots, slot).every(({ name }) => !chosen.has(name));
}

/** What is left goes to the required slots that are left, so that the evaluation can say what does not fit. */
function fillInOrder(record: Formula, candidates: readonly Candidate[], chosen: Map<string, Pair>): void {
  const taken = new Set([...chosen.values()].map((pair) => pair.candidate));
  const rest = candidates.filter((candidate) => !taken.has(candidate));
  for (const [slotOrder, slot] of record.slots.entries()) {
    const isTaken = alternatives(record.slots, slot).some(({ name }) => chosen.has(name));
    const isAlone = slot.with !== undefined && !chosen.has(slot.with);
    if (slot.optional === true || isTaken || isAlone) continue;
    const candidate = rest.shift();
    if (candidate === undefined) return;
    chosen.set(slot.name, { slot, slotOrder, candidate, name: 0, fit: { degree: 0 }, score: 0 });
  }
}

function reasonOf({ name, candidate, fit: { evidence } }: Pair, locale: Locale): string {
  if (name > 0)
    return { en: `named ${candidate.array.name!}`, 'zh-cn': `名为 ${candidate.array.name!}` }[locale];
  return (evidence ?? inOrder)[locale];
}

const inOrder: Text = { en: 'in order', 'zh-cn': '按顺序' };
const integers: Text = { en: 'whole numbers', 'zh-cn': '均为整数' };
const signs: Text = { en: 'only −1 and +1', 'zh-cn': '只有 −1 和 +1' };
const zeroOne: Text = { en: 'only 0 and 1', 'zh-cn': '只有 0 和 1' };
const oneHot: Text = { en: 'one-hot rows', 'zh-cn': '每行为 one-hot' };
const unit: Text = { en: 'all in [0, 1]', 'zh-cn': '都在 [0, 1] 内' };
const unitRows: Text = { en: 'rows sum to 1', 'zh-cn': '每行之和为 1' };
const unitSum: Text = { en: 'sums to 1', 'zh-cn': '总和为 1' };
const logRows: Text = { en: 'exponentials of rows sum to 1', 'zh-cn': '每行取指数后之和为 1' };
