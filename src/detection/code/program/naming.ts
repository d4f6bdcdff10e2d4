import { formulas } from '../../../catalog/catalog';
import type { FormulaId } from '../../../catalog/ids';
import type { Library } from '../library/library';

/** Words of a name that say nothing about which formula it is. */
const empty = new Set(
  (
    'loss losses error criterion metric metrics fn func function objective cost score calc calculate compute get ' +
    'my custom own new v1 v2 with for the of from and layer module np numpy torch tf keras py batch div divergence'
  ).split(' '),
);

/** Words that say that a name is about a loss, a divergence or the like. */
const telling =
  /loss|criterion|error|entropy|divergence|distance|mse$|mae$|rmse$|msle$|mape$|bce$|perplexity/i;

/**
 * The formula that a person's own class or function is named after: the libraries' names without their filler words
 * (`MyFocalLoss`, `compute_dice_loss`). Undefined unless all symbols of that name agree.
 */
export function formulaByName(name: string, library: Library): FormulaId | undefined {
  if (!telling.test(name)) return undefined;
  const words = core(name);
  return ofBoxes.test(words) ? undefined : namesOf(library).get(words);
}

/** Detectors of objects measure boxes by what is as well a measure of sets: the name alone does not tell which. */
const ofBoxes = /iou|intersectionoverunion/;

function core(name: string): string {
  const words = name
    .replace(/[^A-Za-z\d_]+/g, '_')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/_+/);
  return words.filter((word) => word !== '' && !empty.has(word)).join('');
}

const indexed = new WeakMap<Library, ReadonlyMap<string, FormulaId>>();

/** What each name means to most libraries; a name on which they are divided means nothing. */
function namesOf(library: Library): ReadonlyMap<string, FormulaId> {
  const present = indexed.get(library);
  if (present) return present;
  const votes = new Map<string, Map<FormulaId | 'unlisted', number>>();
  for (const symbol of library.symbols)
    if (!symbol.complement)
      vote(votes, core(symbol.symbol.slice(symbol.symbol.lastIndexOf('.') + 1)), symbol.formula, 1);
  for (const { id, names } of formulas)
    for (const name of names.en) vote(votes, core(name), id, catalogueVotes);
  const names = new Map<string, FormulaId>();
  for (const [name, counts] of votes) {
    const formula = majority(counts);
    if (formula !== undefined) names.set(name, formula);
  }
  indexed.set(library, names);
  return names;
}

/** The catalogue's own name of a formula outweighs a library that uses the name for another. */
const catalogueVotes = 4;

type Votes = Map<string, Map<FormulaId | 'unlisted', number>>;

function vote(votes: Votes, name: string, formula: FormulaId | 'unlisted', weight: number): void {
  const counts = votes.get(name) ?? new Map<FormulaId | 'unlisted', number>();
  counts.set(formula, (counts.get(formula) ?? 0) + weight);
  votes.set(name, counts);
}

function majority(counts: ReadonlyMap<FormulaId | 'unlisted', number>): FormulaId | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const winner = [...counts].find(([, count]) => count * 3 >= total * 2)?.[0];
  return winner === 'unlisted' ? undefined : winner;
}

/** Whether a name speaks of a loss, a divergence or the like. */
export function isTellingName(name: string): boolean {
  return telling.test(name);
}
