import {
  marginal,
  marginalIndex,
  marginalSteps,
  type JointTable,
} from '../../numeric/information/jointTable';
import type { Arguments } from '../formula';
import { tableOf } from './jointInput';

/** The numbers of one cell of a joint table of two variables: p(x, y), p(x) and p(y). */
export interface CellNumbers {
  readonly cell: number;
  readonly row: number;
  readonly column: number;
}

/** The cell with the given flat index, divided by the total where the table holds counts. */
export function cellNumbers(args: Arguments, index: number): CellNumbers | undefined {
  const table = tableOf(args, ['X', 'Y']);
  if (!table.ok) return undefined;
  const { cells, total } = table.value;
  const width = cells.shape[1];
  return {
    cell: cells.values[index] / total,
    row: marginal(cells, [0])[Math.floor(index / width)] / total,
    column: marginal(cells, [1])[index % width] / total,
  };
}

/** The sum over all cells that agree with the given one in the variables `kept`, as a probability: p(x, z) for [0, 2]. */
export function marginalAt(table: JointTable, index: number, kept: readonly number[]): number {
  const { shape } = table.cells;
  const at = marginalIndex(index, shape, marginalSteps(shape, kept));
  return marginal(table.cells, kept)[at] / table.total;
}

/** The probability of one cell of a table of any number of variables. */
export function cellProbability(args: Arguments, index: number): number | undefined {
  const table = tableOf(args, undefined);
  return table.ok ? table.value.cells.values[index] / table.value.total : undefined;
}
