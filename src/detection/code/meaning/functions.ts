import type { ElementwiseName, ReductionName, VectorFunction } from '../../../latex/expression';

/** What array libraries call the functions of one argument. */
export const elementwise: { readonly [name: string]: ElementwiseName } = {
  exp: 'exp',
  expm1: 'expm1',
  log1p: 'log1p',
  abs: 'abs',
  fabs: 'abs',
  absolute: 'abs',
  sqrt: 'sqrt',
  square: 'square',
  sign: 'sign',
  sigmoid: 'sigmoid',
  expit: 'sigmoid',
  logsigmoid: 'logSigmoid',
  log_sigmoid: 'logSigmoid',
  softplus: 'softplus',
  relu: 'positivePart',
  cosh: 'cosh',
  tanh: 'tanh',
  lgamma: 'logGamma',
  gammaln: 'logGamma',
};

/** Functions of several arguments. */
export const several: { readonly [name: string]: ElementwiseName } = {
  maximum: 'maximum',
  fmax: 'maximum',
  minimum: 'minimum',
  fmin: 'minimum',
  xlogy: 'xlogy',
};

/** Logarithms and their bases. */
export const logarithms: { readonly [name: string]: number } = {
  log: Math.E,
  ln: Math.E,
  log2: 2,
  log10: 10,
};

export const reductions: { readonly [name: string]: ReductionName } = {
  sum: 'sum',
  mean: 'mean',
  max: 'max',
  min: 'min',
  amax: 'max',
  amin: 'min',
  prod: 'product',
  median: 'median',
  average: 'mean',
  nansum: 'sum',
  nanmean: 'mean',
  reduce_sum: 'sum',
  reduce_mean: 'mean',
  reduce_max: 'max',
  fsum: 'sum',
};

export const vectors: { readonly [name: string]: VectorFunction } = {
  softmax: 'softmax',
  log_softmax: 'logSoftmax',
  logsumexp: 'logSumExp',
  reduce_logsumexp: 'logSumExp',
};

/** What changes a value's type, place or shape, but not its numbers. */
export const unchanging: ReadonlySet<string> = new Set(
  (
    'float double half to type astype view reshape flatten ravel detach contiguous cpu cuda numpy item squeeze ' +
    'unsqueeze asarray array tensor as_tensor convert_to_tensor cast stop_gradient constant float32 float64 ' +
    'nan_to_num clone copy requires_grad_ tolist identity expand_dims ascontiguousarray expand expand_as view_as'
  ).split(' '),
);
