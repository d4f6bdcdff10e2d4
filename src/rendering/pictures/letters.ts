import { type Font, faceOf } from './fonts';
import { type Glyph, glyphOf } from './glyphs';
import type { Surroundings } from './layout';
import type { Sheet } from './sheet';

/** KaTeX colours phantoms so; nothing is drawn, the room is kept. */
export const invisible = 'transparent';

/** Puts letters on a baseline and returns their width. Letters without outlines are left to the viewer's fonts. */
export function placeText(sheet: Sheet, text: string, within: Surroundings, x: number, y: number): number {
  const { size, color } = within;
  let width = 0;
  let foreign = '';
  const flush = (): void => {
    if (foreign === '') return;
    const run = foreign;
    foreign = '';
    width += placeForeign(sheet, run, within, x + width, y);
  };
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0;
    if (isZeroWidth(codePoint)) continue;
    const glyph = glyphIn(within.font, codePoint);
    if (!glyph) {
      foreign += letter;
      continue;
    }
    flush();
    if (glyph.path !== '' && color !== invisible) {
      sheet.add({ kind: 'glyph', glyph, x: x + width, y, size, color });
    }
    width += glyph.advance * size;
  }
  flush();
  return width;
}

function placeForeign(sheet: Sheet, text: string, within: Surroundings, x: number, y: number): number {
  const { size, color, font } = within;
  let width = 0;
  for (const letter of text) width += advanceOfForeign(letter.codePointAt(0) ?? 0) * size;
  if (color !== invisible && text.trim() !== '') {
    sheet.add({ kind: 'text', text, x, y, width, size, color, bold: font.bold, italic: font.italic });
  }
  return width;
}

/** The glyph that a browser would choose: of the font itself, else of the main font in the same weight. */
function glyphIn(font: Font, codePoint: number): Glyph | undefined {
  const own = glyphOf(faceOf(font), codePoint) ?? glyphOf(faceOf({ ...font, family: 'main' }), codePoint);
  return own ?? glyphOf('main', codePoint);
}

function isZeroWidth(codePoint: number): boolean {
  return (codePoint >= 0x200b && codePoint <= 0x200f) || codePoint === 0x2060 || codePoint === 0xfeff;
}

/** Chinese, Japanese, Korean and fullwidth letters, and pictographs, take one em; of others the mean is near half. */
function advanceOfForeign(codePoint: number): number {
  return wide.some(([from, to]) => from <= codePoint && codePoint <= to) ? 1 : 0.5;
}

const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];
