import type { FormulaId } from '../../../catalog/ids';
import type { Mention, MentionKind } from '../../mention';
import type { OwnMeanings } from './own';
import type { Params } from './parameters';
import { meaningOfCall } from './parameters';
import type { Resolver } from './resolver';
import type { Branch, Scope } from './scope';
import type { CallTerm, Term } from './term';
import type { Given, Value } from './value';
import { runsItself } from './wrappers';

/** Says what a literal in a call or a dictionary means, by where it stands. */
export type ConfigReader = (term: Term, scope: Scope, branch: Branch | undefined) => readonly Mention[];

/** What an expression computes, if that is a formula. */
export type ExpressionReader = (
  term: Term,
  scope: Scope,
  branch: Branch | undefined,
) => { readonly formula: FormulaId; readonly params: Params; readonly confidence: number } | undefined;

/** What is told about a place: a formula with its options. */
interface Told {
  readonly formula: FormulaId;
  readonly params: Params;
  readonly confidence: number;
  readonly symbol?: string;
  readonly derivedFrom?: string;
}

/** The document, and where the offsets of its program lie in it. */
export interface Source {
  readonly text: string;
  toDocument(offset: number): number;
}

/** Collects the places of a program in which formulas stand. */
export class MentionCollector {
  private readonly found: Mention[] = [];

  constructor(
    private readonly source: Source,
    private readonly resolver: Resolver,
    private readonly own: OwnMeanings,
    private readonly config: ConfigReader,
    private readonly expression: ExpressionReader,
  ) {}

  /** Every mention, in no order. */
  collect(): readonly Mention[] {
    const { program } = this.resolver;
    for (const { start, end, path } of program.imports) {
      const value = this.resolver.imports(path);
      if (value.kind === 'path' || value.kind === 'own')
        this.tell(start, end, this.meaningOfReference(value));
    }
    for (const definition of program.definitions) {
      if (runsItself.has(definition.name)) continue;
      const meaning = this.own.of(definition, this.resolver);
      this.tell(definition.start, definition.end, meaning);
    }
    for (const { term, scope, branch } of program.roots) this.visit(term, scope, branch);
    return this.found;
  }

  private visit(term: Term, scope: Scope, branch: Branch | undefined): void {
    if (this.visitFormula(term, scope, branch)) return;
    switch (term.kind) {
      case 'call':
        this.visitCall(term, scope, branch);
        return;
      case 'name':
      case 'member':
        this.visitReference(term, scope, branch);
        return;
      case 'function':
        for (const { default: value } of term.definition.parameters)
          if (value) this.visit(value, scope, branch);
        for (const result of term.definition.returns) this.visit(result, term.definition.scope, undefined);
        return;
      case 'other': {
        const inner = term.scope ?? scope;
        for (const part of term.parts) this.visit(part, inner, term.scope ? undefined : branch);
        return;
      }
      case 'dictionary':
        this.found.push(...this.config(term, scope, branch));
    }
    for (const part of partsOf(term)) this.visit(part, scope, branch);
  }

  /** An expression that computes a formula is a mention as a whole. */
  private visitFormula(term: Term, scope: Scope, branch: Branch | undefined): boolean {
    if (term.kind !== 'binary' && term.kind !== 'unary' && term.kind !== 'call') return false;
    const computed = this.expression(term, scope, branch);
    if (computed) this.tell(term.start, term.end, computed, 'math');
    return computed !== undefined;
  }

  private visitCall(term: CallTerm, scope: Scope, branch: Branch | undefined): void {
    this.found.push(...this.config(term, scope, branch));
    const callee = this.resolver.evaluate(term.callee, scope, branch);
    const given = { arguments: term.arguments, scope, branch, home: this.resolver };
    const told = callee && isNamed(term.callee) ? this.meaningOfCallee(callee, given) : undefined;
    if (told) this.tell(term.callee.start, term.callee.end, told);
    else this.visit(term.callee, scope, branch);
    const isPartial = this.isPartial(callee);
    term.arguments.forEach((argument, i) => {
      const value =
        isPartial && i === 0 ? this.partialReference(argument.value, term, scope, branch) : undefined;
      if (value) this.tell(argument.value.start, argument.value.end, value);
      else this.visit(argument.value, scope, branch);
    });
  }

  private isPartial(callee: Value | undefined): boolean {
    return callee?.kind === 'path' && callee.path === 'functools.partial';
  }

  /** `partial(F.huber_loss, delta=2)`: the options belong to the function that is named. */
  private partialReference(
    term: Term,
    call: CallTerm,
    scope: Scope,
    branch: Branch | undefined,
  ): Told | undefined {
    const value = this.resolver.evaluate(term, scope, branch);
    if (value?.kind !== 'path') return undefined;
    return this.meaningOfCallee(value, {
      arguments: call.arguments.slice(1),
      scope,
      branch,
      home: this.resolver,
    });
  }

  private meaningOfCallee(callee: Value, given: Given): Told | undefined {
    const symbol = this.resolver.symbolOf(callee);
    if (symbol && callee.kind === 'path') {
      const before = callee.given;
      const meaning = meaningOfCall(symbol, given);
      const earlier = before && meaningOfCall(symbol, { ...before, arguments: keywordsOf(before) });
      return (
        meaning && {
          formula: meaning.formula,
          params: { ...earlier?.params, ...meaning.params },
          symbol: symbol.symbol,
          confidence: callee.confidence,
        }
      );
    }
    if (symbol && callee.kind === 'instance') {
      const meaning = meaningOfCall(symbol, callee.given);
      return meaning && { ...meaning, symbol: symbol.symbol, confidence: callee.confidence };
    }
    return this.meaningOfOwn(callee);
  }

  private meaningOfOwn(value: Value): Told | undefined {
    if (value.kind !== 'object' && value.kind !== 'own') return undefined;
    const meaning = this.own.of(value.definition, value.home);
    return meaning && { ...meaning, confidence: meaning.confidence * value.confidence };
  }

  private visitReference(term: Term, scope: Scope, branch: Branch | undefined): void {
    const value = this.resolver.evaluate(term, scope, branch);
    const told = value && this.namesSomething(term, value) ? this.meaningOfReference(value) : undefined;
    if (told) this.tell(term.start, term.end, told);
    else if (term.kind === 'member') this.visit(term.object, scope, branch);
  }

  /** A variable that merely holds a function is not a mention of it until it is called. */
  private namesSomething(term: Term, value: Value): boolean {
    if (value.kind !== 'path' && value.kind !== 'own') return false;
    const last =
      value.kind === 'path' ? value.path.slice(value.path.lastIndexOf('.') + 1) : value.definition.name;
    if (term.kind === 'member') return term.name === last;
    return term.kind === 'name' && (term.name === last || this.isImported(term.name));
  }

  private isImported(name: string): boolean {
    const bindings = this.resolver.program.module.bindings.get(name);
    return bindings?.every(({ origin }) => origin.kind === 'import') ?? false;
  }

  private meaningOfReference(value: Value): Told | undefined {
    const symbol = this.resolver.symbolOf(value);
    if (!symbol) return this.meaningOfOwn(value);
    const meaning = meaningOfCall(symbol, undefined);
    return meaning && { ...meaning, symbol: symbol.symbol, confidence: value.confidence };
  }

  private tell(start: number, end: number, told: Told | undefined, kind: MentionKind = 'symbol'): void {
    if (!told) return;
    const { formula, params, confidence, symbol, derivedFrom } = told;
    const from = this.source.toDocument(start);
    const to = this.source.toDocument(end - 1) + 1;
    this.found.push({
      formula,
      kind,
      start: from,
      end: to,
      text: this.source.text.slice(from, to),
      ...(symbol !== undefined && { symbol }),
      ...(Object.keys(params).length > 0 && { params }),
      confidence,
      ...(derivedFrom !== undefined && { derivedFrom }),
    });
  }
}

/** Whether a callee is spelled by names alone; in `nn.L1Loss()(x, y)` the inner call is the mention. */
function isNamed(term: Term): boolean {
  if (term.kind === 'member' || term.kind === 'subscript') return isNamed(term.object);
  return term.kind === 'name';
}

function keywordsOf(given: Given): Given['arguments'] {
  return given.arguments.filter((argument) => argument.name !== undefined);
}

function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'unary':
      return [term.operand];
    case 'binary':
      return [term.left, term.right];
    case 'choice':
      return [term.test, term.then, term.otherwise];
    case 'dictionary':
      return term.entries.flatMap(({ key, value }) => (key ? [key, value] : [value]));
    case 'list':
      return term.items;
    case 'subscript':
      return [term.object, term.index];
    default:
      return [];
  }
}
