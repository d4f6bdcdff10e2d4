import type { Formula } from '../formula';
import { adjustedMutualInformation } from './adjustedMutualInformation';
import { bhattacharyya } from './bhattacharyya';
import { binaryEntropy } from './binaryEntropy';
import { conditionalEntropy } from './conditionalEntropy';
import { conditionalMutualInformation } from './conditionalMutualInformation';
import { crossEntropyDistribution } from './crossEntropyDistribution';
import { differentialEntropy } from './differentialEntropy';
import { entropy } from './entropy';
import { generalizedKl } from './generalizedKl';
import { hellinger } from './hellinger';
import { interactionInformation } from './interactionInformation';
import { jeffreys } from './jeffreys';
import { jointEntropy } from './jointEntropy';
import { jsDivergence } from './jsDivergence';
import { klDivergence } from './klDivergence';
import { mutualInformation } from './mutualInformation';
import { normalizedMutualInformation } from './normalizedMutualInformation';
import { perplexity } from './perplexity';
import { renyiDivergence } from './renyiDivergence';
import { renyiEntropy } from './renyiEntropy';
import { selfInformation } from './selfInformation';
import { totalCorrelation } from './totalCorrelation';
import { totalVariation } from './totalVariation';
import { variationOfInformation } from './variationOfInformation';
import { wasserstein1d } from './wasserstein1d';

/** The information records, in the order in which people are shown them. */
export const information: readonly Formula[] = [
  selfInformation,
  entropy,
  binaryEntropy,
  jointEntropy,
  conditionalEntropy,
  mutualInformation,
  klDivergence,
  jsDivergence,
  crossEntropyDistribution,
  perplexity,
  differentialEntropy,
  wasserstein1d,
  bhattacharyya,
  hellinger,
  generalizedKl,
  jeffreys,
  totalVariation,
  renyiEntropy,
  renyiDivergence,
  conditionalMutualInformation,
  totalCorrelation,
  interactionInformation,
  normalizedMutualInformation,
  adjustedMutualInformation,
  variationOfInformation,
];
