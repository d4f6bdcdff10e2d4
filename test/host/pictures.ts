import path from 'node:path';
import { hostFromEnvironment, openWindow, type WindowOptions } from './workbench/window';
import type { Workbench } from './workbench/workbench';

/** Makes the pictures of the README from the real VS Code; run by `npm run pictures`. */
const host = hostFromEnvironment();

/** VS Code's own names of its themes, by the name that the pictures bear. */
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
} as const;

type Theme = keyof typeof themes;

const file = (name: string): string => path.join(host.pictures, `${name}.png`);

async function inWindow(
  theme: Theme,
  options: WindowOptions,
  work: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const settings = { 'workbench.colorTheme': themes[theme], 'editor.minimap.enabled': false };
  const window = await openWindow(host, { width: 1180, height: 720, scale: 1.5, ...options, settings });
  try {
    await work(window.workbench);
  } finally {
    await window.close();
  }
}

/** The editor around a hover, wide enough to see what it is about. */
async function hoverPicture(
  workbench: Workbench,
  name: string,
  document: string,
  text: string,
): Promise<void> {
  await workbench.openFile(document);
  const hover = await workbench.hover(text);
  // The card's images are decoded after its text is there.
  await workbench.page.waitForTimeout(600);
  const card = (await hover.boundingBox())!;
  const area = await workbench.areaOf(text);
  const top = Math.min(card.y, area.y);
  const bottom = Math.max(card.y + card.height, area.y + area.height);
  const left = Math.min(card.x, area.x) - 80;
  await workbench.picture(file(name), {
    x: left,
    y: top - 20,
    width: card.width + 160,
    height: bottom - top + 30,
  });
}

/** The calculator beside the script that is open. */
async function calculatorPicture(workbench: Workbench, name: string): Promise<void> {
  await workbench.select('[3.0, -0.5, 2.0, 7.0]', '[2.5, 0.0, 2.0, 8.0]');
  await workbench.run('Lossary: Open Calculator to the Side');
  await workbench.run('Lossary: Evaluate Selection');
  await workbench.calculator().locator('#value').waitFor();
  await workbench.page.waitForTimeout(800);
  await workbench.picture(file(name));
}

async function makeAll(): Promise<void> {
  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    await inWindow(theme, {}, async (workbench) => {
      await hoverPicture(workbench, `hover-python-${theme}`, 'train.py', 'nn.HuberLoss');
      await workbench.leaveHover();
      await calculatorPicture(workbench, `calculator-${theme}`);
    });
    await inWindow(theme, { language: 'zh-cn' }, (workbench) =>
      hoverPicture(workbench, `hover-note-${theme}`, '信息论.md', 'KL 散度'),
    );
  }
}

void makeAll();
