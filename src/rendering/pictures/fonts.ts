import type { Face } from './glyphs';

/** What CSS would know of the current font. */
export interface Font {
  readonly family: 'main' | 'math' | Exclude<Face, `main${string}` | `math${string}`>;
  readonly bold: boolean;
  readonly italic: boolean;
}

export const rootFont: Font = { family: 'main', bold: false, italic: false };

/** What KaTeX's style sheet says about fonts, class by class, in the sheet's order. */
const fontOfClass: ReadonlyMap<string, Partial<Font>> = new Map<string, Partial<Font>>([
  ['textbf', { bold: true }],
  ['textit', { italic: true }],
  ['textrm', { family: 'main' }],
  ['textsf', { family: 'sans' }],
  ['texttt', { family: 'typewriter' }],
  ['mathnormal', { family: 'math', italic: true }],
  ['mathit', { family: 'main', italic: true }],
  ['mathrm', { italic: false }],
  ['mathbf', { family: 'main', bold: true }],
  ['boldsymbol', { family: 'math', italic: true, bold: true }],
  ['amsrm', { family: 'ams' }],
  ['mathbb', { family: 'ams' }],
  ['textbb', { family: 'ams' }],
  ['mathcal', { family: 'calligraphic' }],
  ['mathfrak', { family: 'fraktur' }],
  ['textfrak', { family: 'fraktur' }],
  ['mathboldfrak', { family: 'fraktur', bold: true }],
  ['textboldfrak', { family: 'fraktur', bold: true }],
  ['mathtt', { family: 'typewriter' }],
  ['mathscr', { family: 'script' }],
  ['textscr', { family: 'script' }],
  ['mathsf', { family: 'sans' }],
  ['mathboldsf', { family: 'sans', bold: true }],
  ['textboldsf', { family: 'sans', bold: true }],
  ['mathitsf', { family: 'sans', italic: true }],
  ['mathsfit', { family: 'sans', italic: true }],
  ['textitsf', { family: 'sans', italic: true }],
  ['mainrm', { family: 'main', italic: false }],
  ['small-op', { family: 'size1' }],
  ['large-op', { family: 'size2' }],
  ['delim-size1', { family: 'size1' }],
  ['delim-size4', { family: 'size4' }],
]);

const delimiterFamilies = ['size1', 'size2', 'size3', 'size4'] as const;

/** The font inside a box with these classes. */
export function fontWithin(classes: readonly string[], font: Font): Font {
  let result = font;
  for (const name of classes) {
    const change = fontOfClass.get(name);
    if (change) result = { ...result, ...change };
  }
  if (!classes.includes('delimsizing')) return result;
  const family = delimiterFamilies.find((size) => classes.includes(size));
  return family ? { ...result, family } : result;
}

/** The face that draws a font. Without a bold slanted face, weight matters more: it says "vector". */
export function faceOf(font: Font): Face {
  if (font.family === 'math') return font.bold ? 'mathBold' : 'math';
  if (font.family !== 'main') return font.family;
  if (font.bold) return 'mainBold';
  return font.italic ? 'mainItalic' : 'main';
}

/** Sizes 1 to 11 of LaTeX (\tiny … \Huge), in em of size 6 (\normalsize). */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

/** The factor by which a box with these classes changes the size of its letters. */
export function sizeFactor(classes: readonly string[]): number {
  const at = classes.findIndex((name) => name.startsWith('reset-size'));
  if (at < 0) return 1;
  const from = sizes[Number(classes[at].slice('reset-size'.length)) - 1];
  const to = sizes[Number(classes[at + 1].slice('size'.length)) - 1];
  return to / from;
}
