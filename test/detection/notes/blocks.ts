import { readFileSync } from 'node:fs';

/** One case of a document of cases: what the note says and what is to be found in it. */
export interface Case {
  readonly title: string;
  readonly languageId: string;
  readonly input: string;
  readonly expected: readonly string[];
}

/**
 * Reads a document of cases. Each is a title (with the language in brackets where it is not Markdown), a line of four
 * dots, the input, a line of four dots, the expected findings one a line, and a last line of four dots.
 */
export function casesIn(name: string): Case[] {
  const path = new URL(`../../fixtures/detection/notes/${name}`, import.meta.url);
  const pieces = readFileSync(path, 'utf8').split(/^\.{4}\n/m);
  const cases: Case[] = [];
  for (let i = 0; i + 2 < pieces.length; i += 3) {
    const title = pieces[i]!.trim().split('\n').pop()!;
    const language = /\[(\w+)\]$/.exec(title);
    cases.push({
      title: title.replace(/\s*\[\w+\]$/, ''),
      languageId: language?.[1] ?? 'markdown',
      input: pieces[i + 1]!,
      expected: pieces[i + 2]!.split('\n').filter((line) => line !== ''),
    });
  }
  return cases;
}

/** A finding's text on one line. */
export function onOneLine(text: string): string {
  return text.replace(/\n/g, '⏎');
}
