import assert from 'node:assert/strict';
import path from 'node:path';
import { CalculatorView } from './calculatorView';
import { hostFromEnvironment, useWindow } from './window';
import { themes, type ThemeName } from './workbench';

const host = hostFromEnvironment();
const themeNames: readonly ThemeName[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];

/** The class that the workbench bears in each theme. */
const kinds: { readonly [name in ThemeName]: string } = {
  light: 'vs',
  dark: 'vs-dark',
  'high-contrast': 'hc-black',
  'high-contrast-light': 'hc-light',
};

for (const theme of themeNames) {
  describe(`The hover in the ${theme} theme`, () => {
    const window = useWindow(host, { settings: { 'workbench.colorTheme': themes[theme] } });

    it('shows the formula as a picture', async () => {
      await window.workbench.page.locator(`.monaco-workbench.${kinds[theme]}`).waitFor();
      await window.workbench.openFile('train.py');
      const hover = await window.workbench.hover('HuberLoss');
      assert.match(await hover.innerText(), /Huber loss/);
      const pictures = hover.locator('img');
      assert.ok((await pictures.count()) >= 1);
      const drawn = await pictures.evaluateAll((images) =>
        images.map((image) => (image as HTMLImageElement).naturalWidth),
      );
      assert.ok(
        drawn.every((width) => width > 20),
        `pictures of widths ${drawn.join(', ')}`,
      );
      const area = await hover.boundingBox();
      await window.workbench.picture(
        path.join(host.pictures, `hover-python-${theme}.png`),
        area ?? undefined,
      );
      await window.workbench.leaveHover();
    });
  });
}

describe('The hover in the window', () => {
  const window = useWindow(host);

  it('says in words what its picture shows', async () => {
    await window.workbench.openFile('train.py');
    const hover = await window.workbench.hover('HuberLoss');
    const words = await hover.locator('img').first().getAttribute('alt');
    assert.match(words ?? '', /residual/);
    await window.workbench.leaveHover();
  });

  it('shows names and formulas in Markdown', async () => {
    await window.workbench.openFile('notes.md');
    assert.match(await (await window.workbench.hover('cross entropy')).innerText(), /Cross.entropy/);
    await window.workbench.leaveHover();
    assert.match(await (await window.workbench.hover('sum_i')).innerText(), /Kullback/);
    await window.workbench.leaveHover();
  });

  it('opens the calculator from its link', async () => {
    await window.workbench.openFile('train.py');
    const hover = await window.workbench.hover('HuberLoss');
    await hover.getByText('Open calculator').click();
    const calculator = new CalculatorView(window);
    await calculator.value().waitFor();
    assert.equal(await calculator.parameter('delta').inputValue(), '1.5');
  });
});

describe('The hover in a Chinese window', () => {
  const window = useWindow(host, { language: 'zh-cn' });

  it('speaks Chinese', async () => {
    await window.workbench.openFile('信息论.md');
    const hover = await window.workbench.hover('KL 散度');
    assert.match(await hover.innerText(), /KL 散度/);
    assert.match(await hover.innerText(), /求值/);
    const area = await hover.boundingBox();
    await window.workbench.picture(path.join(host.pictures, 'hover-chinese-light.png'), area ?? undefined);
  });
});
