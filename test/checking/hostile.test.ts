import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkerIn } from './documents';

const checker = checkerIn('en');

/** Long or malicious documents; the suite's time limit is what they are held to. */
const documents: readonly (readonly [string, string])[] = [
  ['a hundred thousand dollars', '$'.repeat(100_000)],
  ['thousands of unclosed formulas', '$1+1=\n\n'.repeat(5_000)],
  ['braces nested without end', `$${'{'.repeat(20_000)}=1$`],
  ['a sum of ten thousand terms', `$${'0.1+'.repeat(10_000)}0.1=1$`],
  ['a list of a hundred thousand numbers', `p = (${'0.1, '.repeat(100_000)}0.1). The entropy is 3 bits.`],
  [
    'a table of ten thousand rows',
    `| a | b |\n|---|---|\n${'| 0.5 | 0.5 |\n'.repeat(10_000)}\nThe entropy is 3 bits.`,
  ],
  ['a paragraph of a million letters', 'entropy is '.repeat(90_000)],
  ['fractions without end', '1/2, '.repeat(40_000)],
  ['probabilities without end', 'P(A)=0.1, '.repeat(20_000)],
  ['bars without end', '|'.repeat(200_000)],
  ['brackets without end', '(['.repeat(50_000)],
  ['blanks between numbers', `p = (${' '.repeat(100_000)}0.5, 0.5)`],
  ['names of prototypes', '$__proto__=0.5$, $constructor=1$, then $-__proto__\\log_2 constructor=0.5$'],
  ['thousands of marks to ignore', '<!-- lossary: ignore -->\n$1+1=3$\n'.repeat(300)],
];

describe('hostile notes', () => {
  for (const [title, text] of documents) {
    it(`${title} end in an answer`, () => {
      for (const languageId of ['markdown', 'latex', 'plaintext']) {
        assert.ok(Array.isArray(checker.check(text, languageId)));
      }
    });
  }
});
