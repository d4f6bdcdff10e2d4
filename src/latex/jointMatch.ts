import type { Tensor } from '../numeric/tensor';
import type { Compiled, Leaf } from './compile';
import { marginal, type Environment } from './environment';
import type { Grid } from './grid';
import { isProbabilityName } from './jointProbability';
import type { Budget, Match } from './match';
import { jointReferences, jointTables, type JointReference } from './probes/joint';
import { evaluated } from './referenceValues';

const tolerance = 1e-9;

/** The variables of a joint distribution that the expression speaks of, in alphabetical order. */
function variablesOf(compiled: Compiled): readonly string[] {
  const names = new Set(compiled.randomVariables);
  for (const leaf of compiled.leaves) {
    for (const use of leaf.uses) {
      for (const name of [...use.variables, ...use.given])
        names.add(compiled.variableOfIndex.get(name) ?? name);
    }
  }
  return [...names].sort();
}

/** Matches with measures of a joint table: each probability is a marginal or conditional of it. */
export function jointMatches(
  compiled: Compiled,
  isFactor: (ratio: number) => boolean,
  budget: Budget,
): readonly Match[] {
  const variables = variablesOf(compiled);
  if (variables.length !== 2 && variables.length !== 3) return [];
  const ofTable = (leaf: Leaf): boolean => leaf.rank > 0 && isProbabilityName(leaf.name);
  const others = compiled.leaves.filter((leaf) => !ofTable(leaf) && !compiled.counts.has(leaf.key));
  if (others.length > 0) return [];
  const stems = new Set(
    compiled.leaves.filter(ofTable).map((leaf) => leaf.name.replace(/_\{.*\}$/, '').toLowerCase()),
  );
  if (stems.size > 1) return [];
  const values = jointTables(variables.length).map((table) => valueOn(table, variables, compiled, budget));
  return jointReferences.flatMap((reference) => {
    if (reference.variables !== variables.length) return [];
    const ratio = constantRatio(reference, values, isFactor);
    return ratio === undefined ? [] : [matched(reference, ratio, compiled)];
  });
}

function valueOn(
  table: Tensor,
  variables: readonly string[],
  compiled: Compiled,
  budget: Budget,
): number | undefined {
  budget.evaluations -= compiled.size;
  const joint: Grid = { axes: variables, sizes: table.shape, values: table.values };
  const sizes = new Map<string, number>();
  for (const leaf of compiled.leaves) {
    for (const use of leaf.uses) {
      const names = [...use.variables, ...use.given].map(
        (name) => compiled.variableOfIndex.get(name) ?? name,
      );
      for (const [k, axis] of use.axes.entries()) {
        const at = variables.indexOf(names[k]!);
        if (at >= 0) sizes.set(axis, table.shape[at]!);
      }
    }
  }
  const environment: Environment = { leaves: [], sizes, joint };
  const grid = compiled.run(environment);
  return environment.problem || grid.axes.length > 0 ? undefined : grid.values[0];
}

function constantRatio(
  reference: JointReference,
  values: readonly (number | undefined)[],
  isFactor: (ratio: number) => boolean,
): number | undefined {
  let ratio: number | undefined;
  for (const [k, value] of values.entries()) {
    const expected = expectedOn(reference, k);
    if (value === undefined || expected === undefined) return undefined;
    const here = value / expected;
    if (!Number.isFinite(here) || Math.abs(value) < 1e-12) return undefined;
    if (ratio === undefined ? !isFactor(here) : Math.abs(here - ratio) > tolerance * Math.abs(ratio))
      return undefined;
    ratio = here;
  }
  return ratio;
}

const known = new Map<JointReference, (number | undefined)[]>();

function expectedOn(reference: JointReference, probe: number): number | undefined {
  let values = known.get(reference);
  if (!values) {
    values = jointTables(reference.variables).map((table) => {
      const arrays =
        reference.marginal === undefined ? { joint: table } : { p: marginalOf(table, reference.marginal) };
      return evaluated(reference.formula, arrays, reference.params)?.natural;
    });
    known.set(reference, values);
  }
  return values[probe];
}

function marginalOf(table: Tensor, axis: 0 | 1): Tensor {
  const grid = marginal({ axes: ['0', '1'], sizes: table.shape, values: table.values }, [String(axis)]);
  return { values: grid.values, shape: grid.sizes };
}

function matched(reference: JointReference, ratio: number, compiled: Compiled): Match {
  const widest = Math.max(0, ...compiled.leaves.map((leaf) => leaf.rank));
  return {
    formula: reference.formula,
    target: 'natural',
    ratio,
    slots: compiled.leaves.map((leaf) => (leaf.rank > 0 && leaf.rank === widest ? 'joint' : undefined)),
    symbols: {},
    literals: {},
    reported: reference.reported ?? {},
    arrays: 2,
    score: reference.weight / 10 + 5,
    reducible: false,
  };
}
