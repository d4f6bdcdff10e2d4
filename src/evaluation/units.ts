import type { ParameterValue } from '../catalog/formula';
import type { Unit } from './outcome';

/** The unit of an information measure whose logarithms have this base; undefined for other bases. */
export function unitOfBase(base: ParameterValue | undefined): Unit | undefined {
  if (base === 2) return 'bits';
  if (base === 10) return 'hartleys';
  const isNatural = base === 'e' || (typeof base === 'number' && Math.abs(base - Math.E) < 1e-9);
  return isNatural ? 'nats' : undefined;
}
