import type { Recogniser } from '../latex/recognise';
import type { Recognition } from '../latex/recognition';
import { touches } from '../base/range';
import type { CodeOptions } from './code/code';
import { codeMentionAt, codeMentions } from './code/code';
import type { Mention } from './mention';
import type { Note, PlacedSection } from './notes/note';
import type { Recognise } from './notes/noteMentions';
import { recognisedMath, sectionMentions } from './notes/noteMentions';
import { NoteReader } from './notes/noteReader';

/** A stretch of mathematics in a document. */
export interface MathSpan {
  /** The span with its delimiters. */
  readonly start: number;
  readonly end: number;
  /** The TeX inside the delimiters, as the document has it. */
  readonly tex: string;
  readonly texStart: number;
  /** Set on a line of its own. */
  readonly display: boolean;
}

/** A stretch of mathematics with what it means; nothing is recognised without a recogniser. */
export interface RecognisedMath {
  readonly span: MathSpan;
  readonly recognition: Recognition;
}

/** What is known about a document beside its text. */
export type DetectionOptions = CodeOptions;

export interface DetectorDependencies {
  /** Tells what a formula means; without it only names and code are mentions. */
  readonly recogniser?: Pick<Recogniser, 'recognise'>;
}

/** Finds formulas in documents of every kind. */
export interface Detector {
  /** The mentions of a document, by their start, not overlapping. */
  detect(text: string, languageId: string, options?: DetectionOptions): readonly Mention[];
  /** The mention that the offset touches. Of a note only the section around the offset is looked at. */
  mentionAt(
    text: string,
    languageId: string,
    offset: number,
    options?: DetectionOptions,
  ): Mention | undefined;
  /** The mathematics of a document, recognised or not. */
  mathSpans(text: string, languageId: string): readonly MathSpan[];
  /** The mathematics of a document with what each formula means by its text, the names around it and the macros. */
  recognisedMath(text: string, languageId: string): readonly RecognisedMath[];
  /** The mathematics that the offset touches, and what it means. */
  mathAt(text: string, languageId: string, offset: number): RecognisedMath | undefined;
}

export function createDetector(dependencies: DetectorDependencies = {}): Detector {
  return new DocumentDetector(dependencies);
}

/** So many documents' answers are kept. */
const answersKept = 8;
const recognitionsKept = 5_000;

interface Answer {
  readonly text: string;
  readonly languageId: string;
  readonly mentions: readonly Mention[];
}

class DocumentDetector implements Detector {
  private readonly notes = new NoteReader();
  private readonly recognise: Recognise | undefined;
  private answers: readonly Answer[] = [];

  constructor({ recogniser }: DetectorDependencies) {
    this.recognise = recogniser === undefined ? undefined : remembering(recogniser);
  }

  readonly detect = (
    text: string,
    languageId: string,
    options: DetectionOptions = {},
  ): readonly Mention[] => {
    // What other texts add is not known to the cache.
    const alone = options.before === undefined && options.module === undefined;
    const known = alone ? this.answerTo(text, languageId) : undefined;
    if (known !== undefined) {
      return known.mentions;
    }
    const note = this.notes.read(text, languageId);
    const mentions =
      note === undefined
        ? codeMentions(text, languageId, options)
        : note.sections.flatMap((section) => this.mentionsOf(note, section, options));
    if (alone) {
      this.answers = [{ text, languageId, mentions }, ...this.answers].slice(0, answersKept);
    }
    return mentions;
  };

  readonly mentionAt = (
    text: string,
    languageId: string,
    offset: number,
    options: DetectionOptions = {},
  ): Mention | undefined => {
    const note = this.notes.read(text, languageId);
    if (note === undefined) {
      return codeMentionAt(text, languageId, offset, options);
    }
    return sectionsAt(note, offset)
      .flatMap((section) => this.mentionsOf(note, section, options))
      .find((mention) => touches(mention, offset));
  };

  readonly mathSpans = (text: string, languageId: string): readonly MathSpan[] => {
    const note = this.notes.read(text, languageId);
    return note === undefined ? [] : note.sections.flatMap((section) => note.spansOf(section));
  };

  readonly recognisedMath = (text: string, languageId: string): readonly RecognisedMath[] => {
    const note = this.notes.read(text, languageId);
    return note === undefined ? [] : note.sections.flatMap((section) => this.mathOf(note, section));
  };

  readonly mathAt = (text: string, languageId: string, offset: number): RecognisedMath | undefined => {
    const note = this.notes.read(text, languageId);
    if (note === undefined) {
      return undefined;
    }
    return sectionsAt(note, offset)
      .filter((section) => note.spansOf(section).some((span) => touches(span, offset)))
      .flatMap((section) => this.mathOf(note, section))
      .find(({ span }) => touches(span, offset));
  };

  private mathOf(note: Note, section: PlacedSection): readonly RecognisedMath[] {
    return recognisedMath(note, section, this.recognise ?? recogniseNothing);
  }

  private mentionsOf(note: Note, section: PlacedSection, options: DetectionOptions): readonly Mention[] {
    return sectionMentions(note, section, this.recognise, options);
  }

  private answerTo(text: string, languageId: string): Answer | undefined {
    return this.answers.find((answer) => answer.languageId === languageId && answer.text === text);
  }
}

const recogniseNothing: Recognise = () => ({ formula: null, confidence: 0, bindings: {}, faults: [] });

/** The sections that hold or touch the offset. */
function sectionsAt(note: Note, offset: number): readonly PlacedSection[] {
  return note.sections.filter(
    ({ section, start }) => start <= offset && offset <= start + section.text.length,
  );
}

/** Recognising is costly, and documents repeat their formulas. */
function remembering(recogniser: Pick<Recogniser, 'recognise'>): Recognise {
  const known = new Map<string, Recognition>();
  return (tex, context) => {
    const key = JSON.stringify([tex, context.names, context.macros]);
    let recognition = known.get(key);
    if (recognition === undefined) {
      recognition = recogniser.recognise(tex, context);
      if (known.size >= recognitionsKept) {
        known.clear();
      }
      known.set(key, recognition);
    }
    return recognition;
  };
}
