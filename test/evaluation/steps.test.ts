import assert from 'node:assert/strict';
import fc from 'fast-check';
import katex from 'katex';
import { describe, it } from 'mocha';
import { formulas } from '../../src/catalog/catalog';
import { texNumber } from '../../src/catalog/tex';
import { formatNumber } from '../../src/evaluation/digits';
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
    for (const [x, text] of cases) assert.equal(texNumber(x), text);
    assert.equal(formatNumber(-0.125), '−0.125');
    assert.equal(formatNumber(Infinity), '∞');
  });

  it('read back within half a unit of the sixth digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (x) => {
        const read = Number(
          texNumber(x)
            .replace('\\times ', '*')
            .replace(/^(-?)10\^/, '$11*10^')
            .replace(/\*10\^\{(-?\d+)\}/, 'e$1'),
        );
        assert.ok(Math.abs(read - x) <= 5.01e-6 * Math.abs(x), `${x}: ${texNumber(x)}`);
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

  it('keep root, power and complement around the numbers', () => {
    const of = (formula: string, inputs: object, params = {}) =>
      answered({ formula, inputs: inputs as never, params }).steps;
    assert.deepEqual(of('perplexity', { p: [0.5, 0.5] }), [
      '\\mathrm{PPL}=2^{H}',
      '=2^{-0.5\\log_2 0.5-0.5\\log_2 0.5}',
      '=2^{0.5+0.5}',
      '=2^{1}',
      '=2',
    ]);
    assert.deepEqual(of('rmse', { prediction: [1, 4], target: [0, 2] })!.slice(1), [
      '=\\sqrt{\\frac{1}{2}\\left((1-0)^2+(4-2)^2\\right)}',
      '=\\sqrt{\\frac{1}{2}\\left(1+4\\right)}',
      '=\\sqrt{2.5}',
      '\\approx 1.58114',
    ]);
    assert.deepEqual(of('gini-impurity', { p: [0.5, 0.5] })!.slice(2), [
      '=1-\\left(0.25+0.25\\right)',
      '=1-0.5',
      '=0.5',
    ]);
    assert.equal(of('js-divergence', { p: [1, 0], q: [0, 1] }, { sqrt: true })!.at(-2), '=\\sqrt{1}');
    assert.equal(of('wasserstein-1d', { u: [0], v: [2] }, { order: 3 })!.at(-1), '=2');
    assert.deepEqual(of('wasserstein-1d', { u: [0, 1, 3], v: [5, 6, 8] })!.at(-1), '=5');
  });

  it('divide a mean under a root also where a library defines it', () => {
    const inputs = { prediction: [1, 4], target: [0, 2] };
    const { steps } = answered({ formula: 'rmse', inputs, convention: 'sklearn' });
    assert.match(steps![1]!, /^=\\sqrt\{\\frac\{1\}\{2\}/);
  });

  it('put numbers into what is no sum of terms', () => {
    const second = (formula: string, inputs: object, params = {}) =>
      answered({ formula, inputs: inputs as never, params }).steps![1];
    const p = [0.5, 0.5];
    assert.equal(second('renyi-entropy', { p }), '=\\frac{1}{1-2}\\log_2\\left(0.5^{2}+0.5^{2}\\right)');
    assert.equal(second('renyi-entropy', { p }, { order: Infinity }), '=-\\log_2 0.5');
    assert.equal(
      second('renyi-divergence', { p, q: [0.25, 0.75] }, { order: 3 }),
      '=\\frac{1}{3-1}\\log_2\\left(0.5^{3}\\cdot 0.25^{-2}+0.5^{3}\\cdot 0.75^{-2}\\right)',
    );
    assert.equal(
      second('renyi-divergence', { p, q: [0.25, 0.75] }, { order: Infinity }),
      '=\\log_2\\frac{0.5}{0.25}',
    );
    assert.equal(
      second('normalized-mutual-information', { x: [0, 0, 1, 1], y: [0, 0, 1, 1] }, { beta: 2 }),
      '=\\frac{0.693147}{\\frac{0.693147+2\\,0.693147}{1+2}}',
    );
    assert.match(
      second('adjusted-mutual-information', {
        contingency: [
          [4, 1],
          [1, 3],
        ],
      })!,
      /^=\\frac\{0\.\d+-0\.\d+\}\{.*-0\.\d+\}$/,
    );
  });

  it('put sizes and products into an overlap', () => {
    const second = (formula: string, params = {}) =>
      answered({ formula, inputs: { prediction: [0.5, 1], target: [0, 1] }, params }).steps![1];
    const products = '0.5\\cdot 0+1\\cdot 1';
    assert.equal(second('dice', { smooth: 1 }), `=1-\\frac{2\\left(${products}\\right)+1}{1.5+1+1}`);
    assert.equal(second('jaccard'), `=1-\\frac{${products}}{1.5+1-1}`);
    assert.equal(
      second('tversky', { alpha: 0.25, beta: 0.5 }),
      `=1-\\frac{${products}}{0.25\\,1.5+0.5\\,1+0.25\\,1}`,
    );
  });

  it('put probabilities, masses and entropies into terms of tables and plans', () => {
    const second = (formula: string, inputs: object, params = {}) =>
      answered({ formula, inputs: inputs as never, params }).steps![1];
    const joint = [
      [
        [0.5, 0],
        [0, 0.25],
      ],
      [
        [0, 0.25],
        [0, 0],
      ],
    ];
    const conditional = second('conditional-mutual-information', { joint })!;
    assert.ok(conditional.startsWith('=\\underbrace{0.5\\log_2\\frac{0.5\\times 0.5}{0.5\\times 0.5}+'));
    const total = second('total-correlation', { joint })!;
    assert.ok(total.startsWith('=\\underbrace{0.5\\log_2\\frac{0.5}{0.75\\times 0.75\\times 0.5}+'), total);
    assert.equal(
      second('interaction-information', {
        joint: [
          [0.5, 0],
          [0, 0.5],
        ],
      }),
      '=H(X)+H(Y)-H(X,Y)',
    );
    assert.equal(
      second('wasserstein-1d', { u: [0, 1], v: [5, 3] }, { order: 2 }),
      '=\\sqrt{0.5\\,\\lvert 0-3\\rvert^{2}+0.5\\,\\lvert 1-5\\rvert^{2}}',
    );
    const pareto = { distribution: 'pareto', xm: 2, alpha: 4, base: 2 };
    assert.equal(
      answered({ formula: 'differential-entropy', inputs: {}, params: pareto }).steps![0],
      'h(X)=\\log_2\\frac{2}{4}+\\left(\\frac{1}{4}+1\\right)\\log_2 e',
    );
  });

  it('leave out all but a few of many terms, and say how many there are', () => {
    const target = Array.from({ length: 1000 }, () => 0);
    const prediction = target.map((_, index) => index);
    const { steps } = answered({ formula: 'mae', inputs: { prediction, target } });
    assert.match(steps![2]!, /\\underbrace\{0\+1\+2\+3\+\\dots\+999\}_\{1000\\text\{ terms\}\}/);
    const chinese = createEvaluator('zh-cn').evaluate({ formula: 'mae', inputs: { prediction, target } });
    assert.ok(chinese.ok && /共 \}1000\\text\{ 项/.test(chinese.steps![2]!));
  });

  it('are set by KaTeX without complaint, for every formula', () => {
    const covered = new Set<string>();
    for (const { cases } of goldenFiles()) {
      for (const { formula, inputs, params } of cases) {
        const isSmall = Object.values(inputs).every((input) => Array.isArray(input) && input.length < 50);
        if (!isSmall) continue;
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
