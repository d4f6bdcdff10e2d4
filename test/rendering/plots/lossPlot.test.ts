import assert from 'node:assert/strict';
import { kinksOf } from '../../../src/rendering/plots/kinks';
import { lossScene } from '../../../src/rendering/plots/lossPlot';
import { sample, usualValues } from '../../../src/rendering/plots/sampling';
import { absolute, bent, parameter, ramp, soft, square, surprise } from './curves';

const delta = parameter('delta', '\\delta', 1);
const margin = parameter('margin', 'm', 1);

describe('a sampled curve', () => {
  it('is one piece where it is continuous, however steep', () => {
    assert.equal(sample((x) => 1e6 * x ** 3, -1, 1).length, 1);
    assert.equal(sample((x) => Math.tanh(50 * x), -1, 1).length, 1);
  });

  it('ends a piece on both sides of a jump', () => {
    const pieces = sample((x) => (x < 0.3 ? -1 : 2), -1, 1);
    assert.equal(pieces.length, 2);
    assert.ok(Math.abs(pieces[0].at(-1)![0] - 0.3) < 1e-9);
    assert.equal(pieces[0].at(-1)![1], -1);
    assert.equal(pieces[1][0][1], 2);
  });

  it('leaves out places without a finite value', () => {
    const pieces = sample((x) => Math.sqrt(x), -1, 1);
    assert.equal(pieces.length, 1);
    assert.ok(pieces[0][0][0] >= 0);
    assert.deepEqual(
      sample(() => NaN, 0, 1),
      [],
    );
    assert.ok(
      sample((x) => 1 / x, -1, 1)
        .flat()
        .every(([, y]) => Number.isFinite(y)),
    );
  });

  it('hits its stops exactly', () => {
    assert.ok(sample((x) => x, 0, 1, [1 / Math.PI])[0].some(([x]) => x === 1 / Math.PI));
  });

  it('has usual values that a pole does not blow up', () => {
    const [, top] = usualValues(sample((x) => -Math.log(x), 1e-9, 1));
    assert.ok(top > 2 && top < 8);
    assert.deepEqual(usualValues(sample((x) => x, -2, 3)), [-2, 3]);
  });
});

describe('kinks', () => {
  it('are found where a parameter bends the curve', () => {
    const at = (params: { delta: number }): number[] => kinksOf(bent, [delta], params).map((kink) => kink.x);
    assert.deepEqual(at({ delta: 1.5 }), [-1.5, 1.5]);
    assert.deepEqual(at({ delta: 1e-3 }), [-1e-3, 1e-3]);
    assert.deepEqual(
      kinksOf(ramp, [margin], { margin: 0.7 }).map((kink) => kink.x),
      [0.7],
    );
  });

  it('are not seen on smooth curves, nor for parameters that are no positive numbers', () => {
    assert.deepEqual(kinksOf(soft, [delta], { delta: 1.5 }), []);
    assert.deepEqual(kinksOf(square, [delta], { delta: 1 }), []);
    for (const value of [0, -1, NaN, Infinity, 'one', null, true]) {
      assert.deepEqual(kinksOf(bent, [delta], { delta: value }), []);
    }
  });
});

describe('the plot of a loss', () => {
  it('takes the curve’s own name of its axis, where it has one', () => {
    const label = { en: 'mean for the target 1', 'zh-cn': '均值' };
    const curve = { ...square, axis: 'prediction', label } as const;
    assert.match(lossScene(curve, {}, { locale: 'en' })!.alt, /over the mean for the target 1$/);
    assert.match(lossScene({ ...square, axis: 'prediction' }, {}, { locale: 'en' })!.alt, /prediction ŷ$/);
  });

  it('shows loss and gradient over the named axis, in both languages', () => {
    const scene = lossScene(square, {}, { locale: 'en' })!;
    assert.deepEqual(
      scene.paths.map((path) => path.series),
      ['gradient', 'loss'],
    );
    assert.equal(scene.x!.label, 'residual ŷ − y');
    const chinese = lossScene(square, {}, { locale: 'zh-cn' })!;
    assert.deepEqual(
      chinese.paths.map((path) => path.series),
      ['梯度', '损失'],
    );
    assert.match(chinese.alt, /残差/);
  });

  it('calls a measure no loss, and its probability that of no class', () => {
    const scene = lossScene(surprise, {}, { locale: 'en', kind: 'measure' })!;
    assert.deepEqual(
      scene.paths.map((path) => path.series),
      ['slope', 'value'],
    );
    assert.equal(scene.x!.label, 'probability');
  });

  it('marks its kinks with the symbol and value', () => {
    const scene = lossScene(bent, { delta: 1.5 }, { locale: 'en', parameters: [delta] })!;
    const texts = scene.labels.map((label) => label.text);
    assert.ok(texts.includes('−δ') && texts.includes('δ = 1.5'));
    assert.match(scene.alt, /δ = 1\.5/);
  });

  it('widens to show a far kink and the data', () => {
    const far = lossScene(bent, { delta: 40 }, { locale: 'en', parameters: [delta] })!;
    assert.ok(far.x!.domain[1] >= 40);
    const data = lossScene(square, {}, { locale: 'en', points: [0.5, -8, NaN, Infinity] })!;
    assert.ok(data.x!.domain[0] <= -8);
    assert.equal(data.points.filter((point) => point.title !== undefined).length, 2);
  });

  it('does not shrink to a point for the sake of one absurd datum', () => {
    const scene = lossScene(square, {}, { locale: 'en', points: [1, 1e12] })!;
    assert.deepEqual(scene.x!.domain, [-3, 3]);
  });

  it('keeps the loss at half of the height where the gradient has a pole', () => {
    const scene = lossScene(surprise, {}, { locale: 'en' })!;
    const [low, high] = scene.y!.domain;
    assert.ok(high >= 2 && high < 12);
    assert.ok(-low <= high * 1.01);
  });

  it('breaks the gradient of |x| at 0', () => {
    const [gradient] = lossScene(absolute, {}, { locale: 'en' })!.paths;
    assert.equal(gradient.d.match(/M/g)!.length, 2);
  });

  it('is absent when the curve has no values', () => {
    assert.equal(lossScene(bent, { delta: NaN }, { locale: 'en', parameters: [delta] }), undefined);
    assert.equal(lossScene(bent, {}, { locale: 'en', parameters: [delta] }), undefined);
  });

  it('shows a hundred thousand data with a few hundred dots', () => {
    const points = Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i));
    const scene = lossScene(square, {}, { locale: 'en', points })!;
    assert.ok(scene.points.length < 450);
  });
});
