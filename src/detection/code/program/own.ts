import type { FormulaId } from '../../../catalog/ids';
import type { FrameworkSymbol } from '../../../catalog/frameworks/symbol';
import type { Params } from './parameters';
import { meaningOfCall } from './parameters';
import { unchanging } from '../meaning/functions';
import { formulaByName } from './naming';
import type { Resolver } from './resolver';
import type { Value } from './value';
import type { ClassDefinition, FunctionDefinition } from './scope';
import { constantOf } from './constant';
import type { Argument, CallTerm, Term } from './term';

/** What a person's own class or function computes. */
export interface OwnMeaning {
  readonly formula: FormulaId;
  readonly params: Params;
  readonly confidence: number;
  /** The library's class that it extends. */
  readonly derivedFrom?: string;
}

/** What the body of a function computes, if it can be told; `name` is its own or that of its class. */
export type BodyMeaning = (
  definition: FunctionDefinition,
  home: Resolver,
  name: string,
) => OwnMeaning | undefined;

const belief = { derived: 0.9, wrapper: 0.85, byName: 0.6 } as const;

/** Methods in which a class of a loss keeps its computation. */
const computing = ['forward', 'call', '__call__', 'construct', 'hybrid_forward'];

const longestChain = 8;

/** Finds out which formula a definition computes. Answers are kept. */
export class OwnMeanings {
  private readonly known = new Map<FunctionDefinition | ClassDefinition, OwnMeaning | undefined>();

  constructor(private readonly body: BodyMeaning) {}

  of(definition: FunctionDefinition | ClassDefinition, home: Resolver, depth = 0): OwnMeaning | undefined {
    if (this.known.has(definition)) return this.known.get(definition);
    if (depth > longestChain) return undefined;
    this.known.set(definition, undefined);
    const meaning =
      definition.kind === 'class'
        ? this.ofClass(definition, home, depth)
        : this.ofFunction(definition, definition.name, home, depth);
    this.known.set(definition, meaning);
    return meaning;
  }

  private ofClass(definition: ClassDefinition, home: Resolver, depth: number): OwnMeaning | undefined {
    const derived = this.byBase(definition, home, depth);
    if (derived) return derived;
    if (!isComputable(definition, home)) return undefined;
    for (const name of computing) {
      const origin = definition.scope.bindings.get(name)?.at(-1)?.origin;
      if (origin?.kind !== 'definition' || origin.definition.kind !== 'function') continue;
      return this.ofFunction(origin.definition, definition.name, home, depth);
    }
    return undefined;
  }

  private byBase(definition: ClassDefinition, home: Resolver, depth: number): OwnMeaning | undefined {
    for (const base of definition.bases) {
      const value = home.evaluate(base, definition.outer, undefined);
      const symbol = home.symbolOf(value);
      const meaning = symbol?.kind === 'class' ? meaningOfCall(symbol, undefined) : undefined;
      if (symbol && meaning) return { ...meaning, confidence: belief.derived, derivedFrom: symbol.symbol };
      const inherited = value?.kind === 'own' ? this.of(value.definition, value.home, depth + 1) : undefined;
      if (inherited?.derivedFrom !== undefined) return inherited;
    }
    return undefined;
  }

  private ofFunction(
    definition: FunctionDefinition,
    name: string,
    home: Resolver,
    depth: number,
  ): OwnMeaning | undefined {
    const computed = this.body(definition, home, name);
    if (computed) return computed;
    const wrapped = this.byWrapping(definition, home, depth);
    const named = formulaByName(name, home.surroundings.library);
    if (wrapped) return named === undefined || named === wrapped.formula ? wrapped : undefined;
    if (named === undefined || !returnsComputation(definition)) return undefined;
    return { formula: named, params: {}, confidence: belief.byName };
  }

  /** Whether a call gets the function's own arguments, reshaped at most; not what a model makes of them. */
  private passesInputs(call: CallTerm, definition: FunctionDefinition, home: Resolver): boolean {
    const data = call.arguments.filter((argument) => argument.name === undefined);
    const isInputLike = (term: Term, depth = 0): boolean => {
      if (depth > 20) return false;
      const through = throughNames(term, definition);
      switch (through.kind) {
        case 'literal':
          return true;
        case 'name':
          return inputsOf(definition).some(({ name }) => name === through.name);
        case 'member':
        case 'subscript':
          return isInputLike(through.object, depth + 1);
        case 'call':
          return (
            isReshaping(through) &&
            reshaped(through, home, definition).every((part) => isInputLike(part, depth + 1))
          );
        default:
          return false;
      }
    };
    const isOption = ({ value }: Argument): boolean =>
      (value.kind === 'name' && inputsOf(definition).some(({ name }) => name === value.name)) ||
      constantOf(value, { home, scope: definition.scope, branch: undefined }) !== undefined;
    const options = call.arguments.filter((argument) => argument.name !== undefined);
    return data.length > 0 && data.every(({ value }) => isInputLike(value)) && options.every(isOption);
  }

  /** A function that does no more than to call one that is known. */
  private byWrapping(definition: FunctionDefinition, home: Resolver, depth: number): OwnMeaning | undefined {
    const [only, ...others] = definition.returns;
    const term = only && throughNames(only, definition);
    if (term?.kind !== 'call' || others.length > 0 || !this.passesInputs(term, definition, home))
      return undefined;
    const callee = home.evaluate(term.callee, definition.scope, undefined);
    const symbol = home.symbolOf(callee);
    if (symbol && callee) return wrapping(symbol, callee, term, definition, home);
    if (callee?.kind !== 'object' && callee?.kind !== 'own') return undefined;
    return this.of(callee.definition, callee.home, depth + 1);
  }
}

/** Functions that make probabilities of scores, or change no number at all. */
const activations = new Set([
  'sigmoid',
  'softmax',
  'log_softmax',
  'logsigmoid',
  'permute',
  'transpose',
  'long',
  'clone',
]);

function isReshaping({ callee }: CallTerm): boolean {
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
  return unchanging.has(name) || activations.has(name);
}

/** What is reshaped: the object of a method, or the first argument of a library's function. */
function reshaped(
  { callee, arguments: given }: CallTerm,
  home: Resolver,
  definition: FunctionDefinition,
): readonly Term[] {
  const isMethod =
    callee.kind === 'member' && home.evaluate(callee, definition.scope, undefined)?.kind !== 'path';
  if (isMethod) return [callee.object];
  return given[0] ? [given[0].value] : [];
}

/** The meaning of a call in a function that does nothing else. */
function wrapping(
  symbol: FrameworkSymbol,
  callee: Value,
  term: CallTerm,
  definition: FunctionDefinition,
  home: Resolver,
): OwnMeaning | undefined {
  const isMade = callee.kind === 'instance';
  if (symbol.kind === 'class' && !isMade) return undefined;
  const given = { arguments: term.arguments, scope: definition.scope, branch: undefined, home };
  const meaning = meaningOfCall(symbol, isMade ? callee.given : given);
  return meaning && { ...meaning, confidence: belief.wrapper };
}

/** What a returned name was last assigned. */
function throughNames(term: Term, definition: FunctionDefinition): Term {
  if (term.kind !== 'name') return term;
  const bindings = definition.scope.bindings.get(term.name);
  const only = bindings?.length === 1 ? bindings[0]!.origin : undefined;
  return only?.kind === 'value' ? only.term : term;
}

/** A function that takes arrays and returns something computed, not a constant or an argument. */
function returnsComputation(definition: FunctionDefinition): boolean {
  const inputs = inputsOf(definition);
  return (
    inputs.length > 0 &&
    definition.returns.some(
      (term) => term.kind !== 'literal' && term.kind !== 'function' && !isInput(term, inputs),
    )
  );
}

function inputsOf(definition: FunctionDefinition): FunctionDefinition['parameters'] {
  return definition.parameters.filter(({ name }) => name !== 'self' && name !== 'cls');
}

function isInput(term: Term, inputs: readonly { readonly name: string }[]): boolean {
  return term.kind === 'name' && inputs.some(({ name }) => name === term.name);
}

/** A class that extends something of which losses are made: a module, a layer, a loss. */
function isComputable(definition: ClassDefinition, home: Resolver): boolean {
  return definition.bases.some((base) => {
    const name = base.kind === 'name' || base.kind === 'member' ? base.name : '';
    if (/Module$|Layer$|Loss$|Cell$|Block$|Metric$|Function$|Criterion$/.test(name)) return true;
    return home.evaluate(base, definition.outer, undefined)?.kind === 'own';
  });
}
