import type { Range } from '../../../base/range';
import type { Branch, ClassDefinition, FunctionDefinition, Scope } from './scope';
import type { Term } from './term';

/** An expression that stands in a statement, with the scope in which its names are resolved. */
export interface Root {
  readonly term: Term;
  readonly scope: Scope;
  readonly branch: Branch | undefined;
}

/** A name in an import statement. */
export interface ImportedName extends Range {
  readonly path: string;
}

/** A document of code, read: what its names are bound to and which expressions it holds, in order. */
export interface Program {
  readonly module: Scope;
  readonly roots: readonly Root[];
  readonly imports: readonly ImportedName[];
  /** The packages that are imported from, anywhere. */
  readonly packages: readonly string[];
  readonly definitions: readonly (FunctionDefinition | ClassDefinition)[];
}
