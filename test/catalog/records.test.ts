import assert from 'node:assert/strict';
import katex from 'katex';
import { formulas } from '../../src/catalog/catalog';
import type { Arguments, Formula, ParameterValue, Slot } from '../../src/catalog/formula';
import { formulaIds } from '../../src/catalog/ids';
import { completeParams } from '../../src/catalog/params';
import { slotsToFill } from '../../src/catalog/slotChoice';
import { termCount } from '../../src/numeric/reduce';
import type { Tensor } from '../../src/numeric/tensor';

const digits = (x: number): string => String(Number(x.toPrecision(4)));

function assertSet(tex: string, what: string): void {
  assert.doesNotThrow(
    () => katex.renderToString(tex, { strict: 'error', throwOnError: true }),
    `${what}: ${tex}`,
  );
  assert.ok(!/undefined|NaN(?!\})|\[object/.test(tex), `${what}: ${tex}`);
}

/** Two samples of three classes, or two elements, of plausible values for a slot. */
function plausible(slot: Slot): Tensor {
  const matrix = { axes: slot.axes?.length === 2, shape: [2, 3] };
  const of = (vector: number[], rows: number[]): Tensor => {
    const values = matrix.axes ? rows : slot.axes?.[0] === 'C' ? [1, 2, 0.5] : vector;
    return { values: Float64Array.from(values), shape: matrix.axes ? matrix.shape : [values.length] };
  };
  switch (slot.role) {
    case 'margin-label':
      return of([1, -1], [1, -1, 1, 1, -1, 1]);
    case 'embedding':
      return { values: Float64Array.of(1, 2, -1, 0.5, 1, 3), shape: [2, 3] };
    case 'labels':
      return of([1, 1], [0, -1, -1, 1, 2, -1]);
    case 'class-index':
      return of([0, 1], [0, 2, 1, 1, 0, 2]);
    case 'probabilities':
    case 'distribution':
      return of([0.25, 0.75], [0.2, 0.3, 0.5, 0.1, 0.2, 0.7]);
    case 'log-probabilities':
      return of([-1, -2], [-1.2, -0.9, -1.3, -2, -0.5, -1.4]);
    default:
      return of([1, 0.5], [1.5, 0.25, 2, 0.5, 1, 3]);
  }
}

/** Arguments in the first form of the record: one slot of each group, the optional ones left out. */
function plausibleArguments(formula: Formula, given: { [name: string]: ParameterValue } = {}): Arguments {
  const arrays: { [slot: string]: Tensor } = {};
  for (const slot of slotsToFill(formula.slots, () => false)) {
    if (slot.optional === true) continue;
    arrays[slot.name] = plausible(slot);
  }
  const params = completeParams(formula.params, given);
  assert.ok(params.ok, formula.id);
  return { arrays, params: params.value };
}

describe('the catalogue', () => {
  it('holds every id exactly once, in the listed order', () => {
    assert.deepEqual(
      formulas.map((formula) => formula.id),
      [...formulaIds],
    );
  });

  it('gives no name to two formulas of which people could not tell which is meant', () => {
    const owners = new Map<string, string>();
    for (const { id, names } of formulas) {
      const own = [names.en[0], names['zh-cn'][0]].map((name) => name.toLowerCase());
      for (const name of own) {
        assert.equal(owners.get(name) ?? id, id, `${name} heads ${id} and ${owners.get(name) ?? ''}`);
        owners.set(name, id);
      }
    }
  });
});

for (const formula of formulas) {
  describe(`the record of ${formula.id}`, () => {
    it('says everything in both languages', () => {
      const texts = [formula.summary, formula.words, formula.range, formula.limits, formula.robustness];
      texts.push(formula.curvature, formula.use, formula.avoid);
      texts.push(...formula.slots.flatMap((slot) => [slot.label, slot.domain]));
      texts.push(...formula.params.map((param) => param.label), ...formula.notations.map(({ note }) => note));
      for (const text of texts) assert.ok(text.en.trim() !== '' && text['zh-cn'].trim() !== '');
      assert.ok(
        formula.names.en.length > 0 && formula.names['zh-cn'].length > 0 && formula.references.length > 0,
      );
    });

    it('has TeX that KaTeX sets, with symbols and with numbers', () => {
      assertSet(`${formula.tex.left} = ${formula.tex.right}`, 'tex');
      for (const { tex } of formula.notations) assertSet(tex, 'notation');
      for (const { symbol } of formula.slots) assertSet(symbol, 'slot');
      const params = completeParams(formula.params, {});
      assert.ok(params.ok);
      if (formula.texWith) assertSet(formula.texWith(params.value), 'texWith');
    });

    it('takes its own defaults and refuses a parameter that it does not have', () => {
      assert.ok(completeParams(formula.params, {}).ok);
      const refused = completeParams(formula.params, { nonesuch: 1 });
      assert.ok(!refused.ok && refused.problem.code === 'unknown');
    });

    it('names every slot in lower case as people do, each once', () => {
      for (const slot of formula.slots) {
        assert.deepEqual([...new Set(slot.usualNames)], [...slot.usualNames], slot.name);
        for (const name of slot.usualNames) assert.equal(name, name.toLowerCase());
      }
    });

    if (formula.compute && (formula.family === 'regression' || formula.family === 'classification')) {
      it('computes plausible arguments, explains each term and leaves the arguments alone', () => {
        const args = plausibleArguments(formula);
        const before = JSON.stringify(args);
        const computed = formula.compute?.(args);
        assert.ok(computed?.ok, computed && !computed.ok ? computed.problem.message.en : formula.id);
        const count = termCount(computed.value);
        for (let i = 0; i < count; i++) {
          const tex = formula.termTex?.(args, i, digits);
          if (tex !== undefined) assertSet(tex, `term ${i}`);
        }
        assert.ok(formula.termTex, 'has a worked step');
        computed.value.gradient?.('mean');
        assert.equal(JSON.stringify(args), before);
      });
    }

    const { curve } = formula;
    if (curve) {
      it('has a curve whose slope and curvature are its derivatives', () => {
        const params = completeParams(formula.params, {});
        assert.ok(params.ok);
        const at = (x: number): number => curve.value(x, params.value);
        const slope = (x: number): number => curve.slope(x, params.value);
        for (let k = 1; k < 37; k++) {
          const x = curve.from + ((curve.to - curve.from) * (k + 0.123)) / 38;
          const h = 1e-5;
          assertNear(slope(x), (at(x + h) - at(x - h)) / (2 * h), `slope at ${x}`);
          if (curve.curvature) {
            assertNear(
              curve.curvature(x, params.value),
              (slope(x + h) - slope(x - h)) / (2 * h),
              `curvature at ${x}`,
            );
          }
        }
      });
    }
  });
}

function assertNear(got: number, want: number, what: string): void {
  assert.ok(Math.abs(got - want) <= 1e-5 * (1 + Math.abs(want)), `${what}: ${got}, differences give ${want}`);
}
