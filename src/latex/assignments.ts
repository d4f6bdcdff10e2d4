import type { Tensor } from '../numeric/tensor';
import type { Compiled, Leaf } from './compile';
import { isAnonymous } from './grid';
import { countNames, parameterNames } from './probes/names';
import type { Probe, Quantity, Regime } from './probes/regime';

/** Which quantity each leaf stands for; `score` says how usual the names are. */
export interface Assignment {
  readonly quantities: readonly Quantity[];
  readonly score: number;
}

const maximalAssignments = 60;
const maximalLeaves = 8;

interface Option {
  readonly quantity: Quantity;
  readonly score: number;
}

/** Assignments of a regime's quantities to the leaves, usual names first; none where the leaves do not fit. */
export function assignmentsOf(compiled: Compiled, regime: Regime): readonly Assignment[] {
  const { leaves } = compiled;
  if (leaves.length === 0 || leaves.length > maximalLeaves) return [];
  const probe = regime.probes[0]!;
  const options = leaves.map((leaf) => optionsFor(leaf, compiled, regime, probe));
  if (options.some((each) => each.length === 0)) return [];
  const found: Assignment[] = [];
  extend([], 0, options, found);
  return found.sort((a, b) => b.score - a.score);
}

function optionsFor(leaf: Leaf, compiled: Compiled, regime: Regime, probe: Probe): readonly Option[] {
  const isCounted = compiled.counts.has(leaf.key);
  return regime.quantities
    .filter(
      (quantity) =>
        probe[quantity.name] !== undefined && fits(leaf, quantity, probe[quantity.name]!, isCounted),
    )
    .map((quantity) => ({ quantity, score: scoreOf(leaf, quantity) }))
    .sort((a, b) => b.score - a.score);
}

function fits(leaf: Leaf, quantity: Quantity, tensor: Tensor, isCounted: boolean): boolean {
  if (quantity.never?.test(leaf.key)) return false;
  if (quantity.kind === 'count')
    return (
      leaf.rank === 0 &&
      (isCounted || countNames.test(leaf.key) || /\bn(?:um)?el(?:ement|em)?\b/.test(leaf.key))
    );
  if (isCounted) return false;
  if (quantity.kind === 'parameter') {
    const named = parameterNames.test(leaf.key) || quantity.usual.test(leaf.key);
    return leaf.rank === 0 && !leaf.functional && named;
  }
  if (leaf.rank > tensor.shape.length) return false;
  const greek = /^\\(?:alpha|beta|gamma|delta|epsilon|lambda|tau|eta|kappa)(?:_|$)/.test(leaf.key);
  return !greek || quantity.usual.test(leaf.key);
}

function scoreOf(leaf: Leaf, quantity: Quantity): number {
  const usual = quantity.usual.test(leaf.key) ? 2 : 0;
  // Symbols of counts and parameters are seldom arrays.
  const odd =
    quantity.kind === 'array' &&
    leaf.rank === 0 &&
    /^[NMKC]$|^\\(?:alpha|gamma|delta|epsilon)/.test(leaf.key);
  return odd ? usual - 3 : usual;
}

function extend(
  chosen: readonly Option[],
  score: number,
  options: readonly (readonly Option[])[],
  found: Assignment[],
): void {
  if (found.length >= maximalAssignments) return;
  const next = options[chosen.length];
  if (!next) {
    found.push({ quantities: chosen.map((option) => option.quantity), score });
    return;
  }
  for (const option of next) {
    const { kind, group } = option.quantity;
    const taken = kind !== 'count' && chosen.some((each) => each.quantity === option.quantity);
    const foreign =
      group !== undefined &&
      chosen.some((each) => each.quantity.group !== undefined && each.quantity.group !== group);
    if (!taken && !foreign) extend([...chosen, option], score + option.score, options, found);
  }
}

/** How far each index runs when the leaves have these tensors; undefined where they disagree. */
export function sizesOf(
  leaves: readonly Leaf[],
  tensors: readonly (Tensor | undefined)[],
): ReadonlyMap<string, number> | { readonly conflict: string; readonly sizes: readonly [number, number] } {
  const sizes = new Map<string, number>();
  for (const [id, leaf] of leaves.entries()) {
    const tensor = tensors[id];
    if (!tensor) continue;
    for (const use of leaf.uses) {
      for (const [k, axis] of use.axes.entries()) {
        const size = tensor.shape[k];
        if (size === undefined || isAnonymous(axis) || axis.startsWith(' ')) continue;
        const before = sizes.get(axis);
        if (before !== undefined && before !== size) return { conflict: axis, sizes: [before, size] };
        sizes.set(axis, size);
      }
    }
  }
  return sizes;
}
