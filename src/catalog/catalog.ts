import { classification } from './classification/classification';
import { coding } from './coding/coding';
import type { Formula } from './formula';
import type { FormulaId } from './ids';
import { information } from './information/information';
import { regression } from './regression/regression';

/** Every formula's record, family by family. */
export const formulas: readonly Formula[] = [...regression, ...classification, ...information, ...coding];

const byId: ReadonlyMap<string, Formula> = new Map(formulas.map((formula) => [formula.id, formula]));

/** The record of a formula, or undefined for an id that the catalogue does not hold. */
export function formulaOf(id: FormulaId | string): Formula | undefined {
  return byId.get(id);
}
