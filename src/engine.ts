import { arraysIn, arraysInSelection } from './arrays/arrays';
import type { NamedArray } from './arrays/namedArray';
import type { Locale } from './base/text';
import { createCalculator, type Calculator } from './calculator/calculator';
import { createOpenings, type Openings } from './calculator/openings';
import { formulas } from './catalog/catalog';
import { symbolNamed } from './catalog/frameworks/frameworks';
import { summaryOf, type FormulaSummary } from './catalog/summary';
import { createChecker, type CheckOptions, type VerifiedNumber } from './checking/checker';
import type { Finding } from './checking/finding';
import { createDetector, type DetectionOptions, type MathSpan } from './detection/detector';
import type { Mention } from './detection/mention';
import { calculateFormula } from './evaluation/calculation';
import { bindArrays } from './evaluation/binding';
import { createEvaluator, type Comparison } from './evaluation/evaluator';
import type { Nested, Outcome, Request } from './evaluation/outcome';
import { type CalculationOptions } from './latex/calculate';
import { createRecogniser, type RecognitionContext } from './latex/recognise';
import type { Recognition } from './latex/recognition';
import { mathCard, mentionCard, type HoverCard, type HoverLook } from './rendering/hover';
import {
  pictureOf,
  type Picture,
  type PictureFault,
  type PictureOptions,
} from './rendering/pictures/picture';

/**
 * Everything Lossary can do, without an editor: text and arrays in, plain data out. Made once by `createEngine`; it keeps
 * caches but no state that a caller could see.
 */
export interface Engine {
  readonly locale: Locale;
  /** The catalogue, as summaries. */
  formulas(): readonly FormulaSummary[];
  /** Where formulas stand in a document. `languageId` is VS Code's. */
  detect(text: string, languageId: string, options?: DetectionOptions): readonly Mention[];
  /** The mention that the offset touches; quick in a long document too. */
  mentionAt(
    text: string,
    languageId: string,
    offset: number,
    options?: DetectionOptions,
  ): Mention | undefined;
  /** What a formula in TeX means. */
  recognise(tex: string, context?: RecognitionContext): Recognition;
  /** A formula of the catalogue on arrays. */
  evaluate(request: Request): Outcome;
  /** The same request by several conventions, side by side. */
  compare(request: Request, conventions: readonly string[]): readonly Comparison[];
  /**
   * Any formula in TeX on arrays and numbers that bear its letters; shapes follow from its indices. For a formula that the
   * catalogue does not know the outcome's `formula` is null.
   */
  calculate(tex: string, values: { readonly [name: string]: Nested }, options?: CalculationOptions): Outcome;
  /** What is wrong in a document. */
  check(text: string, languageId: string, options?: CheckOptions): readonly Finding[];
  /** The numbers that a note states and that were recomputed and found right. */
  verifiedNumbers(text: string, languageId: string): readonly VerifiedNumber[];
  /** The arrays that stand in a text. */
  arrays(text: string, languageId: string): readonly NamedArray[];
  /** A formula as an SVG image, or why it can't be set. */
  picture(tex: string, options: PictureOptions): Picture | PictureFault;
  /** The hover's card at an offset. */
  hover(
    text: string,
    languageId: string,
    offset: number,
    look: HoverLook,
    options?: DetectionOptions,
  ): HoverCard | undefined;
  /** The calculator's states, actions and models. */
  readonly calculator: Calculator;
  /** From a place in a document to an opened calculator. */
  readonly openings: Openings;
}

/** Builds the rooms in their order and hands each what it uses. */
export function createEngine({ locale }: { readonly locale: Locale }): Engine {
  const recogniser = createRecogniser(locale);
  const detector = createDetector({ recogniser });
  const evaluator = createEvaluator(locale);
  const arrays = (text: string, languageId: string): readonly NamedArray[] =>
    arraysIn(text, languageId, locale);
  const checker = createChecker({ locale, recogniser, evaluator, readArrays: arrays });
  const inSelection = (texts: readonly string[], languageId: string): readonly NamedArray[] =>
    arraysInSelection(texts, languageId, locale);

  return {
    locale,
    formulas: () => formulas.map((record) => summaryOf(record, locale)),
    detect: detector.detect,
    mentionAt: detector.mentionAt,
    recognise: recogniser.recognise,
    evaluate: evaluator.evaluate,
    compare: evaluator.compare,
    calculate: (tex, values, options) =>
      calculateFormula(tex, values, recogniser.recognise(tex), locale, options),
    check: checker.check,
    verifiedNumbers: checker.verifiedNumbers,
    arrays,
    picture: (tex, options) => pictureOf(tex, { locale, ...options }),
    hover: (text, languageId, offset, look, options) => {
      const math = detector.mathAt(text, languageId, offset);
      if (math !== undefined) return mathCard(math.span, math.recognition, look, locale);
      const mention = detector.mentionAt(text, languageId, offset, options);
      return mention && mentionCard(mention, look, locale);
    },
    calculator: createCalculator({
      locale,
      evaluate: evaluator.evaluate,
      conventionsOf: evaluator.conventionsOf,
      readArrays: inSelection,
      bind: (record, given) => bindArrays(record, given, locale),
    }),
    openings: createOpenings({
      detect: detector.detect,
      mentionAt: detector.mentionAt,
      arrays,
      arraysInSelection: inSelection,
      conventionOf: (symbol) => symbolNamed(symbol)?.framework,
    }),
  };
}

export type {
  CalculationOptions,
  Calculator,
  CheckOptions,
  Comparison,
  DetectionOptions,
  Finding,
  FormulaSummary,
  HoverCard,
  HoverLook,
  MathSpan,
  Mention,
  NamedArray,
  Nested,
  Openings,
  Outcome,
  Picture,
  PictureFault,
  PictureOptions,
  Recognition,
  RecognitionContext,
  Request,
  VerifiedNumber,
};
