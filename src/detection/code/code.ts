import { parser } from '@lezer/python';
import type { Mention } from '../mention';
import { libraryOf } from './library/library';
import { MentionCollector } from './program/mentions';
import { OwnMeanings } from './program/own';
import { Resolver } from './program/resolver';
import { readProgram } from './python/statements';

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
export function codeMentions(
  text: string,
  languageId: string,
  options: CodeOptions = {},
): readonly Mention[] {
  if (languageId !== 'python') return [];
  void options;
  const program = readProgram(text, parser.parse(text));
  const resolver = new Resolver(program, {
    library: libraryOf('python'),
    before: [],
    module: () => undefined,
  });
  const found = new MentionCollector(text, resolver, new OwnMeanings(() => undefined), () => []).collect();
  return [...found].sort((a, b) => a.start - b.start);
}
