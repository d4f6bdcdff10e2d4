import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { ArithmeticRules } from '../reading/arithmetic';
import { binary, unary } from '../reading/arithmetic';
import { filled } from '../reading/generate';
import type { Piece } from '../reading/piece';
import { bound, container, piece } from '../reading/piece';
import type { Value } from '../reading/value';
import { isNumeric, numberValue, opaque } from '../reading/value';
import type { CallArguments } from './calls';
import { callJavaScript, callJavaScriptMethod, javaScriptConstants } from './javascriptFunctions';
import { isShapeFunction } from './shapes';
import { childrenOf, insideBrackets, numberOf, splitBy, unquote } from './syntax';
import { thin } from './thin';
import { isOfInterest, TreeReader } from './treeReader';

const rules: ArithmeticRules = { integerDivision: false, modulo: 'dividend', lists: 'none' };

const dialects: { readonly [languageId: string]: string } = {
  typescript: 'ts',
  typescriptreact: 'ts jsx',
  javascriptreact: 'jsx',
};

/** The pieces of a JavaScript or TypeScript text. */
export function readJavaScript(text: string, languageId: string): Piece {
  const configured = parser.configure({ dialect: dialects[languageId] ?? 'jsx' });
  return new JavaScriptReader(text, configured.parse(thin(text))).readAll();
}

/** The pieces of a text that is one JSON value, comments and trailing commas allowed. */
export function readJsonValue(text: string): Piece {
  // In brackets an object is an expression and no block; the text keeps its length and offsets shift by one.
  const wrapped = `(${text}\n)`;
  return new JavaScriptReader(wrapped, parser.parse(thin(wrapped))).readValue();
}

class JavaScriptReader extends TreeReader {
  /** The first statement's expression alone. */
  readValue(): Piece {
    const expression = this.tree.topNode.firstChild?.firstChild;
    return expression?.name === 'ParenthesizedExpression' ? this.read(expression, 0) : this.readAll();
  }

  protected readLeaf(node: SyntaxNode): Piece | undefined {
    switch (node.name) {
      case 'Number':
        return piece(node.from, node.to, this.numberIn(node));
      case 'BooleanLiteral':
        return piece(node.from, node.to, numberValue(this.slice(node) === 'true' ? 1 : 0, true));
      case 'null':
        return piece(node.from, node.to, numberValue(NaN));
      case 'String':
        return piece(node.from, node.to, { kind: 'text', text: unquote(this.slice(node)) });
      case 'TypeAnnotation':
      case 'TypeArgList':
      case 'RegExp':
        return piece(node.from, node.to, { kind: 'text', text: '' });
      case 'VariableName':
        return this.readName(node);
      default:
        return undefined;
    }
  }

  private readName(node: SyntaxNode): Piece {
    const path = this.slice(node);
    const constant = javaScriptConstants.get(path);
    return piece(node.from, node.to, constant === undefined ? { kind: 'path', path } : numberValue(constant));
  }

  private numberIn(node: SyntaxNode): Value {
    const number = numberOf(this.slice(node).replace(/n$/, ''));
    return number === undefined ? opaque : numberValue(number.value, number.integer);
  }

  protected readExpression(node: SyntaxNode, depth: number): Piece | undefined {
    switch (node.name) {
      case 'VariableDeclaration':
      case 'ParamList':
        return this.readDeclarations(node, depth);
      case 'PropertyDeclaration':
      case 'PatternProperty':
        return this.readBinding(node, 'Equals', depth);
      case 'AssignmentExpression':
        return this.readBinding(node, 'Equals', depth);
      case 'Property':
        return this.readBinding(node, ':', depth);
      case 'ArrayExpression':
        return this.readList(node, depth);
      case 'ObjectExpression':
        return this.readObject(node, depth);
      case 'ParenthesizedExpression':
        return this.readParenthesised(node, depth);
      case 'UnaryExpression':
        return this.readUnary(node, depth);
      case 'BinaryExpression':
        return this.readBinary(node, depth);
      case 'MemberExpression':
        return this.readMember(node, depth);
      case 'CallExpression':
      case 'NewExpression':
        return this.readCall(node, depth);
      default:
        return undefined;
    }
  }

  private readDeclarations(node: SyntaxNode, depth: number): Piece {
    const parts = splitBy(insideBrackets(childrenOf(node)), ',').map((group) => {
      const equals = group.findIndex((child) => child.name === 'Equals');
      const value = group[equals + 1];
      if (equals <= 0 || value === undefined) {
        return container(node.from, node.to, []);
      }
      const target = group.slice(0, equals).find((child) => child.name === 'VariableDefinition');
      const inner = this.read(value, depth);
      return target === undefined ? inner : bound([this.slice(target)], inner);
    });
    return container(node.from, node.to, parts.filter(isOfInterest));
  }

  /** `target = value` and `key: value`; `a = b = value` is known under both names. */
  private readBinding(node: SyntaxNode, mark: string, depth: number): Piece {
    const children = childrenOf(node);
    const at = children.findIndex((child) => child.name === mark);
    const value = children[at + 1];
    if (at < 1 || value === undefined) {
      return this.readChildren(node, depth);
    }
    const inner = this.read(value, depth);
    const name = this.targetName(children.slice(0, at));
    if (name === undefined) {
      return inner;
    }
    return mark === ':' ? this.keyword(name, inner) : bound([name, ...(inner.names ?? [])], inner);
  }

  private targetName(target: readonly SyntaxNode[]): string | undefined {
    const last = target.filter((child) => child.name !== 'TypeAnnotation').pop();
    if (last === undefined || target[0]?.name === '[') {
      return undefined;
    }
    if (last.name !== 'MemberExpression') {
      return /^(?:String|Number)$/.test(last.name) ? unquote(this.slice(last)) : this.slice(last);
    }
    const children = childrenOf(last);
    const property = children[children.length - 1]!;
    if (/PropertyName$/.test(property.name)) {
      return this.slice(property);
    }
    const key = children[children.length - 2];
    return key?.name === 'String' ? unquote(this.slice(key)) : undefined;
  }

  private readObject(node: SyntaxNode, depth: number): Piece {
    const fields: { name: string; value: Value }[] = [];
    const parts: Piece[] = [];
    for (const child of childrenOf(node)) {
      const part = this.read(child, depth);
      if (child.name === 'Property' && part.names?.length === 1) {
        fields.push({ name: part.names[0]!, value: part.value });
      }
      parts.push(part);
    }
    return piece(node.from, node.to, { kind: 'record', fields }, parts.filter(isOfInterest));
  }

  private readParenthesised(node: SyntaxNode, depth: number): Piece {
    const inside = insideBrackets(childrenOf(node));
    return inside.length === 1 ? this.read(inside[0]!, depth) : this.readChildren(node, depth);
  }

  private readUnary(node: SyntaxNode, depth: number): Piece {
    const [sign, operand] = childrenOf(node);
    if (sign === undefined || operand === undefined) {
      return this.readChildren(node, depth);
    }
    const inner = this.read(operand, depth);
    return piece(
      node.from,
      node.to,
      unary(this.slice(sign), inner.value, rules),
      [inner].filter(isOfInterest),
    );
  }

  private readBinary(node: SyntaxNode, depth: number): Piece {
    const [left, op, right] = childrenOf(node);
    if (left === undefined || op === undefined || right === undefined) {
      return this.readChildren(node, depth);
    }
    // `value as T` and `value satisfies T` are the value.
    if (op.name === 'as' || op.name === 'satisfies') {
      return this.read(left, depth);
    }
    const a = this.read(left, depth);
    const b = this.read(right, depth);
    const value = op.name === 'ArithOp' ? binary(this.slice(op), a.value, b.value, rules) : opaque;
    return piece(node.from, node.to, value, [a, b].filter(isOfInterest));
  }

  private readMember(node: SyntaxNode, depth: number): Piece {
    const children = childrenOf(node);
    const object = this.read(children[0]!, depth);
    const property = children[children.length - 1]!;
    if (property.name === 'PropertyName' && object.value.kind === 'path') {
      const path = `${object.value.path}.${this.slice(property)}`;
      const constant = javaScriptConstants.get(path);
      return piece(
        node.from,
        node.to,
        constant === undefined ? { kind: 'path', path } : numberValue(constant),
      );
    }
    return piece(node.from, node.to, opaque, [object].filter(isOfInterest));
  }

  private readCall(node: SyntaxNode, depth: number): Piece {
    const children = childrenOf(node).filter((child) => child.name !== 'new' && child.name !== 'TypeArgList');
    const [calleeNode, argumentNode] = children;
    if (calleeNode === undefined || argumentNode?.name !== 'ArgList') {
      return this.readChildren(node, depth);
    }
    const callee = this.read(calleeNode, depth);
    const items = splitBy(insideBrackets(childrenOf(argumentNode)), ',')
      .filter((group) => group.length > 0)
      .map((group) => this.readGroup(group, depth));
    const args: CallArguments = { positional: items.map((item) => item.value), named: new Map() };
    const path = callee.value.kind === 'path' ? callee.value.path : this.slice(calleeNode);
    const value =
      callee.value.kind === 'path'
        ? callJavaScript(path, args)
        : (this.methodValue(calleeNode, callee, args, items) ?? opaque);
    const parts = isShapeFunction(path) ? [] : items;
    return piece(node.from, node.to, value, [callee, ...parts].filter(isOfInterest));
  }

  private methodValue(
    node: SyntaxNode,
    callee: Piece,
    args: CallArguments,
    items: readonly Piece[],
  ): Value | undefined {
    const method = /\w+$/.exec(this.slice(node))?.[0] ?? '';
    if (method === 'fill') {
      return this.filledArray(node, items);
    }
    const receiver = callee.parts[0]?.value;
    return receiver !== undefined && isNumeric(receiver) && receiver.kind === 'array'
      ? callJavaScriptMethod(receiver, method, args)
      : undefined;
  }

  /** `Array(3).fill(0.5)`, `new Array(3).fill(0.5)`. */
  private filledArray(node: SyntaxNode, items: readonly Piece[]): Value | undefined {
    const length = /^(?:new\s+)?Array\((\d+)\)\s*\.\s*fill$/.exec(this.slice(node))?.[1];
    const element = items[0]?.value;
    return length !== undefined && element?.kind === 'number'
      ? filled([Number(length)], element.value)
      : undefined;
  }
}
