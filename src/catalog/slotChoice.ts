import type { Slot } from './formula';

/**
 * The slots to fill, in the record's order, when some are given: of slots that exclude each other the given one, or the
 * usual one; a slot that goes `with` another only together with that. Optional slots are among them. A slot stands
 * after its companion in a record.
 */
export function slotsToFill(slots: readonly Slot[], isGiven: (name: string) => boolean): readonly Slot[] {
  const chosen = new Set<string>();
  return slots.filter((slot) => {
    const isChosen = companionsHold(slot, chosen) && chosenOf(slots, slot, isGiven) === slot;
    if (isChosen) chosen.add(slot.name);
    return isChosen;
  });
}

/** The slots of which exactly one is given: those of the same group, or the slot alone. */
export function alternatives(slots: readonly Slot[], slot: Slot): readonly Slot[] {
  return slot.group === undefined ? [slot] : slots.filter(({ group }) => group === slot.group);
}

function companionsHold(slot: Slot, chosen: ReadonlySet<string>): boolean {
  return slot.with === undefined || chosen.has(slot.with);
}

function chosenOf(slots: readonly Slot[], slot: Slot, isGiven: (name: string) => boolean): Slot | undefined {
  const group = alternatives(slots, slot);
  return group.find(({ name }) => isGiven(name)) ?? group[0];
}
