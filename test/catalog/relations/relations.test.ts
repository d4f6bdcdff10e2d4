import assert from 'node:assert/strict';
import fc from 'fast-check';
import katex from 'katex';
import { formulaOf } from '../../../src/catalog/catalog';
import { evaluateRelation, type RelationOutcome } from '../../../src/catalog/relations/evaluateRelation';
import type { Relation } from '../../../src/catalog/relations/relation';
import { relationOf, relations, relationsOf } from '../../../src/catalog/relations/relations';
import type { Tensor } from '../../../src/numeric/tensor';
import { tensorOf, type WrittenArray } from '../golden';

interface Inputs {
  readonly [name: string]: WrittenArray;
}

function evaluate(relation: Relation, inputs: Inputs, params = {}): RelationOutcome {
  const tensors: { [name: string]: Tensor } = {};
  for (const [name, input] of Object.entries(inputs)) tensors[name] = tensorOf(input)!;
  const outcome = evaluateRelation(relation, tensors, params);
  assert.ok(outcome.ok, outcome.ok ? '' : `${relation.id}: ${outcome.problem.message.en}`);
  return outcome.value;
}

function examples(relation: Relation): Inputs {
  return Object.fromEntries(relation.inputs.map(({ name, example }) => [name, example]));
}

function isComputed(relation: Relation): boolean {
  return [...relation.left, ...relation.right].every(
    ({ formula }) => formula === undefined || formulaOf(formula)?.compute !== undefined,
  );
}

const positive = fc.double({ min: 1e-4, max: 1, noNaN: true });
const score = fc.double({ min: -30, max: 30, noNaN: true });

function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, x) => sum + x, 0);
  return weights.map((x) => x / total);
}

function folded(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));
}

/** Random inputs of the kind that each of a relation's inputs is. */
const arbitraries: { readonly [name: string]: fc.Arbitrary<Inputs[string]> } = {
  joint: fc.array(positive, { minLength: 12, maxLength: 12 }).map((w) => folded(shares(w), 3)),
  p: fc.array(positive, { minLength: 5, maxLength: 5 }).map(shares),
  q: fc.array(positive, { minLength: 5, maxLength: 5 }).map(shares),
  prediction: fc.array(score, { minLength: 6, maxLength: 6 }),
  target: fc.array(score, { minLength: 6, maxLength: 6 }),
  logits: fc.array(score, { minLength: 8, maxLength: 8 }).map((z) => folded(z, 2)),
  classIndex: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
  logit: fc.array(score, { minLength: 4, maxLength: 4 }),
  labels: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
};

function arbitraryOf(relation: Relation): fc.Arbitrary<Inputs> {
  const ofInput = ({ name }: Relation['inputs'][number]): fc.Arbitrary<Inputs[string]> =>
    relation.id === 'binary-entropy-is-entropy' ? positive.map((p) => [p]) : arbitraries[name];
  return fc.record(Object.fromEntries(relation.inputs.map((input) => [input.name, ofInput(input)])));
}

const general = relations.filter(({ id }) => id !== 'mutual-information-of-independent');

describe('relations between formulas', () => {
  for (const relation of relations.filter(isComputed)) {
    it(`${relation.id} holds on its example`, () => {
      const outcome = evaluate(relation, examples(relation));
      assert.ok(outcome.holds, JSON.stringify(outcome));
    });
  }

  for (const relation of general.filter(isComputed)) {
    it(`${relation.id} holds wherever its condition does`, () => {
      const params = relation.params.some(({ name }) => name === 'base')
        ? fc.constantFrom({ base: 2 }, { base: 'e' }, { base: 10 }, { base: 7 })
        : fc.double({ min: 0.1, max: 9, noNaN: true }).map((delta) => ({ delta }));
      fc.assert(
        fc.property(arbitraryOf(relation), params, (inputs, given) => {
          const outcome = evaluate(relation, inputs, given);
          assert.ok(outcome.holds, JSON.stringify(outcome));
        }),
        { seed: 3, numRuns: 60 },
      );
    });
  }

  it('says that dependent variables share something, and what each side is', () => {
    const outcome = evaluate(relationOf('mutual-information-of-independent')!, {
      joint: [
        [0.5, 0],
        [0, 0.5],
      ],
    });
    assert.deepEqual(outcome, { left: 1, right: 0, gap: 1, holds: false, leftTerms: [1], rightTerms: [] });
  });

  it('keeps infinities equal where both sides are infinite, as Jeffreys’ and KL are', () => {
    const outcome = evaluate(relationOf('jeffreys-is-both-kl')!, { p: [0.5, 0.5], q: [1, 0] });
    assert.equal(outcome.left, Infinity);
    assert.ok(outcome.holds);
  });

  it('answers missing and unfit inputs with the formula’s own problem', () => {
    const chain = relationOf('chain-rule')!;
    const missing = evaluateRelation(chain, {});
    assert.ok(!missing.ok && missing.problem.code === 'missing' && missing.problem.slot === 'joint');
    const negative = evaluateRelation(chain, {
      joint: { values: Float64Array.of(-1, 2, 0, 0), shape: [2, 2] },
    });
    assert.ok(!negative.ok && negative.problem.code === 'domain');
  });

  it('can be found by a formula that takes part', () => {
    const ids = relationsOf('kl-divergence').map(({ id }) => id);
    assert.ok(ids.includes('kl-is-cross-entropy-less-entropy') && ids.includes('pinsker'));
  });

  it('are told in both languages, in TeX that can be set, each under an id of its own', () => {
    assert.equal(new Set(relations.map(({ id }) => id)).size, relations.length);
    for (const relation of relations) {
      for (const text of [relation.name, relation.words, relation.condition]) {
        assert.ok(text.en !== '' && /[\u4e00-\u9fff=]/.test(text['zh-cn']));
      }
      katex.renderToString(relation.tex, { strict: 'error', throwOnError: true });
      const terms = [...relation.left, ...relation.right];
      for (const { formula } of terms) assert.ok(formula === undefined || formula.length > 0);
    }
  });
});
