import { marginal } from '../../numeric/information/jointTable';
import type { Tensor } from '../../numeric/tensor';

/** What can be made of a relation's inputs before they go into a formula. */
export type Derivation =
  | 'row-sums'
  | 'column-sums'
  | 'transpose'
  | 'independent'
  | 'mixture'
  | 'uniform'
  | 'coin'
  | 'softmax'
  | 'log-softmax'
  | 'one-hot'
  | 'score-of-two'
  | 'sign';

/** Each derivation by name; the tensors are those of `from`, in that order. */
export const derivations: { readonly [D in Derivation]: (...from: readonly Tensor[]) => Tensor } = {
  'row-sums': (joint) => vector(marginal(joint, [0])),
  'column-sums': (joint) => vector(marginal(joint, [1])),
  transpose: ({ values, shape: [rows, columns] }) => ({
    values: values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)]),
    shape: [columns, rows],
  }),
  independent: (joint) => {
    const [rows, columns] = [marginal(joint, [0]), marginal(joint, [1])];
    const width = columns.length;
    return {
      values: joint.values.map((_, i) => rows[Math.floor(i / width)] * columns[i % width]),
      shape: joint.shape,
    };
  },
  mixture: (p, q) => ({ values: p.values.map((x, i) => (x + q.values[i]) / 2), shape: p.shape }),
  uniform: ({ values, shape }) => ({ values: values.map(() => 1 / values.length), shape }),
  coin: ({ values }) => vector(Float64Array.of(values[0], 1 - values[0])),
  softmax: (logits) => {
    const logarithms = logSoftmax(logits);
    return { values: logarithms.values.map(Math.exp), shape: logits.shape };
  },
  'log-softmax': logSoftmax,
  'one-hot': (logits, classIndex) => {
    const classes = logits.shape[1];
    const values = logits.values.map((_, i) =>
      classIndex.values[Math.floor(i / classes)] === i % classes ? 1 : 0,
    );
    return { values, shape: logits.shape };
  },
  'score-of-two': ({ values }) =>
    vector(Float64Array.from({ length: values.length / 2 }, (_, i) => values[2 * i + 1] - values[2 * i])),
  // Labels 0 and 1 become −1 and +1.
  sign: ({ values, shape }) => ({ values: values.map((label) => 2 * label - 1), shape }),
};

function vector(values: Float64Array): Tensor {
  return { values, shape: [values.length] };
}

function logSoftmax({ values, shape }: Tensor): Tensor {
  const classes = shape[1];
  const logarithms = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += classes) {
    const row = values.subarray(start, start + classes);
    const largest = row.reduce((m, x) => Math.max(m, x), -Infinity);
    const lse = largest + Math.log(row.reduce((s, x) => s + Math.exp(x - largest), 0));
    row.forEach((x, k) => (logarithms[start + k] = x - lse));
  }
  return { values: logarithms, shape };
}
