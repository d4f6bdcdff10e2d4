import { binaryRegime, marginRegime } from './binary';
import { batchRegime, sampleRegime } from './classes';
import { distributionRegime, massRegime } from './distributions';
import { densityRegime } from './densities';
import { pairRegime, tripletRegime } from './metric';
import { overlapRegime } from './overlap';
import type { Regime } from './regime';
import { positiveRegime, regressionRegime, tableRegime } from './regression';

/** Every kind of data that formulas are tried on, the commonest first. */
export const regimes: readonly Regime[] = [
  regressionRegime,
  distributionRegime,
  massRegime,
  binaryRegime,
  marginRegime,
  sampleRegime,
  batchRegime,
  positiveRegime,
  tableRegime,
  overlapRegime,
  pairRegime,
  tripletRegime,
  densityRegime,
];
