import { digamma } from '../special/digamma';
import { logGamma } from '../special/logGamma';
import { xLogY } from '../special/xLogY';

/** The part of the likelihood that holds no prediction: left out, by Stirling's formula above 1, or ln t! exactly. */
export type FactorialTerm = 'none' | 'stirling' | 'exact';

/**
 * The negative log-likelihood of a Poisson distribution whose rate is given as its logarithm: e^x − t·x.
 *
 * Domain: all real x, t ≥ 0. At x = −∞: 0 for t = 0, else ∞; at ∞: ∞; NaN propagates. Nats. Three roundings.
 *
 * Source: torch.nn.PoissonNLLLoss(log_input=True).
 */
export function poissonNllOfLog(logRate: number, target: number): number {
  return Math.exp(logRate) - (target === 0 && logRate === -Infinity ? 0 : target * logRate);
}

/**
 * The negative log-likelihood of a Poisson distribution of a given rate: λ − t·ln(λ + ε).
 *
 * Domain: λ ≥ 0, t ≥ 0, ε ≥ 0. At λ = 0 with ε = 0: 0 for t = 0, else ∞; NaN propagates. Nats. Four roundings.
 *
 * Source: torch.nn.PoissonNLLLoss(log_input=False), ε = 1e-8.
 */
export function poissonNllOfRate(rate: number, target: number, epsilon: number): number {
  return rate - xLogY(target, rate + epsilon);
}

/**
 * ln t! or its approximation t ln t − t + ½ ln(2πt), which PyTorch adds for t > 1 only.
 */
export function logFactorial(target: number, term: FactorialTerm): number {
  if (term === 'none') return 0;
  if (term === 'exact') return logGamma(target + 1);
  return target > 1 ? target * Math.log(target) - target + 0.5 * Math.log(2 * Math.PI * target) : 0;
}

/** What besides the arrays chooses the form of the loss; `logInput` says that predictions are logarithms of rates. */
export interface PoissonOptions {
  readonly logInput: boolean;
  readonly epsilon: number;
  readonly full: FactorialTerm;
}

/** Writes the loss of every element of [start, end) to `out[0 ..)`. */
export function poissonNllTerms(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  options: PoissonOptions,
  start: number,
  end: number,
): void {
  const { logInput, epsilon, full } = options;
  for (let i = start, k = 0; i < end; i++, k++) {
    out[k] = logInput
      ? poissonNllOfLog(prediction[i], target[i])
      : poissonNllOfRate(prediction[i], target[i], epsilon);
  }
  if (full === 'none') return;
  for (let i = start, k = 0; i < end; i++, k++) out[k] += logFactorial(target[i], full);
}

/** Writes scale · ∂loss/∂prediction: e^x − t of a logarithm, 1 − t/(λ + ε) of a rate. */
export function poissonNllGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  logInput: boolean,
  epsilon: number,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    const x = prediction[i];
    out[i] = scale * (logInput ? Math.exp(x) - target[i] : 1 - target[i] / (x + epsilon));
  }
}

/** Writes scale · ∂loss/∂target: minus the logarithm of the rate, and the derivative of the factorial's term if it is in. */
export function poissonNllTargetGradient(
  out: Float64Array,
  prediction: Float64Array,
  target: Float64Array,
  { logInput, epsilon, full }: PoissonOptions,
  scale: number,
): void {
  for (let i = 0; i < out.length; i++) {
    const logRate = logInput ? prediction[i] : Math.log(prediction[i] + epsilon);
    out[i] = scale * (logFactorialSlope(target[i], full) - logRate);
  }
}

function logFactorialSlope(target: number, term: FactorialTerm): number {
  if (term === 'none') return 0;
  if (term === 'exact') return digamma(target + 1);
  return target > 1 ? Math.log(target) + 0.5 / target : 0;
}
