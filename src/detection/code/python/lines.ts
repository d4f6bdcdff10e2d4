/** What a logical line begins with, as far as the shape of a program goes. */
export const lineKinds = {
  /** Binds or computes something. */
  simple: 0,
  /** `import` or `from`. */
  import: 1,
  /** `def` or `class`, and the decorators above them. */
  definition: 2,
  decorator: 3,
  /** Opens a block that follows no other: `if`, `for`, `with`, `try`. */
  block: 4,
  /** Goes on with the block before it: `else`, `except`. */
  continuation: 5,
  return: 6,
} as const;

/**
 * A document cut into Python's logical lines, each with its indentation and the words that stand in it. Words have
 * numbers, so that questions about them are asked of whole documents at once.
 */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Where each line begins (its first sign) and ends (before its line break). */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly indents: Int32Array;
  readonly kinds: Uint8Array;
  /** The words of line i are `words[wordsFrom[i]]` to `words[wordsFrom[i + 1] - 1]`, as they stand. */
  readonly words: Int32Array;
  readonly wordsFrom: Int32Array;
}

/** Words and their numbers, shared by all documents; short strings count as words in quotes. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly spelled: string[] = [];

  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.spelled.length;
    this.spelled.push(word);
    this.numbers.set(word, number);
    return number;
  }

  wordOf(number: number): string {
    return this.spelled[number]!;
  }

  get size(): number {
    return this.spelled.length;
  }
}

/** Some lines of a text, by their numbers in ascending order. */
export function pickLines(lines: Lines, numbers: readonly number[]): Lines {
  const wordsFrom = new Int32Array(numbers.length + 1);
  const words: number[] = [];
  numbers.forEach((number, i) => {
    wordsFrom[i] = words.length;
    for (let at = lines.wordsFrom[number]!; at < lines.wordsFrom[number + 1]!; at++)
      words.push(lines.words[at]!);
  });
  wordsFrom[numbers.length] = words.length;
  return {
    text: lines.text,
    count: numbers.length,
    starts: Int32Array.from(numbers, (number) => lines.starts[number]!),
    ends: Int32Array.from(numbers, (number) => lines.ends[number]!),
    indents: Int32Array.from(numbers, (number) => lines.indents[number]!),
    kinds: Uint8Array.from(numbers, (number) => lines.kinds[number]!),
    words: Int32Array.from(words),
    wordsFrom,
  };
}
