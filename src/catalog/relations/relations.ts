import type { FormulaId } from '../ids';
import { divergenceRelations } from './divergenceRelations';
import { jointRelations } from './jointRelations';
import { lossRelations } from './lossRelations';
import type { Relation } from './relation';

/** Every law between formulas, in the order in which they are listed to people. */
export const relations: readonly Relation[] = [...divergenceRelations, ...jointRelations, ...lossRelations];

/** The laws that a formula takes part in. */
export function relationsOf(id: FormulaId): readonly Relation[] {
  return relations.filter(({ left, right }) => [...left, ...right].some(({ formula }) => formula === id));
}

/** The law of that id. */
export function relationOf(id: string): Relation | undefined {
  return relations.find((relation) => relation.id === id);
}
