import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formulaOf } from '../../src/catalog/catalog';
import type { ParameterValue } from '../../src/catalog/formula';
import { completeParams } from '../../src/catalog/params';
import type { Computation, Reduction } from '../../src/numeric/computation';
import { reduceTerms, termCount, termsOf, valueOf } from '../../src/numeric/reduce';
import type { Tensor } from '../../src/numeric/tensor';

interface Arrays {
  readonly [slot: string]: Tensor;
}
interface Given {
  readonly [name: string]: ParameterValue;
}

function compute(id: string, arrays: Arrays, given: Given = {}): Computation {
  const formula = formulaOf(id);
  assert.ok(formula?.compute, id);
  const params = completeParams(formula.params, given);
  assert.ok(params.ok, id);
  const computed = formula.compute({ arrays, params: params.value });
  assert.ok(computed.ok, computed.ok ? '' : `${id}: ${computed.problem.message.en}`);
  return computed.value;
}

function value(id: string, arrays: Arrays, given: Given = {}, reduction?: Reduction): number {
  return valueOf(compute(id, arrays, given), reduction) ?? NaN;
}

const vector = (values: readonly number[]): Tensor => ({
  values: Float64Array.from(values),
  shape: [values.length],
});
const matrix = (values: readonly number[], columns: number): Tensor => ({
  values: Float64Array.from(values),
  shape: [values.length / columns, columns],
});

const n = 6;
/** Evenly spread, so that no two numbers tie and none lies on a kink, where differences say nothing. */
const between = (from: number, to: number): fc.Arbitrary<number> =>
  fc.noBias(fc.integer({ min: 0, max: 2 ** 30 })).map((k) => from + ((to - from) * (k + 0.5)) / 2 ** 30);
const real = between(-4, 4);
const positive = between(0.2, 4);
const unit = between(0.05, 0.95);
const many = (entry: fc.Arbitrary<number>, count = n): fc.Arbitrary<Tensor> =>
  fc.array(entry, { minLength: count, maxLength: count }).map(vector);
const rows = (entry: fc.Arbitrary<number>, columns: number): fc.Arbitrary<Tensor> =>
  fc
    .array(entry, { minLength: n * columns, maxLength: n * columns })
    .map((values) => matrix(values, columns));
const sign = fc.constantFrom(-1, 1);
const index = (classes: number): fc.Arbitrary<Tensor> => many(fc.integer({ min: 0, max: classes - 1 }));
const record = (shape: { [slot: string]: fc.Arbitrary<Tensor> }): fc.Arbitrary<Arrays> => fc.record(shape);

const residual = record({ prediction: many(real), target: many(real) });
const margins = record({ score: many(real), target: many(sign) });

/** Where each formula is differentiated: arrays at random, parameters, and the slots by which it is differentiable. */
const cases: readonly {
  id: string;
  arrays: fc.Arbitrary<Arrays>;
  params?: Given;
  slots: readonly string[];
}[] = [
  ...['mae', 'mbe', 'mse', 'rmse', 'huber', 'smooth-l1', 'log-cosh', 'quantile', 'epsilon-insensitive'].map(
    (id) => ({
      id,
      arrays: residual,
      slots: ['prediction', 'target'],
    }),
  ),
  ...['pseudo-huber', 'fair', 'lq', 'squared-epsilon-insensitive', 'median-absolute-error', 'max-error'].map(
    (id) => ({
      id,
      arrays: residual,
      slots: ['prediction', 'target'],
    }),
  ),
  { id: 'huber', arrays: residual, params: { delta: 0.4 }, slots: ['prediction'] },
  { id: 'smooth-l1', arrays: residual, params: { beta: 2.5 }, slots: ['prediction'] },
  { id: 'expectile', arrays: residual, params: { alpha: 0.8 }, slots: ['prediction', 'target'] },
  { id: 'lq', arrays: residual, params: { p: 2.7 }, slots: ['prediction'] },
  ...['msle', 'rmsle', 'mape', 'smape', 'wmape', 'gamma-nll'].map((id) => ({
    id,
    arrays: record({ prediction: many(positive), target: many(positive) }),
    slots: ['prediction', 'target'],
  })),
  ...[-1, 0, 1, 1.5, 2, 3].map((power) => ({
    id: 'tweedie',
    arrays: record({ prediction: many(positive), target: many(positive) }),
    params: { power },
    slots: ['prediction', 'target'],
  })),
  {
    id: 'tweedie',
    arrays: record({ prediction: many(positive), target: many(positive) }),
    params: { power: 1.5, kind: 'nll-kernel' },
    slots: ['prediction', 'target'],
  },
  {
    id: 'poisson-nll',
    arrays: record({ prediction: many(real), target: many(positive) }),
    slots: ['prediction', 'target'],
  },
  {
    id: 'poisson-nll',
    arrays: record({ prediction: many(positive), target: many(positive) }),
    params: { logInput: false, full: 'exact' },
    slots: ['prediction', 'target'],
  },
  {
    id: 'gaussian-nll',
    arrays: record({ prediction: many(real), target: many(real), variance: many(positive) }),
    slots: ['prediction', 'target', 'variance'],
  },
  ...['hinge', 'squared-hinge', 'logistic', 'exponential', 'modified-huber'].map((id) => ({
    id,
    arrays: margins,
    slots: ['score'],
  })),
  {
    id: 'cross-entropy',
    arrays: record({ logits: rows(real, 4), classIndex: index(4), weight: many(positive, 4) }),
    params: { labelSmoothing: 0.2, ignoreIndex: 3 },
    slots: ['logits'],
  },
  {
    id: 'cross-entropy',
    arrays: record({ probabilities: rows(unit, 4), targetProbabilities: rows(unit, 4) }),
    params: { labelSmoothing: 0.1 },
    slots: ['probabilities'],
  },
  {
    id: 'label-smoothing-ce',
    arrays: record({ logits: rows(real, 3), classIndex: index(3) }),
    slots: ['logits'],
  },
  {
    id: 'binary-cross-entropy',
    arrays: record({
      logit: rows(real, 2),
      target: rows(unit, 2),
      posWeight: many(positive, 2),
      weight: rows(positive, 2),
    }),
    slots: ['logit'],
  },
  {
    id: 'binary-cross-entropy',
    arrays: record({ probability: many(unit), target: many(unit) }),
    slots: ['probability'],
  },
  {
    id: 'nll',
    arrays: record({ logProbabilities: rows(real, 3), classIndex: index(3) }),
    slots: ['logProbabilities'],
  },
  {
    id: 'focal',
    arrays: record({ logit: many(real), target: many(unit) }),
    params: { alpha: 0.3, gamma: 1.7 },
    slots: ['logit'],
  },
  {
    id: 'focal',
    arrays: record({ logits: rows(real, 3), classIndex: index(3), alpha: many(unit, 3) }),
    slots: ['logits'],
  },
  { id: 'poly-1', arrays: record({ logits: rows(real, 3), classIndex: index(3) }), slots: ['logits'] },
  {
    id: 'generalized-cross-entropy',
    arrays: record({ logits: rows(real, 3), classIndex: index(3) }),
    slots: ['logits'],
  },
  {
    id: 'generalized-cross-entropy',
    arrays: record({ probabilities: rows(unit, 3), classIndex: index(3) }),
    slots: ['probabilities'],
  },
  {
    id: 'multiclass-hinge',
    arrays: record({ scores: rows(real, 4), classIndex: index(4) }),
    slots: ['scores'],
  },
  {
    id: 'multiclass-hinge',
    arrays: record({ scores: rows(real, 4), classIndex: index(4), weight: many(positive, 4) }),
    params: { kind: 'multi-margin', power: 2, margin: 0.7 },
    slots: ['scores'],
  },
  ...[{}, { smooth: 1 }].flatMap((params) =>
    ['dice', 'jaccard', 'tversky'].map((id) => ({
      id,
      arrays: record({ prediction: many(unit), target: many(unit) }),
      params,
      slots: ['prediction', 'target'],
    })),
  ),
  {
    id: 'dice',
    arrays: record({ prediction: many(unit), target: many(unit) }),
    params: { squared: true },
    slots: ['prediction', 'target'],
  },
  { id: 'brier', arrays: record({ prediction: many(unit), target: many(unit) }), slots: ['prediction'] },
  { id: 'gini-impurity', arrays: record({ p: many(unit) }), slots: ['p'] },
  ...[{}, { squared: true }, { p: 3, swap: true }].map((params) => ({
    id: 'triplet',
    arrays: record({ anchor: rows(real, 3), positive: rows(real, 3), negative: rows(real, 3) }),
    params,
    slots: ['anchor', 'positive', 'negative'],
  })),
  {
    id: 'contrastive',
    arrays: record({ distance: many(positive), target: many(fc.constantFrom(0, 1)) }),
    slots: ['distance'],
  },
  {
    id: 'hinge-embedding',
    arrays: record({ distance: many(positive), target: many(sign) }),
    slots: ['distance'],
  },
  {
    id: 'cosine-embedding',
    arrays: record({ input1: rows(positive, 3), input2: rows(real, 3), target: many(sign) }),
    slots: ['input1', 'input2'],
  },
  {
    id: 'cosine-similarity',
    arrays: record({ prediction: rows(positive, 3), target: rows(positive, 3) }),
    slots: ['prediction', 'target'],
  },
  {
    id: 'margin-ranking',
    arrays: record({ input1: many(real), input2: many(real), target: many(sign) }),
    params: { margin: 0.5 },
    slots: ['input1', 'input2'],
  },
  {
    id: 'multilabel-margin',
    arrays: record({
      scores: rows(real, 3),
      target: fc.constant(matrix([0, 2, -1, 1, -1, 0, -1, 0, 0, 2, 1, 0, 0, -1, -1, 2, -1, -1], 3)),
    }),
    slots: ['scores'],
  },
];

const step = 1e-6;

/** The value with one element of a slot moved. */
function moved(id: string, arrays: Arrays, params: Given, slot: string, i: number, by: number): number {
  const tensor = arrays[slot];
  const values = tensor.values.slice();
  values[i] += by;
  return value(id, { ...arrays, [slot]: { values, shape: tensor.shape } }, params);
}

function near(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * (1 + Math.abs(a) + Math.abs(b));
}

/** Slopes to the left and right differ where the loss has a kink within a step. */
function differences(id: string, arrays: Arrays, params: Given, slot: string, i: number): readonly number[] {
  const at = value(id, arrays, params);
  return [-step, step].map((by) => (moved(id, arrays, params, slot, i, by) - at) / by);
}

for (const { id, arrays, params = {}, slots } of cases) {
  describe(`${id} ${Object.keys(params).length > 0 ? JSON.stringify(params) : ''}`, () => {
    it('has the gradient that central differences give', () => {
      fc.assert(
        fc.property(arrays, (given) => {
          const gradient = compute(id, given, params).gradient?.(compute(id, given, params).reduction);
          assert.ok(gradient);
          for (const slot of slots) {
            gradient[slot].values.forEach((slope, i) => {
              const [left, right] = differences(id, given, params, slot, i);
              if (!near(left, right, 1e-4)) return;
              assert.ok(
                near(slope, (left + right) / 2, 1e-4),
                `${slot}[${i}]: ${slope}, differences give ${left}, ${right}`,
              );
            });
          }
        }),
        { seed: 11, numRuns: 15 },
      );
    });

    it('reduces its terms consistently and leaves its arrays alone', () => {
      fc.assert(
        fc.property(arrays, (given) => {
          const before = JSON.stringify(given);
          const computation = compute(id, given, params);
          const terms = termsOf(computation);
          const reduced = reduceTerms(computation);
          assert.ok(reduced);
          const sum = terms.reduce((total, x) => total + x, 0);
          assert.equal(terms.length, termCount(computation));
          assert.ok(near(reduced.sum, sum, 1e-12));
          assert.ok(
            near(reduced.mean, sum / (computation.divisor ?? terms.length), 1e-12) ||
              computation.divisor === 0,
          );
          assert.equal(JSON.stringify(given), before);
        }),
        { seed: 12, numRuns: 15 },
      );
    });

    it('lets a NaN in any differentiable array reach the value', () => {
      const [given] = fc.sample(arrays, { seed: 13, numRuns: 1 });
      for (const slot of slots) {
        const values = given[slot].values.slice();
        const at = elementInUse(id, given, params);
        values[at] = NaN;
        assert.ok(
          Number.isNaN(value(id, { ...given, [slot]: { values, shape: given[slot].shape } }, params)),
          slot,
        );
      }
    });
  });
}

/** An element that the value depends on: losses of the true class alone read no other, ignored rows are not read. */
function elementInUse(id: string, { classIndex, ...arrays }: Arrays, params: Given): number {
  if (!classIndex) return 0;
  const row = classIndex.values.findIndex((y) => y !== params.ignoreIndex);
  const columns = Object.values(arrays)[0].shape[1];
  const readsOne = id === 'nll' || id === 'generalized-cross-entropy';
  return row * columns + (readsOne ? classIndex.values[row] : 0);
}

describe('relations between losses', () => {
  const close = (a: number, b: number): void => assert.ok(near(a, b, 1e-13), `${a} and ${b}`);
  const check = (arrays: fc.Arbitrary<Arrays>, test: (given: Arrays) => void): void =>
    fc.assert(fc.property(arrays, test), { seed: 5, numRuns: 40 });

  it('Huber is its threshold times smooth L1', () => {
    check(residual, (given) =>
      close(value('huber', given, { delta: 0.7 }), 0.7 * value('smooth-l1', given, { beta: 0.7 })),
    );
  });

  it('the quantile loss at one half is half the absolute error, the expectile loss half the squared one', () => {
    check(residual, (given) => {
      close(value('quantile', given, { q: 0.5 }), 0.5 * value('mae', given));
      close(value('expectile', given, { alpha: 0.5 }), 0.5 * value('mse', given));
    });
  });

  it('residual losses are symmetric in their arguments, and the absolute error scales with them', () => {
    check(residual, (given) => {
      const swapped = { prediction: given.target, target: given.prediction };
      for (const id of ['mae', 'mse', 'huber', 'log-cosh', 'pseudo-huber', 'fair'])
        close(value(id, given), value(id, swapped));
      const twice = Object.fromEntries(
        Object.entries(given).map(([slot, { values, shape }]) => [
          slot,
          { values: values.map((x) => 2 * x), shape },
        ]),
      );
      close(value('mae', twice), 2 * value('mae', given));
      close(value('mse', twice), 4 * value('mse', given));
    });
  });

  it('softmax cross-entropy of two classes is the logistic loss of the difference', () => {
    check(margins, ({ score, target }) => {
      const logits = matrix(
        [...score.values].flatMap((f) => [0, f]),
        2,
      );
      const classIndex = vector([...target.values].map((y) => (y + 1) / 2));
      close(value('cross-entropy', { logits, classIndex }), value('logistic', { score, target }));
      close(
        value('binary-cross-entropy', { logit: score, target: classIndex }),
        value('logistic', { score, target }),
      );
    });
  });

  it('focal loss without focus, poly-1 without ε and smoothing by nothing are cross-entropy', () => {
    check(record({ logits: rows(real, 3), classIndex: index(3) }), (given) => {
      const plain = value('cross-entropy', given);
      close(value('focal', given, { gamma: 0 }), plain);
      close(value('poly-1', given, { epsilon: 0 }), plain);
      close(value('label-smoothing-ce', given, { labelSmoothing: 0 }), plain);
      assert.ok(Math.abs(value('generalized-cross-entropy', given, { q: 1e-9 }) - plain) < 1e-6);
    });
  });

  it('Tversky with equal halves is Dice, with ones Jaccard', () => {
    check(record({ prediction: many(unit), target: many(unit) }), (given) => {
      close(value('tversky', given), value('dice', given));
      close(value('tversky', given, { alpha: 1, beta: 1 }), value('jaccard', given));
    });
  });

  it('Tweedie deviances meet the squared error and are continuous at powers 1 and 2', () => {
    check(record({ prediction: many(positive), target: many(positive) }), (given) => {
      close(value('tweedie', given, { power: 0 }), value('mse', given));
      for (const power of [1, 2]) {
        const limit = value('tweedie', given, { power: power + 1e-7 });
        assert.ok(near(value('tweedie', given, { power }), limit, 1e-5));
      }
    });
  });

  it('CTC of one step is the negative log-probability of its label', () => {
    const logProbabilities = matrix([-1.5, -0.5, -1.2], 3);
    assert.equal(value('ctc', { logProbabilities, target: vector([2]) }), 1.2);
  });

  it('CTC sums over every alignment', () => {
    const logs = [0.2, 0.5, 0.3, 0.6, 0.1, 0.3, 0.25, 0.5, 0.25].map(Math.log);
    const at = (t: number, c: number): number => Math.exp(logs[3 * t + c]);
    let probability = 0;
    const collapse = (path: number[]): string => path.filter((c, t) => c !== 0 && c !== path[t - 1]).join('');
    for (let code = 0; code < 27; code++) {
      const path = [code % 3, Math.floor(code / 3) % 3, Math.floor(code / 9)];
      if (collapse(path) === '12') probability += path.reduce((product, c, t) => product * at(t, c), 1);
    }
    close(
      value('ctc', { logProbabilities: matrix(logs, 3), target: vector([1, 2]) }),
      -Math.log(probability),
    );
  });

  it('NT-Xent of one pair among rivals is their softmax cross-entropy', () => {
    const embeddings = matrix([1, 0, 1, 0, 0, 1, -1, 0], 2);
    const got = value('nt-xent', { embeddings, labels: vector([0, 0, 1, 2]) }, { temperature: 1 });
    close(got, Math.log(1 + (1 + Math.exp(-1)) / Math.E));
  });
});

describe('problems of arguments', () => {
  const problem = (id: string, arrays: Arrays, given: Given = {}): string => {
    const formula = formulaOf(id);
    const params = completeParams(formula?.params ?? [], given);
    if (!params.ok) return `${params.problem.code} ${params.problem.slot ?? ''}`;
    const computed = formula?.compute?.({ arrays, params: params.value });
    assert.ok(computed && !computed.ok, `${id} accepts`);
    return `${computed.problem.code} ${computed.problem.slot ?? ''} ${computed.problem.index ?? ''}`.trim();
  };
  const two = vector([0.5, 0.25]);

  it('name what is missing, out of range or of the wrong shape', () => {
    assert.equal(problem('mse', { prediction: two }), 'missing target');
    assert.equal(problem('cross-entropy', { classIndex: two }), 'missing logits');
    assert.equal(problem('cross-entropy', { logits: two, classIndex: two }), 'shape logits');
    assert.equal(problem('hinge', { score: two, target: vector([1, 0]) }), 'domain target 1');
    assert.equal(
      problem('gaussian-nll', { prediction: two, target: two, variance: vector([1, -1]) }),
      'domain variance 1',
    );
    assert.equal(problem('poisson-nll', { prediction: two, target: vector([-1, 0]) }), 'domain target 0');
    assert.equal(problem('tweedie', { prediction: two, target: two }, { power: 0.5 }), 'domain power');
    assert.equal(
      problem('tweedie', { prediction: two, target: vector([1, 0]) }, { power: 2 }),
      'domain target 1',
    );
    assert.equal(problem('brier', { prediction: vector([1.5]), target: vector([1]) }), 'domain prediction 0');
    assert.equal(
      problem('multiclass-hinge', { scores: matrix([1], 1), classIndex: vector([0]) }),
      'shape scores',
    );
    assert.equal(
      problem('nt-xent', { embeddings: matrix([1, 2], 1), labels: vector([0, 1]) }),
      'domain labels',
    );
  });

  it('name parameters outside their domain, of the wrong kind, or unknown', () => {
    const both = { prediction: two, target: two };
    for (const [id, given] of [
      ['huber', { delta: 0 }],
      ['smooth-l1', { beta: -1 }],
      ['quantile', { q: 1.5 }],
      ['pseudo-huber', { delta: -2 }],
      ['fair', { c: 0 }],
      ['lq', { p: 0 }],
      ['huber', { delta: '1' }],
      ['huber', { delta: NaN }],
      ['poisson-nll', { full: 'perhaps' }],
    ] as const) {
      assert.match(problem(id, both, given), /^domain /);
    }
    assert.equal(problem('huber', both, { detla: 2 }), 'unknown detla');
  });
});
