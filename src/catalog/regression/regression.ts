import type { Formula } from '../formula';

/** The regression records, in the order in which people are shown them. */
export const regression: readonly Formula[] = [];
