import type { FrameworkSymbol } from '../../../catalog/frameworks/symbol';
import type { Library } from '../library/library';
import type { ParameterValue } from '../../../catalog/formula';
import type { Site } from './constant';
import { assigned } from './constant';
import type { Program } from './program';
import type { Binding, Branch, ClassDefinition, FunctionDefinition, Origin, Scope } from './scope';
import { enclosingClass, methodOf, possibleBindings } from './scope';
import type { CallTerm, MemberTerm, NameTerm, SubscriptTerm, Term } from './term';
import { dottedName } from './term';
import type { InstanceValue, ObjectValue, OwnValue, PathValue, Value } from './value';
import { weaken } from './value';
import { passesThrough, returnsItself, runsItself, starExports } from './wrappers';

/** What surrounds a program. */
export interface Surroundings {
  readonly library: Library;
  /** Earlier cells of a notebook, in order. */
  readonly before: readonly Resolver[];
  /** The workspace's module of this name, read; undefined where there is none. */
  readonly module: (name: string) => Resolver | undefined;
}

/** How much is believed of what is not written out. */
const belief = {
  alias: 0.7,
  toolbox: 0.8,
  bareName: 0.5,
  default: 0.7,
  annotation: 0.8,
  oneOfSeveral: 0.6,
} as const;

/** Longer chains of assignments and calls are not followed. */
const longestChain = 40;

/** Finds out what a program's expressions stand for. Answers are kept: a program does not change. */
export class Resolver {
  private readonly known = new Map<Term, Value | undefined>();
  private depth = 0;

  /** The packages that the program imports from, anywhere. */
  private readonly imported: ReadonlySet<string>;
  private readonly followed = new Map<string, Value | undefined>();

  constructor(
    readonly program: Program,
    readonly surroundings: Surroundings,
  ) {
    this.imported = new Set(program.packages);
  }

  /** What the term stands for where it stands. */
  evaluate(term: Term, scope: Scope, branch: Branch | undefined): Value | undefined {
    if (this.known.has(term)) return this.known.get(term);
    if (this.depth >= longestChain) return undefined;
    // A name that is defined by itself stands for nothing.
    this.known.set(term, undefined);
    this.depth++;
    const value = this.evaluateAnew(term, scope, branch);
    this.depth--;
    this.known.set(term, value);
    return value;
  }

  /** The library's symbol that a value is, or is made of. */
  symbolOf(value: Value | undefined): FrameworkSymbol | undefined {
    if (value?.kind !== 'path' && value?.kind !== 'instance') return undefined;
    const { library } = this.surroundings;
    const found = library.symbolAt(value.path);
    if (found || value.kind === 'instance') return found;
    return value.others?.map((path) => library.symbolAt(path)).find((symbol) => symbol !== undefined);
  }

  private evaluateAnew(term: Term, scope: Scope, branch: Branch | undefined): Value | undefined {
    switch (term.kind) {
      case 'name':
        return this.evaluateName(term, scope, branch);
      case 'member':
        return this.evaluateMember(term, scope, branch);
      case 'call':
        return this.evaluateCall(term, scope, branch);
      case 'subscript':
        return this.evaluateSubscript(term, scope, branch);
      case 'choice':
        return this.join([
          this.evaluate(term.then, scope, branch),
          this.evaluate(term.otherwise, scope, branch),
        ]);
      case 'binary':
        return term.operator === 'or' || term.operator === '||' || term.operator === '??'
          ? this.join([this.evaluate(term.right, scope, branch), this.evaluate(term.left, scope, branch)])
          : undefined;
      case 'function':
        return { kind: 'own', definition: term.definition, home: this, confidence: 1 };
      case 'dictionary':
      case 'list':
        return { kind: 'data', term, scope, branch, home: this, confidence: 1 };
      default:
        return undefined;
    }
  }

  private evaluateName(term: NameTerm, scope: Scope, branch: Branch | undefined): Value | undefined {
    return this.lookUp(term.name, scope, term.start, branch);
  }

  /** What a name means at a place, as the language's scopes say. */
  lookUp(name: string, scope: Scope, at: number, branch: Branch | undefined): Value | undefined {
    const bindings = this.bindingsOf(name, scope, at, branch);
    if (bindings) return this.joinBindings(bindings);
    return this.fromBefore(name) ?? this.fromStars(name) ?? this.fromConvention(name);
  }

  /** The bindings of a name that a scope around the place has; undefined where the name is free. */
  bindingsOf(
    name: string,
    scope: Scope,
    at: number,
    branch: Branch | undefined,
  ): readonly Binding[] | undefined {
    let place = { at, branch };
    for (let s: Scope | undefined = scope; s; s = s.parent) {
      const bindings = s.kind === 'class' && s !== scope ? undefined : s.bindings.get(name);
      if (bindings) return possibleBindings(bindings, place.at, place.branch);
      place = { at: s.at, branch: s.branch };
    }
    return undefined;
  }

  /** What the module binds the name to when it has run; undefined where it does not. */
  exported(name: string): Value | undefined {
    if (this.depth >= longestChain) return undefined;
    this.depth++;
    const bindings = this.program.module.bindings.get(name);
    const value = bindings
      ? this.joinBindings(possibleBindings(bindings, Infinity, undefined))
      : this.fromStars(name);
    this.depth--;
    return value;
  }

  private fromBefore(name: string): Value | undefined {
    const { before } = this.surroundings;
    for (let i = before.length - 1; i >= 0; i--) {
      const cell = before[i]!;
      if (cell.program.module.bindings.has(name)) return cell.exported(name);
    }
    return before.map((cell) => cell.fromStars(name)).find((value) => value !== undefined);
  }

  private fromStars(name: string): Value | undefined {
    const { library, module } = this.surroundings;
    for (const star of this.program.module.stars) {
      const path = starExports(star, name) ?? `${star}.${name}`;
      if (library.symbolAt(path) || library.isModule(path)) return { kind: 'path', path, confidence: 1 };
      const own = library.isModule(star) ? undefined : module(star)?.exported(name);
      if (own) return own;
    }
    return undefined;
  }

  /** Names that nothing binds: scratch files and snippets lean on the aliases that everyone uses. */
  private fromConvention(name: string): Value | undefined {
    const { library } = this.surroundings;
    const modules = library.aliased(name);
    if (modules.length > 0) {
      const [path, ...others] = this.importedFirst(modules);
      return { kind: 'path', path: path!, others, confidence: belief.alias };
    }
    if (library.isModule(name))
      return { kind: 'path', path: name, confidence: library.isAbsolute ? 1 : belief.alias };
    // The functions of MATLAB's toolboxes lie in no module.
    if (library.symbolAt(name)) return { kind: 'path', path: name, confidence: belief.toolbox };
    return this.isSnippet() ? this.fromBareName(name) : undefined;
  }

  /** A name that says enough by itself, in a snippet that imports nothing. */
  private fromBareName(name: string): Value | undefined {
    const symbols = this.surroundings.library.endingWith(name);
    const formula = symbols[0]?.formula;
    const isDistinctive = /[a-z][A-Z]|[a-z]_[a-z]/.test(name);
    if (!isDistinctive || !symbols.every((symbol) => symbol.formula === formula)) return undefined;
    return symbols[0] && { kind: 'path', path: symbols[0].symbol, confidence: belief.bareName };
  }

  /** The packages that the program and the cells before it import from. */
  get packages(): ReadonlySet<string> {
    return new Set([this, ...this.surroundings.before].flatMap((cell) => [...cell.imported]));
  }

  /** The modules, those of a package that the program imports before the others. */
  private importedFirst(modules: readonly string[]): readonly string[] {
    const imported = this.packages;
    const isImported = (module: string): boolean => imported.has(module.split('.', 1)[0]!);
    return [...modules.filter(isImported), ...modules.filter((module) => !isImported(module))];
  }

  /** Whether the program imports nothing: a snippet, or a scratch file. */
  private isSnippet(): boolean {
    return [this, ...this.surroundings.before].every(
      ({ imported, program }) => imported.size === 0 && program.module.stars.length === 0,
    );
  }

  private joinBindings(bindings: readonly Binding[]): Value | undefined {
    const telling = bindings.filter(({ origin }) => !isNothing(origin));
    return this.join(telling.map((binding) => this.evaluateOrigin(binding)));
  }

  /** What several possible values agree on; a value beside unknown ones is believed less. */
  private join(values: readonly (Value | undefined)[]): Value | undefined {
    const certain = values.filter((value) => value !== undefined);
    const best = certain.find((value) => this.isFamiliar(value)) ?? certain[0];
    if (!best || certain.length < 2) return best && weaken(best, values.length > 1 ? belief.oneOfSeveral : 1);
    const formulas = new Set(certain.map((value) => this.symbolOf(value)?.formula));
    const isDivided = formulas.size > 1;
    formulas.delete(undefined);
    if (formulas.size > 1) return undefined;
    const isImport = certain.every(({ kind }) => kind === 'path');
    return weaken(best, certain.length < values.length || (isDivided && !isImport) ? belief.oneOfSeveral : 1);
  }

  private isFamiliar(value: Value): boolean {
    return (
      this.symbolOf(value) !== undefined ||
      (value.kind === 'path' && this.surroundings.library.isModule(value.path))
    );
  }

  private evaluateOrigin({ origin, branch }: Binding): Value | undefined {
    switch (origin.kind) {
      case 'import':
        return this.imports(origin.path);
      case 'value':
        return this.evaluate(origin.term, origin.scope, branch);
      case 'annotation':
        return this.instanceOf(this.evaluate(origin.term, origin.scope, branch));
      case 'parameter':
        return this.evaluateParameter(origin);
      case 'definition':
        return { kind: 'own', definition: origin.definition, home: this, confidence: 1 };
      case 'unknown':
        return undefined;
    }
  }

  private evaluateParameter(origin: Extract<Origin, { kind: 'parameter' }>): Value | undefined {
    const { parameter, scope, owner } = origin;
    const itself = methodOf(owner)?.parameters[0] === parameter ? enclosingClass(owner) : undefined;
    if (itself) return { kind: 'object', definition: itself, home: this, confidence: 1 };
    const byDefault = parameter.default && this.evaluate(parameter.default, scope, undefined);
    if (byDefault) return weaken(byDefault, belief.default);
    return parameter.annotation && this.instanceOf(this.evaluate(parameter.annotation, scope, undefined));
  }

  /** An object of the class that an annotation names. */
  private instanceOf(type: Value | undefined): Value | undefined {
    const confidence = (type?.confidence ?? 1) * belief.annotation;
    if (type?.kind === 'own' && type.definition.kind === 'class')
      return { kind: 'object', definition: type.definition, home: type.home, confidence };
    if (type?.kind !== 'path' || this.symbolOf(type)?.kind !== 'class') return undefined;
    return { kind: 'instance', path: type.path, confidence };
  }

  private evaluateMember(term: MemberTerm, scope: Scope, branch: Branch | undefined): Value | undefined {
    const dotted = dottedName(term);
    const bindings = dotted === undefined ? undefined : this.bindingsOf(dotted, scope, term.start, branch);
    if (bindings && bindings.length > 0) return this.joinBindings(bindings);
    const object = this.evaluate(term.object, scope, branch);
    return object && this.memberOf(object, term, branch);
  }

  private memberOf(object: Value, term: MemberTerm, branch: Branch | undefined): Value | undefined {
    const { name } = term;
    switch (object.kind) {
      case 'path':
        return this.memberOfPath(object, name);
      case 'instance':
        if (runsItself.has(name)) return object;
        if (returnsItself.has(name)) return { kind: 'method', of: object, confidence: object.confidence };
        return { kind: 'path', path: `${object.path}.${name}`, confidence: object.confidence };
      case 'object':
        return this.memberOfObject(object, name, term.start, branch);
      case 'own':
        return object.definition.kind === 'class'
          ? object.home.attribute(object.definition, name, term.start, branch, 0)
          : undefined;
      default:
        return undefined;
    }
  }

  private memberOfPath(object: PathValue, name: string): Value {
    const own = object.others ? undefined : this.workspace(`${object.path}.${name}`);
    if (own) return weaken(own, object.confidence);
    const others = object.others?.map((path) => `${path}.${name}`);
    return {
      kind: 'path',
      path: `${object.path}.${name}`,
      confidence: object.confidence,
      ...(others && { others }),
    };
  }

  private memberOfObject(
    object: ObjectValue,
    name: string,
    at: number,
    branch: Branch | undefined,
  ): Value | undefined {
    const place = object.home === this ? at : Infinity;
    const attribute = object.home.attribute(object.definition, name, place, branch, 0);
    if (attribute) return attribute;
    if (runsItself.has(name)) return object;
    return returnsItself.has(name)
      ? { kind: 'method', of: object, confidence: object.confidence }
      : undefined;
  }

  /** The constant that is kept under a member: `self.beta`, `Config.delta`. */
  constantMember(term: MemberTerm, site: Site, depth: number): ParameterValue | undefined {
    const object = this.evaluate(term.object, site.scope, site.branch);
    if (object?.kind !== 'object' && object?.kind !== 'own') return undefined;
    if (object.definition.kind !== 'class') return undefined;
    const { attributes, scope } = object.definition;
    const bindings = attributes.get(term.name) ?? scope.bindings.get(term.name);
    if (bindings?.length !== 1 || bindings[0]!.branch) return undefined;
    return assigned(bindings, { ...site, home: object.home }, depth);
  }

  /** What a class, or one that it extends, keeps under a name. */
  attribute(
    definition: ClassDefinition,
    name: string,
    at: number,
    branch: Branch | undefined,
    depth: number,
  ): Value | undefined {
    const bindings = definition.attributes.get(name) ?? definition.scope.bindings.get(name);
    if (bindings) return this.joinBindings(possibleBindings(bindings, at, branch));
    if (depth > 8) return undefined;
    for (const base of definition.bases) {
      const value = this.evaluate(base, definition.outer, undefined);
      if (value?.kind !== 'own' || value.definition.kind !== 'class') continue;
      const inherited = value.home.attribute(value.definition, name, Infinity, undefined, depth + 1);
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** What an import of a path gives: something of the workspace if the path leads there, else the path itself. */
  imports(path: string): Value {
    return this.workspace(path) ?? { kind: 'path', path, confidence: 1 };
  }

  /** What another file of the workspace binds the last name of a path to. */
  private workspace(path: string): Value | undefined {
    if (this.followed.has(path)) return this.followed.get(path);
    this.followed.set(path, undefined);
    const value = this.follow(path);
    this.followed.set(path, value);
    return value;
  }

  private follow(path: string): Value | undefined {
    const { library, module } = this.surroundings;
    const split = /^(.*?)([^.]+)$/.exec(path);
    if (!split || split[1] === '' || library.isModule(path.split('.', 1)[0]!)) return undefined;
    const home = /^\.+$/.test(split[1]!) ? split[1]! : split[1]!.slice(0, -1);
    return module(home)?.exported(split[2]!);
  }

  private evaluateCall(term: CallTerm, scope: Scope, branch: Branch | undefined): Value | undefined {
    const callee = this.evaluate(term.callee, scope, branch);
    switch (callee?.kind) {
      case 'path':
        return this.callPath(callee, term, scope, branch);
      case 'method':
        return callee.of;
      case 'own':
        return this.callOwn(callee);
      default:
        return this.callBuiltin(term, scope, branch);
    }
  }

  private callPath(
    callee: PathValue,
    term: CallTerm,
    scope: Scope,
    branch: Branch | undefined,
  ): Value | undefined {
    const given = { arguments: term.arguments, scope, branch, home: this };
    const first = term.arguments[0];
    const passed = passesThrough(callee.path);
    if (passed && first) {
      const value = this.evaluate(first.value, scope, branch);
      if (passed !== 'partial' || value?.kind !== 'path') return value;
      return { ...value, given: { ...given, arguments: term.arguments.slice(1) } };
    }
    const symbol = this.symbolOf(callee);
    if (symbol?.kind === 'function') return undefined;
    const path = symbol?.symbol ?? callee.path;
    if (!symbol && !/^[A-Z]/.test(path.slice(path.lastIndexOf('.') + 1))) return undefined;
    const before = callee.given?.arguments ?? [];
    return {
      kind: 'instance',
      path,
      given: { ...given, arguments: [...before, ...term.arguments] },
      confidence: callee.confidence,
    };
  }

  /** Calling one's own class makes an object, calling one's own function gives what it returns. */
  private callOwn({ definition, home, confidence }: OwnValue): Value | undefined {
    if (definition.kind === 'class') return { kind: 'object', definition, home, confidence };
    const value = home.returned(definition);
    return value && weaken(value, confidence);
  }

  private returned(definition: FunctionDefinition): Value | undefined {
    const values = definition.returns.map((term) => this.evaluate(term, definition.scope, undefined));
    return values.length > 0 ? this.join(values) : undefined;
  }

  /** `getattr(nn, 'L1Loss')`. */
  private callBuiltin(term: CallTerm, scope: Scope, branch: Branch | undefined): Value | undefined {
    if (term.callee.kind !== 'name' || term.callee.name !== 'getattr') return undefined;
    const [object, name] = term.arguments;
    if (name?.value.kind !== 'literal' || !object) return undefined;
    const value = this.evaluate(object.value, scope, branch);
    return value?.kind === 'path' ? this.memberOfPath(value, String(name.value.value)) : undefined;
  }

  private evaluateSubscript(
    term: SubscriptTerm,
    scope: Scope,
    branch: Branch | undefined,
  ): Value | undefined {
    const object = this.evaluate(term.object, scope, branch);
    const data = object?.kind === 'instance' ? containedData(object) : object;
    if (data?.kind !== 'data' || term.index.kind !== 'literal') return undefined;
    const { value } = term.index;
    const item =
      data.term.kind === 'list'
        ? data.term.items.at(Number(value))
        : data.term.entries.find(({ key }) => key?.kind === 'literal' && key.value === value)?.value;
    return item && data.home.evaluate(item, data.scope, data.branch);
  }
}

/** What `nn.ModuleDict({…})` and `nn.ModuleList([…])` hold. */
function containedData(container: InstanceValue): Value | undefined {
  const { given } = container;
  const first = given?.arguments[0]?.value;
  if (!given || !first || !/\.Module(?:Dict|List)$/.test(container.path)) return undefined;
  return given.home.evaluate(first, given.scope, given.branch);
}

function isNothing(origin: Origin): boolean {
  return origin.kind === 'value' && origin.term.kind === 'literal' && origin.term.value === null;
}
