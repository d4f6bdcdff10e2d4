import { logarithm, type LogarithmBase } from '../information/logarithm';

/** A continuous distribution by name, with the parameters that its differential entropy depends on. */
export type Density =
  | { readonly distribution: 'normal'; readonly sigma: number }
  | { readonly distribution: 'pareto'; readonly xm: number; readonly alpha: number }
  | { readonly distribution: 'uniform'; readonly a: number; readonly b: number }
  | { readonly distribution: 'exponential'; readonly lambda: number }
  | { readonly distribution: 'laplace'; readonly b: number };

/** An entropy and its derivatives by the parameters of the density. */
export interface DensityEntropy {
  readonly value: number;
  readonly gradient: { readonly [parameter: string]: number };
}

/**
 * Differential entropy h = −∫ f ln f of a density, in nats or another base's unit.
 *
 * - normal(σ): ½ ln(2πe σ²); μ does not matter
 * - Pareto(x_m, α): ln(x_m/α) + 1/α + 1; without bound as α → 0, the tail growing ever heavier
 * - uniform(a, b): ln(b − a)
 * - exponential(λ, a rate): 1 − ln λ
 * - Laplace(b): 1 + ln(2b)
 *
 * Parameters are positive (and b > a). Unlike the entropy of outcomes, h may be negative and changes with the unit of x:
 * stretching x by c adds ln c. Logarithms are taken of the scale itself, so σ = 1e200 does not overflow as σ² would.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), chapter 8 and table 17.1
 */
export function differentialEntropy(density: Density, base: LogarithmBase): DensityEntropy {
  const nat = base.perNat;
  const log = (x: number): number => logarithm(x, base);
  switch (density.distribution) {
    case 'normal': {
      const { sigma } = density;
      return { value: standardNormal * nat + log(sigma), gradient: { sigma: nat / sigma } };
    }
    case 'pareto': {
      const { xm, alpha } = density;
      return {
        value: log(xm / alpha) + (1 / alpha + 1) * nat,
        gradient: { xm: nat / xm, alpha: (-(1 + 1 / alpha) / alpha) * nat },
      };
    }
    case 'uniform': {
      const width = density.b - density.a;
      return { value: log(width), gradient: { a: -nat / width, b: nat / width } };
    }
    case 'exponential': {
      const { lambda } = density;
      return { value: nat - log(lambda), gradient: { lambda: -nat / lambda } };
    }
    case 'laplace': {
      const { b } = density;
      return { value: nat + log(2 * b), gradient: { b: nat / b } };
    }
  }
}

/** ½ ln(2πe). */
const standardNormal = 0.5 * (Math.log(2 * Math.PI) + 1);
