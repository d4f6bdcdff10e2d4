import type { Recognition } from '../latex/recognition';
import { touches } from '../base/range';
import type { CodeOptions } from './code/code';
import { codeMentions } from './code/code';
import type { Mention } from './mention';

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

/** What is known about a document beside its text. */
export type DetectionOptions = CodeOptions;

/** What stands around a formula and may tell what it is. */
export interface MathContext {
  readonly names?: readonly string[];
}

export interface DetectorDependencies {
  readonly recogniser?: { recognise(tex: string, context?: MathContext): Recognition };
}

/** Finds formulas in documents of every kind. */
export interface Detector {
  /** The mentions of a document, by their start, not overlapping. */
  detect(text: string, languageId: string, options?: DetectionOptions): readonly Mention[];
  /** The mention that the offset touches. */
  mentionAt(
    text: string,
    languageId: string,
    offset: number,
    options?: DetectionOptions,
  ): Mention | undefined;
  /** The mathematics of a document, recognised or not. */
  mathSpans(text: string, languageId: string): readonly MathSpan[];
}

export function createDetector(dependencies: DetectorDependencies = {}): Detector {
  void dependencies;
  const detect: Detector['detect'] = (text, languageId, options) => codeMentions(text, languageId, options);
  return {
    detect,
    mentionAt: (text, languageId, offset, options) =>
      detect(text, languageId, options).find((mention) => touches(mention, offset)),
    mathSpans: () => [],
  };
}
