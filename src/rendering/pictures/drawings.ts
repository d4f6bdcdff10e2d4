import { em } from './boxes';
import { type BoxNode, type DrawingNode, type ShapeNode, isBox } from './katexTree';
import type { Surroundings } from './layout';
import { invisible } from './letters';
import type { Sheet } from './sheet';

/** A window onto a long drawing: where it starts and how wide it is, as parts of the whole. */
interface Window {
  readonly start: number;
  readonly part: number;
}

const whole: Window = { start: 0, part: 1 };

// Braces and double arrows are drawn in pieces, so that their ends keep their shape; the pieces overlap a little.
const windowOfClass: ReadonlyMap<string, Window> = new Map<string, Window>([
  ['halfarrow-left', { start: 0, part: 0.502 }],
  ['halfarrow-right', { start: 0.498, part: 0.502 }],
  ['brace-left', { start: 0, part: 0.251 }],
  ['brace-center', { start: 0.25, part: 0.5 }],
  ['brace-right', { start: 0.749, part: 0.251 }],
]);

/**
 * Draws a box that holds drawings: stretched accents and arrows, braces, tall delimiters, roots, strikes.
 * Returns its width, or undefined when it holds none.
 */
export function placeDrawings(
  sheet: Sheet,
  node: BoxNode,
  within: Surroundings,
  x: number,
  y: number,
): number | undefined {
  const children = node.children ?? [];
  if (node.classes.includes('stretchy')) {
    for (const child of children) if (isBox(child)) placeDrawings(sheet, child, within, x, y);
    return within.available;
  }
  const drawings = children.filter((child): child is DrawingNode => !isBox(child));
  if (drawings.length === 0) return undefined;
  const width = node.style.width === undefined ? within.available : em(node.style.width) * within.size;
  if (within.color !== invisible) {
    for (const drawing of drawings) placeDrawing(sheet, node, drawing, within, x, y, width);
  }
  return width;
}

function placeDrawing(
  sheet: Sheet,
  node: BoxNode,
  drawing: DrawingNode,
  within: Surroundings,
  x: number,
  y: number,
  width: number,
): void {
  const height = em(node.style.height) * within.size;
  const { start, part } = windowOf(node.classes);
  const place = { x: x + start * width, y: y - height, width: part * width, height, color: within.color };
  const { viewBox, preserveAspectRatio } = drawing.attributes;
  for (const shape of drawing.children) {
    if (viewBox === undefined) {
      const { y1, 'stroke-width': thickness } = shape.attributes ?? {};
      const rising = y1 !== '0';
      sheet.add({ kind: 'stroke', ...place, rising, thickness: em(thickness) * within.size });
    } else {
      sheet.add({ kind: 'drawing', ...place, viewBox, preserveAspectRatio, path: pathOf(shape) });
    }
  }
}

function windowOf(classes: readonly string[]): Window {
  for (const name of classes) {
    const window = windowOfClass.get(name);
    if (window) return window;
  }
  return whole;
}

/** Path data; KaTeX's shapes give it away in their markup only. */
function pathOf(shape: ShapeNode): string {
  return / d=["']([^"']*)["']/.exec(shape.toMarkup())?.[1] ?? '';
}
