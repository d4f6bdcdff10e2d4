import type { Formula } from '../formula';
import { epsilonInsensitiveLoss } from './epsilonInsensitive';
import { expectile } from './expectile';
import { fair } from './fair';
import { gammaNllLoss } from './gammaNll';
import { gaussianNllLoss } from './gaussianNll';
import { huber } from './huber';
import { logCoshLoss } from './logCosh';
import { lq } from './lq';
import { mae } from './mae';
import { mape } from './mape';
import { maximumError } from './maxError';
import { mbe } from './mbe';
import { medianAbsolute } from './medianAbsoluteError';
import { mse } from './mse';
import { msle } from './msle';
import { poissonNll } from './poissonNll';
import { pseudoHuberLoss } from './pseudoHuber';
import { quantile } from './quantile';
import { rmse } from './rmse';
import { rmsle } from './rmsle';
import { smape } from './smape';
import { smoothL1 } from './smoothL1';
import { squaredEpsilonInsensitiveLoss } from './squaredEpsilonInsensitive';
import { tweedie } from './tweedie';
import { wmape } from './wmape';

/** The regression records, in the order in which people are shown them. */
export const regression: readonly Formula[] = [
  mae,
  mbe,
  mse,
  rmse,
  huber,
  smoothL1,
  logCoshLoss,
  quantile,
  msle,
  mape,
  epsilonInsensitiveLoss,
  poissonNll,
  gaussianNllLoss,
  tweedie,
  pseudoHuberLoss,
  rmsle,
  smape,
  wmape,
  medianAbsolute,
  maximumError,
  expectile,
  fair,
  lq,
  gammaNllLoss,
  squaredEpsilonInsensitiveLoss,
];
