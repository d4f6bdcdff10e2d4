import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { layoutOf } from '../../../src/rendering/pictures/picture';

interface Measured {
  readonly tex: string;
  readonly width: number;
}

const file = new URL('../../fixtures/rendering/formulaWidths.json', import.meta.url);
const measured = JSON.parse(readFileSync(file, 'utf8')) as readonly Measured[];

// The widths were measured in Chromium on KaTeX's own HTML by scripts/formulaWidths.mjs.
describe("the layout of a formula has the browser's width within 0.01 em", () => {
  for (const { tex, width } of measured) {
    it(tex, () => {
      const layout = layoutOf(tex, { display: true });
      assert.ok(layout.ok);
      assert.ok(Math.abs(layout.width - width) <= 0.01, `${layout.width} for ${width}`);
    });
  }
});
