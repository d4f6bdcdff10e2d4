import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assertNear, computed, value, type Inputs, type Params } from './evaluate';

const settings = { seed: 11, numRuns: 200 };
const weight = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: 1e-5, max: 1, noNaN: true }) },
  fc.constant(0),
);
const base = fc.constantFrom<2 | 'e' | 10 | 5>(2, 'e', 10, 5);

function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, x) => sum + x, 0);
  return weights.map((x) => x / total);
}

function distribution(least = 1, most = 12): fc.Arbitrary<number[]> {
  return fc
    .array(weight, { minLength: least, maxLength: most })
    .filter((w) => w.some((x) => x > 0))
    .map(shares);
}

/** Two distributions over the same outcomes. */
const twoDistributions = fc
  .array(fc.tuple(weight, weight), { minLength: 2, maxLength: 10 })
  .filter((w) => w.some(([a]) => a > 0) && w.some(([, b]) => b > 0))
  .map((w) => ({ p: shares(w.map(([a]) => a)), q: shares(w.map(([, b]) => b)) }));

const positivePair = fc
  .array(
    fc.tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true })),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((w) => ({ p: shares(w.map(([a]) => a)), q: shares(w.map(([, b]) => b)) }));

function tableOf(cell: fc.Arbitrary<number>): fc.Arbitrary<number[][]> {
  return fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc
        .array(cell, { minLength: rows * columns, maxLength: rows * columns })
        .map((cells) => ({ cells, columns })),
    )
    .filter(({ cells }) => cells.some((x) => x > 0))
    .map(({ cells, columns }) => folded(shares(cells), columns));
}

function folded(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));
}

const table = tableOf(weight);

function log(x: number, b: 2 | 'e' | 10 | 5): number {
  return b === 'e' ? Math.log(x) : Math.log(x) / Math.log(b);
}

/** Something that depends on the seed alone, to shuffle by. */
function rotated<T>(list: readonly T[], by: number): T[] {
  return list.map((_, i) => list[(i + by) % list.length]);
}

describe('entropy', () => {
  it('lies between 0 and log n, in any base', () => {
    fc.assert(
      fc.property(distribution(), base, (p, b) => {
        const h = value('entropy', { p }, { base: b });
        assert.ok(h >= 0 && h <= log(p.length, b) + 1e-12, `${h}`);
      }),
      settings,
    );
  });

  it('does not depend on the order of outcomes or on impossible ones', () => {
    fc.assert(
      fc.property(distribution(), fc.nat(20), (p, by) => {
        const h = value('entropy', { p });
        assertNear(value('entropy', { p: [...rotated(p, by), 0, 0] }), h, 'rotated', 1e-15);
      }),
      settings,
    );
  });

  it('changes its base by a factor', () => {
    fc.assert(
      fc.property(distribution(), base, (p, b) => {
        assertNear(
          value('entropy', { p }, { base: b }) / log(2, b),
          value('entropy', { p }),
          'in bits',
          1e-13,
        );
      }),
      settings,
    );
  });

  it('grows when distributions are mixed', () => {
    fc.assert(
      fc.property(twoDistributions, ({ p, q }) => {
        const mixed = p.map((x, i) => (x + q[i]) / 2);
        const average = (value('entropy', { p }) + value('entropy', { p: q })) / 2;
        assert.ok(value('entropy', { p: mixed }) >= average - 1e-12);
      }),
      settings,
    );
  });

  it('is 1.75 bits to the last digit for ½ ¼ ⅛ ⅛, and 3 hartleys for a thousand equal outcomes', () => {
    assert.equal(value('entropy', { p: [0.5, 0.25, 0.125, 0.125] }), 1.75);
    assertNear(
      value('entropy', { p: new Float64Array(1000).fill(0.001) }, { base: 10 }),
      3,
      'hartleys',
      1e-15,
    );
    assert.equal(value('entropy', { p: [1] }), 0);
    assert.ok(Object.is(value('entropy', { p: [0, 1, 0] }), 0), 'not −0');
  });

  it('is exact for a million outcomes of a power of two', () => {
    const p = new Float64Array(2 ** 20).fill(2 ** -20);
    assert.equal(value('entropy', { p }), 20);
  });
});

describe('divergences', () => {
  const least: { readonly [id: string]: number } = {
    'kl-divergence': Infinity,
    'js-divergence': 1,
    jeffreys: Infinity,
    'generalized-kl': Infinity,
    'total-variation': 1,
    hellinger: 1,
    bhattacharyya: Infinity,
    'renyi-divergence': Infinity,
  };
  for (const [id, largest] of Object.entries(least)) {
    it(`${id} is 0 between equals, never negative and at most ${largest}`, () => {
      fc.assert(
        fc.property(twoDistributions, ({ p, q }) => {
          const d = value(id, { p, q });
          assert.ok(d >= -1e-14 && d <= largest + 1e-12, `${d}`);
          // The doubles of p may sum to 1 only within rounding, which the plain formulas see.
          assertNear(value(id, { p, q: p }), 0, 'to itself', 0, 2e-15);
        }),
        settings,
      );
    });
  }

  for (const id of ['js-divergence', 'jeffreys', 'total-variation', 'hellinger', 'bhattacharyya']) {
    it(`${id} is symmetric`, () => {
      fc.assert(
        fc.property(twoDistributions, ({ p, q }) => {
          assertNear(value(id, { p, q }), value(id, { p: q, q: p }), id, 1e-13);
        }),
        settings,
      );
    });
  }

  it('do not grow when outcomes are merged (data processing)', () => {
    const merged = (p: readonly number[]): number[] => [p[0] + p[1], ...p.slice(2)];
    fc.assert(
      fc.property(twoDistributions, ({ p, q }) => {
        for (const id of Object.keys(least)) {
          const before = value(id, { p, q });
          assert.ok(value(id, { p: merged(p), q: merged(q) }) <= before * (1 + 1e-12) + 1e-14, id);
        }
      }),
      settings,
    );
  });

  it('obey the triangle inequality where they are metrics', () => {
    fc.assert(
      fc.property(positivePair, fc.nat(5), ({ p, q }, by) => {
        const r = rotated(p, by);
        const metrics: [string, Params][] = [
          ['js-divergence', { sqrt: true }],
          ['hellinger', {}],
          ['total-variation', {}],
          ['wasserstein-1d', { order: 2 }],
        ];
        for (const [id, params] of metrics) {
          const direct = value(id, { p, q }, params);
          const detour = value(id, { p, q: r }, params) + value(id, { p: r, q }, params);
          assert.ok(direct <= detour + 1e-9, id);
        }
      }),
      settings,
    );
  });

  it('keep their digits for nearly equal distributions, where they are half of χ²', () => {
    const p = [0.5, 0.25, 0.25];
    const q = [0.5 + 2 ** -30, 0.25 - 2 ** -30, 0.25];
    const chi = 2 ** -60 / 0.5 + 2 ** -60 / 0.25;
    assertNear(value('generalized-kl', { p, q }), chi / 2, 'generalised KL', 1e-8, 0);
    assertNear(value('kl-divergence', { p, q }, { base: 'e' }), chi / 2, 'KL', 1e-6, 0);
    assertNear(value('js-divergence', { p, q }, { base: 'e' }), chi / 8, 'JS', 1e-8, 0);
    assertNear(value('hellinger', { p, q }) ** 2, chi / 8, 'Hellinger', 1e-8, 0);
  });

  it('are infinite where an allowed outcome is excluded, and ignore what is impossible', () => {
    assert.equal(value('kl-divergence', { p: [0.5, 0.5], q: [1, 0] }), Infinity);
    assert.equal(value('kl-divergence', { p: [0, 1], q: [0, 1] }), 0);
    assert.equal(value('kl-divergence', { p: [1, 0], q: [0.5, 0.5] }), 1);
    assert.equal(value('js-divergence', { p: [1, 0], q: [0, 1] }), 1);
  });

  it('let NaN through, also beside an impossible outcome', () => {
    for (const id of Object.keys(least)) {
      assert.ok(Number.isNaN(value(id, { p: [NaN, 0.5], q: [0.5, 0.5] })), id);
      assert.ok(Number.isNaN(value(id, { p: [0, 1], q: [NaN, 0.5] })), id);
    }
  });
});

describe('information in joint tables', () => {
  const information = (joint: number[][], params: Params = {}): number =>
    value('mutual-information', { joint }, params);

  it('is symmetric, not negative and at most the smaller entropy', () => {
    fc.assert(
      fc.property(table, base, (joint, b) => {
        const i = information(joint, { base: b });
        const transposed = joint[0].map((_, k) => joint.map((row) => row[k]));
        const parts = computed('mutual-information', { joint }, { base: b }).parts as {
          [name: string]: number;
        };
        assertNear(i, information(transposed, { base: b }), 'symmetry', 1e-12, 1e-15);
        assert.ok(i >= -1e-15 && i <= Math.min(parts['H(X)'], parts['H(Y)']) + 1e-12, `${i}`);
      }),
      settings,
    );
  });

  it('adds up in the parts of a diagram', () => {
    fc.assert(
      fc.property(table, (joint) => {
        const parts = computed('joint-entropy', { joint }).parts as { [name: string]: number };
        const [h, x, y] = [parts['H(X,Y)'], parts['H(X)'], parts['H(Y)']];
        const [xy, yx, i] = [parts['H(X|Y)'], parts['H(Y|X)'], parts['I(X;Y)']];
        assertNear(x + yx, h, 'chain rule');
        assertNear(xy + i + yx, h, 'three areas');
        assertNear(x + y - h, i, 'overlap', 1e-12, 1e-13);
      }),
      settings,
    );
  });

  it('does not grow when rows are merged (data processing)', () => {
    fc.assert(
      fc.property(table, (joint) => {
        if (joint.length < 2) return;
        const [first, second, ...rest] = joint;
        const merged = [first.map((x, k) => x + second[k]), ...rest];
        assert.ok(information(merged) <= information(joint) + 1e-12);
      }),
      settings,
    );
  });

  it('is exactly 0 for independent counts', () => {
    const size = fc.integer({ min: 1, max: 1000 });
    const vector = fc.array(size, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(vector, vector, (rows, columns) => {
        const contingency = rows.map((a) => columns.map((b) => a * b));
        assert.equal(value('mutual-information', { contingency }), 0);
      }),
      settings,
    );
  });

  it('is the same from labels, from their counts and from their shares', () => {
    const label = fc.integer({ min: -2, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 60 }), base, (pairs, b) => {
        const x = pairs.map(([first]) => first);
        const y = pairs.map(([, second]) => second);
        const [xs, ys] = [[...new Set(x)], [...new Set(y)]];
        const contingency = xs.map((a) => ys.map((c) => pairs.filter(([i, j]) => i === a && j === c).length));
        const joint = contingency.map((row) => row.map((n) => n / pairs.length));
        for (const id of [
          'mutual-information',
          'conditional-entropy',
          'joint-entropy',
          'variation-of-information',
        ]) {
          const fromLabels = value(id, { x, y }, { base: b });
          assertNear(fromLabels, value(id, { contingency }, { base: b }), `${id} of counts`, 1e-13);
          assertNear(fromLabels, value(id, { joint }, { base: b }), `${id} of shares`, 1e-12);
        }
      }),
      settings,
    );
  });

  it('agrees with scikit-learn’s documented scores', () => {
    const agree = { x: [0, 0, 1, 1], y: [1, 1, 0, 0] };
    const split = { x: [0, 0, 0, 0], y: [0, 1, 2, 3] };
    assertNear(value('mutual-information', agree, { base: 'e' }), Math.LN2, 'mutual_info_score');
    assert.equal(value('normalized-mutual-information', agree), 1);
    assert.equal(value('adjusted-mutual-information', agree), 1);
    assert.equal(value('normalized-mutual-information', split), 0);
    assertNear(value('adjusted-mutual-information', split), 0, 'adjusted_mutual_info_score');
    assert.equal(value('normalized-mutual-information', split, { averageMethod: 'x' }), 1, 'homogeneity');
    assert.equal(value('normalized-mutual-information', { x: [5, 5], y: [1, 1] }), 1, 'both constant');
  });

  it('tells synergy from redundancy among three variables', () => {
    const bits = [0, 1, 2, 3].map((k) => [k & 1, k >> 1]);
    const xor = bits.map(([a, b]) => [a, b, a ^ b]);
    const copies = bits.map(([a]) => [a, a, a]);
    assertNear(value('interaction-information', { samples: xor }), 1, 'exclusive or');
    assertNear(value('interaction-information', { samples: copies }), -1, 'copies');
    assertNear(
      value('interaction-information', { samples: copies }, { kind: 'co-information' }),
      1,
      'co-information',
    );
    assertNear(value('total-correlation', { samples: copies }), 2, 'total correlation of copies');
    const columns = { x: xor.map(([a]) => a), y: xor.map(([, b]) => b), z: xor.map(([, , c]) => c) };
    assertNear(value('conditional-mutual-information', columns), 1, 'given the exclusive or');
  });

  it('of X and Y, X and Z together never falls below that of one (conditional ≥ 0)', () => {
    const cells = fc.array(weight, { minLength: 12, maxLength: 12 }).filter((w) => w.some((x) => x > 0));
    fc.assert(
      fc.property(cells, (w) => {
        const joint = folded(shares(w), 3).reduce<number[][][]>((all, row, i) => {
          if (i % 2 === 0) all.push([]);
          all[all.length - 1].push(row);
          return all;
        }, []);
        assert.ok(value('conditional-mutual-information', { joint }) >= -1e-14);
        assert.ok(value('total-correlation', { joint }) >= -1e-14);
      }),
      settings,
    );
  });
});

describe('gradients', () => {
  const cases: [string, readonly string[], Params][] = [
    ['entropy', ['p'], {}],
    ['perplexity', ['p'], {}],
    ['perplexity', ['p', 'q'], {}],
    ['kl-divergence', ['p', 'q'], { base: 10 }],
    ['js-divergence', ['p', 'q'], {}],
    ['js-divergence', ['p', 'q'], { sqrt: true }],
    ['cross-entropy-distribution', ['p', 'q'], { base: 'e' }],
    ['generalized-kl', ['p', 'q'], { base: 3 }],
    ['jeffreys', ['p', 'q'], {}],
    ['hellinger', ['p', 'q'], {}],
    ['bhattacharyya', ['p', 'q'], {}],
    ['bhattacharyya', ['p', 'q'], { kind: 'coefficient' }],
    ['renyi-entropy', ['p'], { order: 2 }],
    ['renyi-entropy', ['p'], { order: 0.4 }],
    ['renyi-entropy', ['p'], { order: 1.03 }],
    ['renyi-divergence', ['p', 'q'], { order: 2 }],
    ['renyi-divergence', ['p', 'q'], { order: 0.4 }],
    ['renyi-divergence', ['p', 'q'], { order: 1.03, base: 'e' }],
    ['renyi-divergence', ['p', 'q'], { order: 0 }],
    ['renyi-divergence', ['p', 'q'], { order: 1 }],
    ['self-information', ['p'], {}],
    ['binary-entropy', ['p'], {}],
  ];
  for (const [id, slots, params] of cases) {
    it(`of ${id} ${JSON.stringify(params)} by ${slots.join(' and ')} are central differences`, () => {
      fc.assert(
        fc.property(positivePair, (pair) => {
          const distinct = pair.p.every((x, i) => Math.abs(x - pair.q[i]) > 1e-3);
          if (!distinct) return;
          const inputs = Object.fromEntries(slots.map((slot) => [slot, pair[slot as 'p' | 'q']]));
          checkGradient(id, inputs, params);
        }),
        { seed: 5, numRuns: 40 },
      );
    });
  }

  for (const id of [
    'joint-entropy',
    'conditional-entropy',
    'mutual-information',
    'total-correlation',
    'variation-of-information',
    'interaction-information',
  ]) {
    it(`of ${id} by the joint table are central differences`, () => {
      fc.assert(
        fc.property(tableOf(fc.double({ min: 0.05, max: 1, noNaN: true })), (joint) => {
          checkGradient(id, { joint }, {});
        }),
        { seed: 5, numRuns: 40 },
      );
    });
  }

  for (const averageMethod of ['arithmetic', 'geometric', 'min', 'max', 'x', 'y']) {
    it(`of normalized mutual information by its ${averageMethod} average are central differences`, () => {
      fc.assert(
        fc.property(tableOf(fc.double({ min: 0.05, max: 1, noNaN: true })), (weights) => {
          if (weights.length < 2 || weights[0].length < 2) return;
          const total = weights.flat().reduce((all, x) => all + x, 0);
          const joint = weights.map((row) => row.map((x) => x / total));
          const byX = value('normalized-mutual-information', { joint }, { averageMethod: 'x' });
          const byY = value('normalized-mutual-information', { joint }, { averageMethod: 'y' });
          // Where both entropies are equal, the smaller and the larger one have a kink.
          if (Math.abs(byX / byY - 1) < 1e-3) return;
          checkGradient('normalized-mutual-information', { joint }, { averageMethod, beta: 2 }, 1e-4);
        }),
        { seed: 5, numRuns: 30 },
      );
    });
  }

  for (const id of ['joint-entropy', 'conditional-entropy', 'mutual-information', 'total-correlation']) {
    it(`of ${id} by counts are central differences, all other shares being diluted`, () => {
      fc.assert(
        fc.property(tableOf(fc.double({ min: 1, max: 20, noNaN: true })), (contingency) => {
          checkGradient(id, { contingency }, {}, 1e-4);
        }),
        { seed: 5, numRuns: 40 },
      );
    });
  }

  it('of Rényi’s measures have their limits at impossible outcomes and infinite order', () => {
    const slopes = (p: number[], q: number[], order: number) => {
      const gradient = computed('renyi-divergence', { p, q }, { order, base: 'e' }).gradient!('sum');
      return [[...gradient.p.values], [...gradient.q.values]];
    };
    assert.deepEqual(slopes([0.5, 0.25, 0.25], [0.25, 0.25, 0.5], Infinity), [
      [2, 0, 0],
      [-4, 0, 0],
    ]);
    const [byP, byQ] = slopes([1, 0], [0.5, 0.5], 2);
    assertNear(byP[0], 2, 'by p');
    assert.equal(byP[1], 0);
    assertNear(byQ[0], -2, 'by q');
    assert.equal(byQ[1], 0);
    assert.deepEqual(slopes([1, 0], [1, 0], 0.5)[0][1], 0);
    assert.deepEqual(slopes([1, 0], [0.5, 0.5], 0.5)[0][1], -Infinity);
  });

  it('of the transport cost by the positions are central differences', () => {
    const spread = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(spread, spread, fc.constantFrom(2, 3), fc.boolean(), (u, v, order, root) => {
        const positions = [...u, ...v].sort((a, b) => a - b);
        if (positions.some((x, i) => i > 0 && x - positions[i - 1] < 0.01)) return;
        checkGradient('wasserstein-1d', { u, v }, { order, root }, 1e-4);
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

function checkGradient(
  id: string,
  inputs: { [slot: string]: number[] | number[][] },
  params: Params,
  tolerance = 1e-5,
) {
  const gradient = computed(id, inputs as Inputs, params).gradient?.('sum');
  assert.ok(gradient, 'has a gradient');
  for (const [slot, input] of Object.entries(inputs)) {
    const flat = input.flat();
    const width = Array.isArray(input[0]) ? input[0].length : 0;
    flat.forEach((x, i) => {
      const h = 1e-6 * Math.max(x, 0.1);
      const at = (moved: number): number => {
        const next = flat.map((y, k) => (k === i ? moved : y));
        return value(id, { ...inputs, [slot]: width > 0 ? folded(next, width) : next } as Inputs, params);
      };
      const want = (at(x + h) - at(x - h)) / (2 * h);
      assertNear(gradient[slot].values[i], want, `∂/∂${slot}[${i}]`, tolerance, tolerance);
    });
  }
}
