import type { Formula } from '../formula';

/** The information records, in the order in which people are shown them. */
export const information: readonly Formula[] = [];
