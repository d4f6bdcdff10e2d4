import { entropy } from '../src/numeric/information/entropy';
import { jsDivergence } from '../src/numeric/information/jsDivergence';
import { klDivergence } from '../src/numeric/information/klDivergence';
import { bits } from '../src/numeric/information/logarithm';
import { mutualInformation } from '../src/numeric/information/mutualInformation';
import { huffmanCode } from '../src/numeric/coding/prefixCode';
import { normalized } from '../src/numeric/distributions/normalization';
import { valueOf } from '../src/numeric/reduce';
import { contingency } from '../src/numeric/samples/contingency';
import type { Tensor } from '../src/numeric/tensor';

/**
 * Prints nanoseconds an element for measures of N outcomes, cells, samples or symbols. To be bundled by esbuild before it
 * runs, as the extension is: across modules compiled one by one the small functions are not inlined.
 */
const sizes = [1e3, 1e4, 1e5, 1e6, 1e7];

function weights(length: number, seed: number): Float64Array {
  let x = seed;
  return Float64Array.from({ length }, () => {
    x = (Math.imul(1664525, x) + 1013904223) >>> 0;
    return x + 1;
  });
}

function distribution(length: number, seed: number): Tensor {
  return normalized({ values: weights(length, seed), shape: [length] });
}

function labels(length: number, seed: number, classes: number): Float64Array {
  return weights(length, seed).map((x) => Math.floor((x / 2 ** 32) * classes));
}

interface Sample {
  readonly name: string;
  /** The largest N that makes sense. */
  readonly most: number;
  prepare(length: number): () => unknown;
}

const samples: readonly Sample[] = [
  {
    name: 'entropy',
    most: 1e7,
    prepare: (n) => {
      const p = distribution(n, 1);
      return () => valueOf(entropy(p, bits));
    },
  },
  {
    name: 'kl-divergence',
    most: 1e7,
    prepare: (n) => {
      const [p, q] = [distribution(n, 1), distribution(n, 2)];
      return () => valueOf(klDivergence(p, q, bits));
    },
  },
  {
    name: 'js-divergence',
    most: 1e7,
    prepare: (n) => {
      const [p, q] = [distribution(n, 1), distribution(n, 2)];
      return () => valueOf(jsDivergence(p, q, bits, false));
    },
  },
  {
    name: 'mutual-information of a table, N cells',
    most: 1e7,
    prepare: (n) => {
      const columns = Math.floor(Math.sqrt(n));
      const rows = Math.floor(n / columns);
      const cells = { values: distribution(rows * columns, 1).values, shape: [rows, columns] };
      return () => valueOf(mutualInformation({ cells, total: 1 }, bits));
    },
  },
  {
    name: 'mutual-information of labels, N samples of 20 × 20 classes',
    most: 1e7,
    prepare: (n) => {
      const [x, y] = [labels(n, 1, 20), labels(n, 2, 20)];
      return () => {
        const counted = contingency([x, y]);
        return counted && valueOf(mutualInformation(counted.table, bits));
      };
    },
  },
  {
    name: 'huffman, N symbols',
    most: 1e6,
    prepare: (n) => {
      const p = { values: weights(n, 1), shape: [n] };
      return () => valueOf(huffmanCode(p));
    },
  },
];

/** Nanoseconds of this process's own time an element, the least of several batches: other work on the machine counts little. */
function nanoseconds(run: () => unknown, length: number): number {
  const runs = Math.max(1, Math.round(2e5 / length));
  const batches = length > 1e6 ? 4 : 30;
  let best = Infinity;
  for (let batch = 0; batch < batches; batch++) {
    const start = process.cpuUsage();
    for (let k = 0; k < runs; k++) run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return (best * 1e3) / (runs * length);
}

console.log(`${'ns per element'.padEnd(60)}${sizes.map((n) => `10^${Math.log10(n)}`.padStart(9)).join('')}`);
for (const { name, most, prepare } of samples) {
  const cells = sizes.map((n) => (n > most ? '' : nanoseconds(prepare(n), n).toFixed(1)).padStart(9));
  console.log(`${name.padEnd(60)}${cells.join('')}`);
}
