import { marginal } from '../../numeric/information/jointTable';
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

/** The probability of one cell of a table of any number of variables. */
export function cellProbability(args: Arguments, index: number): number | undefined {
  const table = tableOf(args, undefined);
  return table.ok ? table.value.cells.values[index] / table.value.total : undefined;
}
