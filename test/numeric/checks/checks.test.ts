import assert from 'node:assert/strict';
import { classIndices, inRange, marginLabels, probabilities } from '../../../src/numeric/checks/domains';
import { parameterInRange } from '../../../src/numeric/checks/parameters';
import { lengthOf, nonEmpty, perClass, rank, sameShape } from '../../../src/numeric/checks/shapes';
import type { Tensor } from '../../../src/numeric/tensor';

const tensor = (values: number[], shape: number[] = [values.length]): Tensor => ({
  values: Float64Array.from(values),
  shape,
});

describe('checks of arguments', () => {
  it('name the slot, the place, what was expected and what was found, in both languages', () => {
    const problem = probabilities('p', tensor([0.5, 0.5, 0.5, -0.25, 1, 0], [3, 2]));
    assert.equal(problem?.code, 'domain');
    assert.equal(problem.slot, 'p');
    assert.equal(problem.index, 3);
    assert.equal(problem.message.en, 'p[1][1] must be a probability, in [0, 1], but is −0.25.');
    assert.equal(problem.message['zh-cn'], 'p[1][1] 应为概率，在 [0, 1] 内，实际为 −0.25。');
  });

  it('let NaN through where numbers are meant and stop it where labels are', () => {
    assert.equal(probabilities('p', tensor([NaN])), undefined);
    assert.equal(inRange('x', tensor([NaN]), { minimum: 0 }), undefined);
    assert.equal(marginLabels('y', tensor([1, NaN]))?.index, 1);
    assert.equal(classIndices('c', tensor([0, NaN]), 3)?.index, 1);
  });

  it('know open and closed ends', () => {
    assert.equal(inRange('x', tensor([-1]), { minimum: -1 }), undefined);
    const open = inRange('x', tensor([0, -1]), { minimum: -1, exclusiveMinimum: true });
    assert.equal(open?.message.en, 'x[1] must be greater than −1, but is −1.');
    assert.equal(inRange('x', tensor([2]), { maximum: 1 })?.message['zh-cn'], 'x[0] 应不大于 1，实际为 2。');
  });

  it('admit only integers below the number of classes, and the ignored one', () => {
    assert.equal(classIndices('c', tensor([0, 2, -100]), 3, -100), undefined);
    for (const wrong of [3, -1, 0.5, Infinity])
      assert.equal(classIndices('c', tensor([wrong]), 3)?.code, 'domain');
  });

  it('compare shapes without broadcasting', () => {
    assert.equal(sameShape('p', tensor([1, 2]), 'q', tensor([3, 4])), undefined);
    const problem = sameShape('p', tensor([1, 2]), 'q', tensor([3]));
    assert.equal(problem?.slot, 'q');
    assert.equal(problem.message.en, 'q must have the shape of p, [2], but has [1]; nothing is broadcast.');
    assert.equal(sameShape('p', tensor([1, 2], [1, 2]), 'q', tensor([1, 2], [2, 1]))?.code, 'shape');
  });

  it('ask for elements, axes and lengths', () => {
    assert.equal(nonEmpty('p', tensor([]))?.code, 'empty');
    assert.equal(rank('logits', tensor([1, 2]), ['N', 'C'])?.code, 'shape');
    assert.equal(rank('logits', tensor([1, 2], [1, 2]), ['N', 'C']), undefined);
    assert.equal(lengthOf('weight', tensor([1, 2]), 3, perClass)?.code, 'shape');
  });

  it('refuse parameters outside their interval and those that are no numbers', () => {
    const positive = { minimum: 0, exclusiveMinimum: true };
    assert.equal(parameterInRange('delta', 1, positive), undefined);
    assert.equal(
      parameterInRange('delta', 0, positive)?.message.en,
      'delta must be greater than 0, but is 0.',
    );
    assert.equal(
      parameterInRange('q', 1.5, { minimum: 0, maximum: 1 })?.message['zh-cn'],
      'q 应在 [0, 1] 内，实际为 1.5。',
    );
    assert.equal(parameterInRange('epsilon', NaN, {})?.code, 'domain');
    assert.equal(parameterInRange('delta', Infinity, positive)?.code, 'domain');
  });

  it('admit an infinite parameter where the interval ends there', () => {
    const order = { minimum: 0, maximum: Infinity };
    assert.equal(parameterInRange('order', Infinity, order), undefined);
    assert.equal(parameterInRange('order', -Infinity, order)?.code, 'domain');
    assert.equal(parameterInRange('order', NaN, order)?.message.en, 'order must be in [0, ∞], but is NaN.');
  });
});
