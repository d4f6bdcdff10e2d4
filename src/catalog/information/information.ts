import type { Formula } from '../formula';
import { entropy } from './entropy';
import { klDivergence } from './klDivergence';

/** The records of this family, in the order in which they are listed to people. */
export const information: readonly Formula[] = [entropy, klDivergence];
