import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advance, historyOf, redo, undo, type History } from '../../src/calculator/history';

const steps = fc.array(fc.integer(), { minLength: 1, maxLength: 30 });

describe('undo and redo', () => {
  it('undoing every step gives the first state, redoing every step the last', () => {
    fc.assert(
      fc.property(steps, (values) => {
        let history: History<{ value: number }> = historyOf({ value: 0 });
        for (const value of values) history = advance(history, { value });
        const last = history.present;
        values.forEach(() => (history = undo(history)));
        assert.equal(history.present.value, 0);
        values.forEach(() => (history = redo(history)));
        assert.equal(history.present, last);
      }),
    );
  });

  it('forgets what was undone when something new is done', () => {
    const history = advance(undo(advance(advance(historyOf('a'), 'b'), 'c')), 'd');
    assert.equal(redo(history).present, 'd');
    assert.equal(undo(history).present, 'b');
  });

  it('does nothing at either end', () => {
    const only = historyOf('a');
    assert.equal(undo(only), only);
    assert.equal(redo(only), only);
  });

  it('takes an unchanged state for no step', () => {
    const history = historyOf('a');
    assert.equal(advance(history, 'a'), history);
  });

  it('keeps at most two hundred steps', () => {
    let history: History<number> = historyOf(0);
    for (let step = 1; step <= 1000; step++) history = advance(history, step);
    assert.equal(history.past.length, 200);
    assert.equal(history.past[0], 800);
  });
});
