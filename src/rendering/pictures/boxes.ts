import type { BoxNode } from './katexTree';

/** Space that KaTeX's style sheet puts around boxes of a class, in em. */
interface Space {
  readonly marginLeft?: number;
  readonly marginRight?: number;
  readonly padding?: number;
}

const spaceOfClass: ReadonlyMap<string, Space> = new Map<string, Space>([
  ['root', { marginLeft: 0.2777777778, marginRight: -0.5555555556 }],
  ['cancel-lap', { marginLeft: -0.2, marginRight: -0.2 }],
  ['cancel-pad', { padding: 0.2 }],
  ['boxpad', { padding: 0.3 }],
  ['x-arrow-pad', { padding: 0.5 }],
  ['anglpad', { padding: 0.03889 }],
  ['angl', { marginRight: 0.03889 }],
]);

/** The space before and behind a box's content, in em of the box. */
export interface Around {
  readonly before: number;
  readonly behind: number;
}

const nothing: Around = { before: 0, behind: 0 };

/** Margins and paddings of a box together: nothing here has a background that would tell them apart. */
export function spaceAround(node: BoxNode): Around {
  const { style } = node;
  const italic = node.text !== undefined && node.italic ? Math.max(0, node.italic) : 0;
  let before = em(style.marginLeft) + em(style.paddingLeft);
  let behind = em(style.marginRight) + italic;
  for (const name of node.classes) {
    const space = spaceOfClass.get(name);
    if (!space) continue;
    before += (space.marginLeft ?? 0) + (space.padding ?? 0);
    behind += (space.marginRight ?? 0) + (space.padding ?? 0);
  }
  return before === 0 && behind === 0 ? nothing : { before, behind };
}

/** A CSS length in em (`1.2em`), or 0 when there is none. */
export function em(length: string | undefined): number {
  return length === undefined ? 0 : Number.parseFloat(length) || 0;
}

/** How text aligns within a stack. */
export type Align = 'left' | 'center' | 'right';

const alignOfClass: ReadonlyMap<string, Align> = new Map<string, Align>([
  ['mfrac', 'center'],
  ['accent', 'center'],
  ['op-limits', 'center'],
  ['mover', 'center'],
  ['munder', 'center'],
  ['x-arrow', 'center'],
  ['col-align-c', 'center'],
  ['col-align-l', 'left'],
  ['col-align-r', 'right'],
  ['msupsub', 'left'],
  ['svg-align', 'left'],
]);

/** The alignment inside a box with these classes. */
export function alignWithin(classes: readonly string[], align: Align): Align {
  for (const name of classes) {
    const own = alignOfClass.get(name);
    if (own) return own;
  }
  return align;
}
