import assert from 'node:assert/strict';
import { formulaOf } from '../../src/catalog/catalog';
import type { Arguments, ParameterValue } from '../../src/catalog/formula';
import { completeParams } from '../../src/catalog/params';
import { bracketed, differenceTex, texNumber } from '../../src/catalog/tex';

function texWith(id: string, given: { readonly [name: string]: ParameterValue }): string {
  const formula = formulaOf(id);
  const params = completeParams(formula?.params ?? [], given);
  assert.ok(params.ok && formula?.texWith);
  return formula.texWith(params.value);
}

function termTex(
  id: string,
  arrays: { readonly [slot: string]: readonly number[] },
  given: { readonly [name: string]: ParameterValue } = {},
): string {
  const formula = formulaOf(id);
  const params = completeParams(formula?.params ?? [], given);
  assert.ok(params.ok && formula?.termTex);
  const tensors = Object.entries(arrays).map(
    ([slot, values]) => [slot, { values: Float64Array.from(values), shape: [values.length] }] as const,
  );
  const args: Arguments = { arrays: Object.fromEntries(tensors), params: params.value };
  return formula.termTex(args, 0, String);
}

describe('numbers in TeX', () => {
  it('are short, with powers of ten where the exponent is large', () => {
    assert.equal(texNumber(1.5), '1.5');
    assert.equal(texNumber(-0.25), '-0.25');
    assert.equal(texNumber(1e-7), '10^{-7}');
    assert.equal(texNumber(2.5e30), '2.5\\times 10^{30}');
    assert.equal(texNumber(1 / 3), '0.333333');
    assert.equal(texNumber(-Infinity), '-\\infty');
  });

  it('stand in parentheses behind a minus when negative', () => {
    assert.equal(bracketed('-2'), '(-2)');
    assert.equal(differenceTex('3', '-2.5'), '3-(-2.5)');
  });
});

describe('a formula with its parameters put in', () => {
  it('shows the threshold and its half', () => {
    const tex = texWith('huber', { delta: 1.5 });
    assert.ok(tex.includes('\\le 1.5') && tex.includes('0.75') && !tex.includes('\\delta'));
  });

  it('changes its look with the parameter', () => {
    assert.equal(texWith('smooth-l1', { beta: 0 }), '\\lvert\\hat y-y\\rvert');
    assert.equal(texWith('tweedie', { power: 0 }), '(y-\\mu)^2');
    assert.ok(texWith('quantile', { q: 0.9 }).includes('0.1'));
    assert.ok(texWith('poisson-nll', { logInput: false }).includes('\\lambda'));
  });
});

describe('a worked term', () => {
  it('takes the branch that its numbers take', () => {
    const inside = { prediction: [2.5], target: [3] };
    const outside = { prediction: [-4], target: [3] };
    assert.equal(termTex('huber', inside), '\\tfrac12(2.5-3)^2');
    assert.equal(termTex('huber', outside), '\\lvert -4-3\\rvert-0.5');
    assert.equal(termTex('quantile', inside, { q: 0.9 }), '0.9\\,(3-2.5)');
    assert.equal(termTex('binary-cross-entropy', { probability: [0.8], target: [1] }), '-\\ln 0.8');
    assert.equal(termTex('hinge', { score: [-0.5], target: [1] }), '\\max(0,\\,1-1\\cdot (-0.5))');
  });
});
