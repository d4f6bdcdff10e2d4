import type { Curve, Parameter, ParameterValue } from '../../catalog/formula';

export interface Params {
  readonly [name: string]: ParameterValue;
}

/** A place where a parameter bends a loss: Huber's ±δ, the edges of the ε-insensitive tube, hinge's margin. */
export interface Kink {
  readonly x: number;
  readonly parameter: Parameter;
  readonly negative: boolean;
}

/**
 * Kinks of a curve at plus or minus the value of a parameter. Found by the numbers, not by names: there the slope or
 * its rate jumps.
 */
export function kinksOf(curve: Curve, parameters: readonly Parameter[], params: Params): readonly Kink[] {
  const kinks: Kink[] = [];
  for (const parameter of parameters) {
    const value = params[parameter.name];
    if (parameter.kind !== 'number' || typeof value !== 'number' || !(value > 0) || value > 1e6) continue;
    for (const x of [-value, value]) {
      if (isKink((at) => curve.slope(at, params), x)) kinks.push({ x, parameter, negative: x < 0 });
    }
  }
  return kinks;
}

function isKink(slope: (x: number) => number, x: number): boolean {
  const h = 1e-3 * Math.abs(x);
  const [s2, s1, t1, t2] = [slope(x - 2 * h), slope(x - h), slope(x + h), slope(x + 2 * h)];
  if (![s2, s1, t1, t2].every(Number.isFinite)) return false;
  const scale = Math.max(Math.abs(s1), Math.abs(t1));
  if (scale === 0) return false;
  const before = (s1 - s2) / h;
  const behind = (t2 - t1) / h;
  const steepest = Math.max(Math.abs(before), Math.abs(behind));
  const jump = Math.abs(t1 - s1) - 2 * h * steepest;
  return jump > 0.05 * scale || (Math.abs(behind - before) > 0.25 * steepest && steepest * h > 2e-5 * scale);
}
