import assert from 'node:assert/strict';
import { arraysInSelection } from '../../src/arrays/arrays';
import { isFormulaId } from '../../src/catalog/ids';
import { calculatorIn, seen } from './tools';

const calculator = calculatorIn('en');
const selected = (...texts: string[]): ReturnType<typeof arraysInSelection> =>
  arraysInSelection(texts, 'python');

describe('the calculator', () => {
  it('shows every formula that can be computed on sample arrays, in both languages, without a refusal', () => {
    for (const locale of ['en', 'zh-cn'] as const) {
      const localised = calculatorIn(locale);
      for (const { id } of localised.catalogue) {
        assert.ok(isFormulaId(id));
        const model = seen(localised, localised.first(id));
        assert.ok(model.result.ok, `${id}: ${model.result.ok ? '' : model.result.message}`);
        assert.notEqual(model.result.text, 'NaN', id);
      }
    }
  });

  it('binds selected arrays by their names, whichever comes first', () => {
    const state = calculator.open(calculator.first('huber'), {
      formula: 'mse',
      arrays: selected('y_true = [1, 2, 3]\ny_pred = [1, 2, 5]'),
      origin: 'selection',
    });
    const model = seen(calculator, state);
    assert.deepEqual(
      model.slots.map((slot) => [slot.slot, slot.text, slot.name]),
      [
        ['prediction', '[1, 2, 5]', 'y_pred'],
        ['target', '[1, 2, 3]', 'y_true'],
      ],
    );
    assert.ok(model.result.ok);
    assert.equal(model.result.text, '1.33333');
    assert.equal(model.result.exact, String(4 / 3));
  });

  it('binds two bare lists in their order, and exchanges them', () => {
    const opened = calculator.open(calculator.first('kl-divergence'), {
      arrays: selected('[0.75, 0.25]', '[0.5, 0.5]'),
    });
    const value = (state: typeof opened): string => {
      const { result } = seen(calculator, state);
      return result.ok ? `${result.text} ${result.unit}` : result.message;
    };
    assert.equal(value(opened), '0.188722 bits');
    assert.equal(value(calculator.swapped(opened)), '0.207519 bits');
    assert.equal(value(calculator.withParameter(opened, 'base', 'e')), '0.130812 nats');
  });

  it('keeps what was typed, says in one sentence what is wrong with it, and loses nothing', () => {
    const first = calculator.first('mse');
    const cases = ['[1, 2', '[[1, 2], [3]]', '[1, two, 3]', 'nothing here', '[1, 2, …, 9]', '', '[1, 2, 3]'];
    for (const text of cases) {
      const model = seen(calculator, calculator.withInputText(first, 'prediction', text));
      assert.equal(model.slots[0].text, text);
      assert.equal(model.result.ok, false, text);
      assert.ok(!model.result.ok && model.result.message.length > 10, text);
      assert.equal(model.slots[1].text, '[3.0, 0.5, 2.0, 7.0]');
    }
  });

  it('says at the slot that a probability is negative, with what was found', () => {
    const state = calculator.withInputText(calculator.first('entropy'), 'p', '[0.5, -0.1, 0.6]');
    const model = seen(calculator, state);
    assert.match(model.slots[0].problem, /-0\.1|−0\.1/);
  });

  it('says at the parameter that it is outside its domain', () => {
    const model = seen(calculator, calculator.withParameter(calculator.first('huber'), 'delta', -1));
    assert.notEqual(model.parameters[0].problem, '');
    assert.equal(model.parameters[0].value, -1);
  });

  it('offers nearby arrays without binding them to a formula that they do not fit', () => {
    const nearby = selected('p = [0.8, 0.2]');
    const state = calculator.open(calculator.first('huber'), { formula: 'cross-entropy', nearby });
    const model = seen(calculator, state);
    assert.ok(model.result.ok);
    assert.equal(state.offered.length, 1);
  });

  it('evaluates by another convention and says how it differs', () => {
    const state = calculator.withInputText(calculator.first('entropy'), 'p', '[1, 1, 2]');
    const model = seen(calculator, calculator.withConvention(state, 'scipy'));
    assert.ok(model.result.ok);
    assert.equal(model.result.convention, 'SciPy');
    assert.notEqual(model.result.conventionNote, '');
  });

  it('shows an unreduced result as a list', () => {
    const model = seen(calculator, calculator.withParameter(calculator.first('mse'), 'reduction', 'none'));
    assert.ok(model.result.ok);
    assert.equal(model.result.text, '[0.25, 0.25, 0, 1]');
  });

  it('shows a field only together with the one that it goes with', () => {
    const slots = (state: ReturnType<typeof calculator.first>): string[] =>
      seen(calculator, state).slots.map(({ slot }) => slot);
    const first = calculator.first('mutual-information');
    assert.deepEqual(slots(first), ['joint']);
    assert.deepEqual(slots(calculator.withSlotChosen(first, 'joint', 'x')), ['x', 'y']);
    const transport = calculator.first('wasserstein-1d');
    assert.deepEqual(slots(transport), ['u', 'v', 'uWeights', 'vWeights']);
    assert.deepEqual(slots(calculator.withSlotChosen(transport, 'u', 'p')), ['p', 'q', 'positions']);
  });

  it('moves an array from one alternative to the other', () => {
    const state = calculator.withSlotChosen(calculator.first('cross-entropy'), 'logits', 'probabilities');
    const model = seen(calculator, state);
    assert.equal(model.slots[0].slot, 'probabilities');
    assert.equal(model.slots[0].text, '[[2.0, 0.5, -1.0], [0.1, 1.5, 0.3]]');
  });
});

describe('what is put into a document', () => {
  const state = calculator.first('entropy');
  const outcome = calculator.evaluate(state);

  it('is the value with its unit in a note, the bare number in code', () => {
    assert.equal(calculator.insertion(state, outcome, 'value', 'markdown'), '1.75 bits');
    assert.equal(calculator.insertion(state, outcome, 'value', 'code'), '1.75');
  });

  it('is the worked steps as displayed mathematics in the document’s own way', () => {
    const markdown = calculator.insertion(state, outcome, 'latex', 'markdown');
    assert.match(markdown, /^\$\$\n[\s\S]*1\.75[\s\S]*\n\$\$\n$/);
    assert.match(calculator.insertion(state, outcome, 'latex', 'latex'), /^\\\[\n[\s\S]*\n\\\]\n$/);
  });

  it('is the terms as CSV', () => {
    assert.equal(
      calculator.insertion(state, outcome, 'csv', 'code'),
      'index,term\n0,0.5\n1,0.5\n2,0.375\n3,0.375\n',
    );
  });

  it('is nothing when there is no result', () => {
    const broken = calculator.withInputText(state, 'p', 'x');
    assert.equal(calculator.insertion(broken, calculator.evaluate(broken), 'value', 'markdown'), '');
  });
});
