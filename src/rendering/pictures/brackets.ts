import type { TexNode } from '../../latex/katexTree';

/** Brackets with what is inside, or any other node. */
export type Item =
  | TexNode
  | {
      readonly kind: 'brackets';
      readonly left: string;
      readonly right: string;
      readonly body: readonly TexNode[];
    };

export function isBar(sign: string): boolean {
  return ['|', '\\vert', '\\lvert', '\\rvert'].includes(sign);
}

export function isDoubleBar(sign: string): boolean {
  return ['\\|', '\\Vert', '\\lVert', '\\rVert'].includes(sign);
}

/** Brackets and pairs of bars gathered with what they hold; a lone bar stays a sign. */
export function bracketed(nodes: readonly TexNode[]): readonly Item[] {
  const items: Item[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const end = closingOf(nodes, i);
    const node = nodes[i];
    if (end === undefined || node.kind !== 'symbol') {
      items.push(node);
      continue;
    }
    const closing = nodes[end];
    const body = nodes.slice(i + 1, end);
    const right = signAtEnd(closing);
    const group = { kind: 'brackets', left: node.text, right, body } as const;
    // An exponent is written on the closing bracket and belongs to the whole.
    if (closing.kind === 'scripts') items.push({ ...closing, base: [fencedOf(group.left, right, body)] });
    else items.push(group);
    i = end;
  }
  return items;
}

function fencedOf(left: string, right: string, body: readonly TexNode[]): TexNode {
  return { kind: 'fenced', left, right, body, start: -1, end: -1 };
}

/** Where the bracket or bar at `start` closes. */
function closingOf(nodes: readonly TexNode[], start: number): number | undefined {
  const node = nodes[start];
  if (node.kind !== 'symbol') return undefined;
  if (opens(node)) return closingBracket(nodes, start);
  if (!isBar(node.text) && !isDoubleBar(node.text)) return undefined;
  const same = (other: TexNode): boolean => signAtEnd(other) === node.text;
  const end = nodes.findIndex((other, i) => i > start + 1 && same(other));
  return end < 0 ? undefined : end;
}

function closingBracket(nodes: readonly TexNode[], start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < nodes.length; i++) {
    const node = nodes[i];
    if (opens(node)) depth++;
    else if (closes(node) && --depth === 0) return i;
  }
  return undefined;
}

// \big( is an ordinary sign to TeX.
function opens(node: TexNode): boolean {
  return node.kind === 'symbol' && (node.family === 'open' || ['(', '[', '\\{'].includes(node.text));
}

function closes(node: TexNode): boolean {
  if (node.kind === 'scripts') return node.base.length === 1 && closes(node.base[0]);
  return node.kind === 'symbol' && (node.family === 'close' || [')', ']', '\\}'].includes(node.text));
}

function signAtEnd(node: TexNode): string {
  if (node.kind === 'scripts') return node.base.length === 1 ? signAtEnd(node.base[0]) : '';
  return node.kind === 'symbol' ? node.text : '';
}
