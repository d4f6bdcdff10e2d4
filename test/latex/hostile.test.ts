import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { calculate } from '../../src/latex/calculate';
import { documentMacros } from '../../src/latex/macros';
import { createRecogniser } from '../../src/latex/recognise';
import { casesOf } from './fixtures';

const recogniser = createRecogniser('en');
const seeded = { seed: 20240607, numRuns: 400 };

const pieces = fc.constantFrom(
  '\\sum_{i=1}^n',
  '\\sum',
  '\\log',
  '\\log_2',
  '\\ln',
  '\\frac{1}{N}',
  '\\frac',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '|',
  '\\|',
  '\\left(',
  '\\right)',
  '\\left\\{',
  '\\right.',
  'p_i',
  'q(x)',
  '\\hat y',
  'y',
  'f(x_i)',
  '+',
  '-',
  '=',
  '\\cdot',
  '/',
  '^2',
  '_i',
  '^{',
  '_{',
  '\\mathbb{E}_{x\\sim p}',
  '\\max',
  '\\begin{cases}',
  '\\end{cases}',
  '&',
  '\\\\',
  '\\text{if }',
  '1',
  '0.5',
  'e^{-x}',
  '\\int',
  'dx',
  ',',
  ';',
  ':',
  '\\quad',
  '…',
  'H(X|Y)',
  'D_{KL}(p\\|q)',
  '当',
  '$',
  '\\unknown',
  '\\sigma(',
  '∑',
  '𝑝',
  '\\cdots',
  '%',
);

describe('Hostile formulas', () => {
  it('never throw, whatever pieces of TeX follow each other', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const tex = parts.join(' ');
        const found = recogniser.recognise(tex);
        for (const fault of found.faults) {
          assert.ok(
            fault.start === undefined ||
              (fault.start >= 0 && fault.end! <= tex.length && fault.start <= fault.end!),
          );
        }
        calculate(tex, { p: [0.5, 0.5], y: [1, 2], x: 0.3 });
      }),
      seeded,
    );
  });

  it('never throw when characters of real formulas are lost, doubled or exchanged', () => {
    const real = [...casesOf('meanings.txt'), ...casesOf('wrong.txt')].map((given) => given.tex);
    const change = fc.tuple(
      fc.constantFrom(...real),
      fc.nat(200),
      fc.nat(200),
      fc.constantFrom('drop', 'double', 'swap'),
    );
    fc.assert(
      fc.property(change, ([tex, a, b, how]) => {
        const at = a % tex.length;
        const other = b % tex.length;
        const changed =
          how === 'drop'
            ? tex.slice(0, at) + tex.slice(at + 1)
            : how === 'double'
              ? tex.slice(0, at) + tex[at]! + tex.slice(at)
              : tex.slice(0, at) + tex[other]! + tex.slice(at + 1);
        recogniser.recognise(changed);
      }),
      seeded,
    );
  });

  it('never throw on arbitrary text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        recogniser.recognise(text);
        documentMacros(text);
      }),
      seeded,
    );
  });

  const many = 20_000;
  for (const [title, tex] of Object.entries({
    'a million dollars': '$'.repeat(1_000_000),
    'deeply nested groups': '{'.repeat(many) + '}'.repeat(many),
    'deeply nested parentheses': '('.repeat(2_000) + 'x' + ')'.repeat(2_000),
    'many open fractions': '\\frac{'.repeat(1_000),
    'many sums': '\\sum_i '.repeat(1_000) + 'p_i',
    'many sums with terms': '\\sum_i p_i + '.repeat(400) + 'q',
    'many bars': '|x'.repeat(2_000),
    'many unknown commands': Array.from(
      { length: 200 },
      (_, i) => `\\f${'abcdefghij'[i % 10]!.repeat(i)}`,
    ).join(' '),
    'a macro that calls itself': '\\def\\a{\\a\\a}\\a',
    'many factors': 'p_i q_i '.repeat(900),
    'names of prototypes': '__proto__ = \\constructor + toString_{hasOwnProperty}',
    'an endless tower': 'x^'.repeat(500) + 'x',
  })) {
    it(`are answered: ${title}`, () => {
      recogniser.recognise(tex);
      calculate(tex, JSON.parse('{"__proto__": [1], "x": 1}') as { [name: string]: number });
    });
  }

  it('keep macros with the names of prototypes apart', () => {
    const macros = documentMacros('\\newcommand{\\constructor}{x}\\def\\toString{y}');
    assert.deepEqual(macros, { '\\constructor': 'x', '\\toString': 'y' });
    assert.equal(recogniser.recognise('\\constructor + \\toString', { macros }).formula, null);
  });
});
