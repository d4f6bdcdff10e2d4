import type { Formula } from '../formula';
import { crossEntropy } from './crossEntropy';
import { hinge } from './hinge';

/** The classification records, in the order in which people are shown them. */
export const classification: readonly Formula[] = [crossEntropy, hinge];
