import type { FormulaId } from '../catalog/ids';
import { assignmentsOf, sizesOf, type Assignment } from './assignments';
import type { Compiled } from './compile';
import type { Environment } from './environment';
import { isAnonymous, reduceAxes, type Grid } from './grid';
import type { Reference, Regime } from './probes/regime';
import { featuresOf, isPossible, takesNumbers } from './probes/requirements';
import { compensatedSum } from './reducers';
import { referenceValue, type Literals, type ReferenceValue } from './referenceValues';

export type Target = 'natural' | 'mean' | 'sum' | 'none';

/** A formula of the catalogue with which an expression agrees on every probe, up to one constant. */
export interface Match {
  readonly formula: FormulaId;
  readonly target: Target;
  /** Value of the expression / value of the record with natural logarithms. */
  readonly ratio: number;
  /** Leaf id -> slot it is bound to. */
  readonly slots: readonly (string | undefined)[];
  /** Leaf id -> parameter it is the symbol of. */
  readonly symbols: { readonly [parameter: string]: number };
  readonly literals: Literals;
  readonly reported: { readonly [parameter: string]: string };
  readonly score: number;
  /** How many arrays the formula speaks of. */
  readonly arrays: number;
  readonly reducible: boolean;
}

/** Work that one recognition may do, in parts of the expression evaluated. */
export interface Budget {
  evaluations: number;
}

const tolerance = 1e-9;

/** A record with numbers for some of its parameters, and its values on the probes as they are asked for. */
interface Entry {
  readonly reference: Reference;
  readonly literals: Literals;
  readonly values: (ReferenceValue | null | undefined)[];
}

/** All matches within a regime. */
export function matchesIn(
  regime: Regime,
  compiled: Compiled,
  literals: readonly number[],
  isFactor: (ratio: number) => boolean,
  named: readonly FormulaId[],
  budget: Budget,
  allowed?: readonly FormulaId[],
): readonly Match[] {
  const features = featuresOf(compiled.source);
  const possible = regime.references.filter(
    (reference) => isPossible(reference.formula, features) && (allowed?.includes(reference.formula) ?? true),
  );
  if (possible.length === 0) return [];
  const matches: Match[] = [];
  const entries = new Map<string, readonly Entry[]>();
  for (const assignment of assignmentsOf(compiled, regime)) {
    if (budget.evaluations <= 0) break;
    const trial = new Trial(regime, compiled, assignment, budget);
    if (!trial.value(0)) continue;
    const parameters = assignment.quantities
      .filter((quantity) => quantity.kind === 'parameter')
      .map((each) => each.name);
    const key = [...parameters].sort().join();
    let fitting = entries.get(key);
    if (!fitting) entries.set(key, (fitting = entriesOf(possible, parameters, literals, named)));
    for (const entry of fitting) {
      const match = trial.match(entry, isFactor, named.includes(entry.reference.formula));
      if (match) matches.push(match);
    }
  }
  return matches;
}

/** The references that know all assigned parameters, with numbers of the formula for the others. */
function entriesOf(
  references: readonly Reference[],
  parameters: readonly string[],
  literals: readonly number[],
  named: readonly FormulaId[],
): readonly Entry[] {
  return references.flatMap((reference) => {
    const symbols = Object.entries(reference.symbols ?? {});
    if (!parameters.every((name) => symbols.some(([, quantity]) => quantity === name))) return [];
    const open = symbols
      .filter(([, quantity]) => !parameters.includes(quantity))
      .map(([parameter]) => parameter);
    const numbers = takesNumbers(reference.formula) || named.includes(reference.formula) ? literals : [];
    return literalSets(open, numbers).map((set) => ({ reference, literals: set, values: [] }));
  });
}

/** Numbers for the parameters that no leaf is a symbol of. */
function literalSets(open: readonly string[], literals: readonly number[]): readonly Literals[] {
  return open.reduce<readonly Literals[]>(
    (sets, parameter) =>
      sets.flatMap((set) => literals.map((value) => ({ ...set, [parameter]: value }))).slice(0, 16),
    [{}],
  );
}

function valueOn(entry: Entry, regime: Regime, probe: number): ReferenceValue | undefined {
  const known = entry.values[probe];
  if (known !== undefined) return known ?? undefined;
  const value = referenceValue(entry.reference, regime, probe, entry.literals);
  entry.values[probe] = value ?? null;
  return value;
}

class Trial {
  private readonly values: (Grid | undefined | 'none')[] = [];

  constructor(
    private readonly regime: Regime,
    private readonly compiled: Compiled,
    private readonly assignment: Assignment,
    private readonly budget: Budget,
  ) {}

  /** The expression on a probe; undefined where it has no value there. */
  value(probe: number): Grid | undefined {
    const known = this.values[probe];
    if (known !== undefined) return known === 'none' ? undefined : known;
    const value = this.evaluate(probe);
    this.values[probe] = value ?? 'none';
    return value;
  }

  private evaluate(probe: number): Grid | undefined {
    this.budget.evaluations -= this.compiled.size;
    const quantities = this.regime.probes[probe]!;
    const tensors = this.assignment.quantities.map((quantity) => quantities[quantity.name]);
    const sizes = sizesOf(this.compiled.leaves, tensors);
    if ('conflict' in sizes) return undefined;
    const environment: Environment = { leaves: tensors, sizes };
    const joint = this.compiled.randomVariables.size === 1 ? quantities['p'] : undefined;
    const [variable] = this.compiled.randomVariables;
    const grid = this.compiled.run(
      joint && variable !== undefined
        ? { ...environment, joint: { axes: [variable], sizes: joint.shape, values: joint.values } }
        : environment,
    );
    if (environment.problem || grid.values.some(Number.isNaN)) return undefined;
    return grid;
  }

  match(entry: Entry, isFactor: (ratio: number) => boolean, named: boolean): Match | undefined {
    const { reference } = entry;
    if (!this.speaksOf(reference, named)) return undefined;
    for (const summed of this.regime.summable && this.assignment.score >= 4 ? [false, true] : [false]) {
      for (const target of targets) {
        if (reference.only && !reference.only.includes(target)) continue;
        const ratio = this.constantRatio(entry, target, summed, isFactor);
        if (ratio !== undefined) return this.matched(entry, target, ratio, summed);
      }
    }
    return undefined;
  }

  /** Needed quantities are there, and names forbid nothing; what the document names is not forbidden. */
  private speaksOf(reference: Reference, named: boolean): boolean {
    const { quantities } = this.assignment;
    const missing = reference.needs?.some((name) => !quantities.some((quantity) => quantity.name === name));
    if (missing) return false;
    return named || !reference.veto?.(this.arrayNames());
  }

  private arrayNames(): readonly string[] {
    const { quantities } = this.assignment;
    return this.compiled.leaves.filter((_, id) => quantities[id]!.kind === 'array').map((leaf) => leaf.key);
  }

  private constantRatio(
    entry: Entry,
    target: Target,
    summed: boolean,
    isFactor: (ratio: number) => boolean,
  ): number | undefined {
    let ratio: number | undefined;
    for (let probe = 0; probe < this.regime.probes.length; probe++) {
      const value = this.value(probe);
      const expected = value && valueOn(entry, this.regime, probe);
      if (!value || !expected) return undefined;
      const here = ratioOf(value, expected, target, summed);
      if (here === undefined) return undefined;
      if (here === 'any') continue;
      if (ratio === undefined && !isFactor(here)) return undefined;
      if (ratio !== undefined && Math.abs(here - ratio) > tolerance * Math.abs(ratio)) return undefined;
      ratio = here;
    }
    return ratio;
  }

  private matched(
    { reference, literals, values }: Entry,
    target: Target,
    ratio: number,
    summed: boolean,
  ): Match {
    const { quantities } = this.assignment;
    const symbols = Object.entries(reference.symbols ?? {}).map(
      ([parameter, quantity]) => [parameter, quantities.findIndex((each) => each.name === quantity)] as const,
    );
    return {
      formula: reference.formula,
      target,
      ratio,
      slots: quantities.map((quantity) =>
        quantity.kind === 'array' ? (quantity.slot ?? quantity.name) : undefined,
      ),
      symbols: Object.fromEntries(symbols.filter(([, leaf]) => leaf >= 0)),
      literals,
      reported: reference.reported ?? {},
      arrays: quantities.filter((quantity) => quantity.kind === 'array').length,
      score:
        this.assignment.score +
        (reference.weight ?? 0) / 10 +
        (reference.prefers && this.arrayNames().some((name) => reference.prefers!.test(name)) ? 1.5 : 0) -
        (summed ? 1 : 0) -
        1.6 * Object.keys(literals).length,
      reducible: values[0]!.reducible,
    };
  }
}

const targets: readonly Target[] = ['natural', 'mean', 'sum', 'none'];

/** Value / reference; 'any' where both are 0; undefined where there is no one ratio. */
function ratioOf(
  value: Grid,
  expected: ReferenceValue,
  target: Target,
  summed: boolean,
): number | 'any' | undefined {
  if (target === 'none')
    return summed ? elementRatio(summedLast(value), expected) : elementRatio(value, expected);
  const number = summed ? scalarOf(summedLast(value), true) : scalarOf(value, false);
  if (number === undefined) return undefined;
  return quotient(number, expected[target]);
}

/** Unnamed axes that are left over are summed: `-y \cdot \log p` of vectors. */
function summedLast(value: Grid): Grid | undefined {
  return value.axes.includes('*0') ? reduceAxes(value, ['*0'], compensatedSum) : undefined;
}

function scalarOf(value: Grid | undefined, anyShape: boolean): number | undefined {
  if (!value || (value.axes.length > 0 && !(anyShape && value.values.length === 1))) return undefined;
  return value.values[0];
}

function elementRatio(value: Grid | undefined, expected: ReferenceValue): number | 'any' | undefined {
  if (!value || (!expected.reducible && expected.terms.length > 1 && value.axes.length === 0))
    return undefined;
  if (value.values.length !== expected.terms.length || value.values.length < 2) return undefined;
  if (value.axes.length > 1 && !value.axes.every(isAnonymous)) return undefined;
  let ratio: number | undefined;
  for (const [i, x] of value.values.entries()) {
    const here = quotient(x, expected.terms[i]!);
    if (here === undefined) return undefined;
    if (here === 'any') continue;
    if (ratio !== undefined && Math.abs(here - ratio) > tolerance * Math.abs(ratio)) return undefined;
    ratio = here;
  }
  return ratio ?? 'any';
}

const tiny = 1e-12;

function quotient(value: number, expected: number): number | 'any' | undefined {
  if (Math.abs(value) < tiny && Math.abs(expected) < tiny) return 'any';
  if (Math.abs(value) < tiny || Math.abs(expected) < tiny) return undefined;
  return value / expected;
}
