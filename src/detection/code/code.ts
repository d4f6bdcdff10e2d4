import { touches } from '../../base/range';
import type { Mention } from '../mention';
import { braceMentions, isBraceLanguage } from './brace/brace';
import { configurationMentions, isConfiguration } from './config/documents';
import { isLexedLanguage, lexedMentions } from './lexed/lexed';
import { ExpressionMeanings } from './meaning/meaning';
import { PythonDetector } from './python/python';

/** What is known about a document beside its text. */
export interface CodeOptions {
  /** Texts of a notebook's earlier code cells, in order: the same program. */
  readonly before?: readonly string[];
  /** The text of a workspace module (`losses`, `.losses`, `pkg.losses`) that the document imports. */
  readonly module?: (name: string) => string | undefined;
}

/** Finds formulas in documents of code. It keeps caches, but no state that a caller could see. */
export interface CodeDetector {
  /** The formulas mentioned, sorted by start and not overlapping. Languages that are not code give none. */
  mentions(text: string, languageId: string, options?: CodeOptions): readonly Mention[];
  /** The mention that the offset touches. In a long document only what decides about that place is read. */
  mentionAt(text: string, languageId: string, offset: number, options?: CodeOptions): Mention | undefined;
}

/** Shorter documents are read whole at every question. */
const longDocument = 60_000;

export function createCodeDetector(): CodeDetector {
  const meanings = new ExpressionMeanings();
  let python: PythonDetector | undefined;
  const readPython = (): PythonDetector => (python ??= new PythonDetector(meanings));
  const mentions: CodeDetector['mentions'] = (text, languageId, options = {}) => {
    if (languageId === 'python') return inOrder(readPython().mentions(text, options));
    if (isBraceLanguage(languageId))
      return inOrder(braceMentions(text, languageId, meanings, options.before));
    if (isLexedLanguage(languageId))
      return inOrder(lexedMentions(text, languageId, meanings, options.before));
    if (isConfiguration(languageId)) return inOrder(configurationMentions(text, languageId, meanings));
    return [];
  };
  return {
    mentions,
    mentionAt(text, languageId, offset, options = {}) {
      const isLocal = languageId === 'python' && text.length > longDocument;
      const around = isLocal
        ? inOrder(readPython().mentionsAround(text, offset, options))
        : mentions(text, languageId, options);
      return around.find((mention) => touches(mention, offset));
    },
  };
}

const detector = createCodeDetector();

/** The formulas mentioned in a document of code, sorted by start and not overlapping; other languages give none. */
export function codeMentions(
  text: string,
  languageId: string,
  options: CodeOptions = {},
): readonly Mention[] {
  return detector.mentions(text, languageId, options);
}

/** The mention in a document of code that an offset touches. */
export function codeMentionAt(
  text: string,
  languageId: string,
  offset: number,
  options: CodeOptions = {},
): Mention | undefined {
  return detector.mentionAt(text, languageId, offset, options);
}

/** Sorted by start; of two that overlap the surer one stays, of equals the first. */
function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.confidence - a.confidence);
  const kept: Mention[] = [];
  for (const mention of sorted) {
    const last = kept.at(-1);
    if (!last || last.end <= mention.start) kept.push(mention);
    else if (last.confidence < mention.confidence) kept[kept.length - 1] = mention;
  }
  return kept;
}
