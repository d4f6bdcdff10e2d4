import type { SyntaxNode, Tree } from '@lezer/common';
import { maximumNesting } from '../reading/limits';
import { printedArrays, readNested, squareLists } from '../reading/nested';
import type { Piece } from '../reading/piece';
import { bound, container, piece } from '../reading/piece';
import { stack } from '../reading/stack';
import type { Value } from '../reading/value';
import { opaque } from '../reading/value';
import { isShapeName } from './shapes';
import { anyWithin, childrenOf, errorsOf, insideBrackets, splitBy } from './syntax';

/** Reads the syntax tree of a language into pieces; what each kind of node is worth is said by the language's reader. */
export abstract class TreeReader {
  private readonly errors: readonly number[];

  constructor(
    protected readonly text: string,
    protected readonly tree: Tree,
  ) {
    this.errors = errorsOf(tree);
  }

  readAll(): Piece {
    return this.read(this.tree.topNode, 0);
  }

  protected abstract readLeaf(node: SyntaxNode): Piece | undefined;
  protected abstract readExpression(node: SyntaxNode, depth: number): Piece | undefined;

  protected read(node: SyntaxNode, depth: number): Piece {
    if (depth > maximumNesting) {
      return piece(node.from, node.to, opaque);
    }
    return this.readLeaf(node) ?? this.readExpression(node, depth + 1) ?? this.readChildren(node, depth + 1);
  }

  protected slice(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  protected readChildren(node: SyntaxNode, depth: number): Piece {
    const parts = childrenOf(node)
      .map((child) => this.read(child, depth))
      .filter(isOfInterest);
    return container(node.from, node.to, parts);
  }

  /** What stands between two commas: one expression, or several nodes that are none. */
  protected readGroup(group: readonly SyntaxNode[], depth: number): Piece {
    if (group.length === 1) {
      return this.read(group[0]!, depth);
    }
    const parts = group.map((node) => this.read(node, depth)).filter(isOfInterest);
    return container(group[0]!.from, group[group.length - 1]!.to, parts);
  }

  /** A value under a keyword, unless the keyword says that it is a shape. */
  protected keyword(name: string, value: Piece): Piece {
    return isShapeName(name) ? piece(value.start, value.end, opaque) : bound([name], value);
  }

  protected readList(node: SyntaxNode, depth: number): Piece {
    const plain = readNested(this.text, node.from, squareLists);
    if (plain?.end === node.to) {
      return { ...piece(node.from, node.to, this.withIntegers(node, plain.value)), literal: true };
    }
    const printed = anyWithin(this.errors, node)
      ? readNested(this.text, node.from, printedArrays)
      : undefined;
    return printed === undefined
      ? this.readItems(node, depth)
      : { ...piece(node.from, printed.end, printed.value), literal: true };
  }

  private withIntegers(node: SyntaxNode, value: Value): Value {
    return value.kind === 'array' && !/[.eE]/.test(this.slice(node)) ? { ...value, integer: true } : value;
  }

  protected readItems(node: SyntaxNode, depth: number): Piece {
    const children = childrenOf(node);
    const closed = /^[)\]}]$/.test(children[children.length - 1]?.name ?? '');
    const groups = splitBy(insideBrackets(children), ',').filter((group) => group.length > 0);
    const items = groups.map((group) => this.readGroup(group, depth));
    const value: Value = closed
      ? stack(items.map((item) => item.value))
      : { kind: 'trouble', code: 'unbalanced' };
    return { ...piece(node.from, node.to, value, items.filter(isOfInterest)), literal: true };
  }
}

/** Whether a piece can lead to an entry. */
export function isOfInterest(part: Piece): boolean {
  const { value } = part;
  return (
    part.parts.length > 0 ||
    value.kind === 'array' ||
    value.kind === 'trouble' ||
    value.kind === 'columns' ||
    (value.kind === 'number' && value.wrapped === true)
  );
}
