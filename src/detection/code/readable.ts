/** A longer line was made by a machine: minified, generated, or meant to do harm. Parsers take long over what it holds. */
export const longestLine = 5_000;

/** The text with such lines, and control characters, blanked; every other offset keeps its character. */
export function readable(text: string, longest = longestLine): string {
  const plain = text.replace(/(?![\t\r\n])\p{Cc}/gu, ' ');
  if (plain.length <= longest) return plain;
  return plain.replace(/[^\n]+/g, (line) => (line.length > longest ? ' '.repeat(line.length) : line));
}
