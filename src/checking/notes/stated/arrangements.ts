import type { NamedArray } from '../../../arrays/namedArray';
import type { Locale } from '../../../base/text';
import { formulaOf } from '../../../catalog/catalog';
import type { Formula, Slot } from '../../../catalog/formula';
import type { FormulaId } from '../../../catalog/ids';
import { bindArrays } from '../../../evaluation/binding';
import type { Vector } from './inputs';
import { isDistribution } from './sideValues';

/** One way of giving the numbers nearby to a formula's slots. */
export interface Arrangement {
  readonly inputs: { readonly [slot: string]: NamedArray };
  /** There is no other way, and it is the obvious one. */
  readonly certain: boolean;
}

/** The ways in which the lists nearby can be a formula's inputs; none where their number does not fit. */
export function inputsFor(
  formula: FormulaId,
  vectors: readonly Vector[],
  locale: Locale,
): readonly Arrangement[] {
  const record = formulaOf(formula);
  if (record?.compute === undefined) return [];
  const slots = requiredSlots(record);
  const fitting = vectors.filter((vector) => slots.some((slot) => suits(vector, slot)));
  if (fitting.length === 0 || slots.length > 2) return [];
  if (slots.length === 1) {
    return fitting.map((vector) => ({
      inputs: { [slots[0]!.name]: arrayOf(vector) },
      certain: fitting.length === 1,
    }));
  }
  return fitting.length === 2 ? pairs(record, slots, fitting, locale) : [];
}

/** A joint table where the formula takes one; else one slot of each group, the first. */
function requiredSlots(record: Formula): readonly Slot[] {
  const joint = record.slots.find(({ role }) => role === 'joint');
  if (joint) return [joint];
  const groups = new Set<string>();
  return record.slots.filter(({ optional, group }) => {
    if (optional === true || (group !== undefined && groups.has(group))) return false;
    if (group !== undefined) groups.add(group);
    return true;
  });
}

function suits(vector: Vector, { role }: Slot): boolean {
  const rank = vector.shape.length;
  switch (role) {
    case 'distribution':
      return rank === 1 && isDistribution(vector);
    case 'joint':
      return rank === 2 && isDistribution(vector);
    case 'prediction':
    case 'target':
      return rank === 1;
    default:
      return false;
  }
}

/** Two lists: as their names say, else in both orders. */
function pairs(
  record: Formula,
  slots: readonly Slot[],
  [first, second]: readonly Vector[],
  locale: Locale,
): readonly Arrangement[] {
  const arrays = [arrayOf(first!), arrayOf(second!)];
  if (first!.values.length !== second!.values.length) return [];
  const bound = bindArrays(record, arrays, locale);
  const named = first!.name !== undefined && second!.name !== undefined;
  const [a, b] = slots.map(({ name }) => bound[name]?.array);
  if (a === undefined || b === undefined) return [];
  const [one, other] = [slots[0]!.name, slots[1]!.name];
  return [
    { inputs: { [one]: a, [other]: b }, certain: named },
    ...(named && record.unit === 'information' ? [] : [{ inputs: { [one]: b, [other]: a }, certain: false }]),
  ];
}

function arrayOf({ values, shape, name }: Vector): NamedArray {
  return { values, shape, source: 'text', ...(name === undefined ? {} : { name }) };
}
