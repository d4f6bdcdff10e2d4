import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import type { ArithmeticRules } from '../reading/arithmetic';
import { binary, unary } from '../reading/arithmetic';
import type { Piece } from '../reading/piece';
import { bound, container, piece } from '../reading/piece';
import { stack, transpose } from '../reading/stack';
import type { Value } from '../reading/value';
import { elided, isNumeric, numberValue, opaque } from '../reading/value';
import type { CallArguments } from './calls';
import { isShapeFunction } from './shapes';
import { callFunction, callMethod, constantOf } from './pythonFunctions';
import { childrenOf, insideBrackets, numberOf, splitBy, unquote } from './syntax';
import { thin } from './thin';
import { isOfInterest, TreeReader } from './treeReader';

const rules: ArithmeticRules = { integerDivision: false, modulo: 'divisor', lists: 'python' };

/** The pieces of a Python text. */
export function readPython(text: string): Piece {
  return new PythonReader(text, parser.parse(thin(text))).readAll();
}

class PythonReader extends TreeReader {
  protected readLeaf(node: SyntaxNode): Piece | undefined {
    switch (node.name) {
      case 'Number':
        return piece(node.from, node.to, this.numberIn(node));
      case 'Boolean':
        return piece(node.from, node.to, numberValue(this.slice(node) === 'True' ? 1 : 0, true));
      case 'None':
        return piece(node.from, node.to, numberValue(NaN));
      case 'Ellipsis':
        return piece(node.from, node.to, elided);
      case 'String':
        return piece(node.from, node.to, { kind: 'text', text: unquote(this.slice(node)) });
      case 'ContinuedString':
      case 'FormatString':
      case 'TypeDef':
        return piece(node.from, node.to, { kind: 'text', text: '' });
      case 'VariableName':
        return piece(node.from, node.to, { kind: 'path', path: this.slice(node) });
      default:
        return undefined;
    }
  }

  private numberIn(node: SyntaxNode): Value {
    const number = numberOf(this.slice(node));
    return number === undefined ? opaque : numberValue(number.value, number.integer);
  }

  protected readExpression(node: SyntaxNode, depth: number): Piece | undefined {
    switch (node.name) {
      case 'AssignStatement':
        return this.readAssignment(node, depth);
      case 'NamedExpression':
      case 'ParamList':
        return this.readDefaults(node, depth);
      case 'ArrayExpression':
        return this.readList(node, depth);
      case 'TupleExpression':
        return this.readItems(node, depth);
      case 'ParenthesizedExpression':
        return this.readParenthesised(node, depth);
      case 'DictionaryExpression':
        return this.readDictionary(node, depth);
      case 'UnaryExpression':
        return this.readUnary(node, depth);
      case 'BinaryExpression':
        return this.readBinary(node, depth);
      case 'MemberExpression':
        return this.readMember(node, depth);
      case 'CallExpression':
        return this.readCall(node, depth);
      default:
        return undefined;
    }
  }

  /** `a = b = value` binds both names; `p, q = v, w` each its own. */
  private readAssignment(node: SyntaxNode, depth: number): Piece {
    const sides = splitBy(
      childrenOf(node).filter((child) => child.name !== 'TypeDef'),
      'AssignOp',
    );
    const targets = sides.slice(0, -1).map((side) => splitBy(side, ','));
    const values = splitBy(sides[sides.length - 1]!, ',')
      .filter((group) => group.length > 0)
      .map((group) => this.readGroup(group, depth));
    if (values.length > 1 && targets.every((target) => target.length === values.length)) {
      const parts = values.map((value, i) => bound(this.namesOf(targets.map((target) => target[i]!)), value));
      return container(node.from, node.to, parts);
    }
    if (values.length === 0) {
      return container(node.from, node.to, []);
    }
    const single = values.length === 1 ? values[0]! : this.tupleOf(values);
    const names = targets.every((target) => target.length === 1)
      ? this.namesOf(targets.map((target) => target[0]!))
      : [];
    return container(node.from, node.to, [names.length > 0 ? bound(names, single) : single]);
  }

  private tupleOf(values: readonly Piece[]): Piece {
    const value = stack(values.map((item) => item.value));
    return {
      ...piece(values[0]!.start, values[values.length - 1]!.end, value, values),
      literal: true,
    };
  }

  private namesOf(targets: readonly (readonly SyntaxNode[])[]): string[] {
    return targets.flatMap((target) => {
      const name = target.length === 1 ? this.targetName(target[0]!) : undefined;
      return name === undefined ? [] : [name];
    });
  }

  /** `w` for `w` and `self.w`, `p` for `d["p"]`. */
  private targetName(target: SyntaxNode): string | undefined {
    if (target.name === 'VariableName') {
      return this.slice(target);
    }
    const children = childrenOf(target);
    const last = children[children.length - 1];
    if (target.name !== 'MemberExpression' || last === undefined) {
      return undefined;
    }
    if (last.name === 'PropertyName') {
      return this.slice(last);
    }
    const key = children[children.length - 2];
    return key?.name === 'String' ? unquote(this.slice(key)) : undefined;
  }

  /** Default arguments, and `name := value`. */
  private readDefaults(node: SyntaxNode, depth: number): Piece {
    const parts: Piece[] = [];
    for (const group of splitBy(insideBrackets(childrenOf(node)), ',')) {
      const assignment = group.findIndex((child) => child.name === 'AssignOp');
      const value = group[assignment + 1];
      if (assignment > 0 && value !== undefined) {
        parts.push(this.keyword(this.slice(group[0]!), this.read(value, depth)));
      }
    }
    return container(node.from, node.to, parts);
  }

  private readParenthesised(node: SyntaxNode, depth: number): Piece {
    const inside = insideBrackets(childrenOf(node));
    const inner = inside.length === 1 ? this.read(inside[0]!, depth) : undefined;
    return inner === undefined
      ? this.readChildren(node, depth)
      : {
          ...inner,
          start: node.from,
          end: node.to,
          ...(inner.names === undefined ? {} : { names: inner.names }),
        };
  }

  private readDictionary(node: SyntaxNode, depth: number): Piece {
    const fields: { name: string; value: Value }[] = [];
    const parts: Piece[] = [];
    for (const group of splitBy(insideBrackets(childrenOf(node)), ',')) {
      const [key, colon, ...rest] = group;
      if (key === undefined || colon?.name !== ':' || rest.length === 0) {
        parts.push(...group.map((child) => this.read(child, depth)));
        continue;
      }
      const value = this.readGroup(rest, depth);
      const name = key.name === 'String' ? unquote(this.slice(key)) : this.slice(key);
      fields.push({ name, value: value.value });
      parts.push(this.keyword(name, value));
    }
    return piece(node.from, node.to, { kind: 'record', fields }, parts.filter(isOfInterest));
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
    if (left === undefined || op === undefined || right === undefined || op.from === op.to) {
      return this.readChildren(node, depth);
    }
    const a = this.read(left, depth);
    const b = this.read(right, depth);
    if (
      op.name === 'CompareOp' &&
      [left, right].some((side) => /\.(shape|size\(\))$/.test(this.slice(side)))
    ) {
      return piece(node.from, node.to, opaque);
    }
    const value = op.name === 'ArithOp' ? binary(this.slice(op), a.value, b.value, rules) : opaque;
    return piece(node.from, node.to, value, [a, b].filter(isOfInterest));
  }

  private readMember(node: SyntaxNode, depth: number): Piece {
    const children = childrenOf(node);
    const object = this.read(children[0]!, depth);
    const property = children[children.length - 1]!;
    // What stands between index brackets is no array: only the object is looked into.
    if (property.name !== 'PropertyName') {
      return piece(node.from, node.to, opaque, [object].filter(isOfInterest));
    }
    const name = this.slice(property);
    if (object.value.kind === 'path') {
      const path = `${object.value.path}.${name}`;
      const constant = constantOf(path);
      return piece(
        node.from,
        node.to,
        constant === undefined ? { kind: 'path', path } : numberValue(constant),
      );
    }
    const turned = object.value.kind === 'array' && !object.value.list && (name === 'T' || name === 'mT');
    const value: Value = turned && object.value.kind === 'array' ? transpose(object.value) : opaque;
    return piece(node.from, node.to, value, [object].filter(isOfInterest));
  }

  private readCall(node: SyntaxNode, depth: number): Piece {
    const [calleeNode, argumentNode] = childrenOf(node);
    if (calleeNode === undefined || argumentNode === undefined) {
      return this.readChildren(node, depth);
    }
    const callee = this.read(calleeNode, depth);
    const path = callee.value.kind === 'path' ? callee.value.path : undefined;
    const args = this.readArguments(argumentNode, depth);
    const value =
      path === undefined
        ? this.methodValue(calleeNode, callee, args.values)
        : callFunction(path, args.values);
    if (path !== undefined && isShapeFunction(path) && !isNumeric(value)) {
      return piece(node.from, node.to, value);
    }
    const method = path ?? this.methodName(calleeNode);
    const parts = isShapeFunction(method) ? [] : args.parts;
    return piece(node.from, node.to, value, [callee, ...parts].filter(isOfInterest));
  }

  private methodName(callee: SyntaxNode): string {
    return /[\w]+$/.exec(this.slice(callee))?.[0] ?? '';
  }

  private methodValue(node: SyntaxNode, callee: Piece, args: CallArguments): Value {
    const receiver = callee.parts[0]?.value;
    if (node.name !== 'MemberExpression' || receiver === undefined || !isNumeric(receiver)) {
      return opaque;
    }
    return callMethod(receiver, this.methodName(node), args) ?? opaque;
  }

  private readArguments(node: SyntaxNode, depth: number): { values: CallArguments; parts: readonly Piece[] } {
    const positional: Value[] = [];
    const named = new Map<string, Value>();
    const parts: Piece[] = [];
    for (const group of splitBy(insideBrackets(childrenOf(node)), ',')) {
      if (group.length === 0) {
        continue;
      }
      if (group[1]?.name === 'AssignOp' && group[2] !== undefined) {
        const name = this.slice(group[0]!);
        const value = this.read(group[2], depth);
        named.set(name, value.value);
        parts.push(this.keyword(name, value));
        continue;
      }
      const value = this.readGroup(group, depth);
      positional.push(value.value);
      parts.push(isShapeTuple(group[0]!, value.value) ? piece(value.start, value.end, opaque) : value);
    }
    return { values: { positional, named }, parts };
  }
}

/** A short tuple of integers among a call's arguments is a shape, an index, a position: no data. */
function isShapeTuple(node: SyntaxNode, value: Value): boolean {
  return (
    node.name === 'TupleExpression' && value.kind === 'array' && value.integer && value.values.length <= 4
  );
}
