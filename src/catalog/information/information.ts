import type { Formula } from '../formula';
import { adjustedMutualInformation } from './adjustedMutualInformation';
import { binaryEntropy } from './binaryEntropy';
import { conditionalEntropy } from './conditionalEntropy';
import { conditionalMutualInformation } from './conditionalMutualInformation';
import { crossEntropyDistribution } from './crossEntropyDistribution';
import { entropy } from './entropy';
import { interactionInformation } from './interactionInformation';
import { jointEntropy } from './jointEntropy';
import { jsDivergence } from './jsDivergence';
import { klDivergence } from './klDivergence';
import { mutualInformation } from './mutualInformation';
import { normalizedMutualInformation } from './normalizedMutualInformation';
import { perplexity } from './perplexity';
import { selfInformation } from './selfInformation';
import { totalCorrelation } from './totalCorrelation';
import { variationOfInformation } from './variationOfInformation';

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
  conditionalMutualInformation,
  totalCorrelation,
  interactionInformation,
  normalizedMutualInformation,
  adjustedMutualInformation,
  variationOfInformation,
];
