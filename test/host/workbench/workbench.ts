import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

export type ThemeName = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

/** VS Code's own names of its default themes. */
export const themes: { readonly [name in ThemeName]: string } = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WorkbenchOptions {
  /** Where the server listens, its token included. */
  readonly address: string;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
}

/** A VS Code window, used as a person uses it: with the mouse and the keyboard, reading what is on the screen. */
export class Workbench {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, options: WorkbenchOptions): Promise<Workbench> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
      deviceScaleFactor: options.scale ?? 1,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    // Patience for machines that are busy with other things; what is there at once is not waited for.
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await page.goto(options.address);
    await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
    return new Workbench(page);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Runs a command from the palette by its full title, such as `Lossary: Open Calculator`. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.quickInput();
    await input.waitFor();
    await input.fill(`>${title}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row').first();
    await row.filter({ hasText: title.split(': ').at(-1) ?? title }).waitFor();
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Opens a file of the workspace by its path. */
  async openFile(file: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    const input = this.quickInput();
    await input.waitFor();
    await input.fill(file);
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused');
    await row.filter({ hasText: path.basename(file) }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: path.basename(file) }).waitFor();
    await this.editor().locator('.view-line').first().waitFor();
  }

  /** Puts the cursor at a one-based line and column, in view. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.quickInput();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Rests the pointer on a text in the active editor and gives the hover that comes. */
  async hover(text: string): Promise<Locator> {
    const hover = this.hoverWidget();
    const shown = hover.filter({ hasNotText: /^\s*Loading\.\.\.\s*$/ });
    // A pointer that moves while the editor is still opening rests on nothing; a person would move it again.
    for (let attempt = 0; attempt < 4; attempt++) {
      const area = await this.areaOf(text);
      await this.page.mouse.move(area.x + area.width + 60, area.y + 120);
      await this.page.mouse.move(area.x + area.width / 2, area.y + area.height / 2, { steps: 5 });
      if (
        await shown.waitFor({ timeout: 8000 }).then(
          () => true,
          () => false,
        )
      )
        return hover;
    }
    await shown.waitFor();
    return hover;
  }

  /** Takes the pointer away until no hover is shown. */
  async leaveHover(): Promise<void> {
    await this.page.mouse.move(2, 2);
    await this.page.keyboard.press('Escape');
    await this.hoverWidget().waitFor({ state: 'hidden' });
  }

  /** Selects texts of the active editor with the mouse: the first by dragging, the others by dragging with Alt. */
  async select(...texts: string[]): Promise<void> {
    for (const [index, text] of texts.entries()) {
      const area = await this.areaOf(text);
      const y = area.y + area.height / 2;
      if (index > 0) {
        await this.page.keyboard.down('Alt');
      }
      await this.page.mouse.move(area.x + 0.5, y);
      await this.page.mouse.down();
      await this.page.mouse.move(area.x + area.width, y, { steps: 4 });
      await this.page.mouse.up();
      if (index > 0) {
        await this.page.keyboard.up('Alt');
      }
    }
  }

  /** Opens the context menu on a text and chooses an entry. */
  async chooseFromContextMenu(text: string, entry: string): Promise<void> {
    const area = await this.areaOf(text);
    await this.page.mouse.click(area.x + area.width / 2, area.y + area.height / 2, { button: 'right' });
    await this.page.locator('.monaco-menu .action-item').filter({ hasText: entry }).click({ delay: 200 });
  }

  /** Gives the keyboard to the active editor without moving its cursor. */
  async focusEditor(): Promise<void> {
    await this.run('View: Focus Active Editor Group');
  }

  /** The document of the calculator, wherever its view or panel stands. */
  calculator(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Where a text stands on the screen, within one line of the active editor. */
  async areaOf(text: string): Promise<Area> {
    const line = this.editor()
      .locator('.view-line')
      .filter({ hasText: withEditorSpaces(text) })
      .first();
    await line.waitFor();
    const area = await line.evaluate(rangeOf, withEditorSpaces(text));
    if (area === undefined) {
      throw new Error(`"${text}" is not within one line on the screen.`);
    }
    return area;
  }

  /** The text of the active editor's document, through the clipboard. */
  async documentText(): Promise<string> {
    await this.focusEditor();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Control+C');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Keeps a picture of the window, or of a part of it with some room around. */
  async picture(file: string, area?: Area, margin = 12): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    const clip = area && {
      x: Math.max(0, area.x - margin),
      y: Math.max(0, area.y - margin),
      width: area.width + 2 * margin,
      height: area.height + 2 * margin,
    };
    await this.page.screenshot({ path: file, ...(clip ? { clip } : {}) });
  }

  editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  private hoverWidget(): Locator {
    return this.page.locator('.monaco-resizable-hover .monaco-hover').filter({ visible: true });
  }

  private quickInput(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-box input');
  }
}

/** The editor draws a space as a no-break space. */
function withEditorSpaces(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/**
 * Runs in the page: the rectangle of a text's first occurrence in a line that is drawn as many spans.
 * It holds no named function: the test's compiler would give it a helper that the page does not have.
 */
function rangeOf(line: Element, text: string): Area | undefined {
  const start = line.textContent.indexOf(text);
  if (start < 0) {
    return undefined;
  }
  const range = document.createRange();
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (start >= before && start < before + length) {
      range.setStart(node, start - before);
    }
    if (start + text.length > before && start + text.length <= before + length) {
      range.setEnd(node, start + text.length - before);
    }
    before += length;
  }
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x, y, width, height };
}
