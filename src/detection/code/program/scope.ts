import type { Term } from './term';

/** A piece of code of which only one of several runs: an arm of `if`, a handler of `try`, the body of a loop. */
export interface Branch {
  readonly parent: Branch | undefined;
  /** The statement whose arm it is. */
  readonly statement: object;
  /** Arms that exclude each other have different numbers; `try` and its handlers share one. */
  readonly arm: number;
}

export interface Parameter {
  readonly name: string;
  readonly annotation?: Term;
  readonly default?: Term;
}

export interface FunctionDefinition {
  readonly kind: 'function';
  readonly name: string;
  /** The range of the name in the definition; empty for a lambda. */
  readonly start: number;
  readonly end: number;
  readonly parameters: readonly Parameter[];
  readonly scope: Scope;
  readonly decorators: readonly Term[];
  /** What it may return, in the order of the text. */
  readonly returns: Term[];
}

export interface ClassDefinition {
  readonly kind: 'class';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly bases: readonly Term[];
  /** The scope in which the class stands: its bases are resolved there. */
  readonly outer: Scope;
  readonly scope: Scope;
  /** What methods assign to the instance: `self.criterion = …`. */
  readonly attributes: Map<string, Binding[]>;
}

/** Where the value of a name comes from. */
export type Origin =
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'value'; readonly term: Term; readonly scope: Scope }
  | { readonly kind: 'annotation'; readonly term: Term; readonly scope: Scope }
  | {
      readonly kind: 'parameter';
      readonly parameter: Parameter;
      readonly scope: Scope;
      readonly owner: Scope;
    }
  | { readonly kind: 'definition'; readonly definition: FunctionDefinition | ClassDefinition }
  | { readonly kind: 'unknown' };

export interface Binding {
  /** From where on it holds. */
  readonly at: number;
  readonly branch: Branch | undefined;
  readonly origin: Origin;
}

export interface Scope {
  readonly kind: 'module' | 'class' | 'function';
  readonly parent: Scope | undefined;
  readonly bindings: Map<string, Binding[]>;
  /** Modules from which everything is imported: `from torch.nn import *`. */
  readonly stars: string[];
  /** Of a class, of a function. */
  owner?: ClassDefinition | FunctionDefinition;
  /** Where the scope's code stands in its parent: the parent's names are looked up from there. */
  readonly at: number;
  readonly branch: Branch | undefined;
}

export function openScope(
  kind: Scope['kind'],
  parent: Scope | undefined,
  at: number,
  branch: Branch | undefined,
): Scope {
  return { kind, parent, bindings: new Map(), stars: [], at, branch };
}

export function bind(bindings: Map<string, Binding[]>, name: string, binding: Binding): void {
  const present = bindings.get(name);
  if (present) present.push(binding);
  else bindings.set(name, [binding]);
}

/** The function whose scope it is, if that stands directly in a class. */
export function methodOf(scope: Scope): FunctionDefinition | undefined {
  return scope.owner?.kind === 'function' && scope.parent?.kind === 'class' ? scope.owner : undefined;
}

/** The class in whose body or methods the scope lies. */
export function enclosingClass(scope: Scope): ClassDefinition | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.owner?.kind === 'class') return at.owner;
  return undefined;
}

/**
 * What a name may be bound to at a place, best first; empty where the scope does not bind it. The last binding before
 * the place wins; those in branches that may not have run leave the earlier ones possible.
 */
export function possibleBindings(
  bindings: readonly Binding[],
  at: number,
  branch: Branch | undefined,
): readonly Binding[] {
  const possible: Binding[] = [];
  for (let i = bindings.length - 1; i >= 0; i--) {
    const binding = bindings[i]!;
    if (binding.at > at || excludes(binding.branch, branch)) continue;
    possible.push(binding);
    if (includes(binding.branch, branch)) return possible;
  }
  return possible.length > 0 ? possible : bindings.filter((binding) => binding.at > at).slice(0, 1);
}

/** Whether code in `inner` runs only where code in `outer` has run or will run. */
function includes(outer: Branch | undefined, inner: Branch | undefined): boolean {
  if (!outer) return true;
  for (let at = inner; at; at = at.parent)
    if (at.statement === outer.statement && at.arm === outer.arm) return true;
  return false;
}

/** Whether the two lie in arms of one statement of which only one runs. */
function excludes(a: Branch | undefined, b: Branch | undefined): boolean {
  for (let x = a; x; x = x.parent)
    for (let y = b; y; y = y.parent) if (x.statement === y.statement) return x.arm !== y.arm;
  return false;
}
