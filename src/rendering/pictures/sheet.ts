import { type Bounds, noBounds, unite } from './bounds';
import type { Glyph } from './glyphs';

/** Something drawn. Lengths are in em of the formula's base size, x to the right and y down from the first baseline. */
export type Item =
  | (Placed & { readonly kind: 'glyph'; readonly glyph: Glyph; readonly size: number })
  | (Placed & TextRun & { readonly kind: 'text' })
  | (Placed & Extent & { readonly kind: 'rule' })
  | (Placed & Extent & { readonly kind: 'background' })
  | (Placed & Extent & { readonly kind: 'dashes'; readonly upright: boolean })
  | (Placed & Extent & { readonly kind: 'stroke'; readonly rising: boolean; readonly thickness: number })
  | (Placed & Extent & Drawing & { readonly kind: 'drawing' });

interface Placed {
  x: number;
  readonly y: number;
  /** A colour other than the picture's own. */
  readonly color?: string | undefined;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Letters that no face has: the viewer's own fonts draw them, fitted to the width laid out here. */
interface TextRun {
  readonly text: string;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A path in a window that clips it; the names are those of SVG. */
interface Drawing {
  readonly viewBox: string;
  readonly preserveAspectRatio?: string | undefined;
  readonly path: string;
}

/** What a formula puts on paper. */
export class Sheet {
  readonly items: Item[] = [];

  add(item: Item): void {
    this.items.push(item);
  }

  /** Moves what was added since the sheet held `from` items; `to` is one behind the last that moves. */
  shift(from: number, to: number, dx: number): void {
    if (dx === 0) return;
    for (let i = from; i < to; i++) this.items[i].x += dx;
  }

  /** The rectangle that holds everything drawn, in em. */
  bounds(): Bounds {
    return this.items.reduce((all, item) => unite(all, boundsOf(item)), noBounds);
  }
}

function boundsOf(item: Item): Bounds {
  const { x, y } = item;
  if (item.kind === 'glyph') {
    const { left, top, right, bottom } = item.glyph.bounds;
    const unit = item.size / 1000;
    return { left: x + left * unit, top: y + top * unit, right: x + right * unit, bottom: y + bottom * unit };
  }
  if (item.kind === 'text') {
    // Ascent and descent of usual system fonts.
    return { left: x, top: y - 0.9 * item.size, right: x + item.width, bottom: y + 0.25 * item.size };
  }
  return { left: x, top: y, right: x + item.width, bottom: y + item.height };
}
