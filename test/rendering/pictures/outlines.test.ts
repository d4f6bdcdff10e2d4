import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { boundsOfPath } from '../../../src/rendering/pictures/bounds';
import { type Face, glyphOf } from '../../../src/rendering/pictures/glyphs';
import { outlines } from '../../../src/rendering/pictures/outlines';

const root = new URL('../../../', import.meta.url);

describe('the outlines of glyphs', () => {
  it('are what scripts/outlines.mjs makes of the installed fonts', async () => {
    const generator = new URL('scripts/outlines.mjs', root).href;
    const { outlinesModule } = (await import(generator)) as { outlinesModule(): Promise<string> };
    const committed = readFileSync(new URL('src/rendering/pictures/outlines.ts', root), 'utf8');
    assert.equal(committed === (await outlinesModule()), true, 'run: node scripts/outlines.mjs');
  });

  it('carry the licence of the fonts and none of their reserved names', () => {
    const committed = readFileSync(new URL('src/rendering/pictures/outlines.ts', root), 'utf8');
    assert.match(committed, /SIL Open Font License, Version 1\.1/);
    assert.doesNotMatch(committed, /KaTeX_/);
    const licence = readFileSync(new URL('src/rendering/pictures/OFL.txt', root), 'utf8');
    assert.match(licence, /Reserved Font Name/);
    assert.match(licence, /PERMISSION & CONDITIONS/);
  });

  it('have relative commands only, so that one move places them', () => {
    for (const face of Object.keys(outlines) as Face[]) {
      for (const line of outlines[face].split('\n')) {
        assert.match(line, /^[\da-f]+:\d+(?:m[-\d.,mlhvqtz]+)?$/);
      }
    }
  });

  it('lie where the letters of a font lie', () => {
    const x = glyphOf('math', 'x'.codePointAt(0)!)!;
    assert.ok(Math.abs(x.advance - 0.572) < 0.002);
    assert.ok(x.bounds.bottom <= 30 && x.bounds.top < -400 && x.bounds.top > -500);
    assert.equal(glyphOf('main', 0x71b5), undefined);
  });
});

describe('the bounds of a path', () => {
  it('follow relative lines and curves from the start of each contour', () => {
    assert.deepEqual(boundsOfPath('m10,10h20v-30h-20zm5,5l-10,40z'), {
      left: 5,
      top: -20,
      right: 30,
      bottom: 55,
    });
    assert.deepEqual(boundsOfPath('m0,0q10,-20,20,0t20,0'), { left: 0, top: -20, right: 40, bottom: 20 });
  });
});
