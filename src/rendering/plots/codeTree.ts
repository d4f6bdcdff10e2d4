import type { Locale } from '../../base/text';
import { emptyScene } from './frame';
import type { PlotLabel, PlotLine, PlotPoint, PlotScene } from './scene';
import { fitted, shortNumber, textWidth } from './text';
import { fillIn, plotWords } from './words';

export interface CodeData {
  /** The word of each symbol, in digits of the code's alphabet. */
  readonly words: readonly string[];
  readonly probabilities?: ArrayLike<number>;
  readonly symbols?: readonly string[];
}

/** More leaves and longer words than these do not fit into a picture that a person reads. */
const mostLeaves = 64;
const longestWord = 64;

const leafHeight = 20;
const top = 14;

interface Node {
  /** Digit of the edge that leads here. */
  readonly digit: string;
  readonly children: Map<string, Node>;
  /** Index of the symbol whose word ends here. */
  leaf?: number;
  x: number;
  y: number;
}

/** The tree of a prefix code, root on the left, a digit at every edge. Undefined without words or with too many. */
export function codeTreeScene(data: CodeData, locale: Locale, width = 420): PlotScene | undefined {
  const { words } = data;
  if (words.length === 0 || words.length > mostLeaves) return undefined;
  if (words.some((word) => word.length > longestWord)) return undefined;
  const root = treeOf(words);
  const depth = Math.max(1, ...words.map((word) => word.length));
  const texts = words.map((_, i) => leafText(data, i));
  const left = 14;
  const labelWidth = Math.min(0.5 * width, 12 + Math.max(...texts.map((text) => textWidth(text))));
  const step = Math.min(70, (width - left - labelWidth) / depth);
  const leaves = place(root, left, step, 0);
  const height = 2 * top + Math.max(0, leaves - 1) * leafHeight;
  const lines: PlotLine[] = [];
  const points: PlotPoint[] = [];
  const labels: PlotLabel[] = [];
  draw(root, { lines, points, labels }, (i) => fitted(texts[i], labelWidth));
  return {
    ...emptyScene,
    width,
    height,
    kind: 'code-tree',
    alt: fillIn(plotWords.codeTree[locale], words.length),
    area: { left: 0, top: 0, right: width, bottom: height },
    lines,
    points,
    labels,
  };
}

function leafText(data: CodeData, i: number): string {
  const symbol = data.symbols?.[i] ?? String(i + 1);
  const p = data.probabilities?.[i];
  return `${symbol}${p === undefined ? '' : ` (${shortNumber(p)})`} → ${data.words[i] || '∅'}`;
}

function newNode(digit: string): Node {
  return { digit, children: new Map(), x: 0, y: 0 };
}

function treeOf(words: readonly string[]): Node {
  const root = newNode('');
  for (const [i, word] of words.entries()) {
    let node = root;
    for (const digit of word) {
      const child = node.children.get(digit) ?? newNode(digit);
      node.children.set(digit, child);
      node = child;
    }
    node.leaf = i;
  }
  return root;
}

/** Leaves stand one below the other from `first` on, inner nodes between their children. Returns the next free row. */
function place(node: Node, x: number, step: number, first: number): number {
  node.x = x;
  const children = childrenOf(node);
  if (children.length === 0) {
    node.y = top + first * leafHeight;
    return first + 1;
  }
  let row = first;
  for (const child of children) row = place(child, x + step, step, row);
  node.y = (children[0].y + children[children.length - 1].y) / 2;
  return row;
}

function childrenOf(node: Node): Node[] {
  return [...node.children.values()].sort((a, b) => (a.digit < b.digit ? -1 : 1));
}

interface Parts {
  readonly lines: PlotLine[];
  readonly points: PlotPoint[];
  readonly labels: PlotLabel[];
}

function draw(node: Node, parts: Parts, textOf: (leaf: number) => string): void {
  for (const child of childrenOf(node)) {
    const bend = node.x + 10;
    parts.lines.push({ x1: node.x, y1: node.y, x2: bend, y2: child.y, color: 'muted' });
    parts.lines.push({ x1: bend, y1: child.y, x2: child.x, y2: child.y, color: 'muted' });
    const x = (bend + child.x) / 2;
    parts.labels.push({
      x,
      y: child.y - 3,
      text: child.digit,
      color: 'orange',
      anchor: 'middle',
      bold: true,
    });
    draw(child, parts, textOf);
  }
  const { x, y, leaf } = node;
  if (leaf === undefined) {
    parts.points.push({ x, y, color: 'muted', radius: 2.5 });
    return;
  }
  parts.points.push({ x, y, color: 'blue', radius: 3.5 });
  parts.labels.push({ x: x + 9, y: y + 4, text: textOf(leaf), color: 'foreground', anchor: 'start' });
}
