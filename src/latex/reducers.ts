/** Functions of many numbers, for reducing axes. */

/** The sum with the lost low parts added back (Neumaier), so that cancelling terms leave no dust. */
export function compensatedSum(cells: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const x of cells) {
    const next = sum + x;
    if (Number.isFinite(next)) lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return sum + lost;
}

export function meanOf(cells: Float64Array): number {
  return compensatedSum(cells) / cells.length;
}

export function productOf(cells: Float64Array): number {
  let product = 1;
  for (const x of cells) product *= x;
  return product;
}

export function maximumOf(cells: Float64Array): number {
  let maximum = -Infinity;
  for (const x of cells) maximum = x > maximum || Number.isNaN(x) ? x : maximum;
  return maximum;
}

export function minimumOf(cells: Float64Array): number {
  let minimum = Infinity;
  for (const x of cells) minimum = x < minimum || Number.isNaN(x) ? x : minimum;
  return minimum;
}

export function medianOf(cells: Float64Array): number {
  const sorted = cells.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function logSumExp(cells: Float64Array): number {
  const maximum = maximumOf(cells);
  if (!Number.isFinite(maximum)) return maximum;
  let sum = 0;
  for (const x of cells) sum += Math.exp(x - maximum);
  return maximum + Math.log(sum);
}

/** (Σ|x|ᵖ)^(1/p); the greatest |x| for p = ∞, the number of non-zeros for p = 0. */
export function normOf(cells: Float64Array, order: number): number {
  let sum = 0;
  if (order === Infinity) return maximumOf(cells.map(Math.abs));
  for (const x of cells) sum += order === 2 ? x * x : order === 0 ? Number(x !== 0) : Math.abs(x) ** order;
  if (order === 2) return Math.sqrt(sum);
  return order === 0 ? sum : sum ** (1 / order);
}
