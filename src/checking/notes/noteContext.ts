import type { Result } from '../../base/result';
import type { Locale } from '../../base/text';
import type { MathSpan } from '../../detection/detector';
import type { AcceptedName, Note } from '../../detection/notes/note';
import type { FormulaText } from '../../latex/formulaText';
import type { Recogniser } from '../../latex/recognise';
import type { Evaluator } from '../../evaluation/evaluator';
import type { Passages } from './passages';
import type { ArraysReader } from './stated/inputs';

/** A note with what its checks ask for. */
export interface NoteContext {
  readonly text: string;
  readonly languageId: string;
  readonly locale: Locale;
  readonly note: Note;
  /** Mathematics and accepted names by their start. */
  readonly spans: readonly MathSpan[];
  readonly names: readonly AcceptedName[];
  readonly passages: Passages;
  readonly recogniser: Recogniser;
  readonly evaluator: Pick<Evaluator, 'evaluate'>;
  readonly readArrays: ArraysReader;
  /** A formula of the note as the room of formulas reads it. */
  readonly read: (tex: string) => Result<FormulaText>;
}
