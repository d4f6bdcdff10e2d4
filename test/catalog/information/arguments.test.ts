import assert from 'node:assert/strict';
import { formulas } from '../../../src/catalog/catalog';
import type { Formula } from '../../../src/catalog/formula';
import { completeParams } from '../../../src/catalog/params';
import { tensorOf, type WrittenArray } from '../golden';
import { compute, computed, outcome, value, type Inputs, type Params } from './evaluate';

const mine = formulas.filter(({ family }) => family === 'information' || family === 'coding');

/** Inputs on which each formula can be computed. */
const sound: { readonly [id: string]: readonly Inputs[] } = {
  'conditional-mutual-information': [
    {
      joint: [
        [
          [0.125, 0.25],
          [0, 0.125],
        ],
        [
          [0.25, 0],
          [0.125, 0.125],
        ],
      ],
    },
    { x: [0, 1, 1], y: [0, 1, 0], z: [1, 1, 0] },
  ],
  'adjusted-mutual-information': [
    {
      contingency: [
        [3, 1],
        [0, 4],
      ],
    },
    { x: [1, 2, 2], y: [5, 5, 7] },
  ],
  'differential-entropy': [{}],
  'wasserstein-1d': [
    { u: [1, 2, 5], v: [0, 2] },
    { p: [0.5, 0.5], q: [0.25, 0.75] },
  ],
};

function soundInputs(formula: Formula): readonly Inputs[] {
  const own = sound[formula.id];
  if (own !== undefined) return own;
  const slots = new Set(formula.slots.map(({ name }) => name));
  if (slots.has('joint')) {
    const tables: Inputs[] = [
      {
        joint: [
          [0.5, 0.125],
          [0, 0.375],
        ],
      },
      {
        contingency: [
          [4, 1],
          [0, 3],
        ],
      },
    ];
    return slots.has('x') ? [...tables, { x: [0, 0, 1], y: [3, 4, 4] }] : tables;
  }
  if (formula.id === 'jeffreys') return [{ p: [0.5, 0.5], q: [0.25, 0.75] }];
  if (formula.id === 'self-information') return [{ p: [0.5, 1, 0.25] }];
  return slots.has('q') ? [{ p: [0.5, 0, 0.5], q: [0.25, 0.25, 0.5] }] : [{ p: [0.5, 0.25, 0, 0.25] }];
}

describe('arguments of information measures', () => {
  for (const formula of mine) {
    it(`${formula.id} computes each form of input and leaves it alone`, () => {
      for (const inputs of soundInputs(formula)) {
        const before = JSON.stringify(inputs);
        assert.ok(Number.isFinite(value(formula.id, inputs)), JSON.stringify(inputs));
        computed(formula.id, inputs).gradient?.('sum');
        assert.equal(JSON.stringify(inputs), before);
      }
    });

    it(`${formula.id} names what is missing`, () => {
      if (formula.slots.length === 0) return;
      const result = compute(formula.id, {});
      assert.ok(!result.ok && result.problem.code === 'missing' && result.problem.slot !== undefined);
    });

    it(`${formula.id} explains its terms with the numbers put in`, () => {
      const digits = (x: number): string => String(Number(x.toPrecision(4)));
      for (const inputs of soundInputs(formula)) {
        if (formula.termTex === undefined) continue;
        const arrays = Object.fromEntries(
          Object.entries(inputs).map(([slot, given]) => [slot, tensorOf(given as WrittenArray)!]),
        );
        const params = completeParams(formula.params, {});
        assert.ok(params.ok);
        const count = computed(formula.id, inputs).shape.reduce((product, length) => product * length, 1);
        for (let i = 0; i < count; i++) {
          const tex = formula.termTex({ arrays, params: params.value }, i, digits);
          assert.ok(tex.length > 0 && !/undefined|NaN/.test(tex), tex);
        }
      }
    });
  }

  it('are refused with slot, index and what was found', () => {
    const result = compute('kl-divergence', { p: [0.5, 0.5], q: [1.25, -0.25] });
    assert.ok(!result.ok);
    assert.equal(result.problem.code, 'domain');
    assert.equal(result.problem.slot, 'q');
    assert.equal(result.problem.index, 1);
    assert.match(result.problem.message.en, /q\[1\].*−0\.25/);
    assert.match(result.problem.message['zh-cn'], /q\[1\].*−0\.25/);
  });

  it('are refused where the shape is not that of the formula', () => {
    assert.equal(outcome('kl-divergence', { p: [0.5, 0.5], q: [1] }), 'shape');
    assert.equal(outcome('mutual-information', { joint: [0.5, 0.5] }), 'shape');
    assert.equal(outcome('mutual-information', { x: [1, 2], y: [1] }), 'shape');
    assert.equal(outcome('conditional-mutual-information', { joint: [[0.5], [0.5]] }), 'shape');
    assert.equal(outcome('total-correlation', { samples: [1, 2, 3] }), 'shape');
    assert.equal(outcome('wasserstein-1d', { u: [1, 2], uWeights: [1], v: [1] }), 'shape');
  });

  it('are refused outside their domain', () => {
    const bad: [string, Inputs, Params?][] = [
      ['self-information', { p: [1.5] }],
      ['perplexity', { tokenProbabilities: [1.5] }],
      ['entropy', { p: [1] }, { base: 1 }],
      ['entropy', { p: [1] }, { base: -2 }],
      ['entropy', { p: [1] }, { base: 'bits' }],
      ['entropy', { p: [1] }, { base: Infinity }],
      ['renyi-entropy', { p: [1] }, { order: -1 }],
      ['wasserstein-1d', { u: [1], v: [2] }, { order: 0.5 }],
      ['wasserstein-1d', { p: [0, 0], q: [1, 0] }],
      ['mutual-information', { contingency: [[0, 0]] }],
      ['mutual-information', { x: [1, NaN], y: [1, 2] }],
      ['adjusted-mutual-information', { contingency: [[0.5, 0.5]] }],
      ['conditional-entropy', { joint: [[1]] }, { of: 'X' }],
    ];
    for (const [id, inputs, params] of bad) {
      assert.equal(outcome(id, inputs, params), 'domain', `${id} ${JSON.stringify(inputs)}`);
    }
  });

  it('take any other base, exactly for powers of two', () => {
    assert.equal(value('entropy', { p: [0.25, 0.25, 0.25, 0.25] }, { base: 4 }), 1);
    assert.equal(value('entropy', { p: [0.5, 0.5] }, { base: 0.5 }), -1);
    assert.equal(value('entropy', { p: [0.5, 0.5] }, { base: Math.E }), Math.LN2);
  });

  it('take measurements for labels only as far as a table of them can be held', () => {
    const x = Float64Array.from({ length: 5000 }, (_, i) => Math.sqrt(i));
    assert.equal(outcome('mutual-information', { x, y: x }), 'too-large');
  });

  it('take perplexity of whatever was given', () => {
    assert.equal(value('perplexity', { p: [0.5, 0.5] }), 2);
    assert.equal(value('perplexity', { p: [0.5, 0.5], q: [0.25, 0.75] }) > 2, true);
    assert.equal(value('perplexity', { tokenProbabilities: [0.25, 0.25] }), 4);
    assert.equal(outcome('perplexity', { p: [1] }, { kind: 'cross' }), 'missing');
  });

  it('take joint tables of many variables, long axes and a single cell', () => {
    assert.equal(value('joint-entropy', { joint: [[[[[1]]]]] }), 0);
    const x = Float64Array.from({ length: 4096 }, (_, i) => i);
    const deep: Inputs = {
      samples: Array.from({ length: 8 }, (_, i) => [i & 1, (i >> 1) & 1, (i >> 2) & 1, 0, 7]),
    };
    assert.equal(value('joint-entropy', deep), 3);
    assert.equal(value('mutual-information', { x, y: new Float64Array(4096) }), 0);
  });
});
