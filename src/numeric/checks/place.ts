/** Names an element as people count it: `p[3]`, `logits[1][2]`; a scalar is just its slot. Indices count from 0. */
export function place(slot: string, shape: readonly number[], index: number): string {
  const indices: number[] = [];
  let rest = index;
  for (const length of [...shape].reverse()) {
    indices.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return slot + indices.map((i) => `[${i}]`).join('');
}

/** A shape as it is written: `[3, 2]`; a scalar's is `[]`. */
export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
