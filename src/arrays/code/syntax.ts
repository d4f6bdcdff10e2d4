import type { SyntaxNode, Tree } from '@lezer/common';

/** The node's children, comments and error marks left out. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!child.type.isError && !/Comment$/.test(child.name)) {
      children.push(child);
    }
  }
  return children;
}

/** Where the parser had to guess. */
export function errorsOf(tree: Tree): readonly number[] {
  const errors: number[] = [];
  tree.iterate({
    enter(node) {
      if (node.type.isError) {
        errors.push(node.from);
      }
    },
  });
  return errors;
}

/** Whether one of the sorted positions lies in the node. */
export function anyWithin(positions: readonly number[], node: SyntaxNode): boolean {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]! < node.from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < positions.length && positions[low]! <= node.to;
}

/** The children between separators: `a, b` gives [[a], [b]]. */
export function splitBy(children: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === separator) {
      groups.push([]);
    } else {
      groups[groups.length - 1]!.push(child);
    }
  }
  return groups;
}

/** The children without the brackets around them. */
export function insideBrackets(children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const first = children[0]?.name;
  const last = children[children.length - 1]?.name;
  const from = first !== undefined && /^[([{]$/.test(first) ? 1 : 0;
  const to = last !== undefined && /^[)\]}]$/.test(last) ? children.length - 1 : children.length;
  return children.slice(from, to);
}

/** The text inside a plain string literal, quotes and prefix left out. */
export function unquote(literal: string): string {
  const body = /^[a-zA-Z]{0,2}("""|'''|"|'|`)([^]*)\1$/.exec(literal);
  return body === null ? literal : body[2]!;
}

/** The value of a number literal without its separators; undefined for complex numbers and what is no number. */
export function numberOf(literal: string): { readonly value: number; readonly integer: boolean } | undefined {
  const digits = literal.replace(/[_']/g, '');
  const value = Number(digits);
  return Number.isNaN(value) || digits === ''
    ? undefined
    : { value, integer: /^(?:\d+|0[xXbBoO][\da-fA-F]+)$/.test(digits) };
}
