import type { Formula } from '../formula';

/** The coding records, in the order in which people are shown them. */
export const coding: readonly Formula[] = [];
