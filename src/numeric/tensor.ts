/** A dense array: values in row-major order and its shape; `shape` multiplies to `values.length`, [] is a scalar. */
export interface Tensor {
  readonly values: Float64Array;
  readonly shape: readonly number[];
}
