import { sumOf } from './conventions/tensors';
import type { Tensor } from '../numeric/tensor';

/** Values looked at to tell what an array is; a pattern that holds for so many holds for all, or nearly. */
const sampleSize = 4096;

/** What can be said about an array's numbers without knowing what they mean. Large arrays are judged by their beginning. */
export interface Content {
  readonly rank: number;
  readonly isInteger: boolean;
  readonly isZeroOne: boolean;
  readonly isSigned: boolean;
  readonly isUnit: boolean;
  readonly isNonNegative: boolean;
  readonly isNonPositive: boolean;
  /** Every row along the last axis sums to 1. */
  readonly hasUnitRows: boolean;
  /** The exponentials of every row sum to 1. */
  readonly hasUnitExponentials: boolean;
  readonly hasUnitTotal: boolean;
  /** Every row has one 1 and zeros otherwise. */
  readonly isOneHot: boolean;
  readonly rows: number;
  readonly columns: number;
}

/** Sums of rounded numbers: float32 rows of some thousand classes, or probabilities printed with three digits. */
const sumTolerance = 1e-3;

export function contentOf({ values, shape }: Tensor): Content {
  const columns = shape.length === 0 ? 1 : shape[shape.length - 1]!;
  const wholeRows = Math.max(1, Math.floor(sampleSize / columns)) * columns;
  const sample = values.subarray(0, Math.min(values.length, Math.max(wholeRows, columns)));
  const every = (test: (x: number) => boolean): boolean => sample.every((x) => test(x));
  const isUnit = every((x) => x >= 0 && x <= 1);
  const hasUnitRows = isUnit && everyRow(sample, columns, (row) => isNearOne(sumOf(row)));
  const isNonPositive = every((x) => x <= 0);
  const isZeroOne = every((x) => x === 0 || x === 1);
  return {
    rank: shape.length,
    isInteger: every((x) => Number.isInteger(x)),
    isZeroOne,
    isSigned: every((x) => x === 1 || x === -1),
    isUnit,
    isNonNegative: every((x) => x >= 0),
    isNonPositive,
    hasUnitRows,
    hasUnitExponentials:
      isNonPositive && everyRow(sample, columns, (row) => isNearOne(sumOf(row.map((x) => Math.exp(x))))),
    hasUnitTotal: sample.length === values.length && isNearOne(sumOf(sample)),
    isOneHot: isZeroOne && hasUnitRows && columns > 1,
    rows: columns === 0 ? 0 : values.length / columns,
    columns,
  };
}

function everyRow(values: Float64Array, width: number, test: (row: Float64Array) => boolean): boolean {
  for (let start = 0; start + width <= values.length; start += width) {
    if (!test(values.subarray(start, start + width))) return false;
  }
  return true;
}

function isNearOne(total: number): boolean {
  return Math.abs(total - 1) <= sumTolerance;
}
