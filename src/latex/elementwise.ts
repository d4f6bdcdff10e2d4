import type { ElementwiseName } from './expression';

/** log(1 + eˣ) without overflow. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** log Γ(x) for x > 0, by Stirling's series after shifting the argument up; about 1e-14 relative. */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN;
  let shift = 0;
  let z = x;
  for (; z < 10; z++) shift += Math.log(z);
  const inverse = 1 / (z * z);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** Functions of one number. */
export const unaryFunctions: {
  readonly [name in Exclude<ElementwiseName, 'maximum' | 'minimum' | 'xlogy'>]: (x: number) => number;
} = {
  exp: Math.exp,
  expm1: Math.expm1,
  log1p: Math.log1p,
  abs: Math.abs,
  sqrt: Math.sqrt,
  square: (x) => x * x,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  sin: Math.sin,
  cos: Math.cos,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sigmoid,
  logSigmoid: (x) => -softplus(-x),
  softplus,
  positivePart: (x) => (x > 0 ? x : x * 0),
  logGamma,
};

/** Functions of two numbers, which fold over more. */
export const binaryFunctions: {
  readonly [name in 'maximum' | 'minimum' | 'xlogy']: (x: number, y: number) => number;
} = {
  maximum: Math.max,
  minimum: Math.min,
  xlogy: (x, y) => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log(y)),
};

/** A product in which 0·log 0 is 0, as everywhere in information theory. */
export function zeroSafeProduct(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}
