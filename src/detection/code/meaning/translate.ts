import type { Expression, Extent } from '../../../latex/expression';
import { numberOf } from '../../../latex/expression';
import { constantOf } from '../program/constant';
import type { Resolver } from '../program/resolver';
import type { Branch, Scope } from '../program/scope';
import type { Argument, BinaryTerm, CallTerm, Term } from '../program/term';
import { dottedName } from '../program/term';
import { elementwise, logarithms, reductions, several, unchanging, vectors } from './functions';

/** Longer expressions are no formulas. */
const mostParts = 200;

/** Names of constants that keep logarithms and quotients finite. */
const guard = /^(?:self\.)?_?(?:eps|epsilon|tiny|small)(?:ilon)?$/i;
const greatestGuard = 1e-3;

/** Thrown inside only: the expression does something that is no mathematics. */
class Untranslatable extends Error {}

/**
 * The mathematics of an expression: arithmetic, elementwise functions and reductions of array libraries, names that a
 * function assigns put in. What is neither stays an array of its own. Undefined where nothing is computed.
 */
export function translate(
  term: Term,
  home: Resolver,
  scope: Scope,
  branch: Branch | undefined,
): Expression | undefined {
  const translator = new Translator(home, branch);
  try {
    const expression = translator.translate(term, scope, 0);
    return translator.computes ? expression : undefined;
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}

class Translator {
  /** Whether anything was found beyond names and numbers. */
  computes = false;
  private parts = 0;
  private readonly opaque = new Map<string, string>();

  constructor(
    private readonly home: Resolver,
    private readonly branch: Branch | undefined,
  ) {}

  translate(term: Term, scope: Scope, depth: number): Expression {
    if (++this.parts > mostParts || depth > 60) throw new Untranslatable();
    switch (term.kind) {
      case 'literal':
        if (typeof term.value !== 'number') throw new Untranslatable();
        return numberOf(term.value);
      case 'name':
        return this.translateName(term.name, term, scope, depth);
      case 'member':
        return this.translateMember(term, scope, depth);
      case 'unary':
        if (term.operator === '+') return this.translate(term.operand, scope, depth + 1);
        if (term.operator !== '-') throw new Untranslatable();
        return { kind: 'negate', argument: this.translate(term.operand, scope, depth + 1) };
      case 'binary':
        return this.translateBinary(term, scope, depth);
      case 'call':
        return this.translateCall(term, scope, depth);
      case 'subscript':
        return this.variable(this.spelling(term));
      case 'choice':
        throw new Untranslatable();
      default:
        throw new Untranslatable();
    }
  }

  private variable(name: string): Expression {
    return { kind: 'variable', name, indices: [] };
  }

  /** A name: what it was assigned where that is certain, else an array of that name. */
  private translateName(name: string, term: Term, scope: Scope, depth: number): Expression {
    const bindings = this.home.bindingsOf(name, scope, term.start, this.branch);
    const only = bindings?.length === 1 ? bindings[0]!.origin : undefined;
    const isLocal = only?.kind === 'value' && only.scope === scope && scope.kind === 'function';
    if (!isLocal) return this.variable(name);
    try {
      return this.translate(only.term, only.scope, depth + 1);
    } catch (error) {
      if (!(error instanceof Untranslatable) || this.parts > mostParts) throw error;
      return this.variable(name);
    }
  }

  private translateMember(term: Term & { kind: 'member' }, scope: Scope, depth: number): Expression {
    if (term.name === 'T' || term.name === 'data') return this.translate(term.object, scope, depth + 1);
    const dotted = dottedName(term);
    if (dotted === undefined) throw new Untranslatable();
    return this.variable(dotted.replace(/^self\./, ''));
  }

  private translateBinary(term: BinaryTerm, scope: Scope, depth: number): Expression {
    const ofMean =
      term.operator === '/' && this.isCount(term.right) ? this.meanOf(term.left, scope, depth) : undefined;
    if (ofMean) return ofMean;
    if (term.operator === '+' && this.isGuard(term.right, scope))
      return this.translate(term.left, scope, depth + 1);
    if (term.operator === '+' && this.isGuard(term.left, scope))
      return this.translate(term.right, scope, depth + 1);
    const left = this.translate(term.left, scope, depth + 1);
    const right = this.translate(term.right, scope, depth + 1);
    const combined = combine(term.operator, left, right);
    if (!combined) throw new Untranslatable();
    return combined;
  }

  /** `sum(…) / n` where n counts the elements. */
  private meanOf(term: Term, scope: Scope, depth: number): Expression | undefined {
    const total = this.translate(term, scope, depth + 1);
    return asMean(total);
  }

  private isCount(term: Term): boolean {
    if (term.kind === 'call') {
      const name = term.callee.kind === 'name' || term.callee.kind === 'member' ? term.callee.name : '';
      return name === 'len' || name === 'numel' || name === 'size';
    }
    if (term.kind === 'member') return term.name === 'size';
    return term.kind === 'subscript' && term.object.kind === 'member' && term.object.name === 'shape';
  }

  private isGuard(term: Term, scope: Scope): boolean {
    if (guard.test(dottedName(term) ?? '')) return true;
    const value = constantOf(term, { home: this.home, scope, branch: this.branch });
    return typeof value === 'number' && value > 0 && value <= greatestGuard;
  }

  private translateCall(term: CallTerm, scope: Scope, depth: number): Expression {
    const { callee } = term;
    const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : undefined;
    if (name === undefined) return this.variable(this.spelling(term));
    const isMethod = callee.kind === 'member' && !this.isModule(callee.object, scope);
    const inputs = isMethod ? [{ value: callee.object }, ...term.arguments] : term.arguments;
    return this.applied(name, inputs, scope, depth) ?? this.variable(this.spelling(term));
  }

  private isModule(term: Term, scope: Scope): boolean {
    return (
      this.home.evaluate(term, scope, this.branch)?.kind === 'path' ||
      /^(?:np|torch|tf|jnp|math|K|F|ops)$/.test(dottedName(term) ?? '')
    );
  }

  private applied(
    name: string,
    inputs: readonly Argument[],
    scope: Scope,
    depth: number,
  ): Expression | undefined {
    const first = inputs[0]?.value;
    if (!first) return undefined;
    const argument = (): Expression => this.translate(first, scope, depth + 1);
    if (unchanging.has(name)) return argument();
    const special = this.appliedSpecially(name, inputs, scope, depth);
    if (special) return special;
    if (Object.hasOwn(elementwise, name)) {
      this.computes = true;
      return { kind: 'call', function: elementwise[name]!, arguments: [argument()] };
    }
    if (Object.hasOwn(logarithms, name)) {
      this.computes = true;
      return { kind: 'log', argument: argument(), base: numberOf(logarithms[name]!) };
    }
    const isPair = inputs.length > 1 && inputs[1]!.name === undefined;
    const binary =
      several[name] ?? (isPair && !this.isNumber(inputs[1]!.value) ? builtinPairs[name] : undefined);
    if (binary && isPair) {
      this.computes = true;
      return {
        kind: 'call',
        function: binary,
        arguments: inputs.map(({ value }) => this.translate(value, scope, depth + 1)),
      };
    }
    if (Object.hasOwn(vectors, name)) {
      this.computes = true;
      return { kind: 'vector', function: vectors[name]!, argument: argument() };
    }
    if (Object.hasOwn(reductions, name)) return this.reduced(name, inputs, scope, depth);
    return undefined;
  }

  private isNumber(term: Term): boolean {
    return (
      constantOf(term, { home: this.home, scope: this.home.program.module, branch: undefined }) !== undefined
    );
  }

  private appliedSpecially(
    name: string,
    inputs: readonly Argument[],
    scope: Scope,
    depth: number,
  ): Expression | undefined {
    const given = (argument: Argument | undefined): Expression => {
      if (!argument) throw new Untranslatable();
      return this.translate(argument.value, scope, depth + 1);
    };
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (operator !== undefined) return combine(operator, given(inputs[0]), given(inputs[1]));
    switch (name) {
      case 'where':
        if (inputs.length !== 3) return undefined;
        this.computes = true;
        return {
          kind: 'cases',
          branches: [{ value: given(inputs[1]), condition: given(inputs[0]) }, { value: given(inputs[2]) }],
        };
      case 'neg':
      case 'negative':
        return { kind: 'negate', argument: given(inputs[0]) };
      case 'dot':
        this.computes = true;
        return { kind: 'inner', left: given(inputs[0]), right: given(inputs[1]) };
      default:
        return clipping.has(name) ? this.clipped(inputs, scope, depth) : undefined;
    }
  }

  /** Clipping that only keeps probabilities off 0 and 1 changes nothing; clipping at 0 is the positive part. */
  private clipped(inputs: readonly Argument[], scope: Scope, depth: number): Expression {
    const value = this.translate(inputs[0]!.value, scope, depth + 1);
    const bound = (position: number, names: readonly string[]): Term | undefined =>
      inputs.find(({ name }) => name !== undefined && names.includes(name))?.value ??
      inputs.filter(({ name }) => name === undefined)[position]?.value;
    const low = bound(1, ['min', 'a_min', 'clip_value_min']);
    const high = bound(2, ['max', 'a_max', 'clip_value_max']);
    if (low && this.isGuard(low, scope)) return value;
    const isNone = !high || (high.kind === 'literal' && high.value === null);
    if (low?.kind === 'literal' && low.value === 0 && isNone) {
      this.computes = true;
      return { kind: 'call', function: 'positivePart', arguments: [value] };
    }
    throw new Untranslatable();
  }

  private reduced(name: string, inputs: readonly Argument[], scope: Scope, depth: number): Expression {
    const first = inputs[0]!.value;
    this.computes = true;
    const body =
      first.kind === 'other' && first.scope && first.parts[0]
        ? this.translate(first.parts[0], first.scope, depth + 1)
        : first.kind === 'list' && first.items.length === 1
          ? this.translate(first.items[0]!, scope, depth + 1)
          : this.translate(first, scope, depth + 1);
    return { kind: 'reduce', operation: reductions[name]!, over: this.extentOf(inputs, scope), body };
  }

  private extentOf(inputs: readonly Argument[], scope: Scope): Extent {
    const axis =
      inputs.find(({ name }) => name === 'axis' || name === 'dim') ??
      inputs.slice(1).find(({ name }) => name === undefined);
    if (!axis) return { kind: 'all' };
    const value = constantOf(axis.value, { home: this.home, scope, branch: this.branch });
    if (value === null) return { kind: 'all' };
    if (typeof value !== 'number' || value >= 0)
      return typeof value === 'number' ? { kind: 'axis', axis: -1, keep: false } : { kind: 'all' };
    return {
      kind: 'axis',
      axis: value,
      keep: inputs.some(({ name }) => name === 'keepdims' || name === 'keepdim'),
    };
  }

  /** One name for everything that is spelled alike. */
  private spelling(term: Term): string {
    const key = spell(term);
    const known = this.opaque.get(key);
    if (known !== undefined) return known;
    const base =
      term.kind === 'subscript'
        ? dottedName(term.object)
        : term.kind === 'call'
          ? dottedName(term.callee)
          : undefined;
    const name = base?.replace(/^self\./, '') ?? 'value';
    const taken = [...this.opaque.values()].filter(
      (other) => other === name || other.startsWith(`${name}_{`),
    ).length;
    const own = taken === 0 ? name : `${name}_{${String(taken)}}`;
    this.opaque.set(key, own);
    return own;
  }
}

/** Functions that are operators. */
const operators: { readonly [name: string]: string } = {
  pow: '**',
  power: '**',
  subtract: '-',
  sub: '-',
  multiply: '*',
  mul: '*',
  add: '+',
  divide: '/',
  div: '/',
};

const clipping: ReadonlySet<string> = new Set(['clip', 'clamp', 'clip_by_value', 'clamp_min']);

const builtinPairs: { readonly [name: string]: 'maximum' | 'minimum' } = { max: 'maximum', min: 'minimum' };

function spell(term: Term): string {
  switch (term.kind) {
    case 'name':
      return term.name;
    case 'literal':
      return String(term.value);
    case 'member':
      return `${spell(term.object)}.${term.name}`;
    case 'subscript':
      return `${spell(term.object)}[${spell(term.index)}]`;
    case 'call':
      return `${spell(term.callee)}(${term.arguments.map(({ value }) => spell(value)).join()})`;
    case 'list':
      return term.items.map(spell).join();
    case 'unary':
      return term.operator + spell(term.operand);
    case 'binary':
      return `${spell(term.left)}${term.operator}${spell(term.right)}`;
    default:
      return `${term.kind}@${String(term.start)}`;
  }
}

const comparisons: { readonly [operator: string]: '=' | '!=' | '<' | '<=' | '>' | '>=' } = {
  '==': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function combine(operator: string, left: Expression, right: Expression): Expression | undefined {
  switch (operator) {
    case '+':
      return { kind: 'add', terms: [left, right] };
    case '-':
      return { kind: 'add', terms: [left, { kind: 'negate', argument: right }] };
    case '*':
      return { kind: 'multiply', factors: [left, right] };
    case '/':
      return { kind: 'divide', numerator: left, denominator: right };
    case '**':
    case '^':
      return { kind: 'power', base: left, exponent: right };
    case '@':
      return { kind: 'inner', left, right };
    default:
      return Object.hasOwn(comparisons, operator)
        ? { kind: 'compare', operator: comparisons[operator]!, left, right }
        : undefined;
  }
}

/** The mean whose total is given; undefined where it is no total of everything. */
function asMean(total: Expression): Expression | undefined {
  if (total.kind === 'reduce' && total.operation === 'sum' && total.over.kind === 'all')
    return { ...total, operation: 'mean' };
  if (total.kind !== 'negate') return undefined;
  const inner = asMean(total.argument);
  return inner && { kind: 'negate', argument: inner };
}
