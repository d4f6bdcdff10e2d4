import type { Formula } from '../formula';

/** The classification records, in the order in which people are shown them. */
export const classification: readonly Formula[] = [];
