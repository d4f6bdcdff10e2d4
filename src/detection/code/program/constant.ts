import type { ParameterValue } from '../../../catalog/formula';
import type { Resolver } from './resolver';
import type { Binding, Branch, Scope } from './scope';
import type { BinaryTerm, CallTerm, Term, UnaryTerm } from './term';
import { dottedName } from './term';

const longestChain = 20;

/** Where a term's names are resolved. */
export interface Site {
  readonly home: Resolver;
  readonly scope: Scope;
  readonly branch: Branch | undefined;
}

/**
 * The value of an expression that is written out or simply computed: literals, arithmetic of them, names assigned once
 * to such, π and e, logarithms and roots of them, members of enumerations of reductions. Undefined where it depends on
 * anything else.
 */
export function constantOf(term: Term, site: Site, depth = 0): ParameterValue | undefined {
  if (depth > longestChain) return undefined;
  switch (term.kind) {
    case 'literal':
      return term.value;
    case 'unary':
      return unary(term, site, depth);
    case 'binary':
      return binary(term, site, depth);
    case 'call':
      return called(term, site, depth);
    case 'name':
      return (
        assigned(site.home.bindingsOf(term.name, site.scope, term.start, site.branch), site, depth) ??
        named(term, site)
      );
    case 'member':
      return named(term, site) ?? site.home.constantMember(term, site, depth);
    default:
      return undefined;
  }
}

function unary(term: UnaryTerm, site: Site, depth: number): ParameterValue | undefined {
  const value = constantOf(term.operand, site, depth + 1);
  if (term.operator === 'not' || term.operator === '!')
    return typeof value === 'boolean' ? !value : undefined;
  if (typeof value !== 'number') return undefined;
  return term.operator === '-' ? -value : term.operator === '+' ? value : undefined;
}

const arithmetic: { readonly [operator: string]: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '//': (a, b) => Math.floor(a / b),
  '**': (a, b) => a ** b,
  '^': (a, b) => a ** b,
};

function binary(term: BinaryTerm, site: Site, depth: number): number | undefined {
  if (!Object.hasOwn(arithmetic, term.operator)) return undefined;
  const left = constantOf(term.left, site, depth + 1);
  const right = constantOf(term.right, site, depth + 1);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return arithmetic[term.operator]!(left, right);
}

const functions: { readonly [name: string]: (x: number) => number } = {
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  exp: Math.exp,
  abs: Math.abs,
  float: (x) => x,
  int: Math.trunc,
  Some: (x) => x,
};

const infinities: { readonly [text: string]: number } = {
  inf: Infinity,
  '-inf': -Infinity,
  infinity: Infinity,
  nan: NaN,
};

function called(term: CallTerm, site: Site, depth: number): ParameterValue | undefined {
  const argument = term.arguments[0];
  if (term.arguments.length !== 1 || !argument) return undefined;
  const name = lastName(term.callee);
  if (name === undefined || !Object.hasOwn(functions, name)) return undefined;
  const value = constantOf(argument.value, site, depth + 1);
  if (name === 'float' && typeof value === 'string') {
    const word = value.toLowerCase();
    return Object.hasOwn(infinities, word) ? infinities[word] : undefined;
  }
  if (typeof value !== 'number') return name === 'Some' ? value : undefined;
  return functions[name]!(value);
}

function lastName(term: Term): string | undefined {
  return term.kind === 'name' || term.kind === 'member' ? term.name : undefined;
}

/** The constant that a name is certainly bound to. */
export function assigned(
  bindings: readonly Binding[] | undefined,
  site: Site,
  depth: number,
): ParameterValue | undefined {
  const [only, ...others] = bindings ?? [];
  if (!only || others.length > 0 || only.origin.kind !== 'value') return undefined;
  const { term, scope } = only.origin;
  return constantOf(term, { home: site.home, scope, branch: only.branch }, depth + 1);
}

const constants: { readonly [name: string]: number } = {
  pi: Math.PI,
  e: Math.E,
  E: Math.E,
  inf: Infinity,
  INFINITY: Infinity,
  LN2: Math.LN2,
  LN10: Math.LN10,
};

const mathModule = /^(?:math|numpy|np|torch|Math|jax\.numpy|std\.f(?:32|64)\.consts)$/;

/** `math.pi`, `np.e`, `tf.keras.losses.Reduction.SUM`. */
function named(term: Term, site: Site): ParameterValue | undefined {
  const value = site.home.evaluate(term, site.scope, site.branch);
  const path = value?.kind === 'path' ? value.path : value ? undefined : dottedName(term);
  if (path === undefined) return undefined;
  const parts = path.split('.');
  const name = parts.pop()!;
  if (mathModule.test(parts.join('.')) && Object.hasOwn(constants, name)) return constants[name];
  if (/Reduction$/.test(parts.at(-1) ?? '')) return name.toLowerCase();
  // libtorch's enumerations are constants: torch::kSum.
  return parts.at(-1) === 'torch' && /^k(?:Sum|Mean|None|BatchMean)$/.test(name)
    ? name.slice(1).toLowerCase()
    : undefined;
}
