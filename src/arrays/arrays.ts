import type { Locale } from '../base/text';
import { readJavaScript } from './code/javascript';
import { readJson } from './code/json';
import { readPython } from './code/python';
import type { NamedArray } from './namedArray';
import { collect } from './reading/collect';
import type { Piece } from './reading/piece';
import { readPython as readPlain } from './code/python';

/** The arrays that stand in a text, in document order, by the rules of its language. Never throws. */
export function arraysIn(text: string, languageId: string, locale: Locale = 'en'): readonly NamedArray[] {
  return collect(piecesOf(text, languageId), { locale, reporting: 'telling' });
}

/** The arrays of selected snippets, each read on its own. */
export function arraysInSelection(
  texts: readonly string[],
  languageId: string,
  locale: Locale = 'en',
): readonly NamedArray[] {
  return texts.flatMap((text) => collect(piecesOf(text, languageId), { locale, reporting: 'all' }));
}

function piecesOf(text: string, languageId: string): Piece {
  switch (languageId) {
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
