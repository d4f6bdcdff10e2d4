import type { Locale } from '../base/text';
import { frameworkOf, frameworks, symbolsFor } from '../catalog/frameworks/frameworks';
import type { ConventionId, FormulaId } from '../catalog/ids';
import type { Choice } from './model';
import { words } from './words';

/** The textbook, then every library that computes the formula. */
export function conventionChoices(formula: FormulaId, locale: Locale): readonly Choice[] {
  const libraries = frameworks()
    .map(({ id }) => ({ id, symbol: symbolsFor(formula, id).find((symbol) => !symbol.detectOnly) }))
    .filter(({ symbol }) => symbol !== undefined);
  return [
    { value: 'textbook', label: words.textbook[locale] },
    ...libraries.map(({ id, symbol }) => ({
      value: id,
      label: conventionName(id, locale),
      description: symbol!.symbol,
    })),
  ];
}

export function conventionName(convention: ConventionId, locale: Locale): string {
  return convention === 'textbook' ? words.textbook[locale] : (frameworkOf(convention)?.name ?? convention);
}
