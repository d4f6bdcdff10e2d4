import type { Locale } from '../base/text';
import { readJavaScript } from './code/javascript';
import { readJson } from './code/json';
import { readPython } from './code/python';
import { readMarkdown } from './markup/markdown';
import type { NamedArray } from './namedArray';
import { nothingFound, problemOf } from './problems';
import { readDelimited } from './plain/delimited';
import { linesOf } from './plain/lines';
import { readPlain } from './plain/plain';
import type { CollectOptions } from './reading/collect';
import { collect } from './reading/collect';
import type { Piece } from './reading/piece';
import { container } from './reading/piece';

/** The arrays that stand in a text, in document order, by the rules of its language. Never throws. */
export function arraysIn(text: string, languageId: string, locale: Locale = 'en'): readonly NamedArray[] {
  return collect(piecesOf(text, languageId), { locale, reporting: 'telling' });
}

/**
 * The arrays of selected snippets, each read on its own. What looks like an array but is none gives an entry with its
 * problem, and so does a snippet without any array, so that each selection has an answer.
 */
export function arraysInSelection(
  texts: readonly string[],
  languageId: string,
  locale: Locale = 'en',
): readonly NamedArray[] {
  return texts.flatMap((text) => inSnippet(text, languageId, { locale, reporting: 'all' }));
}

/** Numbers, brackets and separators only: what that means does not depend on a language. */
const bareNumbers = /^[\s\d.,;，；、eE+\-\u2212%[\](){}]*$/;

function inSnippet(text: string, languageId: string, options: CollectOptions): readonly NamedArray[] {
  const inLanguage = (): NamedArray[] => collect(piecesOf(text, languageId), options);
  const inPlain = (): NamedArray[] => collect(readPlain(text), options);
  const readings = bareNumbers.test(text) ? [inPlain, inLanguage] : [inLanguage, inPlain];
  for (const read of readings) {
    const found = read();
    if (found.length > 0) {
      return found;
    }
  }
  const place = { start: 0, end: text.length };
  const problem = text.trim() === '' ? problemOf('empty', options.locale) : nothingFound(options.locale);
  return [{ values: [], shape: [0], ...place, source: 'text', problem }];
}

function piecesOf(text: string, languageId: string): Piece {
  switch (languageId) {
    case 'markdown':
    case 'quarto':
    case 'rmd':
    case 'mdx':
      return readMarkdown(text, piecesOf);
    case 'csv':
      return readDelimited(linesOf(text), ',') ?? container(0, 0, []);
    case 'tsv':
      return readDelimited(linesOf(text), '\t') ?? container(0, 0, []);
    case 'py':
    case 'python3':
    case 'ipython':
    case 'python':
      return readPython(text);
    case 'json':
    case 'jsonc':
    case 'jsonl':
      return readJson(text);
    case 'javascript':
    case 'typescript':
    case 'javascriptreact':
    case 'typescriptreact':
      return readJavaScript(text, languageId);
    default:
      return readPlain(text);
  }
}
