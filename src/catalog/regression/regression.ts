import type { Formula } from '../formula';
import { huber } from './huber';
import { mae } from './mae';
import { mbe } from './mbe';
import { mse } from './mse';
import { smoothL1 } from './smoothL1';

/** The regression records, in the order in which people are shown them. */
export const regression: readonly Formula[] = [mae, mbe, mse, huber, smoothL1];
