import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { calculate, type CalculationOptions, type NestedNumbers } from '../../src/latex/calculate';

function valueOf(
  tex: string,
  values: { [name: string]: NestedNumbers } = {},
  options: CalculationOptions = {},
): number {
  const result = calculate(tex, values, options);
  assert.ok(result.ok, result.ok ? '' : result.problem.message.en);
  return result.value.value;
}

function near(actual: number, expected: number): void {
  assert.ok(
    Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

describe('Calculating formulas', () => {
  it('takes plain numbers', () => {
    near(valueOf(String.raw`-(0.8\times\log_20.8+0.2\times\log_20.2)`), 0.7219280948873623);
    near(valueOf(String.raw`\sum_{i=1}^{10} i^2`), 385);
  });

  it('runs indices as far as the arrays reach', () => {
    near(valueOf(String.raw`-\sum_i p_i\log_2 p_i`, { p: [0.5, 0.25, 0.25] }), 1.5);
    near(valueOf(String.raw`\frac1N\sum_{i=1}^N(y_i-\hat y_i)^2`, { y: [1, 2, 3], yhat: [1, 1, 1] }), 5 / 3);
    near(
      valueOf(String.raw`\frac1N\sum_i\sum_j a_{ij}`, {
        a: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        N: 2,
      }),
      10.5,
    );
  });

  it('knows quantities under the names that people type', () => {
    for (const name of ['\\hat{y}', '\\hat y', 'y_hat', 'yhat', 'ŷ'])
      near(valueOf(String.raw`\hat y_1`.replace('_1', ''), { [name]: 4 }), 4);
    near(valueOf(String.raw`\varepsilon\delta`, { epsilon: 2, delta: 3 }), 6);
  });

  it('reads probabilities and random variables off one joint table', () => {
    const joint = [
      [0.25, 0.25],
      [0, 0.5],
    ];
    const expected = 0.31127812445913283;
    near(valueOf(String.raw`\sum_{x,y}p(x,y)\log_2\frac{p(x,y)}{p(x)p(y)}`, { joint }), expected);
    near(valueOf('H(X)+H(Y)-H(X,Y)', { joint }), expected * Math.LN2);
    near(valueOf(String.raw`\sum_x p(x)H(Y|X=x)`, { p: joint }), 0.5 * Math.LN2);
  });

  it('has 0·log 0 = 0 and infinities as IEEE has them', () => {
    near(valueOf(String.raw`-\sum_i p_i\log p_i`, { p: [1, 0] }), 0);
    assert.equal(
      valueOf(String.raw`\sum_x p(x)\log\frac{p(x)}{q(x)}`, { p: [0.5, 0.5], q: [1, 0] }),
      Infinity,
    );
    near(valueOf(String.raw`\sum_x p(x)\log\frac{p(x)}{q(x)}`, { p: [1, 0], q: [0.5, 0.5] }), Math.LN2);
  });

  it('gives bare logarithms the base that is asked for', () => {
    near(valueOf(String.raw`-\sum_i p_i\log p_i`, { p: [0.5, 0.5] }, { base: 2 }), 1);
  });

  it('chooses branches element by element', () => {
    const huber = String.raw`\begin{cases}\frac12 a^2&|a|\le\delta\\\delta(|a|-\frac12\delta)&\text{otherwise}\end{cases}`;
    const result = calculate(huber, { a: [0.5, -2, 3], delta: 1 });
    assert.ok(result.ok);
    assert.deepEqual([...result.value.values], [0.125, 1.5, 2.5]);
    assert.deepEqual(result.value.shape, [3]);
  });

  it('takes elements by class: cross-entropy of a batch of logits', () => {
    const tex = String.raw`-\frac1N\sum_{i=1}^N\log\frac{e^{z_{i,y_i}}}{\sum_{j=1}^C e^{z_{ij}}}`;
    const z = [
      [1, 2, 0.5],
      [0, 0, 0],
    ];
    const first = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(0.5)) - 2;
    near(valueOf(tex, { z, y: [1, 2] }), (first + Math.log(3)) / 2);
  });

  it('says in one sentence what is wrong', () => {
    const messages = [
      calculate(String.raw`\sum_i p_i q_i`, { p: [1, 2], q: [1, 2, 3] }),
      calculate(String.raw`\sum_i p_i q_i`, { p: [1, 2] }),
      calculate('p', { p: [[1], [2, 3]] }),
      calculate(String.raw`\frac{a}{`, { a: 1 }),
    ].map((result) => (result.ok ? 'no problem' : result.problem.code));
    assert.deepEqual(messages, ['shape', 'missing', 'shape', 'unknown']);
  });
});
