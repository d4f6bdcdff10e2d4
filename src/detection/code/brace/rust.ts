import type { SyntaxNode } from '@lezer/common';
import type { Argument, CallTerm, Term } from '../program/term';
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

/** Rust with candle, burn and tch. A configuration that is built and made (`HuberLossConfig::new(1.0).init()`) is a call. */
export const rust: Grammar = {
  terms: {
    Identifier: readName,
    TypeIdentifier: readName,
    self: readName,
    ScopedIdentifier: readScoped,
    ScopedTypeIdentifier: readScoped,
    GenericFunction: readScoped,
    GenericType: readScoped,
    FieldExpression: readMember,
    CallExpression: readCall,
    StructExpression: readStruct,
    Integer: readNumber,
    Float: readNumber,
    String: readString,
    Boolean: (reader, node, place) => literal(reader.source(node) === 'true')(reader, node, place),
    ParenthesizedExpression: readInner,
    ReferenceExpression: readInner,
    TryExpression: readInner,
    AwaitExpression: readInner,
    TypeCastExpression: readInner,
    UnaryExpression: readUnary,
    BinaryExpression: readBinary,
    MacroInvocation: readParts,
  },
  statements: {
    UseDeclaration: readUse,
    LetDeclaration: readLet,
    FunctionItem: readFunction,
    AttributeItem: () => undefined,
  },
};

function readUse(reader: BraceReader, node: SyntaxNode, place: Place): void {
  for (const child of childrenOf(node)) readUsed(reader, child, '', place, node.to);
}

function readUsed(reader: BraceReader, node: SyntaxNode, prefix: string, place: Place, at: number): void {
  const join = (path: string): string => (prefix === '' ? path : `${prefix}.${path}`);
  const path = (part: SyntaxNode): string =>
    join(reader.source(part).replace(/\s/g, '').replaceAll('::', '.'));
  switch (node.name) {
    case 'ScopedUseList': {
      const inner = path(node).replace(/\.?\{[^]*$/, '');
      const list = node.getChild('UseList');
      for (const child of list ? childrenOf(list) : []) readUsed(reader, child, inner, place, at);
      return;
    }
    case 'UseList':
      for (const child of childrenOf(node)) readUsed(reader, child, prefix, place, at);
      return;
    case 'UseAsClause': {
      const [used, , alias] = childrenOf(node);
      if (used && alias) reader.bindImport(reader.source(alias), path(used), at, place);
      return;
    }
    case 'UseWildcard': {
      const module = path(node).replace(/\.\*$/, '');
      place.scope.stars.push(module);
      reader.packages.add(module.split('.', 1)[0]!);
      return;
    }
    default:
      if (/Identifier$/.test(node.name)) readUsedName(reader, node, path(node), place, at);
  }
}

function readUsedName(reader: BraceReader, node: SyntaxNode, path: string, place: Place, at: number): void {
  const name = path.slice(path.lastIndexOf('.') + 1);
  reader.imports.push({ start: node.to - name.length, end: node.to, path });
  reader.bindImport(name, path, at, place);
}

function readLet(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'BoundIdentifier');
  const value = children.at(-1)?.name === ';' ? children.at(-2) : children.at(-1);
  const equals = children.findIndex((child) => child.name === '=' || child.name === 'AssignOp');
  if (!value || (equals < 0 && !reader.isTerm(value))) return;
  const term = reader.root(value, place);
  if (name) reader.bind(reader.source(name), { kind: 'value', term, scope: place.scope }, node.to, place);
}

function readFunction(reader: BraceReader, node: SyntaxNode, place: Place): void {
  const name = node.getChild('BoundIdentifier');
  const parameters = node.getChild('ParamList')?.getChildren('Parameter') ?? [];
  const names = parameters.flatMap((parameter) => {
    const bound = parameter.getChild('BoundIdentifier');
    return bound ? [reader.source(bound)] : [];
  });
  const definition = reader.readFunction(name ?? undefined, names, node, node.getChild('Block'), place);
  if (name) reader.bind(definition.name, { kind: 'definition', definition }, name.to, place);
}

function readCall(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const callee = node.firstChild;
  if (!callee) return readParts(reader, node, place);
  const call: CallTerm = {
    kind: 'call',
    callee: reader.term(callee, place),
    arguments: reader.arguments(node.getChild('ArgList'), place),
    start: node.from,
    end: node.to,
  };
  return madeBy(call) ?? (reader.packages.has('tch') ? methodOfTensor(call) : undefined) ?? call;
}

/** The option that a tensor's method takes behind its reduction. */
const lastOption: { readonly [method: string]: string } = { huber_loss: 'delta', smooth_l1_loss: 'beta' };

/** `x.huber_loss(&y, Reduction::Sum, 2.0)` of tch is PyTorch's function of x and y. */
function methodOfTensor({ callee, arguments: given, start, end }: CallTerm): CallTerm | undefined {
  if (callee.kind !== 'member' || !/_(?:loss|entropy|logits|div)(?:_|$)/.test(callee.name)) return undefined;
  const name = callee.name === 'cross_entropy_for_logits' ? 'cross_entropy' : callee.name;
  const place = { start: callee.start, end: callee.end };
  const path: Term = {
    kind: 'member',
    object: { kind: 'name', name: 'tch.Tensor', ...place },
    name,
    ...place,
  };
  const data: Argument[] = [{ value: callee.object }];
  for (const argument of given) {
    const option = lastOption[name];
    const isReduction = /(?:^|\.)Reduction\.\w+$/.test(dottedName(argument.value) ?? '');
    if (isReduction) data.push({ name: 'reduction', value: argument.value });
    else if (data.length > 2 && option !== undefined) data.push({ name: option, value: argument.value });
    else data.push(argument);
  }
  return { kind: 'call', callee: path, arguments: data, start, end };
}

/** `CrossEntropyLossConfig { smoothing: Some(0.1) }`. */
function readStruct(reader: BraceReader, node: SyntaxNode, place: Place): Term {
  const type = node.firstChild;
  const fields = node.getChild('FieldInitializerList')?.getChildren('FieldInitializer') ?? [];
  if (!type) return readParts(reader, node, place);
  const options = fields.flatMap((field): Argument[] => {
    const [name, value] = [field.getChild('FieldIdentifier'), childrenOf(field).at(-1)];
    return name && value ? [{ name: reader.source(name), value: reader.term(value, place) }] : [];
  });
  return {
    kind: 'call',
    callee: reader.term(type, place),
    arguments: options,
    start: node.from,
    end: node.to,
  };
}

/**
 * The class that a chain of constructors makes, with its options: `XConfig::new(a).with_b(c).init(device)` and
 * `X::new()` are `X(a, b = c)` and `X()`.
 */
function madeBy(call: CallTerm): CallTerm | undefined {
  const options: Argument[] = [];
  let at: CallTerm = call;
  if (at.callee.kind !== 'member') return undefined;
  if (/^init/.test(at.callee.name) && at.callee.object.kind === 'call') at = at.callee.object;
  else if (at.callee.name !== 'new') return undefined;
  while (at.callee.kind === 'member' && at.callee.object.kind === 'call') {
    const value = at.arguments[0]?.value;
    if (value) options.unshift({ name: at.callee.name.replace(/^with_/, ''), value });
    at = at.callee.object;
  }
  const type = at.callee.kind === 'member' && at.callee.name === 'new' ? at.callee.object : at.callee;
  if (type.kind !== 'name' && type.kind !== 'member') return undefined;
  return { ...call, callee: type, arguments: [...at.arguments, ...options] };
}
