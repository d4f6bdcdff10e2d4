import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createRecogniser } from '../../src/latex/recognise';
import type { Recognition } from '../../src/latex/recognition';
import { casesOf, type FormulaCase } from './fixtures';

const recogniser = createRecogniser('en');

/** What differs from the expectation, in words. */
function differences(given: FormulaCase, found: Recognition): readonly string[] {
  const all: string[] = [];
  if (found.formula !== given.first) all.push(`named ${String(found.formula)}`);
  if (found.faults.length > 0) all.push(`faults ${found.faults.map((fault) => fault.code).join()}`);
  for (const [key, expected] of given.facts) {
    const actual = factOf(found, key);
    if (actual.replace(/\s/g, '') !== expected.replace(/\s/g, '')) all.push(`${key} is ${actual}`);
  }
  return all;
}

function factOf(found: Recognition, key: string): string {
  switch (key) {
    case 'base':
      return found.base === Math.E ? 'e' : String(found.base);
    case 'factor':
      return String(found.factor);
    case 'reduction':
      return String(found.reduction);
    default:
      return found.bindings[key] ?? String(found.params?.[key]);
  }
}

describe('Formulas with a meaning', () => {
  // Forms that are known not to be understood yet; they must stay unknown rather than be guessed.
  const unknownYet = new Set(['cosine embedding', 'InfoNCE', 'KL of pytorch']);
  for (const file of ['meanings.txt', 'holdout.txt', 'second-holdout.txt']) {
    for (const given of casesOf(file)) {
      it(`recognises ${given.title}`, () => {
        const found = recogniser.recognise(given.tex);
        if (unknownYet.has(given.title)) assert.equal(found.formula, null);
        else assert.deepEqual(differences(given, found), [], given.tex);
      });
    }
  }
});

describe('Formulas that are none of the catalogue', () => {
  for (const given of casesOf('decoys.txt')) {
    it(`does not name ${given.title}`, () => {
      const found = recogniser.recognise(given.tex);
      assert.equal(found.formula, null, given.tex);
      assert.deepEqual(found.faults, [], given.tex);
    });
  }
});

describe('Formulas with a mistake', () => {
  for (const locale of ['en', 'zh-cn'] as const) {
    const speaker = createRecogniser(locale);
    for (const given of casesOf('wrong.txt')) {
      it(`explains ${given.title} (${locale})`, () => {
        const found = speaker.recognise(given.tex);
        const fault = found.faults.find((each) => each.code === given.first);
        assert.ok(fault, `${given.tex}: ${JSON.stringify(found.faults)}`);
        assert.equal(found.formula, given.rest[0]);
        assert.doesNotMatch(fault.message, /\{(?:name|text)\}/);
        assert.ok(fault.start === undefined || (fault.start >= 0 && fault.end! <= given.tex.length));
      });
    }
  }
});

describe('Faults', () => {
  const fixed = (tex: string): string => {
    const fix = recogniser.recognise(tex).faults[0]?.fix;
    return fix ? tex.slice(0, fix.start) + fix.newText + tex.slice(fix.end) : tex;
  };

  for (const tex of [
    String.raw`H(X)=\sum_i p_i\log_2 p_i`,
    String.raw`D_{KL}(p\|q)=-\sum_x p(x)\log\frac{p(x)}{q(x)}`,
    String.raw`\log(1+e^{-yf(x)}`,
    String.raw`-\sum_i p_i\log p_i)`,
    String.raw`H=-\sum_i p_i log p_i`,
    String.raw`\frac1N\sum_{i=1}^N(y_j-\hat y_j)^2`
      .replace(/j(?=\))/, 'i')
      .replace('y_j-', 'y_i-')
      .replace('\\hat y_i', '\\hat y_j'),
    String.raw`D_{KL}(p\|q)=\sum_i\log\frac{p_i}{q_i}`,
    String.raw`L_\delta(a)=\begin{cases}a^2&|a|\le\delta\\ \delta(|a|-\frac12\delta)&\text{otherwise}\end{cases}`,
    String.raw`L_\delta(a)=\begin{cases}\delta(|a|-\frac12\delta)&|a|\le\delta\\ \frac12a^2&\text{otherwise}\end{cases}`,
  ]) {
    it(`come with a fix that leaves no fault: ${tex}`, () => {
      assert.notEqual(fixed(tex), tex);
      const found = recogniser.recognise(fixed(tex));
      assert.deepEqual(found.faults, [], fixed(tex));
      assert.notEqual(found.formula, null);
    });
  }
});

describe('What the document says about a formula', () => {
  it('decides between formulas that coincide', () => {
    const tex = String.raw`\begin{cases}\frac12x^2&|x|\le1\\|x|-\frac12&\text{otherwise}\end{cases}`;
    assert.equal(recogniser.recognise(tex, { names: ['huber'] }).formula, 'huber');
    assert.equal(recogniser.recognise(tex, { names: ['smooth-l1'] }).formula, 'smooth-l1');
  });

  it('may stand in a left side apart', () => {
    const tex = String.raw`\frac1N\sum_i(p_i-o_i)^2`;
    assert.equal(recogniser.recognise(tex, { leftSide: '\\mathrm{BS}' }).formula, 'brier');
  });

  it('may be macros', () => {
    const macros = { '\\KL': 'D_{\\mathrm{KL}}(#1\\|#2)', '\\Prob': '\\operatorname{P}' };
    const found = recogniser.recognise(String.raw`\KL{p}{q}=\sum_x p(x)\log\frac{p(x)}{q(x)}`, { macros });
    assert.equal(found.formula, 'kl-divergence');
  });

  it('is remembered', () => {
    const tex = String.raw`-\sum_i p_i\log p_i`;
    assert.equal(recogniser.recognise(tex), recogniser.recognise(tex));
  });
});

describe('Expressions of other origin', () => {
  it('are recognised like TeX: the mean of squared differences of arrays', () => {
    const variable = (name: string) => ({ kind: 'variable', name, indices: [] }) as const;
    const found = recogniser.recogniseExpression({
      kind: 'reduce',
      operation: 'mean',
      over: { kind: 'all' },
      body: {
        kind: 'power',
        base: { kind: 'add', terms: [variable('y_true'), { kind: 'negate', argument: variable('y_pred') }] },
        exponent: { kind: 'number', value: 2 },
      },
    });
    assert.equal(found.formula, 'mse');
    assert.deepEqual({ ...found.bindings }, { target: 'y_true', prediction: 'y_pred' });
  });

  it('sum along counted axes: cross-entropy of a batch', () => {
    const variable = (name: string) => ({ kind: 'variable', name, indices: [] }) as const;
    const found = recogniser.recogniseExpression({
      kind: 'reduce',
      operation: 'mean',
      over: { kind: 'all' },
      body: {
        kind: 'negate',
        argument: {
          kind: 'reduce',
          operation: 'sum',
          over: { kind: 'axis', axis: -1, keep: false },
          body: { kind: 'multiply', factors: [variable('y'), { kind: 'log', argument: variable('p') }] },
        },
      },
    });
    assert.equal(found.formula, 'cross-entropy');
  });
});
