import { atom } from '../tex';
import type { Arguments, ParameterValue } from '../formula';

/** How the logarithm of a base is written: \log_2, \ln, \log_{10}. */
export function logarithmTex(base: ParameterValue | undefined): string {
  if (base === 'e' || base === Math.E) return '\\ln';
  if (base === 2) return '\\log_2';
  if (typeof base === 'number') return `\\log_{${base}}`;
  return '\\log';
}

/** How the logarithm is written for the base among the parameters. */
export function logOfParams(params: Arguments['params']): string {
  return logarithmTex(params.base);
}

/** The function that writes a right side for the base among the parameters. */
export function withLogarithm(right: (log: string) => string): (params: Arguments['params']) => string {
  return (params) => right(logOfParams(params));
}

/** A number as a factor or an argument of a function: in parentheses when a sign or a product would run into it. */
export function factorTex(x: number, digits: (x: number) => string): string {
  return atom(digits(x));
}
