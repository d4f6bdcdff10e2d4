import { xMinusLog1p } from '../special/xMinusLog1p';

/**
 * The unit deviance of a Tweedie distribution of variance μ^p: the squared error for p = 0, twice the Poisson deviance for
 * p = 1, the gamma deviance for p = 2.
 *
 * In general 2[max(y, 0)^(2−p)/((1−p)(2−p)) − y μ^(1−p)/(1−p) + μ^(2−p)/(2−p)].
 * Domain: p < 0: all y, μ > 0; p = 0: all; 1 ≤ p < 2: y ≥ 0, μ > 0; p ≥ 2: y > 0, μ > 0. NaN propagates.
 *
 * For p = 1 it is 2(y ln(y/μ) − y + μ), for p = 2 it is 2(ln(μ/y) + y/μ − 1): both by `bregman`, which does not cancel for
 * μ near y (relative error below 1e-15).
 * Else, with L = ln(μ/y), it is 2y^(2−p)[expm1((2−p)L)/(2−p) − expm1((1−p)L)/(1−p)], off by about 1e-16/L.
 *
 * Source: sklearn.metrics.mean_tweedie_deviance.
 */
export function tweedieDeviance(mean: number, target: number, power: number): number {
  if (power === 0) return (mean - target) * (mean - target);
  if (power === 1) return target === 0 ? 2 * mean : 2 * bregman(target, mean);
  if (power === 2) return (2 * bregman(mean, target)) / mean;
  const one = 1 - power;
  const two = 2 - power;
  if (target <= 0) return 2 * (mean ** two / two - (target * mean ** one) / one);
  const log = Math.log(mean / target);
  return 2 * target ** two * (Math.expm1(two * log) / two - Math.expm1(one * log) / one);
}

/**
 * a ln(a/b) − a + b, the generalised Kullback–Leibler divergence of two positive numbers. With x = (b − a)/a it is
 * a(x − ln(1 + x)), which does not cancel for b near a; farther away nothing cancels.
 */
function bregman(a: number, b: number): number {
  const x = (b - a) / a;
  return x > -0.4 && x < 0.5 ? a * xMinusLog1p(x) : a * Math.log(a / b) + (b - a);
}

/**
 * The part of the negative log-likelihood that holds the mean: μ^(2−p)/(2−p) − y μ^(1−p)/(1−p), with the limits
 * μ − y ln μ for p = 1 and ln μ + y/μ for p = 2.
 *
 * Source: XGBoost eval_metric="tweedie-nloglik", LightGBM metric="tweedie".
 */
export function tweedieKernel(mean: number, target: number, power: number): number {
  if (power === 1) return mean - target * Math.log(mean);
  if (power === 2) return Math.log(mean) + target / mean;
  return mean ** (2 - power) / (2 - power) - (target * mean ** (1 - power)) / (1 - power);
}

/** Writes the deviance (or its kernel) of every element of [start, end) to `out[0 ..)`. */
export function tweedieTerms(
  out: Float64Array,
  mean: Float64Array,
  target: Float64Array,
  power: number,
  kernel: boolean,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    out[k] = kernel ? tweedieKernel(mean[i], target[i], power) : tweedieDeviance(mean[i], target[i], power);
  }
}

/** Writes scale · ∂/∂μ: 2(μ − y) μ^(−p) of the deviance, half of it of the kernel. */
export function tweedieGradient(
  out: Float64Array,
  mean: Float64Array,
  target: Float64Array,
  power: number,
  kernel: boolean,
  scale: number,
): void {
  const factor = kernel ? scale : 2 * scale;
  for (let i = 0; i < out.length; i++) out[i] = factor * (mean[i] - target[i]) * mean[i] ** -power;
}

/**
 * Writes scale · ∂/∂y. Of the deviance: 2(y^(1−p) − μ^(1−p))/(1 − p), with the limit 2 ln(y/μ) for p = 1; for y ≤ 0 the first
 * power is left out. Of the kernel: −μ^(1−p)/(1−p), with the limit −ln μ.
 */
export function tweedieTargetGradient(
  out: Float64Array,
  mean: Float64Array,
  target: Float64Array,
  power: number,
  kernel: boolean,
  scale: number,
): void {
  const one = 1 - power;
  for (let i = 0; i < out.length; i++) {
    const own = kernel ? 0 : powerOrLog(target[i], one, power);
    out[i] = (kernel ? scale : 2 * scale) * (own - powerOrLog(mean[i], one, power));
  }
}

/** x^(1−p)/(1 − p), which is ln x but for a constant as p nears 1. */
function powerOrLog(x: number, one: number, power: number): number {
  if (power === 0) return x;
  if (one === 0) return Math.log(x);
  return x <= 0 ? 0 : x ** one / one;
}
