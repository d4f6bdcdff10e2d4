import type { Resolver } from './resolver';
import type { Branch, ClassDefinition, FunctionDefinition, Scope } from './scope';
import type { Argument, DictionaryTerm, ListTerm } from './term';

/** What an expression stands for, as far as imports, assignments and definitions tell. */
export type Value = PathValue | InstanceValue | MethodValue | OwnValue | ObjectValue | DataValue;

interface Believed {
  /** 0..1: 1 is certain. */
  readonly confidence: number;
}

/** Something imported: a module, a class or function of a library or of the workspace. */
export interface PathValue extends Believed {
  readonly kind: 'path';
  readonly path: string;
  /** What else it may be, where a conventional alias is all there is. */
  readonly others?: readonly string[];
  /** Arguments that `functools.partial` and the like have given already. */
  readonly given?: Given;
}

/** Arguments of a call, with the place where their names are resolved. */
export interface Given {
  readonly arguments: readonly Argument[];
  readonly scope: Scope;
  readonly branch: Branch | undefined;
  readonly home: Resolver;
}

/** An object that a library's class has made. */
export interface InstanceValue extends Believed {
  readonly kind: 'instance';
  readonly path: string;
  readonly given?: Given;
}

/** A method of a library's object that returns the object itself: `criterion.cuda`. */
export interface MethodValue extends Believed {
  readonly kind: 'method';
  readonly of: InstanceValue | ObjectValue;
}

/** A function or class that the program, or another file of the workspace, defines. */
export interface OwnValue extends Believed {
  readonly kind: 'own';
  readonly definition: FunctionDefinition | ClassDefinition;
  readonly home: Resolver;
}

/** An object of such a class. */
export interface ObjectValue extends Believed {
  readonly kind: 'object';
  readonly definition: ClassDefinition;
  readonly home: Resolver;
}

/** A list or dictionary that is written out. */
export interface DataValue extends Believed {
  readonly kind: 'data';
  readonly term: DictionaryTerm | ListTerm;
  readonly scope: Scope;
  readonly branch: Branch | undefined;
  readonly home: Resolver;
}

export function weaken<V extends Value>(value: V, factor: number): V {
  return factor === 1 ? value : { ...value, confidence: value.confidence * factor };
}
