import type { Doubt } from '../outcome';
import type { DoubtSource, Subject } from './doubt';

/** Every reason for doubt, the gravest first. */
const sources: readonly DoubtSource[] = [];

/** What makes an answer doubtful, in the order of gravity. */
export function findDoubts(subject: Subject): readonly Doubt[] {
  return sources.map((source) => source(subject)).filter((doubt) => doubt !== undefined);
}
