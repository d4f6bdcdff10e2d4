import { readFileSync } from 'node:fs';
import path from 'node:path';
import { arraysIn } from '../../src/arrays/arrays';
import type { Locale } from '../../src/base/text';
import { createChecker, type Checker } from '../../src/checking/checker';
import { createEvaluator } from '../../src/evaluation/evaluator';
import { createRecogniser } from '../../src/latex/recognise';

/** A document of a fixture file: a title, the text, and behind `===` a line for each expectation. */
export interface Document {
  readonly title: string;
  readonly text: string;
  readonly expected: readonly string[];
}

export function documentsIn(name: string): readonly Document[] {
  const file = path.join(process.cwd(), 'test/fixtures/checking/notes', name);
  return readFileSync(file, 'utf8')
    .split(/^%%% /m)
    .slice(1)
    .map((block) => {
      const [head, tail = ''] = block.split(/^===$/m);
      const [title, ...lines] = head!.split('\n');
      const expected = tail.split('\n').filter((line) => line.trim() !== '');
      return { title: title!, text: lines.join('\n'), expected };
    });
}

export function checkerIn(locale: Locale): Checker {
  return createChecker({
    locale,
    recogniser: createRecogniser(locale),
    evaluator: createEvaluator(locale),
    readArrays: (text, languageId) => arraysIn(text, languageId, locale),
  });
}
