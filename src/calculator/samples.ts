import type { Formula, Role, Slot } from '../catalog/formula';
import type { FormulaId } from '../catalog/ids';
import { slotsToFill } from '../catalog/slotChoice';
import type { SlotInput } from './state';
import type { CalculatorTools } from './tools';

/** Small arrays by role that give every formula something sensible to show before a person has given any. */
const byRole: { readonly [R in Role]: string } = {
  prediction: '[2.5, 1.0, 2.0, 8.0]',
  target: '[3.0, 0.5, 2.0, 7.0]',
  logits: '[[2.0, 0.5, -1.0], [0.1, 1.5, 0.3]]',
  'log-probabilities': '[[-0.3567, -1.6094, -2.3026], [-2.3026, -0.2231, -2.3026]]',
  probabilities: '[[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]',
  'class-index': '[0, 1]',
  'margin-score': '[0.8, -0.4, 2.1, 0.3]',
  'margin-label': '[1, -1, 1, -1]',
  distribution: '[0.5, 0.25, 0.125, 0.125]',
  joint: '[[0.25, 0.25], [0.0, 0.5]]',
  weight: '',
  embedding: '[[1.0, 0.2], [0.3, 0.9]]',
  samples: '[0, 1, 3]',
  labels: '[0, 0, 1, 1, 2]',
  other: '[0.5, 0.25, 0.125, 0.125]',
};

/** The second of two slots of the same role gets other numbers: a distribution compared with itself teaches nothing. */
const secondOfRole: { readonly [R in Role]?: string } = {
  distribution: '[0.25, 0.25, 0.25, 0.25]',
  embedding: '[[0.9, 0.1], [0.4, 1.1]]',
  samples: '[5, 6, 8]',
  labels: '[1, 1, 0, 0, 0]',
};

/** Values for a role that a single formula wants flat: one probability or logit per element. */
const flat: { readonly [R in Role]?: string } = {
  probabilities: '[0.9, 0.2, 0.7, 0.4]',
  logits: '[2.2, -1.4, 0.8, -0.4]',
  target: '[1, 0, 1, 0]',
};

/** Samples of formulas for which the roles' would not do. */
const own: { readonly [F in FormulaId]?: { readonly [slot: string]: string } } = {
  'zero-one': { prediction: '[0, 1, 1, 2, 2]', target: '[0, 1, 2, 2, 2]' },
  dice: { prediction: '[0.9, 0.8, 0.3, 0.1]', target: '[1, 1, 1, 0]' },
  jaccard: { prediction: '[0.9, 0.8, 0.3, 0.1]', target: '[1, 1, 1, 0]' },
  tversky: { prediction: '[0.9, 0.8, 0.3, 0.1]', target: '[1, 1, 1, 0]' },
  brier: { prediction: '[0.9, 0.8, 0.3, 0.1]', target: '[1, 1, 1, 0]' },
  contrastive: { distance: '[0.2, 1.4, 0.7]', target: '[1, 0, 0]' },
  'cosine-embedding': {
    input1: '[[1.0, 0.2], [0.3, 0.9]]',
    input2: '[[0.9, 0.1], [0.4, -1.1]]',
    target: '[1, -1]',
  },
  ctc: { logProbabilities: '[[-1.6, -0.4, -2.3], [-0.5, -1.6, -1.6], [-1.6, -2.3, -0.4]]', target: '[1, 2]' },
  'multilabel-margin': { scores: '[[2.0, 0.5, -1.0], [0.1, 1.5, 0.3]]', target: '[[0, -1, -1], [1, 2, -1]]' },
  'nt-xent': { embeddings: '[[1.0, 0.2], [0.9, 0.1], [0.1, 1.0], [0.2, 0.8]]', labels: '[0, 0, 1, 1]' },
  'wasserstein-1d': { u: '[0, 1, 3]', v: '[5, 6, 8]' },
  'conditional-mutual-information': {
    joint: '[[[0.2, 0.05], [0.05, 0.2]], [[0.05, 0.2], [0.2, 0.05]]]',
  },
  'adjusted-mutual-information': { contingency: '[[4, 1], [1, 3]]' },
};

/** The sample inputs of a formula: every slot that must be filled, the first of alternatives. */
export function sampleInputs(record: Formula, tools: CalculatorTools): { [slot: string]: SlotInput } {
  const texts = own[record.id] ?? usualTexts(record);
  return Object.fromEntries(Object.entries(texts).map(([slot, text]) => [slot, read(text, tools)]));
}

function usualTexts(record: Formula): { [slot: string]: string } {
  const texts: { [slot: string]: string } = {};
  const seen = new Map<Role, number>();
  const isBinary = record.slots.some((slot) => isScore(slot) && !hasClasses(slot));
  for (const slot of slotsToFill(record.slots, () => false)) {
    if (slot.optional === true) continue;
    const count = seen.get(slot.role) ?? 0;
    seen.set(slot.role, count + 1);
    texts[slot.name] = sampleText(slot, count, isBinary);
  }
  return texts;
}

function sampleText(slot: Slot, count: number, isBinary: boolean): string {
  if (count > 0) return secondOfRole[slot.role] ?? byRole[slot.role];
  if (isBinary && !hasClasses(slot)) return flat[slot.role] ?? byRole[slot.role];
  return byRole[slot.role];
}

/** Probabilities or logits, of which a binary formula takes one per element. */
function isScore(slot: Slot): boolean {
  return slot.role === 'probabilities' || slot.role === 'logits';
}

function hasClasses(slot: Slot): boolean {
  return slot.axes?.includes('C') === true;
}

function read(text: string, tools: CalculatorTools): SlotInput {
  const [array] = tools.readArrays([text], 'plaintext');
  return array === undefined ? { text } : { text, array };
}
