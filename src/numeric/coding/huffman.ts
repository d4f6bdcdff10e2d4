/**
 * Code lengths of an optimal binary prefix code (Huffman's), in bits.
 *
 * - `weights`: probabilities or counts ≥ 0, at least one positive; only proportions matter.
 * - result: one length a symbol; −1 for a symbol of weight 0, which gets no code word; 0 for a single symbol.
 *
 * Among equally good codes this one has the shortest longest word (a leaf goes before a tree of the same weight). Sorting
 * takes n log n, merging n: two queues, no heap. Merged weights are kept in two doubles each, so that rounding does not
 * decide which of two nearly equal subtrees is the lighter one.
 *
 * @see Cover & Thomas, *Elements of Information Theory*, 2nd ed. (2006), section 5.6; J. van Leeuwen, *On the construction
 * of Huffman trees* (1976), for the two queues
 */
export function huffmanLengths(weights: Float64Array): Int32Array {
  const lengths = new Int32Array(weights.length).fill(-1);
  const symbols = Int32Array.from(weights.keys()).filter((i) => weights[i] > 0);
  // Of equal weights the earlier symbol is merged later and so gets the shorter word.
  symbols.sort((i, j) => weights[i] - weights[j] || j - i);
  const parents = mergeTree(symbols, weights);
  const depths = new Int32Array(parents.length);
  // Parents come after their children, the root last: one walk backwards knows every depth.
  for (let node = parents.length - 2; node >= 0; node--) depths[node] = depths[parents[node]] + 1;
  for (let leaf = 0; leaf < symbols.length; leaf++) lengths[symbols[leaf]] = depths[leaf];
  return lengths;
}

/** Parents of all nodes: leaves 0 … n − 1 in ascending order of weight, then inner nodes in the order of merging. */
function mergeTree(symbols: Int32Array, weights: Float64Array): Int32Array {
  const leaves = symbols.length;
  const nodes = Math.max(2 * leaves - 1, 0);
  const high = new Float64Array(nodes);
  const low = new Float64Array(nodes);
  for (let leaf = 0; leaf < leaves; leaf++) high[leaf] = weights[symbols[leaf]];
  const parents = new Int32Array(nodes);
  let leaf = 0;
  let inner = leaves;
  for (let node = leaves; node < nodes; node++) {
    const first = isLeafNext(leaf, leaves, inner, node, high, low) ? leaf++ : inner++;
    const second = isLeafNext(leaf, leaves, inner, node, high, low) ? leaf++ : inner++;
    parents[first] = node;
    parents[second] = node;
    const sum = high[first] + high[second];
    const bigger = Math.max(high[first], high[second]);
    const smaller = Math.min(high[first], high[second]);
    const lost = bigger - sum + smaller + (low[first] + low[second]);
    high[node] = sum + lost;
    low[node] = sum - high[node] + lost;
  }
  return parents;
}

/** Whether the next lightest node is a leaf; at equal weights it is. */
function isLeafNext(
  leaf: number,
  leaves: number,
  inner: number,
  made: number,
  high: Float64Array,
  low: Float64Array,
): boolean {
  if (leaf >= leaves) return false;
  if (inner >= made) return true;
  return high[leaf] < high[inner] || (high[leaf] === high[inner] && low[leaf] <= low[inner]);
}
