import { formulaOf } from '../src/catalog/catalog';
import type { FormulaId } from '../src/catalog/ids';
import { completeParams } from '../src/catalog/params';
import type { Computation } from '../src/numeric/computation';
import { valueOf } from '../src/numeric/reduce';
import type { Tensor } from '../src/numeric/tensor';

/**
 * Prints nanoseconds an element for losses of N elements (logits for the softmax losses), value and gradient. To be bundled
 * by esbuild before it runs, as the extension is: across modules compiled one by one the small functions are not inlined.
 */
const sizes = [1e3, 1e4, 1e5, 1e6, 1e7];

/** Numbers evenly spread over [from, to). */
function spread(length: number, seed: number, from: number, to: number): Float64Array {
  let x = seed;
  return Float64Array.from({ length }, () => {
    x = (Math.imul(1664525, x) + 1013904223) >>> 0;
    return from + ((to - from) * x) / 2 ** 32;
  });
}

function vector(values: Float64Array): Tensor {
  return { values, shape: [values.length] };
}

interface Sample {
  readonly name: string;
  readonly formula: FormulaId;
  arrays(length: number): { readonly [slot: string]: Tensor };
}

const residual = (length: number): { readonly [slot: string]: Tensor } => ({
  prediction: vector(spread(length, 1, -2, 2)),
  target: vector(spread(length, 2, -1, 1)),
});

function classes(count: number): (length: number) => { readonly [slot: string]: Tensor } {
  return (length) => {
    const rows = Math.max(1, Math.floor(length / count));
    return {
      logits: { values: spread(rows * count, 3, -4, 4), shape: [rows, count] },
      classIndex: vector(spread(rows, 4, 0, count).map(Math.floor)),
    };
  };
}

const samples: readonly Sample[] = [
  ...(['mse', 'mae', 'huber', 'smooth-l1', 'mbe', 'log-cosh'] as const).map((formula) => ({
    name: formula,
    formula,
    arrays: residual,
  })),
  {
    name: 'hinge',
    formula: 'hinge',
    arrays: (n) => ({
      score: vector(spread(n, 1, -2, 2)),
      target: vector(spread(n, 2, -1, 1).map((x) => (x < 0 ? -1 : 1))),
    }),
  },
  {
    name: 'binary-cross-entropy, probabilities',
    formula: 'binary-cross-entropy',
    arrays: (n) => ({
      probability: vector(spread(n, 1, 0, 1)),
      target: vector(spread(n, 2, 0, 2).map(Math.floor)),
    }),
  },
  {
    name: 'binary-cross-entropy, logits',
    formula: 'binary-cross-entropy',
    arrays: (n) => ({
      logit: vector(spread(n, 1, -4, 4)),
      target: vector(spread(n, 2, 0, 2).map(Math.floor)),
    }),
  },
  { name: 'cross-entropy, 10 classes', formula: 'cross-entropy', arrays: classes(10) },
  { name: 'cross-entropy, 1000 classes', formula: 'cross-entropy', arrays: classes(1000) },
  { name: 'focal, 10 classes', formula: 'focal', arrays: classes(10) },
];

function compute({ formula, arrays }: Sample, length: number): Computation {
  const record = formulaOf(formula);
  const params = completeParams(record?.params ?? [], {});
  const computed = params.ok
    ? record?.compute?.({ arrays: arrays(length), params: params.value })
    : undefined;
  if (!computed?.ok) throw new Error(`${formula} refuses its sample`);
  return computed.value;
}

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

function report(name: string, cells: readonly string[]): void {
  console.log(`${name.padEnd(50)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}

report(
  'ns per element',
  sizes.map((n) => `10^${Math.log10(n)}`),
);
for (const sample of samples) {
  const bound = sizes.map((n) => ({ n, computation: compute(sample, n) }));
  const measured = (run: (computation: Computation) => unknown): string[] =>
    bound.map(({ n, computation }) => nanoseconds(() => run(computation), n).toFixed(2));
  report(
    sample.name,
    measured((computation) => valueOf(computation)),
  );
  report(
    '  gradient',
    measured((computation) => computation.gradient?.('mean')),
  );
}
