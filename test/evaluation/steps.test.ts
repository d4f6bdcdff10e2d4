import assert from 'node:assert/strict';
import fc from 'fast-check';
import katex from 'katex';
import { describe, it } from 'mocha';
import { formulas } from '../../src/catalog/catalog';
import { digitsTex, formatNumber } from '../../src/evaluation/digits';
import { createEvaluator } from '../../src/evaluation/evaluator';
import { goldenFiles } from '../catalog/golden';
import { answered } from './values';

describe('digits', () => {
  it('are the shortest that say the number, six at most', () => {
    const cases: readonly (readonly [number, string])[] = [
      [0.8, '0.8'],
      [0.7219280948873623, '0.721928'],
      [-2, '-2'],
      [0, '0'],
      [-0, '0'],
      [1 / 3, '0.333333'],
      [123456, '123456'],
      [1e6, '10^{6}'],
      [1234567, '1.23457\\times 10^{6}'],
      [-1.5e-7, '-1.5\\times 10^{-7}'],
      [-1e-9, '-10^{-9}'],
      [0.0001, '0.0001'],
      [999999.9, '10^{6}'],
      [5e-324, '5\\times 10^{-324}'],
      [Infinity, '\\infty'],
      [-Infinity, '-\\infty'],
      [NaN, '\\text{NaN}'],
    ];
    for (const [x, text] of cases) assert.equal(digitsTex(x), text);
    assert.equal(formatNumber(-0.125), '−0.125');
    assert.equal(formatNumber(Infinity), '∞');
  });

  it('read back within half a unit of the sixth digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (x) => {
        const read = Number(
          digitsTex(x)
            .replace('\\times ', '*')
            .replace(/^(-?)10\^/, '$11*10^')
            .replace(/\*10\^\{(-?\d+)\}/, 'e$1'),
        );
        assert.ok(Math.abs(read - x) <= 5.01e-6 * Math.abs(x), `${x}: ${digitsTex(x)}`);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe('worked steps', () => {
  it('put the numbers in, term by term, up to the unit', () => {
    const { steps } = answered({ formula: 'entropy', inputs: { p: [0.8, 0.2] } });
    assert.deepEqual(steps, [
      'H(X)=-\\sum_{i} p_i \\log_2 p_i',
      '=-0.8\\log_2 0.8-0.2\\log_2 0.2',
      '\\approx 0.257542+0.464386',
      '\\approx 0.721928\\ \\text{bits}',
    ]);
  });

  it('show what a mean divides by', () => {
    const { steps } = answered({ formula: 'mae', inputs: { prediction: [1, 2.5, 4], target: [0, 2, 2] } });
    assert.match(steps![1]!, /^=\\frac\{1\}\{3\}\\left\(/);
    assert.equal(steps![2], '=\\frac{1}{3}\\left(1+0.5+2\\right)');
    assert.equal(steps!.at(-1), '\\approx 1.16667');
  });

  it('leave out all but a few of many terms, and say how many there are', () => {
    const target = Array.from({ length: 1000 }, () => 0);
    const prediction = target.map((_, index) => index);
    const { steps } = answered({ formula: 'mae', inputs: { prediction, target } });
    assert.match(steps![2]!, /\\underbrace\{0\+1\+2\+3\+\\dots\+999\}_\{1000\\text\{ terms\}\}/);
    const chinese = createEvaluator('zh-cn').evaluate({ formula: 'mae', inputs: { prediction, target } });
    assert.ok(chinese.ok && /共 \}1000\\text\{ 项/.test(chinese.steps![2]!));
  });

  it('are set by KaTeX without complaint, for every formula with ordinary parameters', () => {
    const covered = new Set<string>();
    for (const { cases } of goldenFiles()) {
      for (const { formula, inputs, params } of cases) {
        const isSmall = Object.values(inputs).every((input) => Array.isArray(input) && input.length < 50);
        if (!isSmall || !Object.values(params).every(isOrdinary)) continue;
        for (const locale of ['en', 'zh-cn'] as const) {
          const outcome = createEvaluator(locale).evaluate({ formula, inputs: inputs as never, params });
          if (!outcome.ok) continue;
          covered.add(formula);
          assert.ok(outcome.steps!.length >= 2, formula);
          for (const step of outcome.steps!) {
            assert.doesNotMatch(step, /undefined|NaN(?!\})/);
            katex.renderToString(step, { throwOnError: true, strict: false });
          }
        }
      }
    }
    assert.ok(covered.size >= Math.min(25, formulas.length), [...covered].join());
  });
});

/** A parameter that is printed without a power of ten. */
function isOrdinary(param: unknown): boolean {
  return typeof param !== 'number' || param === 0 || (Math.abs(param) >= 1e-4 && Math.abs(param) < 1e6);
}
