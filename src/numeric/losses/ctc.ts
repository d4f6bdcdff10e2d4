/**
 * The connectionist temporal classification loss of one sequence: −ln Σ Π_t p_t(π_t) over all paths π of T labels that
 * collapse (repeats merged, then blanks dropped) to the target.
 *
 * `logProbabilities` is T × C row-major, `target` holds class indices other than the blank. ∞ if the target needs more
 * steps than there are; NaN propagates. Nats.
 *
 * Forward algorithm in logarithms over the target with blanks between: α_t(s) = ln p_t(l_s) + logsumexp of α_{t−1} at s,
 * s − 1 and, where l_s is neither blank nor l_{s−2}, s − 2.
 *
 * Source: Graves, Fernández, Gomez, Schmidhuber, Connectionist Temporal Classification (2006); torch.nn.CTCLoss.
 */
export function ctc(
  logProbabilities: Float64Array,
  classes: number,
  target: Float64Array,
  blank: number,
): number {
  const labels = withBlanks(target, blank);
  const steps = logProbabilities.length / classes;
  let alpha = new Float64Array(labels.length).fill(-Infinity);
  let next = new Float64Array(labels.length);
  alpha[0] = logProbabilities[blank];
  if (labels.length > 1) alpha[1] = logProbabilities[labels[1]];
  for (let t = 1; t < steps; t++) {
    for (let s = 0; s < labels.length; s++) {
      const skips = s > 1 && labels[s] !== blank && labels[s] !== labels[s - 2];
      const before = logSum(alpha[s], s > 0 ? alpha[s - 1] : -Infinity, skips ? alpha[s - 2] : -Infinity);
      next[s] = before + logProbabilities[t * classes + labels[s]];
    }
    [alpha, next] = [next, alpha];
  }
  const last = labels.length - 1;
  return 0 - logSum(alpha[last], last > 0 ? alpha[last - 1] : -Infinity, -Infinity);
}

function withBlanks(target: Float64Array, blank: number): Float64Array {
  const labels = new Float64Array(2 * target.length + 1).fill(blank);
  for (let i = 0; i < target.length; i++) labels[2 * i + 1] = target[i];
  return labels;
}

function logSum(a: number, b: number, c: number): number {
  const largest = Math.max(a, b, c);
  if (largest === -Infinity) return largest;
  return largest + Math.log(Math.exp(a - largest) + Math.exp(b - largest) + Math.exp(c - largest));
}
