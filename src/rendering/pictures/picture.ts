import type { Locale, Text } from '../../base/text';
import { unite } from './bounds';
import { em } from './boxes';
import { type BoxNode, type TexRefusal, isBox, layoutTree } from './katexTree';
import { outermost, placeAll } from './layout';
import { Sheet } from './sheet';
import { svgOf } from './svg';
import { faultText } from './faults';
import { speak } from './words';

/** A drawing that can stand alone: an SVG document, its size in pixels, and words for those who do not see it. */
export interface Picture {
  readonly ok: true;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** How far it reaches below the baseline of its first line, in pixels. */
  readonly depth?: number;
  readonly alt: string;
}

/** Why a source cannot be drawn. `position` is the offset in it that KaTeX points at. */
export interface PictureFault {
  readonly ok: false;
  readonly message: Text;
  readonly position?: number;
}

export interface PictureOptions {
  /** Any CSS colour; it is baked in, since an image inherits none. */
  readonly color: string;
  /** 1 (the default) makes one em 16 pixels. */
  readonly scale?: number;
  /** Set as displayed formulas are (the default), or as those within a line. */
  readonly display?: boolean;
  /** Definitions such as { '\\KL': 'D_{\\mathrm{KL}}' }. */
  readonly macros?: { readonly [name: string]: string };
  /** Words for those who do not see it; made from the formula when absent. */
  readonly alt?: string;
  /** The language of words made from the formula. */
  readonly locale?: Locale;
  /** A picture wider than this many pixels is scaled down to it. */
  readonly maxWidth?: number;
}

const pixelsPerEm = 16;

/** Room around everything drawn, in em, for the soft edges of strokes. */
const margin = 0.06;

/** Longer sources are refused: no formula is that long, and setting one would hold up the editor. */
const longestSource = 8000;

/**
 * The picture of a TeX source: KaTeX's layout with the outlines of its fonts, as an SVG document of a few kilobytes
 * that needs no fonts, styles or scripts. Chinese and other letters that the fonts lack are left to the viewer's
 * system fonts, one em wide each. Never throws: a source that cannot be set gives a fault.
 */
export function pictureOf(tex: string, options: PictureOptions): Picture | PictureFault {
  const layout = layoutOf(tex, options);
  if (!layout.ok) return layout;
  const { sheet, width, height, depth } = layout;
  const ink = unite(sheet.bounds(), { left: 0, top: -height, right: width, bottom: depth });
  const left = ink.left - margin;
  const top = ink.top - margin;
  const right = ink.right + margin;
  const natural = pixelsPerEm * (options.scale ?? 1);
  const unit = Math.min(natural, (options.maxWidth ?? Infinity) / (right - left));
  const pixels = {
    width: Math.ceil((right - left) * unit),
    height: Math.ceil((ink.bottom + margin - top) * unit),
  };
  const frame = { left, top, width: pixels.width / unit, height: pixels.height / unit };
  const svg = svgOf(sheet, { ...frame, unit, color: options.color });
  const alt = options.alt ?? speak(tex, options.locale ?? 'en', options.macros);
  return { ok: true, svg, ...pixels, depth: pixels.height + top * unit, alt };
}

/** A formula laid out; lengths in em, measured from the baseline of its first line. */
export interface FormulaLayout {
  readonly ok: true;
  readonly sheet: Sheet;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** The layout of a TeX source, without a margin; see `pictureOf`. */
export function layoutOf(
  tex: string,
  options: Pick<PictureOptions, 'display' | 'macros'>,
): FormulaLayout | PictureFault {
  if (tex.length > longestSource) return faultOf({ message: 'too long' });
  const settings = { display: options.display ?? true, macros: options.macros ?? {} };
  const result = layoutTree(tex, settings);
  if ('refusal' in result) return faultOf(result.refusal);
  try {
    return layLines(contentOf(result.tree));
  } catch (error) {
    // The layout nests as deeply as the formula.
    if (error instanceof RangeError) return faultOf({ message: 'nested too deeply' });
    throw error;
  }
}

function faultOf(refusal: TexRefusal): PictureFault {
  const fault = { ok: false, message: faultText(refusal.message) } as const;
  return refusal.position === undefined ? fault : { ...fault, position: refusal.position };
}

/** The bases, line breaks and the tag of a formula, inside KaTeX's outer boxes. */
function contentOf(tree: BoxNode): readonly BoxNode[] {
  const children = (tree.children ?? []).filter(isBox);
  if (tree.classes.includes('katex-html')) return children;
  return children.length > 0 ? contentOf(children[children.length - 1]) : [];
}

interface Line {
  readonly boxes: BoxNode[];
  /** Space above it that `\\[1em]` asks for. */
  readonly gap: number;
}

/** Least distance between the boxes of two lines, and between their baselines. */
const lineSkip = 0.2;
const baselineSkip = 1.2;

/** Room between a formula and its tag. */
const tagGap = 2;

function layLines(content: readonly BoxNode[]): FormulaLayout {
  const sheet = new Sheet();
  const tags = content.filter((box) => box.classes.includes('tag'));
  const lines = linesOf(content.filter((box) => !box.classes.includes('tag')));
  const placed: { from: number; to: number; width: number }[] = [];
  let baseline = 0;
  let bottom = 0;
  let height = 0;
  for (const [index, line] of lines.entries()) {
    const top = Math.max(0, ...line.boxes.map((box) => box.height));
    if (index === 0) height = top;
    else baseline = Math.max(bottom + lineSkip + top, baseline + baselineSkip) + line.gap;
    const from = sheet.items.length;
    const width = placeAll(sheet, line.boxes, outermost, 0, baseline);
    placed.push({ from, to: sheet.items.length, width });
    bottom = baseline + Math.max(0, ...line.boxes.map((box) => box.depth));
  }
  const width = Math.max(0, ...placed.map((line) => line.width));
  for (const line of placed) sheet.shift(line.from, line.to, (width - line.width) / 2);
  const tagWidth = placeAll(sheet, tags, { ...outermost, align: 'right' }, width + tagGap, 0);
  const total = tagWidth > 0 ? width + tagGap + tagWidth : width;
  return { ok: true, sheet, width: total, height, depth: bottom };
}

function linesOf(boxes: readonly BoxNode[]): Line[] {
  const lines: Line[] = [{ boxes: [], gap: 0 }];
  for (const box of boxes) {
    if (box.classes.includes('newline')) lines.push({ boxes: [], gap: em(box.style.marginTop) });
    else lines[lines.length - 1].boxes.push(box);
  }
  return lines.filter((line) => line.boxes.length > 0);
}
