import type { Doubt } from '../outcome';
import { broadcastShapes } from './broadcastShapes';
import { cancellingBias } from './cancellingBias';
import { certainProbabilities } from './certainProbabilities';
import type { DoubtSource, Subject } from './doubt';
import { doubleSigmoid } from './doubleSigmoid';
import { ignoredTargets } from './ignoredTargets';
import { labelAlphabet } from './labelAlphabet';
import { logitsAsProbabilities } from './logitsAsProbabilities';
import { logProbabilitiesAsLogits } from './logProbabilitiesAsLogits';
import { logProbabilitiesGiven } from './logProbabilitiesGiven';
import { missingSupport } from './missingSupport';
import { nearZeroTargets } from './nearZeroTargets';
import { negativeDensityEntropy } from './negativeDensityEntropy';
import { negativeLogarithms } from './negativeLogarithms';
import { nllWithoutLog } from './nllWithoutLog';
import { probabilitiesAsLogits } from './probabilitiesAsLogits';
import { probabilitiesAsScores } from './probabilitiesAsScores';
import { rowsNotNormalised } from './rowsNotNormalised';
import { singleClass } from './singleClass';
import { singleColumn } from './singleColumn';
import { softTargetFloor } from './softTargetFloor';
import { swappedArguments } from './swappedArguments';
import { unnormalised } from './unnormalised';
import { wrongAxis } from './wrongAxis';

/** Every reason for doubt, the gravest first. */
const sources: readonly DoubtSource[] = [
  broadcastShapes,
  swappedArguments,
  probabilitiesAsLogits,
  doubleSigmoid,
  logProbabilitiesGiven,
  logitsAsProbabilities,
  nllWithoutLog,
  wrongAxis,
  labelAlphabet,
  ignoredTargets,
  singleColumn,
  singleClass,
  unnormalised,
  rowsNotNormalised,
  nearZeroTargets,
  negativeLogarithms,
  certainProbabilities,
  missingSupport,
  probabilitiesAsScores,
  cancellingBias,
  logProbabilitiesAsLogits,
  softTargetFloor,
  negativeDensityEntropy,
];

/** Where the axis is wrong the sums are too; one sentence is enough. */
const coveredBy: { readonly [code: string]: readonly string[] } = {
  'softmax-wrong-axis': ['kl-unnormalised', 'log-loss-rows-not-normalised'],
  'scipy-entropy-axis': ['kl-unnormalised', 'scipy-entropy-normalises'],
  'loss-argument-order': ['log-loss-hard-labels', 'bce-exact-zero-or-one'],
};

/** What makes an answer doubtful, in the order of gravity. */
export function findDoubts(subject: Subject): readonly Doubt[] {
  const doubts = sources.map((source) => source(subject)).filter((doubt) => doubt !== undefined);
  const covered = new Set(doubts.flatMap(({ code }) => coveredBy[code] ?? []));
  return doubts.filter(({ code }) => !covered.has(code));
}
