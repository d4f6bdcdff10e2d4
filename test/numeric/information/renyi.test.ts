import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { logarithmBase } from '../../../src/numeric/information/logarithm';
import { renyiDivergence } from '../../../src/numeric/information/renyiDivergence';
import { renyiEntropy } from '../../../src/numeric/information/renyiEntropy';
import { valueOf } from '../../../src/numeric/reduce';

interface ReferenceCase {
  readonly formula: string;
  readonly inputs: { readonly p: readonly number[]; readonly q?: readonly number[] };
  readonly params: { readonly order?: number | 'Infinity'; readonly base?: 2 | 'e' | 10 };
  readonly value: number;
}

const file = new URL('../../fixtures/information/reference.json', import.meta.url);
const cases = (JSON.parse(readFileSync(file, 'utf8')) as ReferenceCase[]).filter(
  ({ formula, params }) => formula.startsWith('renyi') && params.order === 'Infinity',
);

const vector = (values: readonly number[]) => ({ values: Float64Array.from(values), shape: [values.length] });

function entropy(p: readonly number[], order: number): number {
  return valueOf(renyiEntropy(vector(p), order, logarithmBase(2)!)) ?? NaN;
}

function divergence(p: readonly number[], q: readonly number[], order: number): number {
  return valueOf(renyiDivergence(vector(p), vector(q), order, logarithmBase(2)!)) ?? NaN;
}

describe('Rényi’s family', () => {
  it('has the limits of order ∞', () => {
    assert.ok(cases.length > 0);
    for (const { inputs, params, value } of cases) {
      const base = logarithmBase(params.base)!;
      const { p, q } = inputs;
      const computation = q
        ? renyiDivergence(vector(p), vector(q), Infinity, base)
        : renyiEntropy(vector(p), Infinity, base);
      assert.ok(Math.abs(computation.value! - value) <= 1e-15 + 1e-14 * value);
    }
  });

  it('does not jump at order 1 or where the way of computing changes', () => {
    const p = [0.5, 0.25, 0.125, 0.125];
    const q = [0.25, 0.25, 0.25, 0.25];
    for (const order of [0.9, 1, 1.1]) {
      for (const measure of [(o: number) => entropy(p, o), (o: number) => divergence(p, q, o)]) {
        const [below, above] = [measure(order - 1e-9), measure(order + 1e-9)];
        assert.ok(Math.abs(below - above) < 1e-8, `${order}: ${below} ${above}`);
      }
    }
  });

  it('never rises in the order for the entropy, never falls for the divergence', () => {
    const p = [0.6, 0.3, 0.1];
    const q = [0.2, 0.2, 0.6];
    const orders = [0, 0.2, 0.5, 0.95, 1, 1.05, 1.5, 3, 20, 1000, Infinity];
    for (let k = 1; k < orders.length; k++) {
      assert.ok(entropy(p, orders[k]) <= entropy(p, orders[k - 1]) + 1e-12);
      assert.ok(divergence(p, q, orders[k]) >= divergence(p, q, orders[k - 1]) - 1e-12);
    }
  });

  it('takes impossible outcomes as the definition does', () => {
    assert.equal(entropy([0.5, 0.5, 0], 0), 1);
    assert.equal(divergence([0.5, 0.5], [1, 0], 2), Infinity);
    assert.equal(divergence([0.5, 0.5], [1, 0], 0.5), 1);
    assert.equal(divergence([1, 0], [0, 1], 0.5), Infinity);
    assert.equal(divergence([1, 0], [0.5, 0.5], Infinity), 1);
    assert.ok(Number.isNaN(entropy([NaN, 0.5], 2)) && Number.isNaN(divergence([NaN, 1], [0.5, 0.5], 2)));
  });
});
