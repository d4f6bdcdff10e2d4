import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Request } from '../../src/evaluation/outcome';
import { answered, assertNear, refused } from './values';

describe('an outcome', () => {
  it('says value, unit, reduction, role and every reduction', () => {
    const outcome = answered({
      formula: 'huber',
      inputs: { prediction: [0, 3], target: [0, 0] },
      params: { delta: 1 },
    });
    assert.equal(outcome.value, 1.25);
    assert.equal(outcome.reduction, 'mean');
    assert.equal(outcome.unit, undefined);
    assert.deepEqual(outcome.reductions, { mean: 1.25, sum: 2.5, none: [0, 2.5] });
    assert.deepEqual(outcome.gradient?.['prediction'], { values: [0, 0.5], shape: [2] });
  });

  it('says whether the number is one sample’s loss or a batch’s cost; a measure stays one', () => {
    const role = (formula: string, inputs: object, more: object = {}) =>
      answered({ formula, inputs: inputs as never, ...more }).role;
    const one = { prediction: [3], target: [1] };
    const two = { prediction: [3, 4], target: [1, 1] };
    for (const convention of ['textbook', 'torch']) {
      assert.equal(role('mse', one, { convention }), 'loss');
      assert.equal(role('mse', two, { convention }), 'cost');
      assert.equal(role('huber', two, { convention, params: { reduction: 'sum' } }), 'cost');
      assert.equal(role('huber', two, { convention, params: { reduction: 'none' } }), 'loss');
      assert.equal(role('kl-divergence', { p: [1], q: [1] }, { convention }), 'measure');
    }
    assert.equal(role('rmse', one), 'cost');
    assert.equal(role('mape', two), 'measure');
  });

  it('reports no reductions of what is no reduction of terms, by any convention', () => {
    const labels = { x: [0, 0, 1], y: [1, 1, 0] };
    for (const convention of ['textbook', 'sklearn']) {
      const outcome = answered({ formula: 'mutual-information', inputs: labels, convention });
      assert.equal(outcome.reductions, undefined);
    }
    const rmse = answered({
      formula: 'rmse',
      inputs: { prediction: [3], target: [1] },
      convention: 'sklearn',
    });
    assert.equal(rmse.reductions, undefined);
  });

  it('names the unit by the base', () => {
    const unit = (base: number | string) =>
      answered({ formula: 'entropy', inputs: { p: [1] }, params: { base } }).unit;
    assert.deepEqual([unit(2), unit('e'), unit(10), unit(3)], ['bits', 'nats', 'hartleys', undefined]);
  });

  it('takes an infinite order, as a number or in JSON’s words', () => {
    for (const order of [Infinity, 'Infinity']) {
      const entropy = answered({
        formula: 'renyi-entropy',
        inputs: { p: [0.5, 0.25, 0.25] },
        params: { order },
      });
      assert.equal(entropy.value, 1);
      assert.equal(entropy.steps?.[0], 'H_\\alpha(X)=-\\log_2\\max_{i} p_i');
      const inputs = { p: [0.5, 0.5], q: [0.125, 0.875] };
      assert.equal(answered({ formula: 'renyi-divergence', inputs, params: { order } }).value, 2);
    }
    const negative = { formula: 'renyi-entropy', inputs: { p: [1] }, params: { order: -Infinity } };
    assert.match(refused(negative).problem.message, /order must be in \[0, ∞\], but is −∞/);
  });

  it('survives JSON when it is of ordinary size', () => {
    const outcome = answered({ formula: 'mse', inputs: { prediction: [1, 2], target: [0, 0] } });
    assert.deepEqual(JSON.parse(JSON.stringify(outcome)), outcome);
  });

  it('computes large fields when they are looked at, and once', () => {
    const length = 200_000;
    const values = Float64Array.from({ length }, (_, index) => index % 7);
    const array = { values, shape: [length], source: 'made' };
    const request: Request = {
      formula: 'mse',
      inputs: { prediction: array, target: { ...array, values: new Float64Array(length) } },
    };
    const outcome = answered(request);
    const field = Object.getOwnPropertyDescriptor(outcome, 'terms');
    assert.equal(typeof field?.get, 'function');
    assert.ok(outcome.terms instanceof Float64Array);
    assert.equal(outcome.terms, outcome.terms);
    assert.equal(outcome.terms.length, length);
    assert.equal(outcome.reductions?.none.length, length);
    assertNear(outcome.value, outcome.terms.reduce((sum, term) => sum + term, 0) / length, 1e-12);
    assert.ok(outcome.gradient!['prediction']!.values instanceof Float64Array);
  });

  it('has one value for `none`: that by which the formula is usually reduced', () => {
    const outcome = answered({
      formula: 'mae',
      inputs: { prediction: [1, 3], target: [0, 0] },
      params: { reduction: 'none' },
    });
    assert.equal(outcome.reduction, 'none');
    assert.equal(outcome.value, 2);
    assert.deepEqual(outcome.terms, [1, 3]);
  });

  it('has the gradient of its own value, by central differences, under several conventions', () => {
    const p = [
      [0.2, 0.5, 0.3],
      [0.6, 0.3, 0.1],
    ];
    const q = [
      [0.3, 0.4, 0.3],
      [0.5, 0.3, 0.2],
    ];
    const logits = [
      [0.3, -1, 2],
      [1, 0, 0.5],
    ];
    const requests: readonly Request[] = [
      { formula: 'kl-divergence', inputs: { p, q } },
      { formula: 'kl-divergence', inputs: { p, q }, convention: 'torch' },
      { formula: 'kl-divergence', inputs: { p, q }, convention: 'torch', params: { reduction: 'batchmean' } },
      { formula: 'kl-divergence', inputs: { p, q }, convention: 'keras' },
      {
        formula: 'mse',
        inputs: { prediction: p, target: q },
        convention: 'keras',
        params: { reduction: 'sum' },
      },
      { formula: 'mse', inputs: { prediction: p, target: q }, symbol: 'optax.losses.l2_loss' },
      {
        formula: 'cross-entropy',
        inputs: { logits, classIndex: [2, 0], weight: [1, 2, 3] },
        convention: 'torch',
      },
      {
        formula: 'mape',
        inputs: {
          prediction: [
            [1, 2, 3],
            [4, 5, 6],
          ],
          target: q,
        },
        convention: 'keras',
      },
    ];
    for (const request of requests) checkGradient(request);
  });
});

/** Every differentiable entry of the gradient against (f(x + h) − f(x − h)) / 2h. */
function checkGradient(request: Request): void {
  const { gradient } = answered(request);
  assert.ok(gradient, request.formula);
  for (const [slot, { values }] of Object.entries(gradient)) {
    const table = request.inputs[slot] as number[][];
    if (!Array.isArray(table[0])) continue;
    table.forEach((row, i) => {
      row.forEach((_, j) => {
        const h = 1e-6;
        const at = (step: number) => {
          const moved = table.map((each, k) => each.map((x, l) => (k === i && l === j ? x + step : x)));
          return answered({ ...request, inputs: { ...request.inputs, [slot]: moved } }).value;
        };
        const slope = (at(h) - at(-h)) / (2 * h);
        const given = values[i * row.length + j]!;
        assert.ok(
          Math.abs(given - slope) < 1e-6 * Math.max(1, Math.abs(slope)),
          `${request.convention} ${slot}: ${given}, ${slope}`,
        );
      });
    });
  }
}
