import { argmax, logSumExpAboveMax } from '../special/logSumExp';
import { cosine } from './cosine';

/**
 * The NT-Xent loss of every ordered positive pair (i, j), labels equal and i ≠ j:
 * −ln [e^(cos(z_i, z_j)/τ) / (e^(cos(z_i, z_j)/τ) + Σ_{k unlike i} e^(cos(z_i, z_k)/τ))].
 *
 * With one partner each this is SimCLR's loss, whose sum over k ≠ i holds just that partner beside the negatives.
 * Domain: all real components, τ > 0. NaN propagates. Nats. Quadratic in the number of embeddings.
 *
 * Source: Chen et al., SimCLR (2020).
 */
export function ntXentLosses(
  embeddings: Float64Array,
  width: number,
  labels: Float64Array,
  temperature: number,
): Float64Array {
  const losses: number[] = [];
  for (let i = 0; i < labels.length; i++) {
    const similarity = Float64Array.from(labels, (_, k) => cosineOf(embeddings, width, i, k) / temperature);
    const rivals = similarity.filter((_, k) => labels[k] !== labels[i]);
    for (let j = 0; j < labels.length; j++) {
      if (j !== i && labels[j] === labels[i]) losses.push(pickLoss(similarity[j], rivals));
    }
  }
  return Float64Array.from(losses);
}

function cosineOf(embeddings: Float64Array, width: number, i: number, k: number): number {
  const row = (index: number): Float64Array => embeddings.subarray(index * width, (index + 1) * width);
  return cosine(row(i), row(k), 0, width);
}

/** −ln softmax of the partner among itself and its rivals. */
function pickLoss(partner: number, rivals: Float64Array): number {
  const all = new Float64Array(rivals.length + 1);
  all[0] = partner;
  all.set(rivals, 1);
  const top = argmax(all, 0, all.length);
  return all[top] - partner + logSumExpAboveMax(all, 0, all.length, top);
}
