import type { SyntaxNode, Tree } from '@lezer/common';
import type { ImportedName, Program, Root } from '../program/program';
import type { Branch, ClassDefinition, FunctionDefinition, Origin, Scope } from '../program/scope';
import { bind, openScope } from '../program/scope';
import type { Argument, LiteralTerm, Term } from '../program/term';
import { childrenOf } from '../program/tree';

/** Where a statement or an expression stands. */
export interface Place {
  readonly scope: Scope;
  readonly branch: Branch | undefined;
}

export type ReadTerm = (reader: BraceReader, node: SyntaxNode, place: Place) => Term;
export type ReadStatement = (reader: BraceReader, node: SyntaxNode, place: Place) => void;

/** How the nodes of a language's syntax trees are read. Nodes in neither table are passed through. */
export interface Grammar {
  readonly terms: { readonly [nodeName: string]: ReadTerm };
  readonly statements: { readonly [nodeName: string]: ReadStatement };
}

const deepest = 300;

/** Reads syntax trees of languages whose blocks stand in braces. */
export class BraceReader {
  readonly roots: Root[] = [];
  readonly imports: ImportedName[] = [];
  readonly packages = new Set<string>();
  readonly definitions: (FunctionDefinition | ClassDefinition)[] = [];
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly grammar: Grammar,
  ) {}

  source(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  isTerm(node: SyntaxNode): boolean {
    return Object.hasOwn(this.grammar.terms, node.name);
  }

  term(node: SyntaxNode, place: Place): Term {
    if (this.depth >= deepest) return { kind: 'other', parts: [], start: node.from, end: node.to };
    this.depth++;
    const read = this.grammar.terms[node.name] ?? readParts;
    const term = read(this, node, place);
    this.depth--;
    return term;
  }

  root(node: SyntaxNode, place: Place): Term {
    const term = this.term(node, place);
    this.roots.push({ term, ...place });
    return term;
  }

  /** Reads what stands in a node that is no expression. */
  visit(node: SyntaxNode, place: Place): void {
    if (this.depth >= deepest) return;
    this.depth++;
    const statement = this.grammar.statements[node.name];
    if (statement) statement(this, node, place);
    else if (this.isTerm(node)) this.root(node, place);
    else this.visitChildren(node, place);
    this.depth--;
  }

  visitChildren(node: SyntaxNode, place: Place): void {
    for (let child = node.firstChild; child; child = child.nextSibling) this.visit(child, place);
  }

  bind(name: string, origin: Origin, at: number, place: Place): void {
    bind(place.scope.bindings, name, { at, branch: place.branch, origin });
  }

  bindImport(name: string, path: string, at: number, place: Place): void {
    this.packages.add(path.split('.', 1)[0]!);
    this.bind(name, { kind: 'import', path }, at, place);
  }

  /** The values in a list of arguments. */
  arguments(list: SyntaxNode | null, place: Place): Argument[] {
    if (!list) return [];
    return childrenOf(list)
      .filter((child) => this.isTerm(child))
      .map((child) => ({ value: this.term(child, place) }));
  }

  /** Reads a function's body in a scope of its own, its parameters bound to what nobody knows. */
  readFunction(
    name: SyntaxNode | undefined,
    parameters: readonly string[],
    node: SyntaxNode,
    body: SyntaxNode | null,
    place: Place,
  ): FunctionDefinition {
    const scope = openScope('function', place.scope, node.from, place.branch);
    const definition: FunctionDefinition = {
      kind: 'function',
      name: name ? this.source(name) : '',
      start: name?.from ?? node.from,
      end: name?.to ?? node.from,
      parameters: parameters.map((parameter) => ({ name: parameter })),
      scope,
      decorators: [],
      returns: [],
    };
    scope.owner = definition;
    for (const parameter of definition.parameters)
      bind(scope.bindings, parameter.name, {
        at: node.from,
        branch: undefined,
        origin: { kind: 'parameter', parameter, scope: place.scope, owner: scope },
      });
    if (body && this.isTerm(body)) definition.returns.push(this.term(body, { scope, branch: undefined }));
    else if (body) this.visitChildren(body, { scope, branch: undefined });
    return definition;
  }
}

/** Reads a syntax tree into a program. */
export function readBraces(text: string, tree: Tree, grammar: Grammar): Program {
  const reader = new BraceReader(text, grammar);
  const module = openScope('module', undefined, 0, undefined);
  reader.visitChildren(tree.topNode, { scope: module, branch: undefined });
  const { roots, imports, packages, definitions } = reader;
  return { module, roots, imports, packages: [...packages], definitions };
}

/** An expression of which only the parts matter. */
export function readParts(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const parts = childrenOf(node).map((child) => reader.term(child, place));
  return { kind: 'other', parts, start: node.from, end: node.to };
}

/** The expression in parentheses, behind `&`, before `?`: its only part. */
export function readInner(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const inner = childrenOf(node).find((child) => reader.isTerm(child));
  return inner ? reader.term(inner, place) : readParts(reader, node, place);
}

export function readName(reader: BraceReader, node: SyntaxNode): Term {
  return { kind: 'name', name: reader.source(node), start: node.from, end: node.to };
}

/** A number without the separators and type suffixes that languages add. */
export function readNumber(reader: BraceReader, node: SyntaxNode): Term {
  const source = reader
    .source(node)
    .replace(/[_']/g, '')
    .replace(/(?<!^0[xX].*)(?:[fFlLuUn]+|[fiu](?:8|16|32|64|size))$/, '');
  const value = Number(source);
  return Number.isNaN(value)
    ? { kind: 'other', parts: [], start: node.from, end: node.to }
    : { kind: 'literal', value, start: node.from, end: node.to };
}

export function readString(reader: BraceReader, node: SyntaxNode): LiteralTerm {
  const source = reader.source(node);
  const value = source.slice(1, source.length > 1 && source.endsWith(source[0]!) ? -1 : undefined);
  return { kind: 'literal', value, start: node.from + 1, end: node.from + 1 + value.length };
}

export function literal(value: LiteralTerm['value']): ReadTerm {
  return (_, node) => ({ kind: 'literal', value, start: node.from, end: node.to });
}

export function readUnary(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const children = childrenOf(node);
  const operand = children.at(-1);
  if (children.length !== 2 || !operand) return readParts(reader, node, place);
  return {
    kind: 'unary',
    operator: reader.source(children[0]!),
    operand: reader.term(operand, place),
    start: node.from,
    end: node.to,
  };
}

export function readBinary(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const [left, operator, right] = childrenOf(node);
  if (!left || !operator || !right) return readParts(reader, node, place);
  return {
    kind: 'binary',
    operator: reader.source(operator),
    left: reader.term(left, place),
    right: reader.term(right, place),
    start: node.from,
    end: node.to,
  };
}

/** `object.name`, `object->name`: the first child and the last. */
export function readMember(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const children = childrenOf(node);
  const last = children.at(-1)!;
  const object = reader.term(children[0]!, place);
  if (children.length < 2) return object;
  return { kind: 'member', object, name: reader.source(last), start: node.from, end: last.to };
}

/** `a::b::c`, however the parts are nested in the tree. */
export function readScoped(reader: BraceReader, node: SyntaxNode): Term {
  const source = reader.source(node);
  let term: Term | undefined;
  for (const match of source.matchAll(/[A-Za-z_]\w*/g)) {
    const end = node.from + match.index + match[0].length;
    term = term
      ? { kind: 'member', object: term, name: match[0], start: node.from, end }
      : { kind: 'name', name: match[0], start: node.from, end };
    if (source.startsWith('<', match.index + match[0].length)) break;
  }
  return term ?? { kind: 'other', parts: [], start: node.from, end: node.to };
}
