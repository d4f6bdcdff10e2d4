import type { Formula } from '../formula';
import { binaryCrossEntropyLoss } from './binaryCrossEntropy';
import { brier } from './brier';
import { contrastiveLoss } from './contrastive';
import { cosineEmbedding } from './cosineEmbedding';
import { cosineSimilarityMeasure } from './cosineSimilarity';
import { crossEntropy } from './crossEntropy';
import { ctcLoss } from './ctc';
import { diceLoss } from './dice';
import { exponentialMargin } from './exponential';
import { focalLoss } from './focal';
import { generalizedCrossEntropyLoss } from './generalizedCrossEntropy';
import { giniImpurity } from './giniImpurity';
import { hinge } from './hinge';
import { hingeEmbeddingLoss } from './hingeEmbedding';
import { jaccardLoss } from './jaccard';
import { labelSmoothingCrossEntropy } from './labelSmoothingCrossEntropy';
import { logisticMargin } from './logistic';
import { marginRanking } from './marginRanking';
import { modifiedHuberLoss } from './modifiedHuber';
import { multiclassHinge } from './multiclassHinge';
import { multilabelMargin } from './multilabelMargin';
import { nll } from './nll';
import { ntXent } from './ntXent';
import { poly1Loss } from './poly1';
import { squaredHingeLoss } from './squaredHinge';
import { tripletLoss } from './triplet';
import { tverskyLoss } from './tversky';
import { zeroOne } from './zeroOne';

/** The classification records, in the order in which people are shown them. */
export const classification: readonly Formula[] = [
  crossEntropy,
  binaryCrossEntropyLoss,
  nll,
  focalLoss,
  poly1Loss,
  hinge,
  squaredHingeLoss,
  multiclassHinge,
  logisticMargin,
  exponentialMargin,
  zeroOne,
  labelSmoothingCrossEntropy,
  diceLoss,
  jaccardLoss,
  tripletLoss,
  contrastiveLoss,
  cosineEmbedding,
  marginRanking,
  ctcLoss,
  hingeEmbeddingLoss,
  multilabelMargin,
  cosineSimilarityMeasure,
  modifiedHuberLoss,
  brier,
  tverskyLoss,
  generalizedCrossEntropyLoss,
  ntXent,
  giniImpurity,
];
