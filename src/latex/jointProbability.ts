import type { LeafUse } from './compile';
import { marginal } from './environment';
import { combine, type Grid } from './grid';
import { nameStem } from './leafNames';

const probabilityStem = /^(?:\\hat |\\tilde )?(?:[pP]|\\mathbb P|\\mathrm P|f)$/;

/** Whether a name is that of a probability. */
export function isProbabilityName(name: string): boolean {
  return probabilityStem.test(nameStem(name));
}

/** p(x), p(x, y) or p(y | x) from the joint table; undefined where the use speaks of something else. */
export function jointProbability(joint: Grid, name: string, use: LeafUse): Grid | undefined {
  if (!isProbabilityName(name) || use.axes.length === 0) return undefined;
  const variables = [...use.variables, ...use.given];
  if (variables.length !== use.axes.length || !variables.every((each) => joint.axes.includes(each)))
    return undefined;
  if (new Set(variables).size < variables.length) return undefined;
  const table = marginal(joint, variables);
  const value = use.given.length > 0 ? conditional(table, use.given) : table;
  return { ...value, axes: value.axes.map((axis) => use.axes[variables.indexOf(axis)]!) };
}

function conditional(table: Grid, given: readonly string[]): Grid {
  const divided = combine(table, marginal(table, given), (joint, alone) => joint / alone);
  return divided.ok ? divided.grid : table;
}
