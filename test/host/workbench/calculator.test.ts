import assert from 'node:assert/strict';
import path from 'node:path';
import { CalculatorView } from './calculatorView';
import { hostFromEnvironment, useWindow } from './window';

const host = hostFromEnvironment();

describe('The calculator in the window', () => {
  const window = useWindow(host, { height: 1000 });
  const calculator = new CalculatorView(window);

  it('evaluates two lists that are selected with two cursors', async () => {
    await window.workbench.openFile('scores.md');
    await window.workbench.select('[3.0, -0.5, 2.0, 7.0]', '[2.5, 0.0, 2.0, 8.0]');
    await window.workbench.run('Lossary: Evaluate Selection');
    await calculator.expectValue('0.375');
    assert.equal(await calculator.terms().count(), 4);
    assert.ok((await calculator.steps().count()) >= 1);
  });

  it('sets formula and steps with KaTeX, in its own fonts', async () => {
    const fonts = await calculator.formula().locator('.katex .mathnormal').first().evaluate(fontOf);
    assert.match(fonts.family, /KaTeX_Math/);
    assert.ok(fonts.loaded);
  });

  it('computes again at once when the reduction changes', async () => {
    await calculator.choose('Reduction', 'sum');
    await calculator.expectValue('1.5');
    await calculator.choose('Reduction', 'mean');
    await calculator.expectValue('0.375');
  });

  it('says in one sentence what is wrong with an array, and goes on when it is mended', async () => {
    await calculator.array('prediction').fill('[2.5, 0.0');
    await calculator.problems().first().waitFor();
    await calculator.array('prediction').fill('[3.0, -0.5, 2.0, 7.0]');
    await calculator.expectValue('0');
    assert.equal(await calculator.problems().count(), 0);
  });

  it('keeps its state when its view is closed and opened again', async () => {
    await calculator.array('prediction').fill('[4.0, -0.5, 2.0, 7.0]');
    await calculator.expectValue('0.25');
    await window.workbench.run('View: Show Explorer');
    await calculator.value().waitFor({ state: 'hidden' });
    await window.workbench.run('Lossary: Open Calculator');
    await calculator.expectValue('0.25');
  });

  it('opens beside the editor', async () => {
    await window.workbench.run('View: Show Explorer');
    await window.workbench.run('Lossary: Open Calculator to the Side');
    await calculator.expectValue('0.25');
    assert.equal(await window.workbench.page.locator('.editor-group-container').count(), 2);
    await window.workbench.picture(path.join(host.pictures, 'calculator-side-light.png'));
  });
});

describe('The calculator and the document', () => {
  const window = useWindow(host, { height: 1000 });
  const calculator = new CalculatorView(window);

  it("offers to evaluate in the editor's context menu", async () => {
    await window.workbench.openFile('notes.md');
    await window.workbench.select('[0.5, 0.25, 0.25]', '[0.25, 0.25, 0.5]');
    await window.workbench.chooseFromContextMenu('[0.5, 0.25, 0.25]', 'Evaluate Selection');
    await calculator.value().waitFor();
    assert.match((await calculator.value().innerText()).trim(), /^0\.25/);
  });

  it('inserts the result at the cursor, and one undo takes it back', async () => {
    await window.workbench.openFile('notes.md');
    const before = await window.workbench.documentText();
    await window.workbench.goTo(15, 8);
    await calculator.press('Insert result');
    await window.workbench
      .editor()
      .locator('.view-line')
      .filter({ hasText: /Result:.*0\.25/ })
      .waitFor();
    await window.workbench.focusEditor();
    await window.workbench.page.keyboard.press('Control+Z');
    assert.equal(await window.workbench.documentText(), before);
  });

  const broken: readonly [string, string][] = [
    ['ragged lists', '[[1, 2], [3]]'],
    ['text in a list', '[1, two, 3]'],
    ['a list that is not closed', '[-0.5, 1.5'],
  ];
  for (const [name, selected] of broken) {
    it(`answers ${name} with a sentence`, async () => {
      await window.workbench.openFile('broken.md');
      await window.workbench.select(selected);
      await window.workbench.run('Lossary: Evaluate Selection');
      await calculator.problems().first().waitFor();
      assert.match(await calculator.problems().first().innerText(), /\w+ .*\./);
    });
  }

  it('answers lists of different lengths with both lengths', async () => {
    await window.workbench.openFile('broken.md');
    await window.workbench.select('[1, 2]', '[1, 2, 3, 4]');
    await window.workbench.run('Lossary: Evaluate Selection');
    const problem = calculator.problems().filter({ hasText: '4' }).first();
    await problem.waitFor();
    assert.match(await problem.innerText(), /2.*4|4.*2/);
  });
});

/** Runs in the panel: the font that an element is set in, and whether the browser has it. */
function fontOf(element: Element): { readonly family: string; readonly loaded: boolean } {
  const { fontFamily, fontStyle, fontSize } = getComputedStyle(element);
  return {
    family: fontFamily,
    loaded: document.fonts.check(`${fontStyle} ${fontSize} ${fontFamily.split(',')[0]}`),
  };
}
