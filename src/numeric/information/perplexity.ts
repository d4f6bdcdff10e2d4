import type { Computation } from '../computation';
import { normalized, sumsToOne } from '../distributions/normalization';
import { sum } from '../sums/sum';
import type { Tensor } from '../tensor';
import { crossEntropyTerms } from './crossEntropy';
import { entropyTerms } from './entropy';
import { bits } from './logarithm';
import { surprisals } from './selfInformation';

/**
 * Perplexity is two to the entropy in bits, e to the entropy in nats: the same number in any base. It is computed in
 * bits, so that 1/8 eight times gives 8 and not 7.999999999999998.
 */
function twoToThe(entropy: number): number {
  return 2 ** entropy;
}

/**
 * Perplexity 2^H(p) of a distribution: the number of equally likely outcomes that would be as uncertain.
 *
 * - `p`: probabilities ≥ 0 of any shape; nothing is rescaled.
 * - terms: −p log₂ p per outcome, in bits. Value from 1 (certain) to n (uniform over n) for normalised p.
 * - gradient: −2^H (ln p + 1); +∞ at p = 0.
 *
 * @see Jurafsky & Martin, *Speech and Language Processing*, 3rd ed. draft, section 3.7
 */
export function perplexity(p: Tensor): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => entropyTerms(p.values, bits, out, start, end),
    finish: twoToThe,
    gradient: () => {
      const terms = new Float64Array(p.values.length);
      entropyTerms(p.values, bits, terms, 0, terms.length);
      const value = twoToThe(sum(terms));
      return { p: { values: p.values.map((x) => -value * (Math.log(x) + 1)), shape: p.shape } };
    },
    normalized: () => sumsToOne(p.values),
    rescaled: () => perplexity(normalized(p)),
  };
}

/**
 * Perplexity 2^H(p, q) of a model q on outcomes of p: how many equally likely outcomes the model hesitates between.
 *
 * - `p`, `q`: probabilities ≥ 0 of the same shape; nothing is rescaled.
 * - terms: −p log₂ q per outcome, in bits; +∞ where q = 0 < p.
 * - gradient: −2^H ln q by p, −2^H p/q by q.
 */
export function crossPerplexity(p: Tensor, q: Tensor): Computation {
  return {
    shape: p.shape,
    reduction: 'sum',
    reducible: false,
    terms: (out, start, end) => crossEntropyTerms(p.values, q.values, bits, out, start, end),
    finish: twoToThe,
    gradient: () => {
      const terms = new Float64Array(p.values.length);
      crossEntropyTerms(p.values, q.values, bits, terms, 0, terms.length);
      const value = twoToThe(sum(terms));
      const byQ = q.values.map((b, i) => (p.values[i] === 0 ? 0 : (-value * p.values[i]) / b));
      return {
        p: { values: q.values.map((b) => -value * Math.log(b)), shape: p.shape },
        q: { values: byQ, shape: q.shape },
      };
    },
    normalized: () => sumsToOne(p.values) && sumsToOne(q.values),
    rescaled: () => crossPerplexity(normalized(p), normalized(q)),
  };
}

/**
 * Perplexity of a text: 2^(−mean log₂ p) over the probabilities that a model gave to the tokens that occurred, the
 * inverse of their geometric mean.
 *
 * - `tokens`: probabilities in [0, 1], any shape.
 * - terms: −log₂ p per token, in bits. The mean of logarithms does not underflow where the product of tokens would.
 * - value: +∞ as soon as one token was thought impossible.
 * - gradient: −2^H / (n p).
 */
export function sequencePerplexity(tokens: Tensor): Computation {
  const { values, shape } = tokens;
  return {
    shape,
    reduction: 'mean',
    reducible: false,
    terms: (out, start, end) => surprisals(values, bits, out, start, end),
    finish: twoToThe,
    gradient: () => {
      const terms = new Float64Array(values.length);
      surprisals(values, bits, terms, 0, terms.length);
      const share = twoToThe(sum(terms) / values.length) / values.length;
      return { tokenProbabilities: { values: values.map((p) => -share / p), shape } };
    },
  };
}
