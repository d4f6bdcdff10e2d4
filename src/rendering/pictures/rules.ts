import { em } from './boxes';
import type { BoxNode } from './katexTree';
import type { Surroundings } from './layout';
import { invisible } from './letters';
import type { Sheet } from './sheet';

/**
 * Draws a box that consists of borders: bars of fractions and roots, table lines, \rule, frames, strikes of text.
 * Returns its width, or undefined when the box is none of these.
 */
export function placeRule(
  sheet: Sheet,
  node: BoxNode,
  within: Surroundings,
  x: number,
  y: number,
): number | undefined {
  for (const name of node.classes) {
    const placing = placings.get(name);
    if (placing) return within.color === invisible ? 0 : placing(sheet, node, within, x, y);
  }
  return undefined;
}

type Placing = (sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number) => number;

const placings: ReadonlyMap<string, Placing> = new Map<string, Placing>([
  ['frac-line', placeBar],
  ['overline-line', placeBar],
  ['underline-line', placeBar],
  ['hline', placeBar],
  ['hdashline', placeDashes],
  ['rule', placeBlock],
  ['vertical-separator', placeSeparator],
  ['sout', placeStrike],
  ['angl', placeAngle],
  ['colorbox', placeFrame],
  ['fcolorbox', placeFrame],
  ['fbox', placeFrame],
  ['boxed', placeFrame],
]);

function placeBar(sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number): number {
  const height = em(node.style.borderBottomWidth) * within.size;
  sheet.add({ kind: 'rule', x, y: y - height, width: within.available, height, color: within.color });
  return within.available;
}

function placeDashes(sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number): number {
  const height = em(node.style.borderBottomWidth) * within.size;
  const { available: width, color } = within;
  sheet.add({ kind: 'dashes', x, y: y - height, width, height, upright: false, color });
  return width;
}

// `place` has moved y by the box's `bottom` already.
function placeBlock(sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number): number {
  const width = em(node.style.borderRightWidth) * within.size;
  const height = em(node.style.borderTopWidth) * within.size;
  if (width > 0 && height > 0) {
    sheet.add({ kind: 'rule', x, y: y - height, width, height, color: within.color });
  }
  return width;
}

// Its margins take back its width, so that columns do not move.
function placeSeparator(sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number): number {
  const { size, color } = within;
  const width = em(node.style.borderRightWidth) * size;
  const height = em(node.style.height) * size;
  const place = {
    x: x - width / 2,
    y: y - height - em(node.style.verticalAlign) * size,
    width,
    height,
    color,
  };
  if (node.style.borderRightStyle === 'dashed') sheet.add({ kind: 'dashes', ...place, upright: true });
  else sheet.add({ kind: 'rule', ...place });
  return 0;
}

function placeStrike(sheet: Sheet, _node: BoxNode, within: Surroundings, x: number, y: number): number {
  const height = 0.08 * within.size;
  sheet.add({ kind: 'rule', x, y: y - height, width: within.available, height, color: within.color });
  return within.available;
}

/** The actuarial angle: a bar above and one to the right. */
function placeAngle(sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number): number {
  const { size, available: width, color } = within;
  const thickness = (em(node.style.borderTopWidth) || 0.049) * size;
  const height = em(node.style.height) * size;
  sheet.add({ kind: 'rule', x, y: y - height, width, height: thickness, color });
  sheet.add({ kind: 'rule', x: x + width - thickness, y: y - height, width: thickness, height, color });
  return width;
}

function placeFrame(sheet: Sheet, node: BoxNode, within: Surroundings, x: number, y: number): number {
  const { style } = node;
  const width = within.available;
  const height = em(style.height) * within.size;
  const top = y - height;
  if (style.backgroundColor) {
    sheet.add({ kind: 'background', x, y: top, width, height, color: style.backgroundColor });
  }
  const thickness = em(style.borderWidth) * within.size;
  if (thickness > 0) {
    const color = style.borderColor ?? within.color;
    sheet.add({ kind: 'rule', x, y: top, width, height: thickness, color });
    sheet.add({ kind: 'rule', x, y: y - thickness, width, height: thickness, color });
    sheet.add({ kind: 'rule', x, y: top, width: thickness, height, color });
    sheet.add({ kind: 'rule', x: x + width - thickness, y: top, width: thickness, height, color });
  }
  return width;
}
