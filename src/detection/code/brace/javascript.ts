import type { SyntaxNode } from '@lezer/common';
import { bind, openScope, type ClassDefinition, type Origin } from '../program/scope';
import type { Term } from '../program/term';
import { dottedName } from '../program/term';
import { childrenOf, splitBy } from '../program/tree';
import {
  literal,
  readBinary,
  readInner,
  readName,
  readNumber,
  readParts,
  readString,
  readUnary,
  type BraceReader,
  type Grammar,
  type Place,
} from './reader';

/** JavaScript and TypeScript. The path of an import is the module's name without its scope: `@tensorflow/tfjs` is tf. */
export const javascript: Grammar = {
  terms: {
    VariableName: readName,
    this: readName,
    MemberExpression: readMember,
    CallExpression: readCall,
    NewExpression: readCall,
    Number: readNumber,
    String: readString,
    TemplateString: readParts,
    BooleanLiteral: (reader, node) => literal(reader.source(node) === 'true')(reader, node, nowhere),
    null: literal(null),
    ParenthesizedExpression: readInner,
    AwaitExpression: readInner,
    UnaryExpression: readUnary,
    BinaryExpression: readBinary,
    ConditionalExpression: readConditional,
    ObjectExpression: readObject,
    ArrayExpression: (reader, node, place) => ({
      kind: 'list',
      items: childrenOf(node)
        .filter((child) => reader.isTerm(child))
        .map((child) => reader.term(child, place)),
      start: node.from,
      end: node.to,
    }),
    ArrowFunction: readFunctionTerm,
    FunctionExpression: readFunctionTerm,
    AssignmentExpression: readAssignment,
  },
  statements: {
    ImportDeclaration: readImport,
    VariableDeclaration: readVariables,
    FunctionDeclaration: readFunction,
    MethodDeclaration: readMethod,
    ClassDeclaration: readClass,
    PropertyDeclaration: readProperty,
    ReturnStatement: readReturn,
  },
};

const nowhere: Place = { scope: openScope('module', undefined, 0, undefined), branch: undefined };

/** `@tensorflow/tfjs`, `@tensorflow/tfjs-node` and `tfjs` are the library that everyone calls tf. */
function pathOfModule(specifier: string): string {
  return /^@tensorflow\/tfjs|^tfjs\b/.test(specifier) ? 'tf' : specifier.replaceAll('.', '·');
}

function readImport(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const specifier = node.getChild('String');
  if (!specifier) return;
  const module = pathOfModule(String(readString(reader, specifier).value));
  for (const child of childrenOf(node)) {
    if (child.name === 'VariableDefinition') reader.bindImport(reader.source(child), module, node.to, place);
    if (child.name === 'ImportGroup') readImportGroup(reader, child, module, place);
  }
}

function readImportGroup(reader: BraceReader, group: SyntaxNode, module: string, place: Place): void {
  for (const names of splitBy(childrenOf(group), ',')) {
    const [name, alias] = names.filter(({ name: kind }) => /^Variable(?:Name|Definition)$/.test(kind));
    if (!name) continue;
    const path = `${module}.${reader.source(name)}`;
    reader.imports.push({ start: name.from, end: name.to, path });
    reader.bindImport(reader.source(alias ?? name), path, group.to, place);
  }
}

function readVariables(reader: BraceReader, node: SyntaxNode, place: Place): void {
  for (const group of splitBy(childrenOf(node).slice(1), ',')) {
    const [target] = group;
    const at = group.findIndex(({ name }) => name === 'Equals');
    const value = at < 0 ? undefined : group[at + 1];
    const term = value && reader.root(value, place);
    if (target?.name === 'VariableDefinition') bindName(reader, target, term, node.to, place);
    if (target?.name === 'ObjectPattern') bindPattern(reader, target, term, node.to, place);
  }
}

function bindName(
  reader: BraceReader,
  target: SyntaxNode,
  value: Term | undefined,
  at: number,
  place: Place,
): void {
  const path = value && requiredPath(value);
  const origin: Origin = value ? { kind: 'value', term: value, scope: place.scope } : { kind: 'unknown' };
  if (path === undefined) reader.bind(reader.source(target), origin, at, place);
  else reader.bindImport(reader.source(target), path, at, place);
}

/** `const tf = require('@tensorflow/tfjs')`. */
function requiredPath(value: Term): string | undefined {
  const isRequire =
    value.kind === 'call' && value.callee.kind === 'name' && /^(?:require|import)$/.test(value.callee.name);
  const specifier = isRequire ? value.arguments[0]?.value : undefined;
  return specifier?.kind === 'literal' ? pathOfModule(String(specifier.value)) : undefined;
}

/** `const { losses } = tf` binds members. */
function bindPattern(
  reader: BraceReader,
  pattern: SyntaxNode,
  value: Term | undefined,
  at: number,
  place: Place,
): void {
  const module = value && requiredPath(value);
  for (const property of pattern.getChildren('PatternProperty')) {
    const [key, target = key] = childrenOf(property).filter(({ name }) => /^Variable|^Property/.test(name));
    if (!key || !target) continue;
    const name = reader.source(key);
    if (module !== undefined) reader.bindImport(reader.source(target), `${module}.${name}`, at, place);
    else if (value) {
      const term: Term = { kind: 'member', object: value, name, start: property.from, end: property.to };
      reader.bind(reader.source(target), { kind: 'value', term, scope: place.scope }, at, place);
    }
  }
}

function readMember(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const children = childrenOf(node);
  const object = reader.term(children[0]!, place);
  const property = children.find(({ name }) => name === 'PropertyName');
  if (property)
    return { kind: 'member', object, name: reader.source(property), start: node.from, end: property.to };
  const index = children.slice(1).find((child) => reader.isTerm(child));
  if (!index) return { kind: 'other', parts: [object], start: node.from, end: node.to };
  return { kind: 'subscript', object, index: reader.term(index, place), start: node.from, end: node.to };
}

function readCall(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const callee = childrenOf(node).find((child) => reader.isTerm(child));
  if (!callee) return readParts(reader, node, place);
  return {
    kind: 'call',
    callee: reader.term(callee, place),
    arguments: reader.arguments(node.getChild('ArgList'), place),
    start: node.from,
    end: node.to,
  };
}

function readConditional(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const [test, then, otherwise] = childrenOf(node).filter((child) => reader.isTerm(child));
  if (!test || !then || !otherwise) return readParts(reader, node, place);
  return {
    kind: 'choice',
    test: reader.term(test, place),
    then: reader.term(then, place),
    otherwise: reader.term(otherwise, place),
    start: node.from,
    end: node.to,
  };
}

function readObject(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const entries = node.getChildren('Property').flatMap((property) => {
    const children = childrenOf(property);
    const key = children[0];
    const value = children.slice(1).find((child) => reader.isTerm(child));
    if (!key || !value) return [];
    const name = reader.source(key).replace(/^["']|["']$/g, '');
    return [
      {
        key: { kind: 'literal', value: name, start: key.from, end: key.to } as const,
        value: reader.term(value, place),
      },
    ];
  });
  return { kind: 'dictionary', entries, start: node.from, end: node.to };
}

function parametersOf(reader: BraceReader, node: SyntaxNode): readonly string[] {
  const list = node.getChild('ParamList');
  const names = list ? list.getChildren('VariableDefinition') : node.getChildren('VariableDefinition');
  return names.map((name) => reader.source(name));
}

function readFunctionTerm(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const body = node.lastChild;
  const definition = reader.readFunction(undefined, parametersOf(reader, node), node, body, place);
  return { kind: 'function', definition, start: node.from, end: node.to };
}

function readFunction(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const name = node.getChild('VariableDefinition');
  if (!name) return;
  const parameters = node.getChild('ParamList')?.getChildren('VariableDefinition') ?? [];
  const names = parameters.map((parameter) => reader.source(parameter));
  const definition = reader.readFunction(name, names, node, node.getChild('Block'), place);
  reader.definitions.push(definition);
  reader.bind(definition.name, { kind: 'definition', definition }, name.to, place);
}

function readMethod(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const name = node.getChild('PropertyDefinition') ?? undefined;
  const definition = reader.readFunction(
    name,
    parametersOf(reader, node),
    node,
    node.getChild('Block'),
    place,
  );
  if (definition.name !== '')
    reader.bind(definition.name, { kind: 'definition', definition }, node.to, place);
}

function readClass(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const name = node.getChild('VariableDefinition');
  const body = node.getChild('ClassBody');
  if (!name || !body) return;
  const base = childrenOf(node).find((child) => reader.isTerm(child));
  const scope = openScope('class', place.scope, node.from, place.branch);
  const definition: ClassDefinition = {
    kind: 'class',
    name: reader.source(name),
    start: name.from,
    end: name.to,
    bases: base ? [reader.root(base, place)] : [],
    outer: place.scope,
    scope,
    attributes: new Map(),
  };
  scope.owner = definition;
  reader.definitions.push(definition);
  reader.bind(definition.name, { kind: 'definition', definition }, node.to, place);
  reader.visitChildren(body, { scope, branch: undefined });
}

function readProperty(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const name = node.getChild('PropertyDefinition');
  const value = childrenOf(node).find((child) => reader.isTerm(child));
  if (!name || !value) return;
  const term = reader.root(value, place);
  bindThis(reader.source(name), { kind: 'value', term, scope: place.scope }, node.to, place);
}

function readReturn(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const value = childrenOf(node).find((child) => reader.isTerm(child));
  if (!value) return;
  const term = reader.root(value, place);
  if (place.scope.owner?.kind === 'function') place.scope.owner.returns.push(term);
}

function readAssignment(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const [target, value] = childrenOf(node).filter((child) => reader.isTerm(child));
  if (!target || !value) return readParts(reader, node, place);
  const to = reader.term(target, place);
  const term = reader.term(value, place);
  const origin: Origin = { kind: 'value', term, scope: place.scope };
  const dotted = dottedName(to);
  if (to.kind === 'member' && to.object.kind === 'name' && to.object.name === 'this')
    bindThis(to.name, origin, node.to, place);
  else if (dotted !== undefined) reader.bind(dotted, origin, node.to, place);
  return { kind: 'other', parts: [term], start: node.from, end: node.to };
}

/** `this.loss = …` is kept with the scope of the class under its dotted spelling, where its methods look it up. */
function bindThis(name: string, origin: Origin, at: number, place: Place): void {
  let scope = place.scope;
  while (scope.kind !== 'class' && scope.parent) scope = scope.parent;
  const home = scope.kind === 'class' ? (scope.parent ?? scope) : place.scope;
  bind(home.bindings, `this.${name}`, { at, branch: undefined, origin });
}
