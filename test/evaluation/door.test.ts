import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { elementLimit, namedArrayOf, tensorOf } from '../../src/evaluation/door';
import { createEvaluator } from '../../src/evaluation/evaluator';
import type { Request } from '../../src/evaluation/outcome';
import { answered, refused } from './values';

const target = [1, 2];

function mse(prediction: unknown, other: unknown = target): unknown {
  return { formula: 'mse', inputs: { prediction, target: other } };
}

describe('the door of an evaluation', () => {
  it('takes nested lists, numbers, typed arrays and named arrays', () => {
    assert.equal(answered(mse([1, 4]) as Request).value, 2);
    assert.equal(answered(mse(3, 1) as Request).value, 4);
    assert.equal(answered(mse(new Float32Array([1, 4])) as Request).value, 2);
    assert.equal(answered(mse({ values: [1, 4], shape: [2], source: 'text' }) as Request).value, 2);
    assert.equal(answered(mse([[[1, 4]]], [[[1, 2]]]) as Request).value, 2);
  });

  it('takes the words by which JSON writes what is not finite, and truth values', () => {
    assert.equal(answered(mse(['Infinity', 2]) as Request).value, Infinity);
    assert.ok(Number.isNaN(answered(mse(['NaN', 2]) as Request).value));
    assert.equal(answered(mse([true, false], [0, 0]) as Request).value, 0.5);
  });

  it('copies no Float64Array and changes no input', () => {
    const values = new Float64Array([1, 4]);
    const tensor = tensorOf('prediction', values);
    assert.ok(tensor.ok && tensor.value.values === values);
    const list = Object.freeze([Object.freeze([1, 4])]);
    answered(mse(list, [[1, 2]]) as Request);
    answered({ formula: 'kl-divergence', inputs: { p: values, q: [1, 2] } as never, convention: 'keras' });
    assert.deepEqual([...values], [1, 4]);
  });

  it('says where a list is ragged', () => {
    const { problem } = refused(
      mse(
        [[1, 2], [3]],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    );
    assert.equal(problem.code, 'shape');
    assert.equal(problem.slot, 'prediction');
    assert.match(problem.message, /prediction\[1\]/);
    assert.equal(refused(mse([1, [2]])).problem.code, 'shape');
    assert.equal(refused(mse([[1], 2], [[1], [2]])).problem.code, 'shape');
    assert.equal(refused(mse([[[1]], [2]])).problem.code, 'shape');
  });

  it('says which companion is missing, and what goes with nothing', () => {
    const information = (inputs: object) => refused({ formula: 'mutual-information', inputs }).problem;
    assert.deepEqual([information({ x: [0, 1] }).code, information({ x: [0, 1] }).slot], ['missing', 'y']);
    const stray = information({ joint: [[0.5, 0.5]], y: [0, 1] });
    assert.equal(stray.message, 'y goes with x, which is missing.');
    assert.equal(refused({ formula: 'wasserstein-1d', inputs: { p: [1, 0] } }).problem.slot, 'q');
  });

  it('says what is no number, and which', () => {
    for (const wrong of ['seven', null, undefined, {}, () => 1, Symbol.iterator]) {
      const { problem } = refused(mse([1, wrong]));
      assert.equal(problem.code, 'domain');
      assert.equal(problem.index, 1);
      assert.match(problem.message, /prediction\[1\] must be a number/);
    }
    assert.equal(refused(mse('seven')).problem.code, 'domain');
    assert.equal(refused(mse(null)).problem.code, 'domain');
  });

  it('refuses nothing at all', () => {
    for (const empty of [[], [[]], [[], []], new Float64Array(0)]) {
      assert.equal(refused(mse(empty)).problem.code, 'empty');
    }
  });

  it('passes on why an array could not be read', () => {
    const unread = {
      values: [],
      shape: [0],
      source: 'text',
      problem: { code: 'ragged', message: 'line 3 is short' },
    };
    assert.match(refused(mse(unread)).problem.message, /line 3 is short/);
  });

  it('refuses a shape that its values do not fill, before it takes memory', () => {
    for (const shape of [[3], [2, 2], [1e9, 1e9], [-1, -2], [1.5], ['2'], [NaN]]) {
      assert.equal(refused(mse({ values: [1, 4], shape, source: 'text' })).problem.code, 'shape');
    }
  });

  it('refuses more elements than can be evaluated', () => {
    const wide = new Array<number>(1);
    wide.length = elementLimit + 1;
    assert.equal(refused(mse(wide)).problem.code, 'too-large');
    const rows = new Array<unknown>(elementLimit).fill(0, 0, 1);
    rows[0] = [1, 2];
    assert.equal(refused(mse(rows)).problem.code, 'too-large');
  });

  it('names what it does not know and what is missing', () => {
    assert.deepEqual(pick(refused({ formula: 'mse', inputs: { prediction: [1], weights: [1] } })), [
      'unknown',
      'weights',
    ]);
    assert.deepEqual(pick(refused({ formula: 'mse', inputs: { prediction: [1] } })), ['missing', 'target']);
    assert.deepEqual(pick(refused({ formula: 'nonsense', inputs: {} })), ['unknown', 'formula']);
    assert.match(
      refused({ formula: 'cross-entropy', inputs: { classIndex: [0] } }).problem.message,
      /logits or probabilities/,
    );
    const both = { logits: [[1, 2]], probabilities: [[0.5, 0.5]], classIndex: [0] };
    assert.equal(refused({ formula: 'cross-entropy', inputs: both }).problem.code, 'unknown');
  });

  it('checks parameters', () => {
    const huber = (params: unknown) => ({
      formula: 'huber',
      inputs: { prediction: [1], target: [0] },
      params,
    });
    assert.deepEqual(pick(refused(huber({ delta: -1 }))), ['domain', 'delta']);
    assert.deepEqual(pick(refused(huber({ delta: 'wide' }))), ['domain', 'delta']);
    assert.deepEqual(pick(refused(huber({ delta: NaN }))), ['domain', 'delta']);
    assert.deepEqual(pick(refused(huber({ beta: 1 }))), ['unknown', 'beta']);
    assert.deepEqual(pick(refused(huber({ reduction: 'median' }))), ['unknown', 'reduction']);
    assert.equal(answered(huber({ delta: undefined }) as Request).value, 0.5);
  });

  it('takes bases by number and by name', () => {
    const inputs = { p: [0.5, 0.5] };
    for (const base of [2, '2', 'bits']) {
      assert.deepEqual(unitOf(answered({ formula: 'entropy', inputs, params: { base } })), [1, 'bits']);
    }
    assert.deepEqual(unitOf(answered({ formula: 'entropy', inputs, params: { base: 'nats' } })), [
      Math.LN2,
      'nats',
    ]);
    assert.equal(answered({ formula: 'entropy', inputs, params: { base: 4 } }).unit, undefined);
    for (const base of [1, 0, -2, 'three', NaN, true]) {
      assert.deepEqual(pick(refused({ formula: 'entropy', inputs, params: { base } })), ['domain', 'base']);
    }
  });

  it('is not misled by the names that every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const inputs = JSON.parse(`{"prediction": [1], "target": [1], "${name}": [1]}`) as unknown;
      assert.deepEqual(pick(refused({ formula: 'mse', inputs })), ['unknown', name]);
      const params = JSON.parse(`{"${name}": 1}`) as unknown;
      assert.deepEqual(pick(refused({ formula: 'mse', inputs: { prediction: [1], target: [1] }, params })), [
        'unknown',
        name,
      ]);
      assert.equal(refused({ formula: name, inputs: {} }).problem.code, 'unknown');
      assert.equal(refused({ formula: 'mse', inputs: {}, convention: name }).problem.code, 'unknown');
      assert.equal(refused({ formula: 'mse', inputs: {}, symbol: name }).problem.code, 'unknown');
    }
  });

  it('does not fall for depth', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    assert.equal(refused(mse(deep)).problem.code, 'shape');
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    assert.equal(refused(mse(cyclic)).problem.code, 'shape');
  });

  it('answers whatever it is given, in both languages, with one sentence', () => {
    const evaluators = [createEvaluator('en'), createEvaluator('zh-cn')];
    const formulas = fc.constantFrom(
      'mse',
      'huber',
      'entropy',
      'kl-divergence',
      'cross-entropy',
      'hinge',
      'x',
    );
    const names = fc.constantFrom(
      'prediction',
      'target',
      'p',
      'q',
      'logits',
      'probabilities',
      'classIndex',
      'score',
    );
    const anything = fc.oneof(
      fc.anything(),
      fc.array(fc.double()),
      fc.array(fc.array(fc.double(), { maxLength: 3 })),
    );
    const requests = fc.record({
      formula: formulas,
      inputs: fc.oneof(fc.dictionary(names, anything), fc.anything()),
      params: fc.option(
        fc.dictionary(fc.constantFrom('delta', 'base', 'reduction', 'ignoreIndex'), fc.anything()),
      ),
      convention: fc.constantFrom(undefined, 'textbook', 'torch', 'keras', 'sklearn', 'scipy', 'nobody'),
    });
    fc.assert(
      fc.property(requests, (request) => {
        for (const evaluator of evaluators) {
          const outcome = evaluator.evaluate(request as Request);
          if (!outcome.ok) assert.match(outcome.problem.message, /[.。]$/);
          else assert.equal(typeof outcome.value, 'number');
        }
      }),
      { seed: 11, numRuns: 1500 },
    );
  });

  it('gives an input back as an array', () => {
    assert.deepEqual(namedArrayOf([[1, 2]]), {
      values: new Float64Array([1, 2]),
      shape: [1, 2],
      source: 'request',
    });
    const named = { values: [1], shape: [1], source: 'text' };
    assert.equal(namedArrayOf(named), named);
    assert.equal(namedArrayOf([[1], [2, 3]]).problem?.code, 'ragged');
  });
});

function pick({ problem }: ReturnType<typeof refused>): readonly unknown[] {
  return [problem.code, problem.slot];
}

function unitOf({ value, unit }: ReturnType<typeof answered>): readonly unknown[] {
  return [value, unit];
}
