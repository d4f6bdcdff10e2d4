import type { Mention } from '../mention';

/** What is known about a document beside its text. */
export interface CodeOptions {
  /** Texts of a notebook's earlier code cells, in order: the same program. */
  readonly before?: readonly string[];
  /** The text of a workspace module (`losses`, `.losses`, `pkg.losses`) that the document imports. */
  readonly module?: (name: string) => string | undefined;
}

/**
 * The formulas mentioned in a document of code, sorted by start and not overlapping. Languages that are not
 * code give none.
 */
export function codeMentions(text: string, languageId: string, options: CodeOptions = {}): readonly Mention[] {
  void text;
  void languageId;
  void options;
  return [];
}
