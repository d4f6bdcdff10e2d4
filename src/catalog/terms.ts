import type { Arguments } from './formula';
import { differenceTex } from './tex';

type Digits = (x: number) => string;

/** The element of a slot's array, printed. */
export function printed(args: Arguments, slot: string, index: number, digits: Digits): string {
  return digits(args.arrays[slot].values[index]);
}

/** `prediction - target` of one element, printed. */
export function residualTex(args: Arguments, index: number, digits: Digits): string {
  return differenceTex(printed(args, 'prediction', index, digits), printed(args, 'target', index, digits));
}

/** prediction − target of one element. */
export function residualOf(args: Arguments, index: number): number {
  return args.arrays.prediction.values[index] - args.arrays.target.values[index];
}
