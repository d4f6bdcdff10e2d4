import type { Mention } from '../mention';
import { braceMentions, isBraceLanguage } from './brace/brace';
import { configurationMentions, isConfiguration } from './config/documents';
import { ExpressionMeanings } from './meaning/meaning';
import { PythonDetector } from './python/python';

/** What is known about a document beside its text. */
export interface CodeOptions {
  /** Texts of a notebook's earlier code cells, in order: the same program. */
  readonly before?: readonly string[];
  /** The text of a workspace module (`losses`, `.losses`, `pkg.losses`) that the document imports. */
  readonly module?: (name: string) => string | undefined;
}

const meanings = new ExpressionMeanings();
let python: PythonDetector | undefined;

/**
 * The formulas mentioned in a document of code, sorted by start and not overlapping. Languages that are not
 * code give none.
 */
export function codeMentions(
  text: string,
  languageId: string,
  options: CodeOptions = {},
): readonly Mention[] {
  if (isBraceLanguage(languageId)) return inOrder(braceMentions(text, languageId, meanings, options.before));
  if (isConfiguration(languageId)) return inOrder(configurationMentions(text, languageId, meanings));
  if (languageId !== 'python') return [];
  python ??= new PythonDetector(meanings);
  return inOrder(python.mentions(text, options));
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
