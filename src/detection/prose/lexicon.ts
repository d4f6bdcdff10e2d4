import { formulas } from '../../catalog/catalog';
import type { FormulaId } from '../../catalog/ids';
import { clearAbbreviations, lookAlikes, uncertainNames } from './lookAlikes';
import { keysOf } from './words';

/** How far a name may be believed. */
export type Strength =
  /** The formula, wherever it stands. */
  | 'sure'
  /** The formula if the document also has a fuller name of it. */
  | 'uncertain'
  /** A short form, to be believed in context; written in capitals. */
  | 'abbreviation'
  /** Only before "loss": the front part of a name that ends so. */
  | 'front';

export interface Entry {
  readonly formula: FormulaId;
  readonly strength: Strength;
  readonly key: string;
  /** Short forms and proper names must be written with a capital letter. */
  readonly capital: boolean;
}

/** A node of the tree of names, branching by words. */
export interface NameNode {
  readonly next: Map<string, NameNode>;
  entry?: Entry;
  /** A longer term that is no formula. */
  lookAlike?: boolean;
}

function emptyNode(): NameNode {
  return { next: new Map() };
}

/** Names as people write them in notes that are no names of the catalogue: short forms and fronts. */
const colloquial: readonly (readonly [FormulaId, string])[] = [
  ['kl-divergence', 'KL'],
  ['kl-divergence', 'D KL'],
  ['kl-divergence', 'DKL'],
  ['kl-divergence', 'KL div'],
  ['js-divergence', 'JS'],
];

const uncertain: ReadonlySet<string> = new Set(uncertainNames.map((name) => keysOf(name).join(' ')));

/** Single words that need a capital: `Fair loss`, `Huber`. */
const properNames = new Set(['huber', 'fair', 'tweedie']);

let built: NameNode | undefined;

/** The tree of every name of the catalogue, built when first asked for. */
export function lexicon(): NameNode {
  built ??= build();
  return built;
}

function build(): NameNode {
  const root = emptyNode();
  for (const name of lookAlikes) {
    nodeOf(root, keysOf(name)).lookAlike = true;
  }
  for (const { id, names } of formulas) {
    for (const name of [...names.en, ...names['zh-cn']]) {
      // A remark in brackets is not written by anybody.
      if (!/[()（）,]/.test(name)) {
        addName(root, id, name);
      }
    }
  }
  for (const [id, name] of colloquial) {
    addName(root, id, name);
  }
  return root;
}

function addName(root: NameNode, formula: FormulaId, name: string): void {
  const keys = keysOf(name);
  if (keys.length === 0) {
    return;
  }
  add(root, keys, {
    formula,
    strength: strengthOf(name, keys),
    key: keys.join(' '),
    capital: needsCapital(name, keys),
  });
  for (const joined of joinedForms(keys)) {
    add(root, joined, { formula, strength: 'sure', key: keys.join(' '), capital: false });
  }
  const front = frontOf(keys);
  if (front.length > 0) {
    add(root, front, { formula, strength: 'front', key: front.join(' '), capital: false });
  }
}

/** People also write `binary crossentropy` and `logloss`: two neighbouring words, or all of them, as one. */
function joinedForms(keys: readonly string[]): (readonly string[])[] {
  if (keys.length < 2 || !keys.every((key) => /^[a-z]{3,}$/.test(key))) {
    return [];
  }
  const pairs = keys
    .slice(1)
    .map((_, i) => [...keys.slice(0, i), keys[i]! + keys[i + 1]!, ...keys.slice(i + 2)]);
  return keys.length > 2 ? [...pairs, [keys.join('')]] : pairs;
}

function strengthOf(name: string, keys: readonly string[]): Strength {
  if (uncertain.has(keys.join(' '))) {
    return 'uncertain';
  }
  return isAbbreviation(name) ? 'abbreviation' : 'sure';
}

function isAbbreviation(name: string): boolean {
  return /^[A-Za-z]{2,6}$|^D KL$/.test(name) && (name.match(/[A-Z]/g)?.length ?? 0) >= 2;
}

function needsCapital(name: string, keys: readonly string[]): boolean {
  return isAbbreviation(name) || properNames.has(keys[0]!);
}

/** The name without `loss`, `损失`, `误差`: what stands before it in "hinge and logistic losses". */
function frontOf(keys: readonly string[]): readonly string[] {
  const length = keys.length;
  if (keys[length - 1] === 'loss') {
    return keys.slice(0, -1);
  }
  return keys[length - 2] === '损' && keys[length - 1] === '失' ? keys.slice(0, -2) : [];
}

function add(root: NameNode, keys: readonly string[], entry: Entry): void {
  const node = nodeOf(root, keys);
  // The first formula of the catalogue keeps a name that two have; a full name outranks a front.
  if (node.entry === undefined || (node.entry.strength === 'front' && entry.strength !== 'front')) {
    node.entry = entry;
  }
}

function nodeOf(root: NameNode, keys: readonly string[]): NameNode {
  let node = root;
  for (const key of keys) {
    let next = node.next.get(key);
    if (next === undefined) {
      node.next.set(key, (next = emptyNode()));
    }
    node = next;
  }
  return node;
}

export function isClearAbbreviation(entry: Entry): boolean {
  return clearAbbreviations.has(entry.key);
}
