import type { SyntaxNode } from '@lezer/common';
import type { Branch, FunctionDefinition, Scope } from '../program/scope';
import { bind, openScope } from '../program/scope';
import type { Argument, CallTerm, LiteralTerm, Term } from '../program/term';
import { splitBy, childrenOf } from '../program/tree';

/** Deeper nesting than any person writes; what lies below is left unread, so that the stack suffices. */
const deepest = 300;

/** Reads Python's expressions. Lambdas and comprehensions open scopes of their own. */
export class TermReader {
  private depth = 0;

  constructor(private readonly text: string) {}

  read(node: SyntaxNode, scope: Scope, branch: Branch | undefined): Term {
    if (this.depth >= deepest) return { kind: 'other', parts: [], start: node.from, end: node.to };
    this.depth++;
    const term = (readers[node.name] ?? readOther)(this, node, scope, branch);
    this.depth--;
    return term;
  }

  /** What stands between two commas or assignments: one expression, or a tuple without parentheses. */
  readGroup(nodes: readonly SyntaxNode[], scope: Scope, branch: Branch | undefined): Term | undefined {
    const terms = this.readAll(nodes.filter(isExpression), scope, branch);
    const isTuple = nodes.some((node) => node.name === ',');
    if (terms.length === 0) return undefined;
    if (terms.length === 1 && !isTuple) return terms[0];
    return { kind: 'list', items: terms, start: terms[0]!.start, end: terms.at(-1)!.end };
  }

  readAll(nodes: readonly SyntaxNode[], scope: Scope, branch: Branch | undefined): Term[] {
    return nodes.map((node) => this.read(node, scope, branch));
  }

  source(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  /** The arguments in parentheses; a generator without parentheses of its own is one argument. */
  readArguments(list: SyntaxNode, scope: Scope, branch: Branch | undefined): Argument[] {
    const children = childrenOf(list).slice(1);
    if (children.some((child) => child.name === 'for'))
      return [{ value: readComprehension(this, list, scope, branch) }];
    return splitBy(children, ',').flatMap((group) => this.readArgument(group, scope, branch));
  }

  private readArgument(
    group: readonly SyntaxNode[],
    scope: Scope,
    branch: Branch | undefined,
  ): readonly Argument[] {
    const first = group[0];
    const value = group.filter(isExpression).at(-1);
    if (!first || !value) return [];
    const term = this.read(value, scope, branch);
    if (first.name === '**') return [{ value: term, spread: 'dictionary' }];
    if (first.name === '*') return [{ value: term, spread: 'list' }];
    const isNamed = group[1]?.name === 'AssignOp';
    if (isNamed && value === first) return [];
    return [isNamed ? { name: this.source(first), value: term } : { value: term }];
  }
}

type Read = (reader: TermReader, node: SyntaxNode, scope: Scope, branch: Branch | undefined) => Term;

const readers: { readonly [nodeName: string]: Read } = {
  VariableName: (reader, node) => ({
    kind: 'name',
    name: reader.source(node),
    start: node.from,
    end: node.to,
  }),
  MemberExpression: readMember,
  CallExpression: readCall,
  Number: readNumber,
  String: readString,
  FormatString: readFormatString,
  ContinuedString: readContinuedString,
  Boolean: (reader, node) => literal(node, reader.source(node) === 'True'),
  None: (_, node) => literal(node, null),
  ParenthesizedExpression: (reader, node, scope, branch) => {
    const inner = childrenOf(node).find(isExpression);
    return inner ? reader.read(inner, scope, branch) : readOther(reader, node, scope, branch);
  },
  UnaryExpression: readUnary,
  BinaryExpression: readBinary,
  ConditionalExpression: readConditional,
  TupleExpression: readList,
  ArrayExpression: readList,
  SetExpression: readList,
  DictionaryExpression: readDictionary,
  LambdaExpression: readLambda,
  NamedExpression: readNamed,
  ComprehensionExpression: readComprehension,
  ArrayComprehensionExpression: readComprehension,
  SetComprehensionExpression: readComprehension,
  DictionaryComprehensionExpression: readComprehension,
};

const punctuation = /^\W+$|^(?:Comment|AssignOp|ArithOp|CompareOp|BitOp|UpdateOp|TypeDef)$/;
const words = new Set('for in if else and or not is lambda await yield as async from import with'.split(' '));

/** Whether a child of a node is an expression rather than a sign or a word of the syntax. */
export function isExpression(node: SyntaxNode): boolean {
  return !punctuation.test(node.name) && !words.has(node.name);
}

function readOther(reader: TermReader, node: SyntaxNode, scope: Scope, branch: Branch | undefined): Term {
  const parts = reader.readAll(childrenOf(node).filter(isExpression), scope, branch);
  return { kind: 'other', parts, start: node.from, end: node.to };
}

function readMember(reader: TermReader, node: SyntaxNode, scope: Scope, branch: Branch | undefined): Term {
  const children = childrenOf(node);
  const object = reader.read(children[0]!, scope, branch);
  const property = children.find((child) => child.name === 'PropertyName');
  if (property)
    return { kind: 'member', object, name: reader.source(property), start: node.from, end: property.to };
  const bracket = children.findIndex((child) => child.name === '[');
  if (bracket < 0) return { kind: 'other', parts: [object], start: node.from, end: node.to };
  const inside = children.slice(bracket + 1);
  const isPlain = !inside.some((child) => child.name === ':');
  const index = reader.readGroup(inside, scope, branch);
  if (!index) return { kind: 'other', parts: [object], start: node.from, end: node.to };
  const whole: Term = isPlain ? index : { kind: 'other', parts: [index], start: index.start, end: index.end };
  return { kind: 'subscript', object, index: whole, start: node.from, end: node.to };
}

function readCall(reader: TermReader, node: SyntaxNode, scope: Scope, branch: Branch | undefined): CallTerm {
  const children = childrenOf(node);
  const list = children.at(-1)!;
  return {
    kind: 'call',
    callee: reader.read(children[0]!, scope, branch),
    arguments: list.name === 'ArgList' ? reader.readArguments(list, scope, branch) : [],
    start: node.from,
    end: node.to,
  };
}

function literal(node: SyntaxNode, value: LiteralTerm['value']): LiteralTerm {
  return { kind: 'literal', value, start: node.from, end: node.to };
}

function readNumber(reader: TermReader, node: SyntaxNode): Term {
  const value = Number(reader.source(node).replaceAll('_', ''));
  return Number.isNaN(value)
    ? { kind: 'other', parts: [], start: node.from, end: node.to }
    : literal(node, value);
}

/** The content of a string between its quotes, escapes as written. */
function contentOf(source: string): { readonly from: number; readonly to: number } {
  const from = /^[A-Za-z]*("""|'''|["'])/.exec(source)?.[0].length ?? 0;
  const quote = source.slice(0, from).replace(/^[A-Za-z]*/, '');
  const isClosed = source.length >= from + quote.length && source.endsWith(quote);
  return { from, to: isClosed ? source.length - quote.length : source.length };
}

function readString(reader: TermReader, node: SyntaxNode): LiteralTerm {
  const source = reader.source(node);
  const { from, to } = contentOf(source);
  return { kind: 'literal', value: source.slice(from, to), start: node.from + from, end: node.from + to };
}

function readFormatString(
  reader: TermReader,
  node: SyntaxNode,
  scope: Scope,
  branch: Branch | undefined,
): Term {
  return childrenOf(node).some((child) => child.name === 'FormatReplacement')
    ? readOther(reader, node, scope, branch)
    : readString(reader, node);
}

function readContinuedString(
  reader: TermReader,
  node: SyntaxNode,
  scope: Scope,
  branch: Branch | undefined,
): Term {
  const parts = reader.readAll(childrenOf(node).filter(isExpression), scope, branch);
  const literals = parts.filter((part) => part.kind === 'literal');
  if (literals.length < parts.length) return { kind: 'other', parts, start: node.from, end: node.to };
  const value = literals.map((part) => String(part.value)).join('');
  return { kind: 'literal', value, start: literals[0]!.start, end: literals.at(-1)!.end };
}

function readUnary(reader: TermReader, node: SyntaxNode, scope: Scope, branch: Branch | undefined): Term {
  const [operator, operand] = childrenOf(node);
  if (!operator || !operand) return readOther(reader, node, scope, branch);
  return {
    kind: 'unary',
    operator: reader.source(operator),
    operand: reader.read(operand, scope, branch),
    start: node.from,
    end: node.to,
  };
}

function readBinary(reader: TermReader, node: SyntaxNode, scope: Scope, branch: Branch | undefined): Term {
  const children = childrenOf(node);
  const left = children[0];
  const right = children.at(-1);
  if (!left || !right || children.length < 3) return readOther(reader, node, scope, branch);
  return {
    kind: 'binary',
    operator: children
      .slice(1, -1)
      .map((child) => reader.source(child))
      .join(' '),
    left: reader.read(left, scope, branch),
    right: reader.read(right, scope, branch),
    start: node.from,
    end: node.to,
  };
}

function readConditional(
  reader: TermReader,
  node: SyntaxNode,
  scope: Scope,
  branch: Branch | undefined,
): Term {
  const [then, test, otherwise] = childrenOf(node).filter(isExpression);
  if (!then || !test || !otherwise) return readOther(reader, node, scope, branch);
  return {
    kind: 'choice',
    test: reader.read(test, scope, branch),
    then: reader.read(then, scope, branch),
    otherwise: reader.read(otherwise, scope, branch),
    start: node.from,
    end: node.to,
  };
}

function readList(reader: TermReader, node: SyntaxNode, scope: Scope, branch: Branch | undefined): Term {
  const items = reader.readAll(childrenOf(node).filter(isExpression), scope, branch);
  return { kind: 'list', items, start: node.from, end: node.to };
}

function readDictionary(
  reader: TermReader,
  node: SyntaxNode,
  scope: Scope,
  branch: Branch | undefined,
): Term {
  const entries = splitBy(childrenOf(node).slice(1), ',').flatMap((group) => {
    const [first, second] = group.filter(isExpression);
    if (!first) return [];
    const value = reader.read(second ?? first, scope, branch);
    return [second ? { key: reader.read(first, scope, branch), value } : { value }];
  });
  return { kind: 'dictionary', entries, start: node.from, end: node.to };
}

function readNamed(reader: TermReader, node: SyntaxNode, scope: Scope, branch: Branch | undefined): Term {
  const [target, value] = childrenOf(node).filter(isExpression);
  if (!target || !value) return readOther(reader, node, scope, branch);
  const term = reader.read(value, scope, branch);
  bind(scope.bindings, reader.source(target), {
    at: node.to,
    branch,
    origin: { kind: 'value', term, scope },
  });
  return term;
}

function readLambda(reader: TermReader, node: SyntaxNode, scope: Scope, branch: Branch | undefined): Term {
  const inner = openScope('function', scope, node.from, branch);
  const list = node.getChild('ParamList');
  const definition: FunctionDefinition = {
    kind: 'function',
    name: '',
    start: node.from,
    end: node.from,
    parameters: list ? readParameters(reader, list, scope, branch) : [],
    scope: inner,
    decorators: [],
    returns: [],
  };
  inner.owner = definition;
  bindParameters(definition, scope, node.from);
  const body = node.lastChild;
  if (body && isExpression(body) && body.name !== 'ParamList')
    definition.returns.push(reader.read(body, inner, undefined));
  return { kind: 'function', definition, start: node.from, end: node.to };
}

/** The parameters of a function; annotations and defaults belong to the scope around it. */
export function readParameters(
  reader: TermReader,
  list: SyntaxNode,
  outer: Scope,
  branch: Branch | undefined,
): FunctionDefinition['parameters'] {
  const children = childrenOf(list).filter((child) => child.name !== '(' && child.name !== ')');
  return splitBy(children, ',').flatMap((group) => {
    const name = group.find((child) => child.name === 'VariableName');
    if (!name) return [];
    const annotation = group.find((child) => child.name === 'TypeDef')?.lastChild;
    const assigned = group.findIndex((child) => child.name === 'AssignOp');
    const value = assigned < 0 ? undefined : group[assigned + 1];
    return [
      {
        name: reader.source(name),
        ...(annotation && isExpression(annotation) && { annotation: reader.read(annotation, outer, branch) }),
        ...(value && { default: reader.read(value, outer, branch) }),
      },
    ];
  });
}

export function bindParameters(definition: FunctionDefinition, outer: Scope, at: number): void {
  for (const parameter of definition.parameters)
    bind(definition.scope.bindings, parameter.name, {
      at,
      branch: undefined,
      origin: { kind: 'parameter', parameter, scope: outer, owner: definition.scope },
    });
}

/** A comprehension or generator; what its `for` clauses bind is seen only inside. */
function readComprehension(
  reader: TermReader,
  node: SyntaxNode,
  scope: Scope,
  branch: Branch | undefined,
): Term {
  const inner = openScope('function', scope, node.from, branch);
  let isTarget = false;
  const parts: Term[] = [];
  for (const child of childrenOf(node)) {
    if (child.name === 'for') isTarget = true;
    else if (child.name === 'in') isTarget = false;
    else if (!isExpression(child)) continue;
    else if (isTarget) bindTargets(reader.read(child, inner, undefined), inner, node.from, undefined);
    else parts.push(reader.read(child, inner, undefined));
  }
  return { kind: 'other', parts, scope: inner, start: node.from, end: node.to };
}

/** Binds every name of a target to something unknown. */
export function bindTargets(target: Term, scope: Scope, at: number, branch: Branch | undefined): void {
  if (target.kind === 'name') bind(scope.bindings, target.name, { at, branch, origin: { kind: 'unknown' } });
  else if (target.kind === 'list') for (const item of target.items) bindTargets(item, scope, at, branch);
  else if (target.kind === 'other') for (const part of target.parts) bindTargets(part, scope, at, branch);
}
