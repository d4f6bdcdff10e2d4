import { compile, type Compiled, type Leaf } from '../../latex/compile';
import type { Environment } from '../../latex/environment';
import type { Expression } from '../../latex/expression';
import type { Grid } from '../../latex/grid';
import { isProbabilityName } from '../../latex/jointProbability';
import { withDecidedBases } from '../../latex/logarithms';
import { distribution, Random } from '../../latex/probes/random';
import type { Tensor } from '../../numeric/tensor';

export type Relation = '=' | '<=' | '>=';

/** `always` and `never` on the tables tried, `sometimes`, or `unknown` where a side can't be computed. */
export type Holds = 'always' | 'never' | 'sometimes' | 'unknown';

const tables = 6;
const tolerance = 1e-9;
const mostVariables = 4;

/** Tables whose variables have to do with each other, or have not. */
export type Tables = 'dependent' | 'independent';

/** Whether a relation holds on random joint tables and distributions without zeros. */
export function holdsOnTables(
  left: Expression,
  relation: Relation,
  right: Expression,
  kind: Tables = 'dependent',
): Holds {
  // One expression, so that both sides speak of the same tables.
  const compiled = compile(
    withDecidedBases({ kind: 'add', terms: [left, { kind: 'negate', argument: right }] }),
  );
  if (compiled.unsupported.length > 0 || compiled.randomVariables.size > mostVariables) return 'unknown';
  if (compiled.randomVariables.size === 0 && compiled.leaves.length === 0) return 'unknown';
  let holding = 0;
  for (let k = 0; k < tables; k++) {
    const gap = gapOn(compiled, k, kind);
    if (gap === undefined) return 'unknown';
    if (satisfied(gap, relation)) holding++;
  }
  // An inequality that fails once is wrong.
  if (holding === tables) return 'always';
  return holding === 0 || relation !== '=' ? 'never' : 'sometimes';
}

function satisfied(gap: number, relation: Relation): boolean {
  if (relation === '<=') return gap <= tolerance;
  return relation === '>=' ? gap >= -tolerance : Math.abs(gap) <= tolerance;
}

/** left − right on the k-th tables. */
function gapOn(compiled: Compiled, k: number, kind: Tables): number | undefined {
  const random = new Random(4_100 + k);
  const variables = [...compiled.randomVariables];
  const joint = variables.length > 0 ? jointTable(variables, random, kind) : undefined;
  const length = 2 + (k % 3);
  const leaves: Tensor[] = [];
  const sizes = new Map<string, number>();
  for (const leaf of compiled.leaves) {
    if (!isDistribution(leaf)) return undefined;
    leaves.push(distribution(random, length));
    for (const use of leaf.uses) sizeAxes(use.axes, use.variables, joint, length, sizes);
  }
  const environment: Environment = { leaves, sizes, ...(joint && { joint }) };
  const grid = compiled.run(environment);
  const value = grid.values[0];
  const usable =
    !environment.problem && grid.axes.length === 0 && value !== undefined && Number.isFinite(value);
  return usable ? value : undefined;
}

function sizeAxes(
  axes: readonly string[],
  variables: readonly string[],
  joint: Grid | undefined,
  length: number,
  sizes: Map<string, number>,
): void {
  axes.forEach((axis, position) => {
    const at = joint ? joint.axes.indexOf(variables[position] ?? '') : -1;
    sizes.set(axis, at >= 0 ? joint!.sizes[at]! : length);
  });
}

/** p, q and their like; with two axes it is the joint table's. */
function isDistribution({ name, rank }: Leaf): boolean {
  return rank <= 1 ? /^(?:\\\w+ )?[pqrPQR]$/.test(name) : isProbabilityName(name);
}

function jointTable(variables: readonly string[], random: Random, kind: Tables): Grid {
  const sizes = variables.map((_, k) => 2 + ((k + random.below(2)) % 3));
  const values = kind === 'independent' ? productOf(sizes, random) : uneven(sizes, random);
  return { axes: variables, sizes, values };
}

/** Probabilities so uneven that no law of special tables holds by chance. */
function uneven(sizes: readonly number[], random: Random): Float64Array {
  const cells = sizes.reduce((count, size) => count * size, 1);
  const squares = distribution(random, cells).values.map((x) => x ** 2);
  const total = squares.reduce((sum, x) => sum + x, 0);
  return Float64Array.from(squares, (x) => x / total);
}

function productOf(sizes: readonly number[], random: Random): Float64Array {
  return sizes.reduce((table, size) => {
    const { values } = distribution(random, size);
    return Float64Array.from(
      { length: table.length * size },
      (_, i) => table[Math.floor(i / size)]! * values[i % size]!,
    );
  }, Float64Array.of(1));
}
