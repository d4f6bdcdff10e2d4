import { indexWhere, sumOf } from './conventions/tensors';
import type { Tensor } from '../numeric/tensor';

/** Values looked at to tell what an array is; a pattern that holds for so many holds for all, or nearly. */
const sampleSize = 4096;

/** Sums of rounded numbers: float32 rows of some thousand classes, or probabilities printed with three digits. */
const sumTolerance = 1e-3;

/**
 * What can be said about an array's numbers without knowing what they mean. Large arrays are judged by their beginning;
 * sums are formed when they are asked for.
 */
export class Content {
  readonly rank: number;
  readonly rows: number;
  readonly columns: number;
  private readonly sample: Float64Array;
  /** As many whole rows along the last axis as the sample has room for, at least one. */
  private readonly rowSample: Float64Array;
  private readonly isWhole: boolean;

  constructor({ values, shape }: Tensor) {
    this.rank = shape.length;
    this.columns = shape.length === 0 ? 1 : shape[shape.length - 1]!;
    this.rows = values.length / this.columns;
    this.sample = values.subarray(0, sampleSize);
    this.rowSample = values.subarray(0, Math.max(1, Math.floor(sampleSize / this.columns)) * this.columns);
    this.isWhole = this.rowSample.length === values.length;
  }

  get isInteger(): boolean {
    return this.every((x) => Number.isInteger(x));
  }

  get isZeroOne(): boolean {
    return this.every((x) => x === 0 || x === 1);
  }

  get isSigned(): boolean {
    return this.every((x) => x === 1 || x === -1);
  }

  get isUnit(): boolean {
    return this.every((x) => x >= 0 && x <= 1);
  }

  get isNonNegative(): boolean {
    return this.every((x) => x >= 0);
  }

  get isNonPositive(): boolean {
    return this.every((x) => x <= 0);
  }

  /** Every row along the last axis lies in [0, 1] and sums to 1. */
  get hasUnitRows(): boolean {
    return this.isUnit && this.everyRow((row) => isNearOne(sumOf(row)));
  }

  /** The exponentials of every row sum to 1. */
  get hasUnitExponentials(): boolean {
    return this.isNonPositive && this.everyRow((row) => isNearOne(sumOf(row.map((x) => Math.exp(x)))));
  }

  get hasUnitTotal(): boolean {
    return this.isWhole && isNearOne(sumOf(this.rowSample));
  }

  /** Every row has one 1 and zeros otherwise. */
  get isOneHot(): boolean {
    return this.columns > 1 && this.isZeroOne && this.hasUnitRows;
  }

  private every(test: (x: number) => boolean): boolean {
    return indexWhere(this.sample, (x) => !test(x)) < 0;
  }

  private everyRow(test: (row: Float64Array) => boolean): boolean {
    for (let start = 0; start < this.rowSample.length; start += this.columns) {
      if (!test(this.rowSample.subarray(start, start + this.columns))) return false;
    }
    return true;
  }
}

export function contentOf(tensor: Tensor): Content {
  return new Content(tensor);
}

function isNearOne(total: number): boolean {
  return Math.abs(total - 1) <= sumTolerance;
}
