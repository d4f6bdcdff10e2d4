import type { SyntaxNode } from '@lezer/common';
import type { Argument, Term } from '../program/term';
import { dottedName } from '../program/term';
import { childrenOf } from '../program/tree';
import {
  literal,
  readBinary,
  readInner,
  readMember,
  readName,
  readNumber,
  readParts,
  readScoped,
  readString,
  readUnary,
  type BraceReader,
  type Grammar,
  type Place,
} from './reader';

/** C++ with libtorch. Options that are built (`HuberLossOptions().delta(2)`) are read as arguments by name. */
export const cpp: Grammar = {
  terms: {
    Identifier: readName,
    FieldIdentifier: readName,
    TypeIdentifier: readName,
    ScopedIdentifier: readScoped,
    ScopedTypeIdentifier: readScoped,
    TemplateFunction: readScoped,
    FieldExpression: readMember,
    CallExpression: readCall,
    CompoundLiteralExpression: readCall,
    Number: readNumber,
    String: readString,
    True: literal(true),
    False: literal(false),
    true: literal(true),
    false: literal(false),
    nullptr: literal(null),
    ParenthesizedExpression: readInner,
    PointerExpression: readInner,
    UnaryExpression: readUnary,
    BinaryExpression: readBinary,
    AssignmentExpression: readAssignment,
    SubscriptExpression: readParts,
    ConditionalExpression: readParts,
    LambdaExpression: readParts,
    NewExpression: readInner,
  },
  statements: {
    NamespaceDefinition: readNamespace,
    UsingDeclaration: readUsing,
    AliasDeclaration: readAlias,
    FunctionDefinition: readFunction,
    Declaration: readDeclaration,
    FieldDeclaration: readDeclaration,
    FieldInitializer: readInitializer,
    PreprocDirective: () => undefined,
  },
};

function pathOf(reader: BraceReader, node: SyntaxNode): string {
  return reader.source(node).replace(/\s/g, '').replaceAll('::', '.').replace(/^\./, '');
}

/** `namespace F = torch::nn::functional;`, or a namespace with a body. */
function readNamespace(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const body = node.getChild('DeclarationList');
  if (body) {
    reader.visitChildren(body, place);
    return;
  }
  const [alias, path] = childrenOf(node).filter(({ name }) => /Identifier$/.test(name));
  if (alias && path) reader.bindImport(reader.source(alias), pathOf(reader, path), node.to, place);
}

/** `using namespace torch::nn;` offers everything in it, `using torch::nn::HuberLoss;` one name. */
function readUsing(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const path = childrenOf(node).find(({ name }) => /Identifier$/.test(name));
  if (!path) return;
  const full = pathOf(reader, path);
  if (/^using\s+namespace\b/.test(reader.source(node))) {
    place.scope.stars.push(full);
    reader.packages.add(full.split('.', 1)[0]!);
  } else reader.bindImport(full.slice(full.lastIndexOf('.') + 1), full, node.to, place);
}

/** `using Loss = torch::nn::MSELoss;`. */
function readAlias(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const [name, type] = childrenOf(node).filter(({ name: kind }) => /Identifier$|TypeDescriptor/.test(kind));
  const path = type && (type.name === 'TypeDescriptor' ? type.firstChild : type);
  if (!name || !path) return;
  const term = reader.root(path, place);
  reader.bind(reader.source(name), { kind: 'value', term, scope: place.scope }, node.to, place);
}

function readFunction(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const declarator = node.getChild('FunctionDeclarator');
  const parameters = declarator?.getChild('ParameterList')?.getChildren('ParameterDeclaration') ?? [];
  const names = parameters.flatMap((parameter) => {
    const name = childrenOf(parameter).at(-1);
    return name ? [reader.source(name).replace(/^[&*\s]+/, '')] : [];
  });
  for (const list of node.getChildren('FieldInitializerList')) reader.visitChildren(list, place);
  const isNamed = declarator?.firstChild?.name === 'Identifier';
  const name = isNamed ? declarator.firstChild : null;
  const body = node.getChild('CompoundStatement');
  const definition = reader.readFunction(name ?? undefined, names, node, body, place);
  if (name) reader.bind(definition.name, { kind: 'definition', definition }, name.to, place);
}

/** `torch::nn::MSELoss criterion(options);`, `auto loss = …;`. */
function readDeclaration(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const children = childrenOf(node);
  const type = children.find(({ name }) => /TypeIdentifier$/.test(name));
  const made = children.filter(({ name }) => /^(?:InitDeclarator|Identifier|FieldIdentifier)$/.test(name));
  for (const declarator of made) readDeclarator(reader, declarator, type, node, place);
  if (made.length === 0) reader.visitChildren(node, place);
}

function readDeclarator(
  reader: BraceReader,
  declarator: SyntaxNode,
  type: SyntaxNode | undefined,
  node: SyntaxNode,
  place: Place,
): void {
  const parts = declarator.name === 'InitDeclarator' ? childrenOf(declarator) : [declarator];
  const name = parts[0];
  if (!name) return;
  const list = parts.find(({ name: kind }) => /^(?:ArgumentList|InitializerList)$/.test(kind));
  const value = parts.slice(1).find((part) => reader.isTerm(part));
  let term: Term | undefined;
  if (value && !list) term = reader.root(value, place);
  else if (type) {
    term = {
      kind: 'call',
      callee: reader.term(type, place),
      arguments: optionsIn(reader, list, place),
      start: type.from,
      end: declarator.to,
    };
    reader.roots.push({ term, ...place });
  }
  if (term) reader.bind(reader.source(name), { kind: 'value', term, scope: place.scope }, node.to, place);
}

/** `: criterion(torch::nn::MSELossOptions())` in a constructor. */
function readInitializer(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const list = node.getChild('ArgumentList') ?? node.getChild('InitializerList');
  if (list) for (const child of childrenOf(list)) if (reader.isTerm(child)) reader.root(child, place);
}

function readCall(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const callee = childrenOf(node).find((child) => reader.isTerm(child));
  if (!callee) return readParts(reader, node, place);
  const list = node.getChild('ArgumentList') ?? node.getChild('InitializerList');
  return {
    kind: 'call',
    callee: reader.term(callee, place),
    arguments: optionsIn(reader, list ?? undefined, place),
    start: node.from,
    end: node.to,
  };
}

/** The arguments; an options object gives each of its settings by name. */
function optionsIn(reader: BraceReader, list: SyntaxNode | undefined, place: Place): readonly Argument[] {
  return reader
    .arguments(list ?? null, place)
    .flatMap((argument) => settingsOf(argument.value) ?? [argument]);
}

function settingsOf(term: Term): readonly Argument[] | undefined {
  const settings: Argument[] = [];
  let at = term;
  while (at.kind === 'call' && at.callee.kind === 'member' && at.callee.object.kind === 'call') {
    const value = at.arguments[0]?.value;
    if (value) settings.unshift({ name: at.callee.name, value });
    at = at.callee.object;
  }
  return at.kind === 'call' && /Options$/.test(dottedName(at.callee) ?? '') ? settings : undefined;
}

function readAssignment(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const [target, value] = childrenOf(node).filter((child) => reader.isTerm(child));
  if (!target || !value) return readParts(reader, node, place);
  const term = reader.term(value, place);
  const name = dottedName(reader.term(target, place));
  if (name !== undefined) reader.bind(name, { kind: 'value', term, scope: place.scope }, node.to, place);
  return { kind: 'other', parts: [term], start: node.from, end: node.to };
}
