/** A half-open range [start, end) of flat UTF-16 offsets. Lines and columns exist only in `host`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether the offset touches the range; its end counts, since a caret behind the last letter is still on the word. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether two ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
