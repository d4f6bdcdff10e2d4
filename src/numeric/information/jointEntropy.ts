import type { Computation } from '../computation';
import { entropyGradient, entropyTerms } from './entropy';
import type { JointTable } from './jointTable';
import { logarithm, type LogarithmBase } from './logarithm';

/**
 * Joint entropy H(X, Y, …) = −Σ p(x, y, …) log p(x, y, …) of two or more variables, one an axis of the table.
 *
 * - `table`: probabilities taken as they are, or counts with their total. Cells ≥ 0, any rank.
 * - terms: −p log p per cell; empty cells contribute 0.
 * - gradient (of probabilities): −log p − log e; +∞ in empty cells.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 2.2
 */
export function jointEntropy(table: JointTable, base: LogarithmBase): Computation {
  const { values, shape } = table.cells;
  const { total } = table;
  const common = { shape, reduction: 'sum', reducible: false } as const;
  if (total === 1) {
    return {
      ...common,
      terms: (out, start, end) => entropyTerms(values, base, out, start, end),
      gradient: () => ({ joint: { values: entropyGradient(values, base), shape } }),
    };
  }
  return { ...common, terms: (out, start, end) => scaledEntropyTerms(values, total, base, out, start, end) };
}

function scaledEntropyTerms(
  cells: Float64Array,
  total: number,
  base: LogarithmBase,
  out: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const p = cells[i] / total;
    out[i - start] = p === 0 ? 0 : 0 - p * logarithm(p, base);
  }
}
