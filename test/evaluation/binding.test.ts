import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { NamedArray } from '../../src/arrays/namedArray';
import { formulaOf } from '../../src/catalog/catalog';
import { bindArrays } from '../../src/evaluation/binding';

function array(name: string | undefined, values: readonly number[], shape = [values.length]): NamedArray {
  return { values, shape, source: 'text', ...(name === undefined ? {} : { name }) };
}

/** Slot → index of the array given to it. */
function bound(formula: string, ...arrays: readonly NamedArray[]): { readonly [slot: string]: number } {
  const slots = Object.entries(bindArrays(formulaOf(formula)!, arrays, 'en'));
  return Object.fromEntries(slots.map(([slot, { array: given }]) => [slot, arrays.indexOf(given)]));
}

const matrix = [1.5, -2, 0.3, 0.7];
const rows = [0.2, 0.8, 0.6, 0.4];
const oneHot = [0, 1, 1, 0];

describe('arrays find their slots', () => {
  it('by name, whatever their order', () => {
    assert.deepEqual(bound('mse', array('y_true', [1, 2]), array('y_pred', [1, 3])), {
      prediction: 1,
      target: 0,
    });
    assert.deepEqual(bound('mse', array('target', [1]), array('output', [2])), { prediction: 1, target: 0 });
    assert.deepEqual(bound('kl-divergence', array('q', [0.5, 0.5]), array('p', [0.1, 0.9])), { p: 1, q: 0 });
    assert.deepEqual(bound('kl-divergence', array('student', [0.5, 0.5]), array('teacher', [0.1, 0.9])), {
      p: 1,
      q: 0,
    });
  });

  it('by a part of the name, by an attribute, by camel case', () => {
    assert.deepEqual(bound('mse', array('y_true_test', [1]), array('x', [2])), { prediction: 1, target: 0 });
    assert.deepEqual(bound('mse', array('batch.targets', [1]), array('x', [2])), {
      prediction: 1,
      target: 0,
    });
    assert.deepEqual(bound('mse', array('yTrue', [1]), array('yPred', [2])), { prediction: 1, target: 0 });
  });

  it('by what the numbers are', () => {
    assert.deepEqual(bound('cross-entropy', array(undefined, [0, 1]), array(undefined, matrix, [2, 2])), {
      logits: 1,
      classIndex: 0,
    });
    assert.deepEqual(bound('cross-entropy', array(undefined, rows, [2, 2]), array(undefined, [1, 0])), {
      probabilities: 0,
      classIndex: 1,
    });
    assert.deepEqual(
      bound('cross-entropy', array(undefined, oneHot, [2, 2]), array(undefined, matrix, [2, 2])),
      { logits: 1, targetProbabilities: 0 },
    );
    assert.deepEqual(bound('hinge', array(undefined, [1, -1, 1]), array(undefined, [0.3, -2, 1])), {
      score: 1,
      target: 0,
    });
    assert.deepEqual(bound('binary-cross-entropy', array(undefined, [0, 1]), array(undefined, [2.3, -1])), {
      logit: 1,
      target: 0,
    });
    assert.deepEqual(bound('binary-cross-entropy', array(undefined, [0.2, 0.9]), array(undefined, [0, 1])), {
      probability: 0,
      target: 1,
    });
  });

  it('by content where a name leaves it open, by name where it says it', () => {
    assert.deepEqual(bound('cross-entropy', array('output', rows, [2, 2]), array('labels', [1, 0])), {
      probabilities: 0,
      classIndex: 1,
    });
    assert.deepEqual(bound('cross-entropy', array('test_logits', rows, [2, 2]), array('labels', [1, 0])), {
      logits: 0,
      classIndex: 1,
    });
  });

  it('in order otherwise', () => {
    assert.deepEqual(bound('mse', array(undefined, [1, 2]), array(undefined, [1, 3])), {
      prediction: 0,
      target: 1,
    });
    assert.deepEqual(bound('kl-divergence', array('a', [0.5, 0.5]), array('b', [0.1, 0.9])), { p: 0, q: 1 });
  });

  it('one array a slot, one slot an array; optional slots by name only', () => {
    assert.deepEqual(bound('mse', array('y_pred', [1]), array('y_true', [2]), array('z', [3])), {
      prediction: 0,
      target: 1,
    });
    assert.deepEqual(bound('mse', array('y_pred', [1])), { prediction: 0 });
    assert.deepEqual(
      bound(
        'cross-entropy',
        array(undefined, matrix, [2, 2]),
        array(undefined, [0, 1]),
        array(undefined, [2, 3]),
      ),
      { logits: 0, classIndex: 1 },
    );
    assert.deepEqual(
      bound(
        'cross-entropy',
        array(undefined, matrix, [2, 2]),
        array(undefined, [0, 1]),
        array('class_weights', [2, 3]),
      ),
      { logits: 0, classIndex: 1, weight: 2 },
    );
  });

  it('a companion only with the slot that it goes with', () => {
    const lists = [array(undefined, [0, 1, 1]), array(undefined, [1, 1, 0])];
    assert.deepEqual(bound('mutual-information', ...lists), { x: 0, y: 1 });
    const table = array(undefined, [0.5, 0.25, 0, 0.25], [2, 2]);
    assert.deepEqual(bound('mutual-information', table, array('y', [1, 0])), { joint: 0 });
    assert.deepEqual(bound('mutual-information', array('y', [1, 0])), { x: 0 });
    const [first, second] = [array(undefined, [0, 1, 3]), array(undefined, [5, 6, 8])];
    assert.deepEqual(bound('wasserstein-1d', first, second), { u: 0, v: 1 });
    const [p, q] = [array(undefined, [0.5, 0.5]), array(undefined, [0.25, 0.75])];
    assert.deepEqual(bound('wasserstein-1d', p, q), { p: 0, q: 1 });
  });

  it('whole numbers in a table are counts', () => {
    assert.deepEqual(bound('mutual-information', array(undefined, [4, 1, 0, 3], [2, 2])), { contingency: 0 });
  });

  it('and what cannot be read finds none', () => {
    const unread: NamedArray = {
      values: [],
      shape: [0],
      source: 'text',
      problem: { code: 'ragged', message: 'x' },
    };
    assert.deepEqual(bound('mse', unread, array(undefined, [1])), { prediction: 1 });
    assert.deepEqual(bound('mse'), {});
  });

  it('with the reason in either language', () => {
    const arrays = [array('y_true', [0, 1]), array(undefined, matrix, [2, 2])];
    const english = bindArrays(formulaOf('cross-entropy')!, arrays, 'en');
    assert.equal(english['classIndex']?.reason, 'named y_true');
    assert.equal(english['logits']?.reason, 'in order');
    const chinese = bindArrays(formulaOf('cross-entropy')!, [array(undefined, [0, 1]), arrays[1]!], 'zh-cn');
    assert.equal(chinese['classIndex']?.reason, '均为整数');
  });
});
