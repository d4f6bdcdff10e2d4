import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formulas } from '../../src/catalog/catalog';
import type { Formula, Role, Slot } from '../../src/catalog/formula';
import { slotsToFill } from '../../src/catalog/slotChoice';
import { createEvaluator } from '../../src/evaluation/evaluator';
import type { Request } from '../../src/evaluation/outcome';
import { answered, assertNear, refused } from './values';

const p = [
  [0.5, 0.5, 0],
  [0.2, 0.3, 0.5],
];
const q = [
  [0.4, 0.3, 0.3],
  [0.25, 0.25, 0.5],
];
const logits = [
  [2, -1, 0.5],
  [0, 3, 1],
];
const unscaled = [
  [0.5, 0.6, 0.2],
  [0.2, 0.3, 0.1],
];
const impossible = [
  [0, 1],
  [0.5, 0.5],
];
const a = [
  [1, 2],
  [3, 5],
];
const b = [
  [1.5, 0],
  [2, 4],
];
const tripled = [
  [3, 6],
  [9, 15],
];
const binary = { probability: [0, 0.5, 0.9, 1], target: [1, 1, 0, 1] };
const binaryLogits = { logit: [1, -2, 0.5, 3], target: [1, 1, 0, 1] };

interface Known {
  readonly request: Request;
  /** What the library returned (Keras 3.15 and Optax 0.2.8 on JAX, SciPy 1.17, scikit-learn 1.9) or returns by its source. */
  readonly returns: number;
  readonly relative?: number;
}

function of(
  symbol: string,
  formula: string,
  inputs: Request['inputs'],
  returns: number,
  params: Request['params'] = {},
  relative = 1e-12,
): Known {
  return { request: { formula, inputs, params, symbol }, returns, relative };
}

/** Single precision, in which Keras computes what is not given to it as float64. */
const single = 3e-7;

const known: readonly Known[] = [
  of('keras.losses.KLDivergence', 'kl-divergence', { p, q }, 0.18852542645158, {}, 1e-9),
  of(
    'keras.losses.KLDivergence',
    'kl-divergence',
    { p: [[0.5, 0.5]], q: [[1, 0]] },
    7.365900644919215,
    {},
    1e-9,
  ),
  of(
    'keras.losses.CategoricalCrossentropy',
    'cross-entropy',
    { probabilities: unscaled, classIndex: [0, 2] },
    1.3736354571277456,
  ),
  of(
    'keras.losses.SparseCategoricalCrossentropy',
    'cross-entropy',
    { probabilities: unscaled, classIndex: [0, 2] },
    1.3736354571277456,
  ),
  of(
    'keras.losses.CategoricalCrossentropy',
    'cross-entropy',
    { probabilities: impossible, classIndex: [0, 1] },
    8.405621415759132,
  ),
  of(
    'keras.losses.CategoricalCrossentropy',
    'cross-entropy',
    { logits, classIndex: [0, 2] },
    1.2055786581067214,
  ),
  of(
    'keras.losses.CategoricalCrossentropy',
    'cross-entropy',
    { logits, classIndex: [0, 2] },
    0.6931472305599478,
    { from_logits: false },
  ),
  of(
    'keras.losses.CategoricalCrossentropy',
    'cross-entropy',
    { logits, classIndex: [0, 2] },
    1.2639119914400547,
    { label_smoothing: 0.1 },
  ),
  of('keras.losses.BinaryCrossentropy', 'binary-cross-entropy', binary, 4.778457164764404, {}, single),
  of(
    'keras.losses.BinaryCrossentropy',
    'binary-cross-entropy',
    { probability: [0.3, 0.5, 0.9, 0.7], target: [1, 1, 0, 1] },
    1.0841643810272217,
    { labelSmoothing: 0.2 },
    single,
  ),
  of('keras.losses.BinaryCrossentropy', 'binary-cross-entropy', binaryLogits, 0.8657135367393494, {}, single),
  of(
    'keras.losses.MeanAbsolutePercentageError',
    'mape',
    { prediction: a, target: b },
    500000027.0833333,
    {},
    3e-8,
  ),
  of(
    'keras.losses.MeanSquaredLogarithmicError',
    'msle',
    { prediction: [0.5, -0.7, 2], target: [1, -2, 3] },
    0.05517398566007614,
    {},
    single,
  ),
  of('keras.losses.Huber', 'huber', { prediction: tripled, target: b }, 10.78125, { delta: 2 }),
  of('keras.losses.Huber', 'huber', { prediction: tripled, target: b }, 11.75, { reduction: 'sum' }, single),
  of('keras.losses.LogCosh', 'log-cosh', { prediction: a, target: b }, 0.5781697183847427, {}, single),
  of('keras.losses.Hinge', 'hinge', { score: [-0.5, 0.3, 2], target: [0, 1, 1] }, 0.4, {}, single),
  of(
    'keras.losses.SquaredHinge',
    'squared-hinge',
    { score: [-0.5, 0.3, 2], target: [-1, 1, 1] },
    0.24666666984558105,
    {},
    single,
  ),
  of(
    'keras.losses.CategoricalHinge',
    'multiclass-hinge',
    {
      scores: [
        [-1, -2, -3],
        [-1, -0.5, -0.2],
      ],
      classIndex: [0, 2],
    },
    1.6,
  ),
  of('keras.losses.CategoricalHinge', 'multiclass-hinge', { scores: logits, classIndex: [0, 2] }, 1.5),
  of('keras.losses.BinaryFocalCrossentropy', 'focal', binaryLogits, 0.5125643014907837, {}, single),
  of(
    'keras.losses.BinaryFocalCrossentropy',
    'focal',
    binaryLogits,
    0.17531752586364746,
    { apply_class_balancing: true },
    single,
  ),
  of('scipy.stats.entropy', 'entropy', { p: [2, 1, 1] }, 1.0397207708399179),
  of('scipy.stats.entropy', 'entropy', { p: [2, 1, 1] }, 1.5, { base: 2 }),
  of('scipy.stats.entropy', 'kl-divergence', { p: [1, 1, 2], q: [3, 1, 1] }, 0.295064069427155),
  of(
    'scipy.spatial.distance.jensenshannon',
    'js-divergence',
    { p: [1, 2, 1], q: [3, 1, 1] },
    0.26781062821978957,
  ),
  of(
    'scipy.spatial.distance.jensenshannon',
    'js-divergence',
    { p: [0.1, 0.9], q: [0.6, 0.4] },
    0.46270396729822416,
    { base: 2 },
  ),
  of(
    'sklearn.metrics.log_loss',
    'cross-entropy',
    { probabilities: unscaled, classIndex: [0, 2] },
    1.4978661367769954,
  ),
  of(
    'sklearn.metrics.log_loss',
    'cross-entropy',
    { probabilities: impossible, classIndex: [0, 1] },
    18.36840028483855,
  ),
  of('sklearn.metrics.log_loss', 'binary-cross-entropy', binary, 9.759846415667786),
  of(
    'sklearn.metrics.mean_absolute_percentage_error',
    'mape',
    { prediction: [1, 2], target: [0, 4] },
    2251799813685248,
  ),
  of('sklearn.metrics.root_mean_squared_error', 'rmse', { prediction: a, target: b }, 1.1858541225631423),
  of('sklearn.metrics.hinge_loss', 'hinge', { score: [-0.5, 0.3, 2], target: [0, 1, 1] }, 0.4),
  of('sklearn.metrics.hinge_loss', 'hinge', { score: [0.3], target: [1] }, 1.3),
  of('sklearn.metrics.hinge_loss', 'multiclass-hinge', { scores: logits, classIndex: [0, 2] }, 1.5),
  of(
    'sklearn.metrics.mutual_info_score',
    'mutual-information',
    {
      joint: [
        [2, 1],
        [1, 3],
      ],
    },
    0.0887819499348041,
  ),
  of('sklearn.metrics.mean_pinball_loss', 'quantile', { prediction: [2, 1.5], target: [1, 2] }, 0.275, {
    q: 0.9,
  }),
  of(
    'torch.nn.KLDivLoss',
    'kl-divergence',
    {
      p: [
        [0.5, 0.5],
        [0.9, 0.1],
      ],
      q: [
        [0.4, 0.6],
        [0.8, 0.2],
      ],
    },
    0.0571010112948781 / 4,
  ),
  of(
    'torch.nn.KLDivLoss',
    'kl-divergence',
    {
      p: [
        [0.5, 0.5],
        [0.9, 0.1],
      ],
      q: [
        [0.4, 0.6],
        [0.8, 0.2],
      ],
    },
    0.0571010112948781 / 2,
    { reduction: 'batchmean' },
  ),
  of('torch.nn.KLDivLoss', 'kl-divergence', { p: [0.5, 0.5, 0], q: [0.25, 0.75, 0] }, NaN, {
    reduction: 'sum',
  }),
  of(
    'torch.nn.functional.binary_cross_entropy',
    'binary-cross-entropy',
    { probability: [0, 0.5], target: [1, 1] },
    50.346573590279974,
  ),
  of(
    'torch.nn.functional.binary_cross_entropy',
    'binary-cross-entropy',
    { probability: [5e-324, 0.25], target: [1, 0] },
    50.14384103622589,
  ),
  of('torch.nn.CrossEntropyLoss', 'cross-entropy', { logits, classIndex: [0, -100] }, 0.24131129665715711),
  of('torch.nn.MultiMarginLoss', 'multiclass-hinge', { scores: logits, classIndex: [0, 2] }, 0.5),
  of('torch.nn.HuberLoss', 'huber', { prediction: [3, 0.5], target: [0, 0] }, 2.0625, { delta: 2 }),
  of('torch.distributions.Categorical.entropy', 'entropy', { p: [1] }, 2.2204460492503128e-16),
  of(
    'torchvision.ops.sigmoid_focal_loss',
    'focal',
    { logit: [1, -2], target: [1, 0] },
    0.02265805750846733 + 0.0018035628352403748,
    { alpha: -1, reduction: 'sum' },
  ),
  of('optax.losses.kl_divergence', 'kl-divergence', { p: p[1]!, q: q[1]! }, 0.01006775677534439),
  of('optax.losses.l2_loss', 'mse', { prediction: a, target: b }, (0.125 + 2 + 0.5 + 0.5) / 4),
  of(
    'optax.losses.sigmoid_binary_cross_entropy',
    'binary-cross-entropy',
    { logit: [1, -2], target: [1, 0] },
    (0.3132616875182228 + 0.1269280110429725) / 2,
  ),
  of(
    'optax.losses.poly_loss_cross_entropy',
    'poly-1',
    { logits, classIndex: [0, 2] },
    (0.6701172274786052 + 3.9414556207870968) / 2,
  ),
  of(
    'keras.losses.Dice',
    'dice',
    { prediction: [0.8, 0.2, 0.6], target: [1, 0, 1] },
    0.22222224383082,
    {},
    1e-7,
  ),
  of(
    'keras.losses.Tversky',
    'tversky',
    { prediction: [0.8, 0.2, 0.6], target: [1, 0, 1] },
    0.22222226543209642,
    {},
    1e-7,
  ),
  of('keras.losses.CosineSimilarity', 'cosine-similarity', { prediction: a, target: b }, -0.7221340405007697),
  of(
    'keras.losses.Poisson',
    'poisson-nll',
    { prediction: [0.5, 2, 0], target: [1, 2, 0] },
    0.6022841930389404,
    {},
    single,
  ),
  of('optax.losses.perceptron_loss', 'hinge', { score: [-0.5, 2], target: [1, 1] }, 0.25),
  of('sklearn.metrics.zero_one_loss', 'zero-one', { prediction: [1, 1, 1], target: [0, 1, 1] }, 1 / 3),
  of('sklearn.metrics.zero_one_loss', 'zero-one', { prediction: [1, 1, 1], target: [0, 1, 1] }, 1, {
    normalize: false,
  }),
  of(
    'sklearn.metrics.brier_score_loss',
    'brier',
    { prediction: [0.2, 0.7, 0.4], target: [0, 1, 1] },
    0.16333333333333333,
  ),
  of(
    'sklearn.metrics.mean_poisson_deviance',
    'tweedie',
    { prediction: [2, 1.5], target: [1, 2] },
    0.3822169643436162,
  ),
  of(
    'sklearn.metrics.mean_tweedie_deviance',
    'tweedie',
    { prediction: [2, 1.5], target: [1, 2] },
    0.30126250412098665,
    { power: 1.5 },
  ),
  of(
    'sklearn.metrics.median_absolute_error',
    'median-absolute-error',
    { prediction: [2, 2.5, 9], target: [1, 2, 4] },
    1,
  ),
  of(
    'sklearn.metrics.normalized_mutual_info_score',
    'normalized-mutual-information',
    { x: [0, 0, 1, 1, 2], y: [0, 1, 1, 1, 0] },
    0.4580652856440157,
  ),
  of(
    'sklearn.metrics.mutual_info_score',
    'mutual-information',
    {
      contingency: [
        [2, 1],
        [1, 3],
      ],
    },
    0.0887819499348041,
  ),
  of('scipy.stats.wasserstein_distance', 'wasserstein-1d', { u: [0, 1, 3], v: [5, 6, 8] }, 5),
  of('ot.wasserstein_1d', 'wasserstein-1d', { u: [0, 1, 3], v: [5, 6, 8] }, 5),
  of('ot.wasserstein_1d', 'wasserstein-1d', { u: [0, 1, 3], v: [5, 6, 8] }, 25, { order: 2 }),
  of('ot.emd2_1d', 'wasserstein-1d', { u: [0, 1, 3], v: [5, 6, 8] }, 25),
  of(
    'sklearn.metrics.homogeneity_score',
    'normalized-mutual-information',
    { x: [0, 0, 1, 1], y: [0, 1, 2, 2] },
    1,
  ),
  of(
    'sklearn.metrics.completeness_score',
    'normalized-mutual-information',
    { x: [0, 0, 1, 1], y: [0, 1, 2, 2] },
    2 / 3,
  ),
  of(
    'scipy.spatial.distance.cosine',
    'cosine-similarity',
    { prediction: [1, 0], target: [1, 1] },
    1 - Math.SQRT1_2,
  ),
];

describe('a library’s number', () => {
  known.forEach(({ request, returns, relative }, index) => {
    it(`is ${returns} for ${request.symbol} (${index})`, () => {
      const outcome = answered(request);
      assertNear(outcome.value, returns, relative);
      assert.ok(outcome.conventionNote!.includes(request.symbol!));
    });
  });
});

describe('conventions', () => {
  const kl: Request = { formula: 'kl-divergence', inputs: { p, q } };

  it('leave the textbook’s number alone when none is named', () => {
    const outcome = answered(kl);
    assert.equal(outcome.convention, 'textbook');
    assert.equal(outcome.conventionNote, undefined);
    assert.equal(outcome.unit, 'bits');
    assert.equal(answered({ ...kl, convention: 'textbook' }).value, outcome.value);
  });

  it('take the usual symbol of a library', () => {
    assert.match(answered({ ...kl, convention: 'torch' }).conventionNote!, /torch\.nn\.KLDivLoss/);
    assert.match(answered({ ...kl, convention: 'scipy' }).conventionNote!, /scipy\.stats\.entropy/);
    assert.match(answered({ ...kl, convention: 'keras' }).conventionNote!, /keras\.losses\.KLDivergence/);
  });

  it('choose the symbol by what is given', () => {
    const note = (inputs: Request['inputs'], formula: string) =>
      answered({ formula, inputs, convention: 'torch' }).conventionNote!;
    assert.match(note(binaryLogits, 'binary-cross-entropy'), /BCEWithLogitsLoss/);
    assert.match(note(binary, 'binary-cross-entropy'), /BCELoss/);
    const keras = (inputs: Request['inputs']) =>
      answered({ formula: 'cross-entropy', inputs, convention: 'keras' }).conventionNote!;
    assert.match(keras({ probabilities: impossible, classIndex: [1, 0] }), /SparseCategoricalCrossentropy/);
    assert.match(
      keras({ probabilities: impossible, targetProbabilities: impossible }),
      /\bCategorical|losses\.CategoricalCrossentropy/,
    );
  });

  it('say what they do in one sentence, in both languages', () => {
    assert.equal(
      answered({ ...kl, convention: 'torch' }).conventionNote,
      'PyTorch (torch.nn.KLDivLoss) takes natural logarithms (nats); it divides the sum by all 6 elements, not by the number of rows.',
    );
    const chinese = createEvaluator('zh-cn').evaluate({ ...kl, convention: 'keras' });
    assert.ok(chinese.ok);
    assert.match(chinese.conventionNote!, /^Keras（keras\.losses\.KLDivergence）.*截断.*2 行取平均。$/);
    const plain = answered({ formula: 'mse', inputs: { prediction: a, target: b }, convention: 'torch' });
    assert.match(plain.conventionNote!, /gives the textbook's number/);
  });

  it('mention a guard only where it changed something', () => {
    const note = (probability: number[]) =>
      answered({
        formula: 'binary-cross-entropy',
        inputs: { probability, target: [1, 0] },
        convention: 'torch',
      }).conventionNote!;
    assert.doesNotMatch(note([0.9, 0.2]), /−100/);
    assert.match(note([0, 0.2]), /−100/);
  });

  it('give the gradient of the library’s number, and none where a guard changed it', () => {
    const request: Request = {
      formula: 'mape',
      inputs: { prediction: [1, 3], target: [2, 4] },
      convention: 'keras',
    };
    const outcome = answered(request);
    const step = 1e-6;
    const moved = answered({ ...request, inputs: { prediction: [1 + step, 3], target: [2, 4] } });
    assertNear(outcome.gradient!['prediction']!.values[0]!, (moved.value - outcome.value) / step, 1e-6);
    assert.equal(
      answered({ ...request, inputs: { prediction: [1, 3], target: [0, 4] } }).gradient,
      undefined,
    );
  });

  it('return rows where the library returns rows', () => {
    const outcome = answered({ ...kl, symbol: 'keras.losses.kl_divergence' });
    assert.equal(outcome.reduction, 'per-sample');
    assert.equal(outcome.terms!.length, 2);
    assertNear(outcome.terms![0]!, 0.36698309612781554, 1e-9);
    assertNear(outcome.terms![1]!, 0.010067756775344432, 1e-9);
    const mse = answered({
      formula: 'mse',
      inputs: { prediction: a, target: b },
      symbol: 'keras.losses.mean_squared_error',
    });
    assert.deepEqual(mse.terms, [2.125, 1]);
  });

  it('work down the columns where SciPy does', () => {
    const table = [
      [2, 1, 1],
      [1, 1, 5],
    ];
    const columns = answered({ formula: 'entropy', inputs: { p: table }, symbol: 'scipy.stats.entropy' });
    const expected = [0.6365141682948128, 0.6931471805599453, 0.45056120886630463];
    columns.terms!.forEach((term, index) => assertNear(term, expected[index]!, 1e-12));
    const rows = answered({
      formula: 'entropy',
      inputs: { p: table },
      symbol: 'scipy.stats.entropy',
      params: { axis: 1 },
    });
    assertNear(rows.terms![1]!, 0.796311640173813, 1e-12);
  });

  it('give a sum of 1 − cos its ones', () => {
    const inputs = {
      prediction: [
        [1, 0],
        [0, 1],
      ],
      target: [
        [1, 1],
        [0, 1],
      ],
    };
    const outcome = answered({
      formula: 'cosine-similarity',
      inputs,
      symbol: 'optax.losses.cosine_distance',
    });
    assertNear(outcome.reductions!.sum, 1 - Math.SQRT1_2);
    assertNear(outcome.reductions!.mean, (1 - Math.SQRT1_2) / 2);
    assertNear(outcome.terms![0]!, 1 - Math.SQRT1_2);
  });

  it('refuse what no rule takes into account rather than give a wrong number', () => {
    const masks = { prediction: [[0.8, 0.2]], target: [[1, 0]] };
    const monai = refused({ formula: 'dice', inputs: masks, symbol: 'monai.losses.DiceLoss' });
    assert.ok(['shape', 'unknown'].includes(monai.problem.code));
    const raw = {
      formula: 'mse',
      inputs: { prediction: a, target: b },
      symbol: 'sklearn.metrics.mean_squared_error',
    };
    assert.equal(refused({ ...raw, params: { multioutput: 'raw_values' } }).problem.slot, 'multioutput');
    answered({ ...raw, params: { multioutput: 'uniform_average' } });
    const samples = { formula: 'entropy', inputs: { p: [0.5, 0.5] }, symbol: 'infotheo::entropy' };
    assert.equal(refused(samples).problem.code, 'unknown');
  });

  it('answer for every symbol that they list, in one sentence of either language', () => {
    const evaluators = [createEvaluator('en'), createEvaluator('zh-cn')];
    let answers = 0;
    for (const { formula, inputs, symbol } of everySymbol()) {
      for (const evaluator of evaluators) {
        const outcome = evaluator.evaluate({ formula, inputs, symbol });
        const sentence = outcome.ok ? outcome.conventionNote! : outcome.problem.message;
        assert.match(sentence, /[.。]$/, symbol);
        assert.doesNotMatch(sentence, /undefined|NaN|\[object/, symbol);
        if (outcome.ok) answers++;
        else assert.notEqual(outcome.problem.code, 'missing', `${symbol}: ${sentence}`);
      }
    }
    assert.ok(answers > 1700, String(answers));
  });

  it('stand side by side', () => {
    const compared = createEvaluator('en').compare({ formula: 'entropy', inputs: { p: [1, 1] } }, [
      'textbook',
      'scipy',
      'keras',
    ]);
    assert.deepEqual(
      compared.map(({ convention }) => convention),
      ['textbook', 'scipy', 'keras'],
    );
    assert.deepEqual(
      compared.map(({ symbol }) => symbol),
      [undefined, 'scipy.stats.entropy', undefined],
    );
    assert.deepEqual(
      compared.map(({ outcome }) => outcome.ok),
      [true, true, false],
    );
  });

  it('are listed for a formula, the textbook first', () => {
    const listed = createEvaluator('en').conventionsOf('kl-divergence');
    assert.equal(listed[0]?.convention, 'textbook');
    const torch = listed.find(({ convention }) => convention === 'torch');
    assert.equal(torch?.name, 'PyTorch');
    assert.equal(torch?.symbols[0], 'torch.nn.KLDivLoss');
    assert.deepEqual(createEvaluator('en').conventionsOf('nonsense'), []);
  });

  it('that do not exist are refused with a name of one that does', () => {
    assert.equal(refused({ ...kl, convention: 'numpy' }).problem.slot, 'convention');
    assert.match(
      refused({ formula: 'entropy', inputs: { p: [1] }, convention: 'keras' }).problem.message,
      /torch/,
    );
    assert.equal(refused({ ...kl, symbol: 'torch.nn.MSELoss' }).problem.slot, 'symbol');
    assert.equal(refused({ ...kl, symbol: 'torch.nn.Nothing' }).problem.slot, 'symbol');
    const ctc = refused({
      formula: 'mse',
      inputs: { prediction: [1], target: [1] },
      symbol: 'torch.nn.CTCLoss',
    });
    assert.equal(ctc.problem.code, 'unknown');
  });
});

/** A request for every symbol of every formula. */
function everySymbol(): readonly (Request & { readonly symbol: string })[] {
  const { conventionsOf } = createEvaluator('en');
  return formulas.flatMap((record) => {
    const symbols = conventionsOf(record.id).flatMap((choice) => choice.symbols);
    return symbols.map((symbol) => ({ formula: record.id, inputs: sampleInputs(record), symbol }));
  });
}

/** Admissible arrays for the required slots of a record: of alternatives, the first. */
function sampleInputs(record: Formula): Request['inputs'] {
  const inputs: { [slot: string]: Request['inputs'][string] } = {};
  for (const slot of slotsToFill(record.slots, () => false)) {
    if (slot.optional === true) continue;
    inputs[slot.name] = sampleOf(record, slot);
  }
  return inputs;
}

function sampleOf({ id }: Formula, { role, axes, name }: Slot): Request['inputs'][string] {
  const own = samples[`${id} ${name}`] ?? samples[name];
  if (own !== undefined) return own;
  if (axes?.length === 2) return role === 'logits' ? logits : q;
  return samplesByRole[role] ?? [0.4, 0.3, 0.8];
}

const samplesByRole: { readonly [R in Role]?: Request['inputs'][string] } = {
  logits: [0.5, -1, 2],
  'class-index': [0, 2],
  'margin-label': [1, -1, 1],
  embedding: a,
  labels: [1, 0, 1],
  target: [1, 0, 1],
};

/** By formula and slot, or by slot. */
const samples: { readonly [key: string]: Request['inputs'][string] | undefined } = {
  'conditional-mutual-information joint': [
    [
      [0.125, 0.125],
      [0.25, 0],
    ],
    [
      [0.125, 0.125],
      [0, 0.25],
    ],
  ],
  'multilabel-margin target': [
    [0, -1, -1],
    [1, 2, -1],
  ],
  'cosine-embedding target': [1, -1],
  'ctc logProbabilities': logits.concat(logits).map((row) => row.map((x) => x - 4)),
  'ctc target': [1, 2],
  'tweedie target': [1, 2, 1],
  'nt-xent labels': [0, 0],
  p: [0.5, 0.25, 0.25],
  q: [0.3, 0.3, 0.4],
  joint: [
    [0.25, 0.25],
    [0.125, 0.375],
  ],
  contingency: [
    [2, 1],
    [1, 3],
  ],
  logProbabilities: q.map((row) => row.map(Math.log)),
};
