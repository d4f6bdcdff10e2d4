import { type Align, alignWithin, em, spaceAround } from './boxes';
import { placeDrawings } from './drawings';
import { type Font, fontWithin, rootFont, sizeFactor } from './fonts';
import { type BoxNode, type LayoutNode, isBox } from './katexTree';
import { placeRule } from './rules';
import type { Sheet } from './sheet';
import { placeText } from './letters';

// The part of CSS that KaTeX's layout uses, done by hand: inline boxes, inline tables of one column ("vlist"), relative
// shifts, and boxes as wide as their container. All results are in em of the formula's base size.

/** What a box inherits. */
export interface Surroundings {
  /** Size of one em here, in em of the formula's base size. */
  readonly size: number;
  readonly font: Font;
  readonly color: string | undefined;
  readonly align: Align;
  /** Width of the stack around, for lines and braces as wide as it. */
  readonly available: number;
}

export const outermost: Surroundings = {
  size: 1,
  font: rootFont,
  color: undefined,
  align: 'center',
  available: 0,
};

/** Puts boxes side by side and returns their width. */
export function placeAll(
  sheet: Sheet,
  nodes: readonly LayoutNode[],
  around: Surroundings,
  x: number,
  y: number,
): number {
  let width = 0;
  for (const node of nodes) {
    if (isBox(node)) width += place(sheet, node, around, x + width, y);
  }
  return width;
}

/** Puts a box with its origin at (x, y) and returns by how much it advances. */
export function place(sheet: Sheet, node: BoxNode, around: Surroundings, x: number, y: number): number {
  const within = enter(node, around);
  const { size } = within;
  const space = spaceAround(node);
  const left = x + space.before * size;
  const base = y + (em(node.style.top) - em(node.style.bottom)) * size;
  const width = placeContent(sheet, node, within, left, base);
  if (node.style.textShadow) placeContent(sheet, node, within, left + 0.02 * size, base + 0.01 * size);
  return (space.before + space.behind) * size + width;
}

function enter(node: BoxNode, around: Surroundings): Surroundings {
  const { classes, style } = node;
  if (classes.length === 0 && style.color === undefined) return around;
  return {
    size: around.size * sizeFactor(classes),
    font: fontWithin(classes, around.font),
    color: style.color ?? around.color,
    align: alignWithin(classes, around.align),
    available: around.available,
  };
}

function placeContent(sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number): number {
  if (node.text !== undefined) return placeText(sheet, node.text, within, x, y);
  const special = specialBox(node.classes);
  if (special) return special(sheet, node, within, x, y);
  const rule = placeRule(sheet, node, within, x, y);
  if (rule !== undefined) return rule;
  const drawn = placeDrawings(sheet, node, within, x, y);
  if (drawn !== undefined) return drawn;
  return placeAll(sheet, node.children ?? [], within, x, y);
}

type Placing = (sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number) => number;

const specialBoxes: ReadonlyMap<string, Placing> = new Map<string, Placing>([
  ['vlist-t', placeStack],
  ['strut', () => 0],
  ['pstrut', () => 0],
  ['nulldelimiter', (_sheet, _node, within) => 0.12 * within.size],
  ['arraycolsep', (_sheet, node, within) => em(node.style.width) * within.size],
  ['rlap', (sheet, node, within, x, y) => placeLap(sheet, node, within, x, y, 0)],
  ['clap', (sheet, node, within, x, y) => placeLap(sheet, node, within, x, y, 0.5)],
  ['llap', (sheet, node, within, x, y) => placeLap(sheet, node, within, x, y, 1)],
  ['accent-body', placeAccent],
]);

function specialBox(classes: readonly string[]): Placing | undefined {
  for (const name of classes) {
    const placing = specialBoxes.get(name);
    if (placing) return placing;
  }
  return undefined;
}

/** Content that takes no room and hangs over by the given part of its width. */
function placeLap(
  sheet: Sheet,
  node: BoxNode,
  within: Surroundings,
  x: number,
  y: number,
  overhang: number,
): number {
  const from = sheet.items.length;
  const width = placeAll(sheet, node.children ?? [], within, x, y);
  sheet.shift(from, sheet.items.length, -overhang * width);
  return 0;
}

function placeAccent(sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number): number {
  const left = x + em(node.style.left) * within.size;
  const width = placeAll(sheet, node.children ?? [], within, left, y);
  return node.classes.includes('accent-full') ? width : 0;
}

/** One entry of a stack, between the two passes that place it. */
interface Entry {
  readonly wrap: BoxNode;
  readonly y: number;
  readonly before: number;
  readonly width: number;
  readonly align: Align;
  readonly from: number;
  readonly to: number;
}

/**
 * Puts boxes one above the other. The widest decides the width; lines, braces and arrows, which are as wide as the
 * stack, are placed after the rest.
 */
function placeStack(sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number): number {
  const entries = rows(node).map((wrap) => placeEntry(sheet, wrap, within, x, y));
  const width = Math.max(0, ...entries.map((entry) => entry.width));
  for (const entry of entries) {
    if (isStretched(entry.wrap)) {
      const available = stretchedWidth(entry.wrap, width, within.size) - entry.before;
      placeAll(sheet, entry.wrap.children ?? [], { ...within, available }, x + entry.before, entry.y);
    } else {
      const slack = Math.max(0, width - entry.width);
      const part = entry.align === 'center' ? slack / 2 : entry.align === 'right' ? slack : 0;
      sheet.shift(entry.from, entry.to, part);
    }
  }
  return width;
}

function placeEntry(sheet: Sheet, wrap: BoxNode, within: Surroundings, x: number, y: number): Entry {
  const { size } = within;
  const space = spaceAround(wrap);
  const [strut] = boxesIn(wrap);
  const baseline = y + (em(wrap.style.top) + em(strut?.style.height)) * size;
  const align = alignWithin(wrap.classes, within.align);
  const before = space.before * size;
  const margins = (space.before + space.behind) * size;
  const from = sheet.items.length;
  const content = isStretched(wrap)
    ? minimalWidth(wrap) * size
    : placeAll(sheet, wrap.children ?? [], { ...within, align }, x + before, baseline);
  return { wrap, y: baseline, before, width: margins + content, align, from, to: sheet.items.length };
}

/** The entries of a stack stand in the first cell of its first row. */
function rows(stack: BoxNode): readonly BoxNode[] {
  const [row] = boxesIn(stack);
  const [cell] = row ? boxesIn(row) : [];
  return cell ? boxesIn(cell) : [];
}

function boxesIn(node: BoxNode): readonly BoxNode[] {
  return (node.children ?? []).filter(isBox);
}

const stretchedClasses = [
  'frac-line',
  'overline-line',
  'underline-line',
  'hline',
  'hdashline',
  'hide-tail',
  'stretchy',
];

function isStretched(wrap: BoxNode): boolean {
  return boxesIn(wrap).some(
    ({ classes, children, style }) =>
      stretchedClasses.some((name) => classes.includes(name)) ||
      (style.width === undefined && children?.some((child) => !isBox(child))),
  );
}

function minimalWidth(wrap: BoxNode): number {
  return Math.max(...boxesIn(wrap).map((box) => em(box.style.minWidth)));
}

// The wrapper of a wide accent over a slanted letter is narrower: `calc(100% - 0.1em)`.
function stretchedWidth(wrap: BoxNode, width: number, size: number): number {
  const narrower = /^calc\(100% - ([\d.]+)em\)$/.exec(wrap.style.width ?? '');
  return narrower ? width - Number(narrower[1]) * size + em(wrap.style.marginLeft) * size : width;
}
