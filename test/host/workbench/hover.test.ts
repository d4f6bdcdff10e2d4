import assert from 'node:assert/strict';
import path from 'node:path';
import { hostFromEnvironment, openWindow, type OpenWindow } from './window';
import type { ThemeName, Workbench } from './workbench';

const host = hostFromEnvironment();
const themeNames: readonly ThemeName[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];

describe('The hover in the window', () => {
  let window: OpenWindow;
  let workbench: Workbench;

  before(async () => {
    window = await openWindow(host);
    ({ workbench } = window);
  });
  after(() => window.close());

  for (const theme of themeNames) {
    it(`shows the formula as a picture, in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      await workbench.openFile('train.py');
      const hover = await workbench.hover('HuberLoss');
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
      await workbench.picture(path.join(host.pictures, `hover-python-${theme}.png`), area ?? undefined);
      await workbench.leaveHover();
    });
  }

  it('says in words what its picture shows', async () => {
    await workbench.openFile('train.py');
    const hover = await workbench.hover('HuberLoss');
    const words = await hover.locator('img').first().getAttribute('alt');
    assert.match(words ?? '', /residual/);
    await workbench.leaveHover();
  });

  it('shows names and formulas in Markdown', async () => {
    await workbench.openFile('notes.md');
    assert.match(await (await workbench.hover('cross entropy')).innerText(), /Cross.entropy/);
    await workbench.leaveHover();
    assert.match(await (await workbench.hover('sum_i')).innerText(), /Kullback/);
    await workbench.leaveHover();
  });

  it('opens the calculator from its link', async () => {
    await workbench.openFile('train.py');
    const hover = await workbench.hover('HuberLoss');
    await hover.getByText('Open calculator').click();
    await workbench.calculator().locator('#value').waitFor();
    assert.match(await workbench.calculator().locator('vscode-single-select').first().innerText(), /.*/);
    assert.equal(
      await workbench
        .calculator()
        .locator('#parameter-delta')
        .evaluate((field) => (field as HTMLInputElement).value),
      '1.5',
    );
  });
});

describe('The hover in a Chinese window', () => {
  let window: OpenWindow;

  before(async () => {
    window = await openWindow(host, { language: 'zh-cn' });
  });
  after(() => window.close());

  it('speaks Chinese', async () => {
    const { workbench } = window;
    await workbench.openFile('信息论.md');
    const hover = await workbench.hover('KL 散度');
    assert.match(await hover.innerText(), /KL 散度/);
    assert.match(await hover.innerText(), /求值/);
    const area = await hover.boundingBox();
    await workbench.picture(path.join(host.pictures, 'hover-chinese-light.png'), area ?? undefined);
  });
});
