import type { Locale } from '../../base/text';
import type { Answer } from '../report';
import type { Doubt, Request } from '../outcome';

/** What a doubt looks at: the request, the arrays it gave, and the answer. */
export interface Subject {
  readonly request: Request;
  readonly locale: Locale;
  readonly answer: Answer;
  /** The value of a corrected request, for the remedy's title. */
  revalue(request: Request): number | undefined;
}

/** One reason for doubt: looks, and says what was seen and what it would mean, or keeps silent. */
export type DoubtSource = (subject: Subject) => Doubt | undefined;
