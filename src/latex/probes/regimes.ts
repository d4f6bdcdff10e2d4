import { binaryRegime, marginRegime } from './binary';
import { batchRegime, sampleRegime } from './classes';
import { distributionRegime } from './distributions';
import type { Regime } from './regime';
import { positiveRegime, regressionRegime } from './regression';

/** Every kind of data that formulas are tried on, the commonest first. */
export const regimes: readonly Regime[] = [
  regressionRegime,
  distributionRegime,
  binaryRegime,
  marginRegime,
  sampleRegime,
  batchRegime,
  positiveRegime,
];
