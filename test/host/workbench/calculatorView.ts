import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The calculator as a person sees it: its fields, lists and buttons, and the value it shows. */
export class CalculatorView {
  constructor(private readonly window: { readonly workbench: Workbench }) {}

  get document(): FrameLocator {
    return this.window.workbench.calculator();
  }

  /** Waits until the value reads as it should; fails with what it reads instead. */
  async expectValue(expected: string): Promise<void> {
    const shown = this.value().filter({ hasText: new RegExp(`^\\s*${expected.replace('.', '\\.')}\\s*$`) });
    await shown.waitFor({ timeout: 15_000 }).catch(async () => {
      const problems = (await this.problems().allInnerTexts()).join(' ');
      const value = (await this.value().allInnerTexts()).join(' ');
      throw new Error(`The calculator shows "${value || problems}" instead of ${expected}.`);
    });
  }

  value(): Locator {
    return this.document.locator('#value');
  }

  formula(): Locator {
    return this.document.locator('.formula .tex');
  }

  steps(): Locator {
    return this.document.locator('.steps .tex');
  }

  terms(): Locator {
    return this.document.locator('.terms li');
  }

  problems(): Locator {
    return this.document.locator('.problem');
  }

  /** What is typed in the field of an array. */
  array(slot: string): Locator {
    return this.document.locator(`#slot-${slot} textarea`);
  }

  parameter(name: string): Locator {
    return this.document.locator(`#parameter-${name} input`);
  }

  async press(button: string): Promise<void> {
    await this.document.locator('vscode-button').filter({ hasText: button }).first().click();
  }

  /** Picks an entry of a drop-down list by its label. */
  async choose(list: string, entry: string): Promise<void> {
    const select = this.document.locator(`vscode-single-select[label="${list}"]`);
    await select.click();
    await select.locator('.option').filter({ hasText: entry }).first().click();
  }
}
