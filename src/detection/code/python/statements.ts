import type { SyntaxNode, Tree } from '@lezer/common';
import type { ImportedName, Program, Root } from '../program/program';
import type { Branch, ClassDefinition, FunctionDefinition, Origin, Scope } from '../program/scope';
import { bind, enclosingClass, methodOf, openScope } from '../program/scope';
import type { Term } from '../program/term';
import { dottedName } from '../program/term';
import { childrenOf, splitBy } from '../program/tree';
import { bindParameters, bindTargets, isExpression, readParameters, TermReader } from './terms';

/** Where a statement stands. */
interface Place {
  readonly scope: Scope;
  readonly branch: Branch | undefined;
}

type Read = (reader: ProgramReader, node: SyntaxNode, place: Place) => void;

/** Deeper than any person indents. */
const deepest = 100;

/** Reads a syntax tree of Python into what its names are bound to and which expressions it holds. */
export function readProgram(text: string, tree: Tree): Program {
  const reader = new ProgramReader(text);
  const module = openScope('module', undefined, 0, undefined);
  reader.readBody(tree.topNode, { scope: module, branch: undefined });
  const { roots, imports, packages, definitions } = reader;
  return { module, roots, imports, packages: [...packages], definitions };
}

class ProgramReader {
  readonly roots: Root[] = [];
  readonly imports: ImportedName[] = [];
  readonly packages = new Set<string>();
  readonly definitions: (FunctionDefinition | ClassDefinition)[] = [];
  readonly terms: TermReader;
  private depth = 0;

  constructor(text: string) {
    this.terms = new TermReader(text);
  }

  readBody(body: SyntaxNode, place: Place): void {
    if (this.depth >= deepest) return;
    this.depth++;
    for (let child = body.firstChild; child; child = child.nextSibling) this.readStatement(child, place);
    this.depth--;
  }

  readStatement(node: SyntaxNode, place: Place): void {
    (statements[node.name] ?? readSimple)(this, node, place);
  }

  /** Reads an expression of a statement. */
  root(node: SyntaxNode, place: Place): Term {
    const term = this.terms.read(node, place.scope, place.branch);
    this.roots.push({ term, ...place });
    return term;
  }
}

const statements: { readonly [nodeName: string]: Read } = {
  Comment: () => undefined,
  Body: (reader, node, place) => {
    reader.readBody(node, place);
  },
  ImportStatement: readImport,
  AssignStatement: readAssignment,
  UpdateStatement: readUpdate,
  FunctionDefinition: (reader, node, place) => {
    readFunction(reader, node, place, []);
  },
  ClassDefinition: readClass,
  DecoratedStatement: readDecorated,
  ReturnStatement: readReturn,
  IfStatement: readArms,
  WhileStatement: readArms,
  TryStatement: readArms,
  ForStatement: readFor,
  WithStatement: readWith,
  ScopeStatement: () => undefined,
  DeleteStatement: () => undefined,
};

/** A statement that binds nothing: its expressions, and whatever statements the parser put into it. */
function readSimple(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  for (const child of childrenOf(node)) {
    if (isStatement(child)) reader.readStatement(child, place);
    else if (child.name === '⚠') readSimple(reader, child, place);
    else if (isExpression(child) && !isWord(child)) reader.root(child, place);
  }
}

function isStatement(node: SyntaxNode): boolean {
  return /(?:Statement|Definition|Group|Body|Clause)$/.test(node.name);
}

/** A keyword of a statement, whose node bears its own spelling. */
function isWord(node: SyntaxNode): boolean {
  return /^[a-z]/.test(node.name);
}

function readImport(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  const children = childrenOf(node);
  if (children[0]?.name === 'from') readFromImport(reader, children, place, node.to);
  else readPlainImport(reader, children.slice(1), place, node.to);
}

function readPlainImport(
  reader: ProgramReader,
  children: readonly SyntaxNode[],
  place: Place,
  at: number,
): void {
  for (const group of splitBy(children, ',')) {
    const [module, alias] = splitBy(group, 'as');
    const path = pathOf(reader, module ?? []);
    if (path === '') continue;
    const name = alias?.[0] ? reader.terms.source(alias[0]) : path.split('.', 1)[0]!;
    reader.packages.add(path.split('.', 1)[0]!);
    bindImport(place, name, alias?.[0] ? path : name, at);
  }
}

function readFromImport(
  reader: ProgramReader,
  children: readonly SyntaxNode[],
  place: Place,
  at: number,
): void {
  const word = children.findIndex((child) => child.name === 'import');
  if (word < 0) return;
  const module = pathOf(reader, children.slice(1, word));
  reader.packages.add(module.split('.', 1)[0]!);
  for (const group of splitBy(children.slice(word + 1), ',')) {
    const names = group.filter((child) => child.name === 'VariableName');
    const [name, alias] = names;
    if (group.some((child) => child.name === '*')) place.scope.stars.push(module);
    if (!name) continue;
    const own = reader.terms.source(name);
    const path = /\.$/.test(module) ? module + own : `${module}.${own}`;
    reader.imports.push({ start: name.from, end: name.to, path });
    bindImport(place, alias ? reader.terms.source(alias) : own, path, at);
  }
}

/** The module of an import as it is written, leading dots included. */
function pathOf(reader: ProgramReader, nodes: readonly SyntaxNode[]): string {
  return nodes
    .filter((node) => /^\.+$|^VariableName$/.test(node.name))
    .map((node) => reader.terms.source(node))
    .join('');
}

function bindImport(place: Place, name: string, path: string, at: number): void {
  bind(place.scope.bindings, name, { at, branch: place.branch, origin: { kind: 'import', path } });
}

function readAssignment(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  const groups = splitBy(childrenOf(node), 'AssignOp');
  const annotation = node.getChild('TypeDef')?.lastChild;
  const type = annotation && isExpression(annotation) ? reader.root(annotation, place) : undefined;
  const value =
    groups.length > 1 ? reader.terms.readGroup(groups.at(-1)!, place.scope, place.branch) : undefined;
  if (value) reader.roots.push({ term: value, ...place });
  for (const group of groups.slice(0, Math.max(1, groups.length - 1))) {
    const target = reader.terms.readGroup(group, place.scope, place.branch);
    if (target && value) assign(target, value, place, node.to);
    else if (target && type) assignType(target, type, place, node.to);
  }
}

function assignType(target: Term, type: Term, place: Place, at: number): void {
  bindTarget(target, { kind: 'annotation', term: type, scope: place.scope }, place, at);
}

function assign(target: Term, value: Term, place: Place, at: number): void {
  if (target.kind === 'list') assignEach(target.items, value, place, at);
  else bindTarget(target, { kind: 'value', term: value, scope: place.scope }, place, at);
}

function assignEach(targets: readonly Term[], value: Term, place: Place, at: number): void {
  const isPaired = value.kind === 'list' && value.items.length === targets.length;
  targets.forEach((target, i) => {
    if (isPaired) assign(target, value.items[i]!, place, at);
    else bindTargets(target, place.scope, at, place.branch);
  });
}

function bindTarget(target: Term, origin: Origin, place: Place, at: number): void {
  const binding = { at, branch: place.branch, origin };
  if (target.kind === 'name') bind(place.scope.bindings, target.name, binding);
  if (target.kind !== 'member') return;
  const owner = target.object.kind === 'name' ? ownerOfSelf(target.object.name, place.scope) : undefined;
  const dotted = dottedName(target);
  if (owner) bind(owner.attributes, target.name, binding);
  else if (dotted !== undefined) bind(place.scope.bindings, dotted, binding);
}

/** The class whose instance the name means: the first parameter of the method that the scope lies in. */
function ownerOfSelf(name: string, scope: Scope): ClassDefinition | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (!at.bindings.has(name)) continue;
    return methodOf(at)?.parameters[0]?.name === name ? enclosingClass(at) : undefined;
  }
  return undefined;
}

function readUpdate(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  const [target, value] = childrenOf(node).filter(isExpression);
  if (value) reader.root(value, place);
  if (target)
    bindTargets(reader.terms.read(target, place.scope, place.branch), place.scope, node.to, place.branch);
}

function readFunction(
  reader: ProgramReader,
  node: SyntaxNode,
  place: Place,
  decorators: readonly Term[],
): void {
  const name = node.getChild('VariableName');
  if (!name) return;
  const scope = openScope('function', place.scope, node.from, place.branch);
  const list = node.getChild('ParamList');
  const definition: FunctionDefinition = {
    kind: 'function',
    name: reader.terms.source(name),
    start: name.from,
    end: name.to,
    parameters: list ? readParameters(reader.terms, list, place.scope, place.branch) : [],
    scope,
    decorators,
    returns: [],
  };
  scope.owner = definition;
  reader.definitions.push(definition);
  for (const parameter of definition.parameters)
    for (const term of [parameter.annotation, parameter.default])
      if (term) reader.roots.push({ term, ...place });
  bind(place.scope.bindings, definition.name, {
    at: name.to,
    branch: place.branch,
    origin: { kind: 'definition', definition },
  });
  bindParameters(definition, place.scope, node.from);
  const body = node.getChild('Body');
  if (body) reader.readBody(body, { scope, branch: undefined });
}

function readClass(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  const name = node.getChild('VariableName');
  if (!name) return;
  const list = node.getChild('ArgList');
  const bases = list ? reader.terms.readArguments(list, place.scope, place.branch) : [];
  for (const base of bases) reader.roots.push({ term: base.value, ...place });
  const scope = openScope('class', place.scope, node.from, place.branch);
  const definition: ClassDefinition = {
    kind: 'class',
    name: reader.terms.source(name),
    start: name.from,
    end: name.to,
    bases: bases.filter((base) => base.name === undefined).map((base) => base.value),
    outer: place.scope,
    scope,
    attributes: new Map(),
  };
  scope.owner = definition;
  reader.definitions.push(definition);
  bind(place.scope.bindings, definition.name, {
    at: node.to,
    branch: place.branch,
    origin: { kind: 'definition', definition },
  });
  const body = node.getChild('Body');
  if (body) reader.readBody(body, { scope, branch: undefined });
}

function readDecorated(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  const decorators = node
    .getChildren('Decorator')
    .map((decorator) => readDecorator(reader, decorator, place));
  const definition = node.lastChild;
  if (definition?.name === 'FunctionDefinition') readFunction(reader, definition, place, decorators);
  else if (definition) reader.readStatement(definition, place);
}

function readDecorator(reader: ProgramReader, node: SyntaxNode, place: Place): Term {
  const children = childrenOf(node).slice(1);
  const list = children.find((child) => child.name === 'ArgList');
  const names = children.filter((child) => isExpression(child) && child !== list);
  const callee = names
    .map((child) => reader.terms.read(child, place.scope, place.branch))
    .reduce<Term | undefined>((object, part) => {
      if (!object || part.kind !== 'name') return part;
      return { kind: 'member', object, name: part.name, start: object.start, end: part.end };
    }, undefined) ?? { kind: 'other', parts: [], start: node.from, end: node.to };
  const term: Term = list
    ? {
        kind: 'call',
        callee,
        arguments: reader.terms.readArguments(list, place.scope, place.branch),
        start: node.from,
        end: node.to,
      }
    : callee;
  reader.roots.push({ term, ...place });
  return term;
}

function readReturn(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  const value = reader.terms.readGroup(childrenOf(node).slice(1), place.scope, place.branch);
  if (!value) return;
  reader.roots.push({ term: value, ...place });
  if (place.scope.owner?.kind === 'function') place.scope.owner.returns.push(value);
}

/** Statements with several bodies: each body is an arm; a handler may follow what its `try` has begun. */
function readArms(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  let arm = 0;
  let previous: SyntaxNode | undefined;
  for (const child of childrenOf(node)) {
    if (child.name === 'Body') {
      reader.readBody(child, { scope: place.scope, branch: { parent: place.branch, statement: node, arm } });
      if (node.name === 'IfStatement') arm++;
    } else if (previous?.name === 'as')
      bindTargets(reader.terms.read(child, place.scope, place.branch), place.scope, child.to, place.branch);
    else if (isExpression(child) && !isWord(child)) reader.root(child, place);
    previous = child;
  }
}

function readFor(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  const branch: Branch = { parent: place.branch, statement: node, arm: 0 };
  let isTarget = false;
  for (const child of childrenOf(node)) {
    if (child.name === 'for') isTarget = true;
    else if (child.name === 'in') isTarget = false;
    else if (child.name === 'Body') reader.readBody(child, { scope: place.scope, branch });
    else if (!isExpression(child) || isWord(child)) continue;
    else if (isTarget)
      bindTargets(reader.terms.read(child, place.scope, branch), place.scope, child.to, branch);
    else reader.root(child, place);
  }
}

function readWith(reader: ProgramReader, node: SyntaxNode, place: Place): void {
  let previous: SyntaxNode | undefined;
  for (const child of childrenOf(node)) {
    if (child.name === 'Body') reader.readBody(child, place);
    else if (previous?.name === 'as')
      bindTargets(reader.terms.read(child, place.scope, place.branch), place.scope, child.to, place.branch);
    else if (isExpression(child) && !isWord(child)) reader.root(child, place);
    previous = child;
  }
}
