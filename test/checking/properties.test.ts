import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { checkerIn } from './documents';

const checker = checkerIn('en');
const settings = { seed: 20_240, numRuns: 150 };

/** Probabilities in hundredths that add up to 1. */
const distribution = fc
  .array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 5 })
  .map((weights) => {
    const total = weights.reduce((sum, x) => sum + x, 0);
    const parts = weights.map((x) => Math.max(1, Math.round((100 * x) / total)));
    parts[0]! += 100 - parts.reduce((sum, x) => sum + x, 0);
    return parts.map((x) => x / 100);
  })
  .filter((p) => p[0]! > 0);

const logarithms = fc.constantFrom(
  { tex: '\\log_2', log: Math.log2, unit: 'bits' },
  { tex: '\\ln', log: Math.log, unit: 'nats' },
);

const digits = fc.integer({ min: 2, max: 6 });

function entropy(p: readonly number[], log: (x: number) => number): number {
  return -p.reduce((sum, x) => sum + x * log(x), 0);
}

function warnings(text: string): readonly string[] {
  return checker
    .check(text, 'markdown')
    .filter(({ severity }) => severity === 'warning')
    .map(({ message }) => message);
}

/** The printed number with another last digit but one, so that it is neither rounded nor cut off. */
function perturbed(printed: string): string {
  const at = printed.length - 2;
  const digit = printed[at] === '.' ? at - 1 : at;
  const other = (Number(printed[digit]) + 5) % 10;
  return `${printed.slice(0, digit)}${other}${printed.slice(digit + 1)}`;
}

describe('any printed entropy', () => {
  it('is found right in a formula, to whatever digits', () => {
    fc.assert(
      fc.property(distribution, logarithms, digits, (p, { tex, log }, count) => {
        const sum = p.map((x) => `${x}${tex} ${x}`).join('+');
        const text = `$-(${sum})=${entropy(p, log).toFixed(count)}$`;
        assert.deepEqual(warnings(text), [], text);
        assert.equal(checker.verifiedNumbers(text, 'markdown').length, 1, text);
      }),
      settings,
    );
  });

  it('is found wrong in a formula once a digit is another', () => {
    fc.assert(
      fc.property(distribution, logarithms, fc.integer({ min: 3, max: 6 }), (p, { tex, log }, count) => {
        // 0.33 may be a third that was rounded: whoever wrote it may have reckoned with the third.
        fc.pre(
          p.every((x) => ![3, 6, 7, 9, 11, 12].some((n) => Math.abs(Math.round(x * n) / n - x) < 0.0101)),
        );
        const sum = p.map((x) => `${x}${tex} ${x}`).join('+');
        const text = `$-(${sum})=${perturbed(entropy(p, log).toFixed(count))}$`;
        assert.equal(warnings(text).length, 1, text);
      }),
      settings,
    );
  });

  it('is found right in a sentence, and wrong with another digit', () => {
    fc.assert(
      fc.property(distribution, logarithms, fc.integer({ min: 3, max: 6 }), (p, { log, unit }, count) => {
        const printed = entropy(p, log).toFixed(count);
        const text = (value: string): string =>
          `Let $p = (${p.join(', ')})$. The entropy is ${value} ${unit}.`;
        assert.deepEqual(warnings(text(printed)), [], text(printed));
        assert.equal(warnings(text(perturbed(printed))).length, 1, text(perturbed(printed)));
      }),
      settings,
    );
  });
});

describe('any printed mean squared error', () => {
  const values = fc.array(
    fc.integer({ min: -50, max: 50 }).map((x) => x / 10),
    { minLength: 2, maxLength: 4 },
  );

  it('is found right, and wrong with another digit', () => {
    fc.assert(
      fc.property(values, values, digits, (a, b, count) => {
        const n = Math.min(a.length, b.length);
        const squares = Array.from({ length: n }, (_, i) => `(${a[i]}-(${b[i]}))^2`).join('+');
        const mean = Array.from({ length: n }, (_, i) => (a[i]! - b[i]!) ** 2).reduce((s, x) => s + x, 0) / n;
        const text = (value: string): string => `$\\frac{${squares}}{${n}}=${value}$`;
        const printed = mean.toFixed(count);
        assert.deepEqual(warnings(text(printed)), [], text(printed));
        assert.equal(warnings(text(perturbed(printed))).length, 1, text(perturbed(printed)));
      }),
      settings,
    );
  });
});

describe('any text', () => {
  it('is checked without an exception, and findings lie in it', () => {
    const pieces = fc.constantFrom(
      '$',
      '$$',
      '\\[',
      '\\]',
      '=',
      '0.5',
      '\\log_2',
      'entropy is ',
      '熵为 ',
      '|',
      '\n',
      '\n\n',
      '- ',
      '# ',
      '\\frac',
      '{',
      '}',
      'H(X)',
      'I(X;Y)',
      '+',
      '-',
      '(',
      ')',
      ',',
      '1/2',
      '%',
      ' bits',
      '`',
      '<!-- lossary: ignore -->',
      '\\\\',
      '&',
      '\u0000',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const { start, end, fix } of checker.check(text, 'markdown')) {
          assert.ok(0 <= start && start <= end && end <= text.length);
          for (const edit of fix?.edits ?? []) assert.ok(edit.start <= edit.end && edit.end <= text.length);
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});
