/** Code words of more characters than this in all are not written out. */
const mostCharacters = 2 ** 22;

/**
 * The canonical prefix code of given lengths: shorter words first, symbols in their order among equal lengths, each word
 * the previous one plus 1, followed by zeros up to its length.
 *
 * - `lengths`: in bits; −1 for symbols without a word, which get ''. They must satisfy Kraft's inequality.
 * - result: words of '0' and '1'; undefined where they would fill more than 4 million characters.
 *
 * Lengths 1, 2, 3, 3 give 0, 10, 110, 111.
 */
export function canonicalCode(lengths: Int32Array): readonly string[] | undefined {
  const characters = lengths.reduce((total, length) => total + Math.max(length, 0), 0);
  if (characters > mostCharacters) return undefined;
  const words = new Array<string>(lengths.length).fill('');
  const symbols = Int32Array.from(lengths.keys()).filter((i) => lengths[i] > 0);
  symbols.sort((i, j) => lengths[i] - lengths[j] || i - j);
  let word = '';
  for (const symbol of symbols) {
    word = successor(word).padEnd(lengths[symbol], '0');
    words[symbol] = word;
  }
  return words;
}

/** The binary number plus 1, of the same length; the first word follows nothing. */
function successor(word: string): string {
  const zero = word.lastIndexOf('0');
  return zero < 0 ? '' : `${word.slice(0, zero)}1${'0'.repeat(word.length - zero - 1)}`;
}
