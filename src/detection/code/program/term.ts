import type { ParameterValue } from '../../../catalog/formula';
import type { FunctionDefinition, Scope } from './scope';

/**
 * An expression of a programming language, as far as names and calls matter. Every language's syntax tree is read into
 * it, so that resolving, parameters and meaning are written once.
 */
export type Term =
  | NameTerm
  | MemberTerm
  | CallTerm
  | LiteralTerm
  | UnaryTerm
  | BinaryTerm
  | ChoiceTerm
  | DictionaryTerm
  | ListTerm
  | SubscriptTerm
  | FunctionTerm
  | OtherTerm;

interface Placed {
  readonly start: number;
  readonly end: number;
}

export interface NameTerm extends Placed {
  readonly kind: 'name';
  readonly name: string;
}

/** `object.name`; also `torch::nn` where `::` separates the parts of a path. */
export interface MemberTerm extends Placed {
  readonly kind: 'member';
  readonly object: Term;
  readonly name: string;
}

export interface Argument {
  readonly name?: string;
  readonly value: Term;
  /** `*values` or `**options`. */
  readonly spread?: 'list' | 'dictionary';
}

export interface CallTerm extends Placed {
  readonly kind: 'call';
  readonly callee: Term;
  readonly arguments: readonly Argument[];
}

/** The range of a string is that of its content, without quotes. */
export interface LiteralTerm extends Placed {
  readonly kind: 'literal';
  readonly value: ParameterValue;
}

export interface UnaryTerm extends Placed {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Term;
}

export interface BinaryTerm extends Placed {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Term;
  readonly right: Term;
}

export interface ChoiceTerm extends Placed {
  readonly kind: 'choice';
  readonly test: Term;
  readonly then: Term;
  readonly otherwise: Term;
}

export interface DictionaryTerm extends Placed {
  readonly kind: 'dictionary';
  /** Without a key: another dictionary spread into this one. */
  readonly entries: readonly { readonly key?: Term; readonly value: Term }[];
}

export interface ListTerm extends Placed {
  readonly kind: 'list';
  readonly items: readonly Term[];
}

/** `object[index]`; a slice or a tuple of indices is a list. */
export interface SubscriptTerm extends Placed {
  readonly kind: 'subscript';
  readonly object: Term;
  readonly index: Term;
}

/** A function without a name of its own: a lambda, an arrow function, a closure. */
export interface FunctionTerm extends Placed {
  readonly kind: 'function';
  readonly definition: FunctionDefinition;
}

/** Anything else; its parts may hold mentions. A comprehension has a scope of its own. */
export interface OtherTerm extends Placed {
  readonly kind: 'other';
  readonly parts: readonly Term[];
  readonly scope?: Scope;
}

/** The dotted spelling of a chain of names (`tf.keras.losses`), or undefined where it is something else. */
export function dottedName(term: Term): string | undefined {
  const names: string[] = [];
  let at = term;
  while (at.kind === 'member') {
    names.push(at.name);
    at = at.object;
  }
  if (at.kind !== 'name') return undefined;
  names.push(at.name);
  return names.reverse().join('.');
}
