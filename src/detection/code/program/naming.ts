import type { FormulaId } from '../../../catalog/ids';
import type { Library } from '../library/library';

/** Words of a name that say nothing about which formula it is. */
const empty = new Set(
  (
    'loss losses error criterion metric metrics fn func function objective cost score calc calculate compute get ' +
    'my custom own new v1 v2 with for the of from and layer module np numpy torch tf keras py batch'
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
  return namesOf(library).get(core(name)) ?? undefined;
}

function core(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/_+/);
  return words.filter((word) => word !== '' && !empty.has(word)).join('');
}

const indexed = new WeakMap<Library, ReadonlyMap<string, FormulaId | null>>();

function namesOf(library: Library): ReadonlyMap<string, FormulaId | null> {
  const present = indexed.get(library);
  if (present) return present;
  const names = new Map<string, FormulaId | null>();
  for (const symbol of library.symbols) {
    if (symbol.complement) continue;
    const name = core(symbol.symbol.slice(symbol.symbol.lastIndexOf('.') + 1));
    const formula = symbol.formula === 'unlisted' ? null : symbol.formula;
    const known = names.get(name);
    names.set(name, known === undefined || known === formula ? formula : null);
  }
  indexed.set(library, names);
  return names;
}

/** Whether a name speaks of a loss, a divergence or the like. */
export function isTellingName(name: string): boolean {
  return telling.test(name);
}
